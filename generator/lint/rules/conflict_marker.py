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

from collections.abc import Iterator

from generator.lint.markers import markers
from generator.lint.page import LintPage
from generator.model import Diagnostic

NAME = "conflict-marker"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each marker line outside code."""
    for row, marker in markers(page.markdown):
        yield page.at(
            row.line,
            1,
            NAME,
            f"“{marker}” marks a conflict that a merge left open",
            "keep the text that is right, and delete the lines of markers",
        )
