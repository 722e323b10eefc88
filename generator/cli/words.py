"""Small forms that several commands print."""

from __future__ import annotations

_WIDTH = 72
"""Characters of a quotation in a list: with what stands before it a line of a wide terminal."""


def counted(number: int, noun: str) -> str:
    """A number with its noun, whose first word takes the plural: "1 page", "3 passages of context"."""
    head, _, tail = noun.partition(" of ")
    return f"{number} {head}{'s' * (number != 1)}{' of ' + tail if tail else ''}"


def short(text: str) -> str:
    """`text` on one line, cut where it is too long for a list."""
    line = " ".join(text.split())
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1].rstrip()}…"
