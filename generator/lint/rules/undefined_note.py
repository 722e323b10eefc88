"""The text refers to a note that the page does not define.

The mark stays on the page as it was typed, and the statement rests on nothing. Often the label is misspelt, or the note
stands where Markdown does not see it: right under a table or inside code.

Bad:

    The vote was postponed.[^vote]

Good:

    The vote was postponed.[^vote]

    [^vote]: @gazette "the vote was postponed"
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.citations.grammar import KEY
from generator.lint.page import LintPage
from generator.model import Diagnostic, Reference

NAME = "undefined-note"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such mark."""
    labels = list(dict.fromkeys(note.label for note in page.scanned.notes))
    for reference in page.scanned.references:
        if reference.label not in labels:
            yield page.at(
                reference.line,
                reference.column,
                NAME,
                f"there is no note [^{reference.label}] on this page",
                _help(page, reference, labels),
            )


def _help(page: LintPage, reference: Reference, labels: list[str]) -> str:
    label = reference.label
    line = page.lines[reference.line - 1]
    if line[reference.column - 1 :].startswith(f"[^{label}]:") and not line[: reference.column - 1].strip():
        return "this line belongs to what stands above it; to define the note here, put a blank line before it"
    close = get_close_matches(label, labels, 1, 0.6)
    if close:
        return f"did you mean [^{close[0]}]?"
    if KEY.fullmatch(label):
        return f'add a line, with a blank line before it: [^{label}]: @key "words"'
    return f"where no note is meant, write \\[^{label}]"
