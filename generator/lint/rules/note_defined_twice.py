"""Two notes of a page have the same label.

Python-Markdown takes the last one without a word, so that a statement silently rests on another quote than its author
gave it.

Bad:

    [^vote]: @gazette "the vote was postponed"
    [^vote]: @herald "the vote took place"

Good:

    [^vote-postponed]: @gazette "the vote was postponed"
    [^vote-held]: @herald "the vote took place"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.model import Diagnostic

NAME = "note-defined-twice"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each definition after the first."""
    first: dict[str, int] = {}
    for note in page.scanned.notes:
        line = first.setdefault(note.label, note.line)
        if note.line != line:
            yield page.at(
                note.line,
                note.column,
                NAME,
                f"the note [^{note.label}] is defined already on line {line}; only the last definition would be shown",
                "give this one another label, here and where it is used, or delete one of the two",
            )
