"""The title of a page, and the heading that a line of it stands under with its anchor, read from its Markdown."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from markdown.extensions.toc import slugify, unique

from generator.citations.escape import unescape

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*(\{[^{}]*\})?[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_INLINE = re.compile(r"(\\[!-/:-@\[-`{-~])|\[\^[^\]]*\]|[*`]")
_OWN_ANCHOR = re.compile(r"#([^\s{}#.]+)")
_NOT_AS_WRITTEN = re.compile(r"[\[\]<>&_\\{}|]")
"""What of a heading, its notes aside, may become other text than stands there: its anchor is then not to be known from here."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The headings of one page."""

    title: str
    """Text of the first heading of level 1, else the file's name without its ending."""
    headings: tuple[tuple[int, str], ...]
    """(line from 1, text) of every other heading, in order."""
    anchors: tuple[str, ...]
    """The id of each of these on the site, "" where it cannot be known without rendering the page."""

    def heading_at(self, line: int) -> str:
        """Text of the heading that `line` stands under, "" before the first."""
        at = self._at(line)
        return self.headings[at][1] if at >= 0 else ""

    def anchor_at(self, line: int) -> str:
        """The id of that heading, "" where there is none or it is not known."""
        at = self._at(line)
        return self.anchors[at] if at >= 0 else ""

    def _at(self, line: int) -> int:
        return bisect_right(self.headings, line, key=lambda heading: heading[0]) - 1


def outline(path: str, markdown: str) -> Outline:
    """The outline of the page at `path`; what looks like a heading inside fenced code is none."""
    title = ""
    headings: list[tuple[int, str]] = []
    anchors: list[str] = []
    taken: set[str] = set()
    for number, heading in _headings(markdown):
        raw, own = _INLINE.sub(r"\1", heading[2]), _OWN_ANCHOR.search(heading[3] or "")
        text = unescape(raw).strip()
        anchor = unique(own[1] if own else slugify(text, "-"), taken)
        if len(heading[1]) == 1 and not title:
            title = text
        else:
            headings.append((number, text))
            anchors.append(anchor if own or not _NOT_AS_WRITTEN.search(raw) else "")
    return Outline(title or path.rpartition("/")[2].removesuffix(".md"), tuple(headings), tuple(anchors))


def _headings(markdown: str) -> list[tuple[int, re.Match[str]]]:
    """Every heading with its line."""
    found = []
    fence = ""
    for number, line in enumerate(markdown.splitlines(), start=1):
        marker = _FENCE.match(line)
        if marker and not fence:
            fence = marker[1]
        elif fence:
            if marker and marker[1].startswith(fence):
                fence = ""
        elif heading := _HEADING.match(line):
            found.append((number, heading))
    return found
