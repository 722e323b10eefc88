"""A page as rows: pieces of lines that remember where on disk they stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

import yaml

OPAQUE = "\x02"
"""Stands for code or raw HTML. The character cannot come from the page: `read` drops it."""

TAB = 4

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:\.{3}|---)[ \t]*(?:\n|\Z)", re.DOTALL)
_FRAMING = {ord("\x02"): None, ord("\x03"): None}


class Row(NamedTuple):
    """A piece of a line, tabs expanded."""

    text: str
    line: int
    """Line on disk, from 1."""
    offset: int
    """Column of the first character, from 0, on the line with its tabs expanded."""

    def cut(self, start: int, end: int | None = None) -> Row:
        """The piece from `start` to `end`, in characters of this piece."""
        return Row(self.text[start:end], self.line, self.offset + start)

    def indented(self, columns: int = TAB) -> bool:
        return self.text.startswith(" " * columns)


class Page:
    """A page's rows, and the way from them to columns on disk."""

    def __init__(self, markdown: str) -> None:
        self._lines = lines_of(markdown)
        self._widths: dict[int, list[int]] = {}
        first = _front_matter_lines("\n".join(self._lines))
        self.rows = [_row(line, number) for number, line in enumerate(self._lines[first:], first + 1)]

    def column(self, line: int, offset: int) -> int:
        """Column on disk, from 1, of an offset on the expanded line."""
        widths = self._widths.get(line)
        if widths is None:
            widths = self._widths[line] = _widths(self._lines[line - 1])
        column = min(bisect_left(widths, offset), len(widths) - 1)
        return column + 1 + max(0, offset - widths[column])


def lines_of(markdown: str) -> list[str]:
    """The page's lines as an editor counts them, without a byte order mark."""
    return markdown.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")


def split_at_blank_rows(rows: Sequence[Row]) -> list[list[Row]]:
    """Blocks of rows. One blank row parts two blocks; a second one begins the next block, a third is a block itself."""
    blocks: list[list[Row]] = []
    start = 0
    while start < len(rows):
        end = start + 1
        while end < len(rows) and not (rows[end].text == "" and end + 1 < len(rows)):
            end += 1
        blocks.append(list(rows[start:end]))
        start = end + 1
    return blocks


def _widths(line: str) -> list[int]:
    """How wide the line is with its tabs expanded, before its first character and after each."""
    widths = [0]
    for character in line:
        step = 0 if character in "\x02\x03" else TAB - widths[-1] % TAB if character == "\t" else 1
        widths.append(widths[-1] + step)
    return widths


def _row(line: str, number: int) -> Row:
    text = line.translate(_FRAMING).expandtabs(TAB)
    return Row(text if text.strip(" ") else "", number, 0)


def _front_matter_lines(text: str) -> int:
    """How many lines at the head of the page are front matter: YAML that gives a mapping, as MkDocs reads it."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return 0
    try:
        found = yaml.safe_load(match[1])
    except (yaml.YAMLError, ValueError, RecursionError):
        return 0
    return match[0].rstrip("\n").count("\n") + 1 if isinstance(found, dict) else 0
