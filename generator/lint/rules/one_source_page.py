"""All citations of a page come from one source, though there are more.

A page that rests on one voice tells that voice's story. Where other sources speak of the matter, they belong beside it; where none
does, the page says so.

Bad: a page with four notes, all of them to @gazette, in a project with three sources.

Good: the same page with what @herald says of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.model import Diagnostic

NAME = "one-source-page"

_LEAST_NOTES = 4
"""Citations from which a page is one that tells a story; fewer are a page in the making."""


def find(page: LintPage) -> Iterator[Diagnostic]:
    """At most one finding a page, about it as a whole."""
    keys = [one.citation.key for one in page.notes.cited.values()]
    if len(keys) >= _LEAST_NOTES and len(set(keys)) == 1 and len(page.evidence.sources) > 1:
        yield page.at(
            0,
            0,
            NAME,
            f"all {len(keys)} citations of this page come from @{keys[0]}",
            "add what the other sources say of it, or say on the page that only this one does",
        )
