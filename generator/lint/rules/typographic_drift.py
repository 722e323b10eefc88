"""The words of a note are the source's, but not its quotation marks, dashes or blanks.

Such a note is sound, and passes. The rule is off by default for that reason; `explainer check --fix` writes the source's own characters.

Bad, where the source has a curly apostrophe:

    The residents don't object, the Herald wrote.[^object]

    [^object]: @herald "The residents don't object"

Good:

    The residents don’t object, the Herald wrote.[^object]

    [^object]: @herald "The residents don’t object"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.model import Diagnostic, Match

NAME = "typographic-drift"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such note, where its text begins."""
    for note, verdict in page.verdicts:
        if verdict.match is Match.NORMALISED:
            message = "the words match, their quotation marks, dashes or blanks are not the source's"
            yield page.at(note.line, note.body_column, NAME, message, "type: explainer check --fix")
