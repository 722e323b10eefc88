"""What the templates print: statements put together as charges, events, disagreements and groups."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.compose.statement import Statement
from generator.model import AnswerKind, Charge, Disagreement, Evidence, Passage


class Origin(Protocol):
    """Where one or several carriers have a claim from."""

    @property
    def names(self) -> tuple[str, ...]:
        """As the carriers name it; the carriers' own names where they name none."""

    @property
    def carriers(self) -> tuple[str, ...]:
        """Keys of the sources that pass it on."""

    @property
    def named(self) -> bool:
        """Whether a carrier names it."""


Origins = Callable[[Sequence[Passage], Evidence], Sequence[Origin]]
"""Gives the independent origins of passages that carry one claim."""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer with the word for how it answers."""

    kind: AnswerKind
    statement: Statement


@dataclass(frozen=True, slots=True)
class ChargeView:
    """A charge with the statements that a page can print of it."""

    charge: Charge
    statements: tuple[Statement, ...]
    """At least one; the first is the one that the heading and the computations rest on."""
    answers: tuple[AnswerView, ...]
    origins: tuple[Origin, ...]
    """Where the claims of the statements come from."""
    more_answers: bool = False
    """Whether the sources hold further answers than those printed."""

    @property
    def first(self) -> Statement:
        return self.statements[0]

    @property
    def places(self) -> tuple[str, ...]:
        """Arguments that name the statements to a computation: key and words of each."""
        return tuple(part for s in self.statements for part in (s.passage.source, s.excerpt))

    @property
    def figures(self) -> tuple[str, ...]:
        """Figures in the words quoted, as written."""
        return tuple(dict.fromkeys(n.words for s in self.statements for n in s.passage.numbers if n.words in s.words))


@dataclass(frozen=True, slots=True)
class EventView:
    """A dated event and what the sources say of it."""

    values: tuple[str, ...]
    statements: tuple[Statement, ...]

    def completed(self, statement: Statement) -> tuple[str, ...]:
        """Arguments of the computation that completes the date of a statement whose words leave it incomplete."""
        mention = next(m for m in statement.passage.dates if m.value in self.values)
        incomplete = mention.basis or mention.relative
        return (mention.value, statement.passage.source, statement.excerpt) if incomplete else ()

    @property
    def dated(self) -> tuple[str, ...]:
        """Arguments of the computation that dates it: value, key and words of each statement."""
        parts: list[str] = []
        for statement in self.statements:
            value = next(m.value for m in statement.passage.dates if m.value in self.values)
            parts += [value, statement.passage.source, statement.excerpt]
        return tuple(parts)


@dataclass(frozen=True, slots=True)
class Version:
    """One wording of a disagreement."""

    statement: Statement
    value: str
    """What it gives: a date (EDTF) or a figure as written; "" where the difference is in the words, or the words leave it to be worked out."""
    is_date: bool
    what: str
    """What its source is: "opinion column"."""


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """Disagreements of the same passages, with their wordings."""

    disagreements: tuple[Disagreement, ...]
    versions: tuple[Version, ...]

    @property
    def first(self) -> Disagreement:
        return self.disagreements[0]


@dataclass(frozen=True, slots=True)
class Group:
    """Statements under one name."""

    name: str
    statements: tuple[Statement, ...]
