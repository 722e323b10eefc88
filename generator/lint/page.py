"""What a rule sees of a page, and of all pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from generator.citations.rows import lines_of
from generator.citations.scanner import scan
from generator.citations.structure import TextKind
from generator.citations.verify import verify
from generator.lint import statements
from generator.lint.grounds import Grounds, grounds
from generator.lint.markers import without_markers
from generator.lint.names import equivalents, proper
from generator.lint.reading import Reading
from generator.lint.statements import Notes, Statement
from generator.model import (
    BlockKind,
    Citation,
    Computed,
    Derivation,
    Diagnostic,
    Evidence,
    Match,
    Note,
    ScannedPage,
    Verdict,
)


@dataclass(frozen=True, slots=True)
class LintPage:
    """A page, scanned, with its citations verified and its sentences read once for all rules."""

    path: str
    markdown: str
    scanned: ScannedPage
    verdicts: tuple[tuple[Note, Verdict], ...]
    """Each note that is a citation, with what its source says to it."""
    compute: Callable[[Derivation], Computed]
    evidence: Evidence
    reading: Reading
    proper: frozenset[str]
    """Words that the sources write with a capital only, in lower case."""
    notes: Notes
    statements: tuple[Statement, ...]
    """The sentences, headings and rows of tables, in their order."""
    sourced: tuple[tuple[Statement, Grounds], ...]
    """The statements with a citation or a derivation, with what they may say: those with a citation that fails and those with an editor's
    note are left out."""

    @property
    def lines(self) -> list[str]:
        """The page's lines, as `line` counts them."""
        return lines_of(self.markdown)

    def at(self, line: int, column: int, rule: str, message: str, help_: str) -> Diagnostic:
        """A finding on this page."""
        return Diagnostic(self.path, line, column, rule, message, help_)

    def on(self, statement: Statement, offset: int, rule: str, message: str, help_: str) -> Diagnostic:
        """A finding in a statement, where the character at `offset` stands."""
        return self.at(*statement.place(offset), rule, message, help_)

    def heading_of(self, statement: Statement) -> str:
        """The words of the heading under which a statement stands, "" above the first."""
        above = [one for one in self.statements if one.kind is TextKind.HEADING and one.block < statement.block]
        return above[-1].text if above else ""

    def failures(self, match: Match, rule: str) -> Iterator[Diagnostic]:
        """A finding for each citation with this outcome, where its body begins."""
        for note, verdict in self.verdicts:
            if verdict.match is match:
                yield self.at(note.line, note.body_column, rule, verdict.message, verdict.help)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads pages for the rules."""

    evidence: Evidence
    compute: Callable[[Derivation], Computed]
    """Says whether a derivation holds over the evidence."""
    reading: Reading
    proper: frozenset[str]
    """As in `LintPage`."""
    same: Mapping[str, frozenset[str]]
    """Words that mean one name."""

    @classmethod
    def of(cls, evidence: Evidence, compute: Callable[[Derivation], Computed], reading: Reading) -> Reader:
        """With the names that the sources and the topic have."""
        texts = (p.text for said in reading.passages.values() for p in said if p.block is not BlockKind.HEADING)
        parties = evidence.topic.parties
        return cls(evidence, compute, reading, proper(texts, parties), equivalents(parties))

    def read(self, path: str, markdown: str) -> LintPage:
        """Scan a page, verify its citations and read its sentences."""
        scanned = scan(markdown, path)
        cited = [(note, note.body) for note in scanned.notes if isinstance(note.body, Citation)]
        verdicts = tuple((note, verify(body, self.evidence)) for note, body in cited)
        notes = statements.resolve(scanned.notes, verdicts, self.compute, self.reading.passages)
        said = statements.read(without_markers(markdown), notes, self.reading)
        rest_on = [one for one in said if one.is_sourced]
        return LintPage(
            path=path,
            markdown=markdown,
            scanned=scanned,
            verdicts=verdicts,
            compute=self.compute,
            evidence=self.evidence,
            reading=self.reading,
            proper=self.proper,
            notes=notes,
            statements=said,
            sourced=tuple((one, grounds(one, self.evidence, self.reading, self.same)) for one in rest_on),
        )
