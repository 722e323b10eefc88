"""Which article each block of a page belongs to, where columns interleave several.

The page is read from its first block to its last, and the likeliest ways of giving its blocks to articles are kept side by side. Four things speak for an
article: that the block before belonged to it, that a sentence left open there goes on here, that the words agree with what the article has said, and, for
a new article, that the block is shaped like a headline.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.analysis import cohesion


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of a page as its columns show it."""

    text: str
    furniture: bool = False
    jump: bool = False
    """It says that an article comes from or goes on another page: what follows may be of any article."""
    heading: bool = False
    headline: float = 0.0
    """How much its shape speaks for its being the headline of an article, as a logarithm of odds; only for headings."""
    signed: bool = False
    """A byline or a jump line follows the heading."""
    item: bool = False
    small: bool = False
    """It begins in mid-sentence: with a small letter."""
    open: bool = False
    """It stops in mid-sentence: no stop at its end."""


# Logarithms of odds. Tuned on mixed pages made from half of the topics of the bank.
_KINSHIP = 39.0
"""For a cosine of 1."""
_STRANGER = 0.03
"""The excess of the cosine at which a block is as likely to begin something new."""
_FULL_LENGTH = 13
"""Words from which a block's words count in full."""
_STAY = 5.0
_STAY_PAST_FURNITURE = 1.1
_FITS = 3.0
_MISFIT = -6.0
_LEFT_OPEN = -1.4
_NEW = 0.7
_SIGNED = 5.7
_NO_SIGN = -5.0
"""For any new article in a file with nothing else to show that it is a page of several: such a file is more likely one article with headings inside."""
_FEWEST_SIGNS = 2
UNLIKELY = -5.0
"""Headings with less for them never begin an article."""
_LABELS_OTHER = -6.0
"""For a label's going to an article that stands above it."""
_BEAM = 20


@dataclass(frozen=True, slots=True)
class _Article:
    members: tuple[int, ...] = ()
    """Its last blocks, as far as similarity reaches."""
    norm: float = 0.0
    """Squared length of the sum of the members' vectors."""
    degree: float = 0.0
    """Sum of the members' similarities with all blocks of the page."""
    last: int = -1
    """Its last block of running text."""


@dataclass(frozen=True, slots=True)
class _Way:
    """One way of giving the blocks so far to articles."""

    score: float = 0.0
    articles: tuple[_Article, ...] = ()
    current: int = -1
    """The article of the last block; the furniture's is that of the block before."""
    before: _Way | None = None


@dataclass(frozen=True, slots=True)
class _Page:
    pieces: Sequence[Piece]
    rows: Sequence[dict[int, float]]
    """The cosines with earlier blocks."""
    weights: Sequence[float]
    """How much each block's words count, from 0 to 1."""
    degrees: Sequence[float]
    """How much each block has in common with the page as a whole."""
    total: float
    """Sum of the degrees."""
    doubt: float
    """What is taken from every new article."""
    labels: frozenset[int]
    """Headings with nothing but a headline under them: they belong to what follows."""


def homes(pieces: Sequence[Piece]) -> tuple[int, ...]:
    """The article of each piece, numbered in the order in which they begin."""
    rows = cohesion.similarities(["" if piece.furniture else piece.text for piece in pieces])
    weights = [min(1.0, len(piece.text.split()) / _FULL_LENGTH) for piece in pieces]
    degrees = [sum(row.values()) for row in rows]
    for row in rows:
        for other, cosine in row.items():
            degrees[other] += cosine
    doubt = 0.0 if _signs(pieces) >= _FEWEST_SIGNS else _NO_SIGN
    return _read(_Page(pieces, rows, weights, degrees, sum(degrees) or 1.0, doubt, _labels(pieces)))


def _labels(pieces: Sequence[Piece]) -> frozenset[int]:
    solid = [index for index, piece in enumerate(pieces) if not piece.furniture]
    return frozenset(
        above
        for above, below in pairwise(solid)
        if pieces[above].heading and pieces[below].heading and pieces[below].headline > UNLIKELY
    )


def _signs(pieces: Sequence[Piece]) -> int:
    """How often something shows that several articles stand in the file: signed headlines, jump lines, sentences that do not go on in the next block."""
    body = [piece for piece in pieces if not (piece.furniture or piece.heading or piece.item)]
    broken = sum(before.open != after.small for before, after in pairwise(body))
    return sum(piece.signed or piece.jump for piece in pieces) + broken


def _read(page: _Page) -> tuple[int, ...]:
    ways = [_Way()]
    for index, piece in enumerate(page.pieces):
        if piece.furniture:
            ways = [replace(way, current=max(way.current, 0), before=way) for way in ways]
            continue
        kin: dict[int, float] = {}
        steps = [(score, way, number) for way in ways for number, score in _steps(page, way, index, kin)]
        steps.sort(key=lambda step: -step[0])
        ways = [_grown(page, way, index, number, score) for score, way, number in steps[:_BEAM]]
    return _homes(ways[0])


def _homes(way: _Way) -> tuple[int, ...]:
    found: list[int] = []
    while way.before is not None:
        found.append(way.current)
        way = way.before
    return tuple(reversed(found))


def _steps(page: _Page, way: _Way, index: int, kin: dict[int, float]) -> Iterator[tuple[int, float]]:
    """The articles that a block may go to, each with the score of the way that goes there; `kin` keeps what ways have in common."""
    piece, fresh = page.pieces[index], len(way.articles)
    if not fresh:
        yield 0, 0.0
        return
    # Nothing but headings so far: a section's label and the headline under it, or a headline and what stands under it.
    bare = way.articles[way.current].last < 0
    for number, article in enumerate(way.articles):
        if number == way.current or (not bare and article.members[-1] >= index - cohesion.REACH):
            if id(article) not in kin:
                kin[id(article)] = _kinship(page, article, index)
            yield number, way.score + kin[id(article)] + _goes_on(page, way, index, number)
    if piece.heading and piece.headline > UNLIKELY and not bare:
        yield fresh, way.score + piece.headline + _NEW + page.doubt + _SIGNED * piece.signed


def _grown(page: _Page, way: _Way, index: int, number: int, score: float) -> _Way:
    article = way.articles[number] if number < len(way.articles) else _Article()
    grown = _Article(
        members=(*article.members, index)[-cohesion.REACH :],
        norm=article.norm + 2 * _dot(page, article, index) + 1,
        degree=article.degree + page.degrees[index],
        last=article.last if page.pieces[index].heading else index,
    )
    articles = (*way.articles[:number], grown, *way.articles[number + 1 :])
    return _Way(score, articles, number, way)


def _dot(page: _Page, article: _Article, index: int) -> float:
    row = page.rows[index]
    return sum(row.get(member, 0.0) for member in article.members)


def _kinship(page: _Page, article: _Article, index: int) -> float:
    """What the words say for a block's belonging to an article: how much more they agree than those of any two blocks of the page would."""
    expected = page.degrees[index] * article.degree / page.total
    excess = (_dot(page, article, index) - expected) / math.sqrt(article.norm)
    return _KINSHIP * page.weights[index] * (excess - _STRANGER)


def _goes_on(page: _Page, way: _Way, index: int, number: int) -> float:
    """What speaks for the piece's following the last one of an article."""
    piece, last = page.pieces[index], way.articles[number].last
    score = _LABELS_OTHER if index in page.labels and last >= 0 else 0.0
    if number == way.current and not page.pieces[index - 1].jump:
        score += _STAY_PAST_FURNITURE if page.pieces[index - 1].furniture else _STAY
    if last < 0 or piece.item:
        return score
    if page.pieces[last].open:
        return score + (_FITS if piece.small else _LEFT_OPEN)
    return score + (_MISFIT if piece.small else 0.0)
