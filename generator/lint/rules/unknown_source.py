"""A citation names a source that `seeds/sources.yml` does not list.

Without the source the words cannot be compared, and the reader has nowhere to look.

Bad, where the key is `gazette`:

    [^vote]: @gazete "the vote was postponed"

Good:

    [^vote]: @gazette "the vote was postponed"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.model import Diagnostic, Match

NAME = "unknown-source"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such citation."""
    return page.failures(Match.UNKNOWN_SOURCE, NAME)
