"""Nothing is said of a source but where its file lies: no title, no author, no date, not even what kind of text it is.

A reader who follows a note wants to know what it leads to, and the bibliography has nothing to print. What the article does not state a person
may infer, with the ground; that nobody can tell where a text comes from is worth saying too, as its kind.

Bad: an entry in `seeds/sources.yml` with `file`, `sha256` and `speaks` alone.

Good: the same entry with `title: …`; or, where the article states nothing of the kind, with
`type: {inferred: document, because: nothing in the text shows where it was published}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.lint.page import LintPage
from generator.model import Diagnostic, Evidence

NAME = "undescribed-source"

_DESCRIPTION = "seeds/sources.yml"
_WANTED = ("title", "author", "issued", "type")
_NOT_KNOWN = "type: {inferred: document, because: nothing in the text shows where it was published}"


def find_all(_: Sequence[LintPage], evidence: Evidence) -> Iterator[Diagnostic]:
    """One finding for each source that has none of them, stated or inferred."""
    for key, source in evidence.sources.items():
        if not any(field in source.metadata for field in _WANTED):
            message = f"nothing says what “{key}” is: the entry has neither title nor author nor date (`issued`) nor kind (`type`)"
            advice = f"write under “{key}” what the article states, such as `title: …`; where it states nothing: {_NOT_KNOWN}"
            yield Diagnostic(_DESCRIPTION, 0, 0, NAME, message, advice)
