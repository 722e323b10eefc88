"""A note quotes more than sixty words.

A reader who looks up a statement wants the words that bear it out, not the paragraph. Long quotations also go beyond what may be
quoted of somebody's text, and hide that only a part of them has to do with the statement.

Bad: a note with a whole paragraph of the source.

Good: a note with the clause that the statement rests on, or two clauses joined by `[...]`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.lint.words import words
from generator.model import Citation, Diagnostic

NAME = "quote-too-long"

MOST_WORDS = 60
"""Two long sentences of a newspaper. Not tuned."""


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such note, where its text begins."""
    for note, _ in page.verdicts:
        length = len(words(note.body.words)) if isinstance(note.body, Citation) else 0
        if length > MOST_WORDS:
            yield page.at(
                note.line,
                note.body_column,
                NAME,
                f"the quotation has {length} words, more than {MOST_WORDS}",
                "quote the clause that the statement rests on, or join two by [...]",
            )
