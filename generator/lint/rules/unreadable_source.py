"""A citation names a source whose file cannot be read.

The words may be right, but nothing shows it. The fault is in `seeds/`, not on the page: a file is missing, or in a format
or an encoding that no reader knows.

Bad: `seeds/sources.yml` has `file: gazette.txt`, and there is no such file.

Good: the file stands at `seeds/gazette.txt`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.model import Diagnostic, Match

NAME = "unreadable-source"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such citation."""
    return page.failures(Match.UNREADABLE_SOURCE, NAME)
