"""A note's label is not made of lower-case letters, digits and hyphens.

The label is part of the statement's address. Other characters are written differently by different builders, and links
to the statement break.

Bad:

    [^Vote postponed]: @gazette "the vote was postponed"

Good:

    [^vote-postponed]: @gazette "the vote was postponed"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.citations.grammar import KEY
from generator.lint.page import LintPage
from generator.model import Diagnostic

NAME = "bad-label"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such definition."""
    for note in page.scanned.notes:
        if not KEY.fullmatch(note.label):
            proposed = re.sub("[^a-z0-9]+", "-", note.label.lower()).strip("-") or "words-of-the-quote"
            yield page.at(
                note.line,
                note.column,
                NAME,
                f"“{note.label}” is no label: lower-case letters, digits and hyphens, beginning with a letter or digit",
                f"write [^{proposed}], here and where it is used",
            )
