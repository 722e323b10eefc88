"""Cutting text at the borders of marked words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.model import Document, Passage, Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters under the same marks."""

    text: str
    marks: tuple[str, ...] = ()
    """Names of the marks that cover it, in the order in which they were given."""
    starts: tuple[str, ...] = ()
    """Names of the marks whose first character opens this segment."""


def segments(document: Document, span: Span, marks: Sequence[tuple[str, Span]]) -> list[Segment]:
    """The text of `span`, cut wherever one of `marks` begins or ends. Marks may overlap, and may reach beyond the span.

    A mark that begins before the span opens the first segment it covers; whoever needs ids to be unique keeps count.
    """
    inside = [(name, mark) for name, mark in marks if mark.overlap(span)]
    borders = {span.start, span.end}
    for _, mark in inside:
        borders |= {max(mark.start, span.start), min(mark.end, span.end)}
    ordered = sorted(borders)
    opened: set[str] = set()
    cut = []
    for start, end in pairwise(ordered):
        piece = Span(start, end)
        covering = tuple(dict.fromkeys(name for name, mark in inside if mark.covers(piece)))
        cut.append(Segment(document.slice(piece), covering, tuple(name for name in covering if name not in opened)))
        opened.update(covering)
    return cut


def by_source(passages: Iterable[Passage]) -> Mapping[str, Sequence[Passage]]:
    """The passages of each source, by its key, in their order."""
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        found[passage.source].append(passage)
    return found


def passages_at(passages: Iterable[Passage], spans: Sequence[Span]) -> tuple[Passage, ...]:
    """The passages that share at least one character with `spans`, in the order of the source."""
    return tuple(
        passage for passage in passages if any(piece.overlap(span) for piece in passage.pieces for span in spans)
    )


def in_context(document: Document, passages: Sequence[Passage], spans: Sequence[Span]) -> list[Segment]:
    """The cited words, marked "cited", within the sentences they belong to; within their blocks where analysis has none.

    Pieces of a sentence that the layout cut apart are joined by a blank; a gap between sentences shows as "[…]".
    """
    marks = [("cited", span) for span in spans]
    cut: list[Segment] = []
    before: Passage | None = None
    for piece, passage in _context_pieces(document, passages, spans):
        following = segments(document, piece, marks)
        if cut:
            cut.append(_joint(cut[-1], following[0], adjacent=_adjacent(before, passage)))
        cut += following
        before = passage
    return [
        Segment("".join(segment.text for segment in run), marks)
        for marks, run in groupby(cut, key=lambda segment: segment.marks)
    ]


def _context_pieces(
    document: Document, passages: Sequence[Passage], spans: Sequence[Span]
) -> list[tuple[Span, Passage | None]]:
    found: list[tuple[Span, Passage | None]] = [(piece, passage) for passage in passages for piece in passage.pieces]
    if found and all(_covered(document, span, [piece for piece, _ in found]) for span in spans):
        return found
    return [(block.span, None) for block in document.blocks if any(block.span.overlap(span) for span in spans)]


def _covered(document: Document, span: Span, pieces: Sequence[Span]) -> bool:
    left_out = (at for at in range(span.start, span.end) if not any(piece.start <= at < piece.end for piece in pieces))
    return all(document.text[at].isspace() for at in left_out)


def _adjacent(before: Passage | None, after: Passage | None) -> bool:
    if before is None or after is None:
        return False
    return before is after or after.order == before.order + 1


def _joint(before: Segment, after: Segment, *, adjacent: bool) -> Segment:
    both = tuple(mark for mark in before.marks if mark in after.marks)
    return Segment(" ", both) if adjacent else Segment(" […] ")
