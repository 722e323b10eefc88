"""Reader of plain text: lines, list items, nothing else. No character has a special meaning."""

from __future__ import annotations

from collections.abc import Iterator

from generator.ingest import lines
from generator.ingest.blocks import Draft
from generator.ingest.lines import Line
from generator.ingest.mapped import Mapped
from generator.model import BlockKind


def read(text: Mapped) -> list[Draft]:
    """The blocks of a plain text."""
    found = lines.split(text)
    return list(lines.group(_marked(found), lines.wrapped_width([line.text for line in found])))


def _marked(found: list[Mapped]) -> Iterator[Line]:
    texts = [line.text for line in found]
    for index, line in enumerate(found):
        marker = lines.marker_length(texts, index)
        if lines.is_rule(line.text):
            yield Line(line[:0])
        elif marker:
            yield Line(line[marker:], BlockKind.ITEM, opens=True)
        else:
            yield Line(line)
