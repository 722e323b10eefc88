"""The smallest pieces that carry a role: sentences, headings and list items, each with its way back into the document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.analysis import sentences
from generator.analysis.layout import Article, Paragraph
from generator.model import BlockKind, Document, Span

_CUT_WORD = re.compile(r"[^\W\d_]-$")
_CUT_LINE = re.compile(r"[-‐‑]\n")
"""Inside a block ingest leaves a newline only where a hyphen ends a line in mid-word."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, heading or list item of one article."""

    text: str
    pieces: tuple[Span, ...]
    """In text coordinates; more than one where the layout cuts the sentence."""
    block: BlockKind
    article: int
    paragraph: int
    """Number of the paragraph within the article."""
    first: bool
    """Whether it opens its paragraph."""
    furniture: bool


def units(document: Document, article: Article) -> tuple[Unit, ...]:
    """The article's units in reading order."""
    return tuple(
        unit
        for number, paragraph in enumerate(article.paragraphs)
        for unit in _of_paragraph(document, article.number, number, paragraph)
    )


def _of_paragraph(document: Document, article: int, number: int, paragraph: Paragraph) -> Iterator[Unit]:
    text, places = _joined(document, paragraph.pieces)
    whole = paragraph.kind is BlockKind.HEADING or paragraph.furniture
    spans = (Span(0, len(text)),) if whole else sentences.split(text)
    for index, span in enumerate(spans):
        yield Unit(
            text=" ".join(text[span.start : span.end].split()),
            pieces=_pieces(document, places[span.start : span.end]),
            block=paragraph.kind,
            article=article,
            paragraph=number,
            first=index == 0,
            furniture=paragraph.furniture,
        )


def _joined(document: Document, pieces: Sequence[Span]) -> tuple[str, list[int]]:
    """The paragraph as one string, and for each of its characters the place in the document's text (-1 for a join)."""
    text, places = "", list[int]()
    for piece in pieces:
        words = document.slice(piece)
        if _CUT_WORD.search(text) and words[:1].islower():
            text, places = text[:-1], places[:-1]
        elif text:
            text, places = text + " ", [*places, -1]
        text += _CUT_LINE.sub("", words)
        places.extend(_kept(words, piece.start))
    return text, places


def _kept(words: str, start: int) -> Iterator[int]:
    """The places of a piece's characters, without those of hyphens that only end a line."""
    done = 0
    for cut in _CUT_LINE.finditer(words):
        yield from range(start + done, start + cut.start())
        done = cut.end()
    yield from range(start + done, start + len(words))


def _pieces(document: Document, places: list[int]) -> tuple[Span, ...]:
    """Runs of consecutive places. A hyphen that was closed does not cut a run in two within one layout block."""
    # Nearly every sentence stands in one piece: no character of it needs a look.
    if places and list(range(places[0], places[0] + len(places))) == places and places[0] >= 0:
        return (Span(places[0], places[-1] + 1),)
    runs: list[Span] = []
    for place in places:
        if place < 0:
            continue
        if runs and runs[-1].end <= place and not _CUT_LINE.sub("", document.text[runs[-1].end : place]):
            runs[-1] = Span(runs[-1].start, place + 1)
        else:
            runs.append(Span(place, place + 1))
    return tuple(runs)
