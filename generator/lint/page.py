"""What a rule sees of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.citations.rows import lines_of
from generator.citations.scanner import scan
from generator.citations.verify import verify
from generator.model import Citation, Computed, Derivation, Diagnostic, Evidence, Match, Note, ScannedPage, Verdict


@dataclass(frozen=True, slots=True)
class LintPage:
    """A page, scanned and with its citations verified once for all rules."""

    path: str
    markdown: str
    scanned: ScannedPage
    verdicts: tuple[tuple[Note, Verdict], ...]
    """Each note that is a citation, with what its source says to it."""
    compute: Callable[[Derivation], Computed]

    @property
    def lines(self) -> list[str]:
        """The page's lines, as `line` counts them."""
        return lines_of(self.markdown)

    def at(self, line: int, column: int, rule: str, message: str, help_: str) -> Diagnostic:
        """A finding on this page."""
        return Diagnostic(self.path, line, column, rule, message, help_)

    def failures(self, match: Match, rule: str) -> Iterator[Diagnostic]:
        """A finding for each citation with this outcome, where its body begins."""
        for note, verdict in self.verdicts:
            if verdict.match is match:
                yield self.at(note.line, note.body_column, rule, verdict.message, verdict.help)


Rule = Callable[[LintPage], Iterable[Diagnostic]]
"""Finds one kind of fault on a page; yields in any order."""


def read(path: str, markdown: str, evidence: Evidence, compute: Callable[[Derivation], Computed]) -> LintPage:
    """Scan a page and verify its citations."""
    scanned = scan(markdown, path)
    verdicts = tuple((note, verify(note.body, evidence)) for note in scanned.notes if isinstance(note.body, Citation))
    return LintPage(path, markdown, scanned, verdicts, compute)
