"""A note quotes fewer than three words, and less than half of a sentence.

One or two words can be found anywhere and bear out nothing: the reader who looks them up learns that the source has used them.

Bad:

    The vote was put off, the Gazette wrote.[^vote]

    [^vote]: @gazette "was postponed"

Good:

    The vote was put off, the Gazette wrote.[^vote]

    [^vote]: @gazette "the vote was postponed"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.citations.joins import LEAST_WORDS
from generator.lint.page import LintPage
from generator.lint.statements import Cited
from generator.lint.words import words
from generator.model import Citation, Diagnostic

NAME = "quote-too-short"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such note, where its text begins."""
    for note, verdict in page.verdicts:
        if (
            isinstance(note.body, Citation)
            and verdict.passes
            and _is_short(note.body.words, page.notes.cited[note.label])
        ):
            yield page.at(
                note.line,
                note.body_column,
                NAME,
                f"“{note.body.words}” is too short to rest a statement on",
                f"quote at least {LEAST_WORDS} words, with the verb that says it",
            )


def _is_short(quoted: str, cited: Cited) -> bool:
    length = len(words(quoted))
    sentence = min((len(words(passage.text)) for passage in cited.passages), default=LEAST_WORDS * 2)
    return length < LEAST_WORDS and length * 2 < sentence
