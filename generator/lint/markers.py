"""The lines that a merge leaves around a conflict. They are no text of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.citations.fences import hide_fences
from generator.citations.rows import Page, Row, lines_of

_MARKER = re.compile(r"(?P<kind><{7}|\|{7}|={7}|>{7})(?: .*)?")


def markers(markdown: str) -> Iterator[tuple[Row, str]]:
    """Each marker line outside code, with its marker; `=======` counts after `<<<<<<<` only, for it also underlines headings."""
    inside = False
    for row in hide_fences(Page(markdown).rows):
        marker = _MARKER.fullmatch(row.text)
        if marker and (inside or not marker["kind"].startswith("=")):
            inside = not marker["kind"].startswith(">")
            yield row, marker["kind"]


def without_markers(markdown: str) -> str:
    """The page with a blank line for each marker, so that nothing is taken for prose that is none and no place moves."""
    blank = {row.line for row, _ in markers(markdown)}
    if not blank:
        return markdown
    return "\n".join("" if number in blank else line for number, line in enumerate(lines_of(markdown), 1))
