"""The title of a page and the heading that a line of it stands under, read from its Markdown."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from generator.citations.escape import unescape

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*(?:\{[^{}]*\})?[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_INLINE = re.compile(r"(\\[!-/:-@\[-`{-~])|\[\^[^\]]*\]|[*`]")


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of one page."""

    title: str
    """Text of the first heading of level 1, else the file's name without its ending."""
    headings: tuple[tuple[int, str], ...]
    """(line from 1, text) of every other heading, in order."""

    def heading_at(self, line: int) -> str:
        """Text of the heading that `line` stands under, "" before the first."""
        at = bisect_right(self.headings, line, key=lambda heading: heading[0])
        return self.headings[at - 1][1] if at else ""


def outline(path: str, markdown: str) -> Outline:
    """The outline of the page at `path`; what looks like a heading inside fenced code is none."""
    title = ""
    headings: list[tuple[int, str]] = []
    fence = ""
    for number, line in enumerate(markdown.splitlines(), start=1):
        marker = _FENCE.match(line)
        if marker and not fence:
            fence = marker[1]
        elif fence:
            if marker and marker[1].startswith(fence):
                fence = ""
        elif heading := _HEADING.match(line):
            text = unescape(_INLINE.sub(r"\1", heading[2])).strip()
            if len(heading[1]) == 1 and not title:
                title = text
            else:
                headings.append((number, text))
    return Outline(title or path.rpartition("/")[2].removesuffix(".md"), tuple(headings))
