"""Nobody has said who speaks in a source, or nothing is said of it but where its file lies: no title, no author, no date, not even what kind of text it is.

Until somebody says in `speaks` who speaks, as in "opinion column" or "company statement", every note on the source tells readers "Not described yet". A reader who follows a note wants to know what it leads to, and the bibliography has nothing to print. What the article does not state a person
may infer, with the ground; that nobody can tell where a text comes from is worth saying too, as its kind.

Bad: an entry in `seeds/sources.yml` with `file`, `sha256` and `speaks` alone, or with the `speaks: {inferred: not described yet, …}` that `explainer add` writes.

Good: the same entry with `title: …` and, say, `speaks: {inferred: signed news report, because: it bears a byline and tells both sides}`; or, where the article states nothing of the kind, with
`type: {inferred: document, because: nothing in the text shows where it was published}`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.lint.page import LintPage
from generator.model import Diagnostic, Evidence

NAME = "undescribed-source"

_DESCRIPTION = "seeds/sources.yml"
_WANTED = ("title", "author", "issued", "type")
_SPEAKS = "speaks: {inferred: signed news report, because: it bears a byline and tells both sides}"
_NOT_KNOWN = "type: {inferred: document, because: nothing in the text shows where it was published}"


def find_all(_: Sequence[LintPage], evidence: Evidence) -> Iterator[Diagnostic]:
    """One finding for each source that has none of them, stated or inferred, and one for each of which nobody said who speaks in it."""
    for key, source in evidence.sources.items():
        if not any(field in source.metadata for field in _WANTED):
            message = f"nothing says what “{key}” is: the entry has neither title nor author nor date (`issued`) nor kind (`type`)"
            advice = f"write under “{key}” what the article states, such as `title: …`; where it states nothing: {_NOT_KNOWN}"
            yield Diagnostic(_DESCRIPTION, 0, 0, NAME, message, advice)
        if not source.described:
            message = f"nobody has said who speaks in “{key}”, so readers are told “Not described yet”"
            advice = f"write under “{key}” in the place of `speaks` who speaks, such as `{_SPEAKS}`"
            yield Diagnostic(_DESCRIPTION, 0, 0, NAME, message, advice)
