"""The source does not have the words that a citation quotes.

Everything on a page rests on words that the reader can look up. A changed digit or a dropped "not" is no longer what the
source says. Only the form of quotation marks, dashes, blanks and line breaks may differ.

Bad, where the source has "21 percent":

    [^share]: @gazette "fell by 12 percent"

Good:

    [^share]: @gazette "fell by 21 percent"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.model import Diagnostic, Match

NAME = "altered-quote"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such citation."""
    return page.failures(Match.ABSENT, NAME)
