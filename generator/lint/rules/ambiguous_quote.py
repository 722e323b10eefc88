"""The words of a citation stand in several places of their source.

The note leads to one passage. Where the words stand twice, nobody knows which was meant, and a reader may be sent to
another statement than the one that was quoted.

Bad, where the source says so of two towns:

    [^rise]: @gazette "prices rose again"

Good:

    [^rise]: @gazette "in Porto prices rose again"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.model import Diagnostic, Match

NAME = "ambiguous-quote"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such citation."""
    return page.failures(Match.AMBIGUOUS, NAME)
