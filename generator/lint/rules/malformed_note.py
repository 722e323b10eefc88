"""A note's text is none of the three forms: citation, derivation, editor's note.

A note that cannot be read rests a statement on nothing, although it looks like a reference.

Bad:

    [^vote]: see the Gazette of Monday

Good:

    [^vote]: @gazette "the vote was postponed"
    [^none]: = none-quoted "Harbour Board"
    [^later]: editor: Ana Reis, 2026-11-22, https://example.org/result
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.model import Diagnostic, Malformed

NAME = "malformed-note"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such note, where its text begins."""
    for note in page.scanned.notes:
        if isinstance(note.body, Malformed):
            yield page.at(note.line, note.body_column, NAME, note.body.problem, note.body.help)
