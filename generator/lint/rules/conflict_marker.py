"""A merge left its markers on the page.

Both sides of the conflict would be published, with the markers between them. A page with markers is also never merged
again until they are gone.

Bad:

    <<<<<<< yours
    The vote was postponed.[^vote]
    =======
    The vote took place.[^vote]
    >>>>>>> generated

Good: one of the two sides, or both as two statements, without the three marker lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.citations.fences import hide_fences
from generator.citations.rows import Page
from generator.lint.page import LintPage
from generator.model import Diagnostic

NAME = "conflict-marker"


_MARKER = re.compile(r"(?P<kind><{7}|\|{7}|={7}|>{7})(?: .*)?")


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each marker line outside code; `=======` counts after `<<<<<<<` only, for it also underlines headings."""
    inside = False
    for row in hide_fences(Page(page.markdown).rows):
        marker = _MARKER.fullmatch(row.text)
        if not marker or (marker["kind"].startswith("=") and not inside):
            continue
        inside = not marker["kind"].startswith(">")
        yield page.at(
            row.line,
            1,
            NAME,
            f"“{marker['kind']}” marks a conflict that a merge left open",
            "keep the text that is right, and delete the lines of markers",
        )
