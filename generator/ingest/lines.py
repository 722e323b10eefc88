"""Lines and what they make up: whether a line is a paragraph of its own or wrapped, list markers, separators.

Nothing in a text file says which it is, so the file as a whole decides: wrapped lines have a bounded width and run on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.ingest.blocks import Draft
from generator.ingest.mapped import Mapped
from generator.model import BlockKind

_LINE = re.compile("[^\n\r\v\f\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x85\u2028\u2029])|[^\n\r\v\f\x85\u2028\u2029]+")
_MARKER = re.compile(r"\s*(?:[-*+•‣⁃◦▪●○■∙·]|\d{1,3}[.)])\s+(?=\S)")
_BARE_MARKER = re.compile(r"\s*[-*•‣⁃◦▪●○■∙·–—]\s*(?=[^\W\d_]|[\"'“‘«(])")
"""A marker that may touch its word (before a digit it is a minus): one only where a neighbouring line begins alike."""
_RULE = re.compile(r"\s*(?:([-=_*~#+·•–—])\s*)(?:\1\s*){2,}")
"""A line of nothing but one sign: it separates."""

# Wrapping. The bounds hold what columns of newspapers (30 to 40), books (65 to 75), mail (72), terminals (80) and editors
# (100) wrap to. The shares were set on five news articles, wrapped at 50, 72 and 100 and with one paragraph or one sentence
# a line: lines that run on are .78 or more of the wrapped ones and .11 or less of the others, filled ones .99 or more and
# .55 or less.
_NARROWEST, _WIDEST = 30, 110
_WIDTH_AT = 0.75
"""The rank of the line whose width counts, among those that another line follows: links may make a few much longer."""
_RUNS_ON = 0.4
_FILLED = 0.8
_FEWEST_FILLED = 3
_SHORT = 0.66
"""Of the width: a shorter line into which the next word would have fitted was ended on purpose."""
_LONGEST_WORD = 25
"""Scripts without spaces have "words" of any length."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line (with its ending) and what its own markup says about it."""

    text: Mapped
    """Without markers and prefixes."""
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    opens: bool = False
    """It begins a block whatever stands before."""
    closes: bool = False
    """Its block ends with it."""
    joins: bool = False
    """It belongs to the block before, whatever the widths say."""
    verbatim: bool = False
    """It is code."""

    @property
    def blank(self) -> bool:
        return not self.text.text.strip()


def split(text: Mapped) -> list[Mapped]:
    """The lines with their endings: CRLF, CR, LF, and the vertical tab, form feed, NEL, U+2028 and U+2029."""
    return [text[match.start() : match.end()] for match in _LINE.finditer(text.text)]


def is_rule(line: str) -> bool:
    """Whether the line only separates: `---`, `* * *`, `======`."""
    return _RULE.fullmatch(line) is not None


def marker_length(lines: Sequence[str], index: int) -> int:
    """How many characters at the start of a line are a list marker; 0 where it is no list item.

    A dash that touches its word counts where the line before or after begins with the same sign.
    """
    marker = _MARKER.match(lines[index])
    if marker:
        return marker.end()
    marker = _BARE_MARKER.match(lines[index])
    if marker:
        neighbours = [*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2]]
        if any(_BARE_MARKER.match(other) and other.lstrip()[0] == lines[index].lstrip()[0] for other in neighbours):
            return marker.end()
    return 0


def wrapped_width(lines: Sequence[str]) -> int:
    """The width at which the file's lines are wrapped; 0 where each line is a paragraph of its own."""
    pairs = [(a.strip(), b.strip()) for a, b in pairwise(lines) if a.strip() and b.strip()]
    if not pairs:
        return 0
    widths = sorted(len(before) for before, _ in pairs)
    width = widths[int(_WIDTH_AT * (len(widths) - 1))]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    runs_on = sum(_runs_on(before, after) for before, after in pairs)
    filled = sum(not _fits(before, after, width) for before, after in pairs)
    if runs_on >= _RUNS_ON * len(pairs) or (len(pairs) >= _FEWEST_FILLED and filled >= _FILLED * len(pairs)):
        return width
    return 0


def group(lines: Iterable[Line], width: int) -> Iterator[Draft]:
    """The blocks that the lines make up, where `width` is what `wrapped_width` gave."""
    block: list[Line] = []
    for line in lines:
        if block and (line.blank or line.opens or not _continues(block, line, width)):
            yield _block(block)
            block = []
        if not line.blank:
            block.append(line)
    if block:
        yield _block(block)


def _block(block: Sequence[Line]) -> Draft:
    return Draft(Mapped.join(line.text for line in block), block[0].kind, block[0].level, block[0].verbatim)


def _continues(block: Sequence[Line], line: Line, width: int) -> bool:
    if block[-1].closes:
        return False
    if line.joins or (block[0].kind is BlockKind.ITEM and line.text.text.startswith(("  ", "\t"))):
        return True
    last, text = block[-1].text.text.strip(), line.text.text.strip()
    return bool(width) and (_runs_on(last, text) or len(last) >= _SHORT * width or not _fits(last, text, width))


def _runs_on(before: str, after: str) -> bool:
    """Whether a sentence goes on in the next line, by its punctuation and by its next letter."""
    return before[-1] not in ".!?:" and after[0].islower()


def _fits(before: str, after: str, width: int) -> bool:
    """Whether the next line's first word would have fitted: then the line was ended on purpose."""
    word = after.split(maxsplit=1)[0]
    return len(before) + 1 + min(len(word), _LONGEST_WORD) <= width
