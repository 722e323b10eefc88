"""Newspaper pages made up of articles of the bank, as they come out when a page is copied as text, with the exact truth beside each character.

A page is drawn from a seed alone: two to five articles are cut into pieces as columns cut them (after a paragraph, after a sentence, inside a sentence,
inside a word), the pieces of the articles are shuffled together in order, and captions, running heads, credits and jump lines are set between. Characters are
then damaged as by optical recognition.
"""

from __future__ import annotations

import random
import re
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from generator.analysis import sentences
from generator.model import Block, BlockKind, Document

_OTHER_GENRES = re.compile(r"podcast|forum|newsletter|digest|snippets|Q&A|OCR|memo|parliamentary", re.IGNORECASE)
FURNITURE = -1
"""The label of what belongs to no article."""
_CUTS = (("paragraph", 0.45), ("sentence", 0.2), ("words", 0.26), ("word", 0.09))
"""Where a column ends, and how often."""
_LOOK_ALIKES = """
a:o b:h c:e d:cl e:c f:t g:q h:b i:l k:lc l:1 m:rn n:u o:0 p:n q:g r:n s:5 t:f u:n v:y w:vv x:z y:v z:2
B:8 D:O G:C I:l O:0 S:5 Z:2 .:, ,:. 1:l 5:S 0:O
"""
_CONFUSED = dict(pair.split(":") for pair in _LOOK_ALIKES.split())
"""What optical recognition makes of a character."""
_NAMES = ("Ada Reeve", "Jory Lund", "Tove Ask", "Pia Stroem", "Nadim Okoye", "Ines Calder", "Otto Varga", "Mei Tanaka")
_AGENCIES = ("COAST PRESS", "HARBOUR OFFICE", "VALLEY PICTURES", "STAFF")
_RUNNING = (
    *("THE COASTAL COURIER", "Page 4", "7", "SATURDAY, AUGUST 19, 2031", "The Coastal Courier | Saturday, August 19, 2031 | 4", "NEWS"),
    *("www.coastalcourier.example", "WORLD & NATION", "4 THE COASTAL COURIER", "COASTAL COURIER — WEEKEND EDITION"),
)  # fmt: skip


class Style(StrEnum):
    """How the page's text is set."""

    SPACED = "blank lines between blocks"
    TIGHT = "no blank lines"
    WRAPPED = "narrow lines"


@dataclass(frozen=True, slots=True)
class Page:
    """A page and its truth."""

    text: str
    labels: tuple[int, ...]
    """For each character the number of its article on the page, or FURNITURE."""
    joins: tuple[tuple[int, int], ...]
    """Places in `text` of the last character before a cut inside a sentence and of the first after it."""


@dataclass(slots=True)
class _Sheet:
    """A page being written."""

    draw: random.Random
    noise: float
    text: list[str] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    joins: list[tuple[int, int]] = field(default_factory=list)
    open: dict[int, int] = field(default_factory=dict)
    """Article -> place of the last character of a sentence that a column has cut."""

    def write(self, words: str, label: int, style: Style, mark: str = "") -> None:
        words = "".join(_damaged(self.draw, words, self.noise))
        if style is Style.WRAPPED and not mark:
            words = "\n".join(_wrapped(self.draw, words))
        start = len(self.text) + len(mark)
        self.text += [*mark, *words]
        self.labels += [label] * (len(mark) + len(words))
        if label in self.open:
            self.joins.append((self.open.pop(label), start))
        gap = "\n" if style is Style.TIGHT else "\n\n"
        self.text += gap
        self.labels += [FURNITURE] * len(gap)

    def leave_open(self, label: int) -> None:
        at = len(self.text) - 1
        while self.text[at].isspace():
            at -= 1
        self.open[label] = at


def page(stock: Sequence[Document], seed: int, noise: float, style: Style, *, whole: bool = False) -> Page:
    """A page of two to five of the articles in `stock`; with `whole`, each stands in one piece after the other."""
    draw = random.Random(seed)
    chosen = draw.sample(list(stock), draw.randint(2, 5))
    sheet = _Sheet(draw, noise)
    marked = style is Style.SPACED and draw.random() < 0.6
    pieces = [_pieces(draw, document, whole) for document in chosen]
    order = _order(draw, [len(of) for of in pieces], whole)
    done = [0] * len(pieces)
    for number in order:
        first = done[number] == 0
        if first:
            _head(sheet, chosen[number], number, style, marked)
        elif draw.random() < 0.1:
            sheet.write(f"{draw.choice(['From', 'Continued from'])} page {draw.randint(1, 9)}", FURNITURE, style)
        _piece(sheet, pieces[number][done[number]], number, style)
        done[number] += 1
        if not whole or draw.random() < 0.3:
            _between(sheet, chosen, style)
    return Page("".join(sheet.text), tuple(sheet.labels), tuple(sheet.joins))


def suits(document: Document, genre: str) -> bool:
    """Whether an article can stand on a newspaper's page: under a headline, of some length, and no digest, thread or page of its own."""
    blocks = document.blocks
    if _OTHER_GENRES.search(genre):
        return False
    headline = document.slice(blocks[0].span).split() if blocks else []
    return len(blocks) > 6 and blocks[0].kind is BlockKind.HEADING and len(headline) >= 4


def _head(sheet: _Sheet, document: Document, number: int, style: Style, marked: bool) -> None:
    if sheet.draw.random() < 0.15:
        sheet.write(sheet.draw.choice(["OPINION", "Comment", "Business", "Voices"]), FURNITURE, style, "## " * marked)
    sheet.write(document.slice(document.blocks[0].span), number, style, "## " * marked)
    if sheet.draw.random() < 0.6:
        sheet.write(f"By {sheet.draw.choice(_NAMES)}", FURNITURE, style)


def _between(sheet: _Sheet, chosen: Sequence[Document], style: Style) -> None:
    draw = sheet.draw
    if draw.random() < 0.35:
        document = draw.choice(chosen)
        words = document.slice(document.blocks[-1].span)
        shown = words[: sentences.split(words)[0].end]
        forms = (f"{shown} (PHOTO: {draw.choice(_AGENCIES)})", f"Photo: {draw.choice(_NAMES)}", f"[Picture: {shown}]")
        sheet.write(draw.choice(forms), FURNITURE, style)
    if draw.random() < 0.2:
        sheet.write(draw.choice(_RUNNING), FURNITURE, style)


@dataclass(frozen=True, slots=True)
class _Part:
    """A block, or the part of one that a column holds."""

    words: str
    kind: BlockKind
    cut: bool
    """It ends inside a sentence."""


def _pieces(draw: random.Random, document: Document, whole: bool) -> list[list[_Part]]:
    """The article without its headline, as the columns hold it."""
    blocks = document.blocks[1 : 1 + draw.randint(6, 16)]
    count = 1 if whole else draw.choice([1, 2, 2, 3, 3, 4])
    bodies = [i for i, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH and len(block.span) > 120]
    cuts = {i: _cut(draw, document, blocks[i]) for i in draw.sample(bodies, min(count - 1, len(bodies)))}
    pieces: list[list[_Part]] = [[]]
    for index, block in enumerate(blocks):
        words = document.slice(block.span)
        if index not in cuts:
            pieces[-1].append(_Part(words, block.kind, False))
            continue
        before, after, inside = cuts[index]
        pieces[-1].append(_Part(before, block.kind, inside))
        pieces.append([_Part(after, block.kind, False)] if after else [])
    return [piece for piece in pieces if piece]


def _cut(draw: random.Random, document: Document, block: Block) -> tuple[str, str, bool]:
    """What stands before the end of the column, what stands after, and whether a sentence is cut."""
    words = document.slice(block.span)
    (form,) = draw.choices([name for name, _ in _CUTS], [weight for _, weight in _CUTS])
    spans = sentences.split(words)
    if form == "paragraph" or (form == "sentence" and len(spans) < 2):
        return words, "", False
    if form == "sentence":
        at = draw.choice(spans[:-1]).end
        return words[:at], words[at:].lstrip(), False
    long = [m for m in re.finditer(r"[a-z]{8,}", words) if 20 < m.start() < len(words) - 20]
    if form == "word" and long:
        at = draw.choice(long).start() + 4
        return words[:at] + "-", words[at:], True
    gaps = [m.start() for m in re.finditer(r"(?<=[\w,]) (?=\w)", words) if 20 < m.start() < len(words) - 20]
    at = draw.choice(gaps)
    return words[:at], words[at + 1 :], True


def _piece(sheet: _Sheet, parts: Sequence[_Part], number: int, style: Style) -> None:
    for part in parts:
        sheet.write(part.words, number, style, "- " if part.kind is BlockKind.ITEM else "")
        if part.cut:
            sheet.leave_open(number)


def _order(draw: random.Random, counts: Sequence[int], whole: bool) -> Iterator[int]:
    """Numbers of articles, each as often as it has pieces, begun in order."""
    left = list(counts)
    begun, last = 0, -1
    while any(left):
        ready = [i for i in range(begun) if left[i]]
        others = [i for i in ready if i != last]
        if begun < len(left) and (not ready or whole or draw.random() < 0.4):
            last, begun = begun, begun + 1
        else:
            last = draw.choice(others if others and draw.random() < 0.8 else ready)
        left[last] -= 1
        yield last


def _damaged(draw: random.Random, words: str, noise: float) -> Iterator[str]:
    """Half of the damage is a look-alike, the rest another letter, one more or one less."""
    for character in words:
        if draw.random() >= noise or character.isspace():
            yield character
            continue
        kind = draw.random()
        if kind < 0.5:
            yield _CONFUSED.get(character, character)
        elif kind < 0.7:
            yield draw.choice(string.ascii_lowercase)
        elif kind < 0.85:
            yield character + draw.choice(".'-,il")


def _wrapped(draw: random.Random, words: str) -> Iterator[str]:
    """Lines of a column, words cut at some ends."""
    line = ""
    for word in words.split():
        room = _WIDTH - len(line) - 2
        if line and len(line) + 1 + len(word) > _WIDTH:
            if room >= 3 and re.fullmatch(r"[a-z]{7,}", word) and draw.random() < 0.5:
                at = min(room, len(word) - 3)
                yield f"{line} {word[:at]}-"
                line = word[at:]
            else:
                yield line
                line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


_WIDTH = 44
"""Characters of a column's line."""
