"""A note is defined and nothing on the page refers to it.

Its quote supports no statement: the statement was deleted or moved to another page, or its mark is misspelt.

Bad:

    The vote was postponed.

    [^vote]: @gazette "the vote was postponed"

Good:

    The vote was postponed.[^vote]

    [^vote]: @gazette "the vote was postponed"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.model import Diagnostic

NAME = "unused-note"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such label, at its first definition."""
    unused = {note.label: note for note in reversed(page.scanned.notes)}
    for reference in page.scanned.references:
        unused.pop(reference.label, None)
    for note in unused.values():
        yield page.at(
            note.line,
            note.column,
            NAME,
            f"nothing on this page refers to the note [^{note.label}]",
            f"write [^{note.label}] after the statement that rests on it, or delete the note",
        )
