"""What a rule is: a name, a severity, a documentation, and what finds its faults."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.lint.page import LintPage
from generator.model import Diagnostic, Evidence, Severity

OfPage = Callable[[LintPage], Iterable[Diagnostic]]
"""Finds one kind of fault on a page; yields in any order."""
OfAll = Callable[[Sequence[LintPage], Evidence], Iterable[Diagnostic]]
"""Finds one kind of fault by looking at all pages and sources together."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A name that the check prints, with what it means."""

    name: str
    documentation: str
    """What it finds, why it matters, a bad and a good example: Markdown."""
    severity: Severity
    on: bool
    """Whether it runs without being asked for."""
    allowable: bool
    """Whether a comment may silence it for a line. What compares words with a source is certain, and may not be silenced."""


@dataclass(frozen=True, slots=True)
class Rule(Explained):
    """A rule as the check runs it."""

    find: OfAll
    instead_of: tuple[str, ...]
    """Rules that say less of the same fault: where both find something in one place, theirs is left out."""


def over_pages(find: OfPage) -> OfAll:
    """A rule for one page as one for all."""

    def found(pages: Sequence[LintPage], _: Evidence) -> Iterable[Diagnostic]:
        return (finding for page in pages for finding in find(page))

    return found
