"""Parts joined by `[...]` do not make one quote.

A join may shorten a quote, never turn it. The parts have at least three words each, stand in the source's order in one
paragraph, and what lies between them holds no negation, no hedge and no contrast.

Bad, where the source has "the ministry did not, its spokesman said, approve the sale of the mine":

    [^sale]: @gazette "the ministry did [...] approve the sale"

Good:

    [^sale]: @gazette "the ministry did not, its spokesman said, approve the sale"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.model import Diagnostic, Match

NAME = "bad-join"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such citation."""
    return page.failures(Match.BAD_JOIN, NAME)
