"""A derivation does not hold over the evidence as it is now.

A derived statement is computed from all sources at every build. A new source can make it false: the company that none of
the sources quoted is quoted now.

Bad, where a source quotes the Harbour Board:

    The Harbour Board is not quoted in these sources.[^none]

    [^none]: = none-quoted "Harbour Board"

Good: the statement is rewritten, and cites what the Harbour Board says.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.model import Derivation, Diagnostic

NAME = "false-derivation"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such note; a derivation of an unknown name does not hold either."""
    for note in page.scanned.notes:
        if not isinstance(note.body, Derivation):
            continue
        computed = page.compute(note.body)
        if not computed.holds:
            yield page.at(
                note.line,
                note.body_column,
                NAME,
                f"the statement does not hold: {computed.explanation}",
                "rewrite the statement, or delete it with its note",
            )
