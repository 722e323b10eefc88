"""Who says what of which charge, as rows and columns: parties by charges, each cell the word for what a party does with a charge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.compose import order
from generator.compose.register import Register
from generator.compose.statement import Statement, marked_unverified
from generator.compose.views import ChargeView
from generator.model import Charge, Claim, Evidence, Passage

_ROWS = 30
"""Most rows of the table: what a reader scrolls through on a phone. Who has none stands below it with all that is said."""
CHARGES_IN_RETURN = "charges in return"
"""What the accused do with a charge of their own, in the table and under their names."""
_ALLEGES, _ANSWERS = "alleges", "answers"


@dataclass(frozen=True, slots=True)
class Word:
    """What a party does with a charge, in one word."""

    does: str
    """ "alleges", "charges in return", "answers", or how it answers: "denies"."""
    passage: Passage
    statement: Statement | None
    """None where the sentence cannot be quoted alone."""
    carrier: str
    """Name of the source."""

    @property
    def chain(self) -> tuple[str, ...]:
        """Through whom the carrier has it, nearest the speaker first."""
        return tuple(name for name in self.passage.chain if name != self.passage.speaker)

    @property
    def unverified(self) -> bool:
        """Whether its own source marks it as unconfirmed."""
        return self.statement.unverified if self.statement else marked_unverified(self.passage)


@dataclass(frozen=True, slots=True)
class Row:
    """A party, or a source that names no speaker, and its words by column."""

    name: str
    speaks: bool
    """False where the source itself says it, or passes it on without a name."""
    cells: tuple[tuple[Word, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Columns are the charges, and last the accusations as a whole where anyone answers those."""

    charges: tuple[ChargeView, ...]
    to_all: bool
    rows: tuple[Row, ...]
    more: int
    """Number of rows that found no room."""
    tied: int
    """Number of sentences that make or answer the charges."""

    @property
    def named(self) -> tuple[str, ...]:
        """Arguments of the computation of `tied` besides the number: key and words of each charge."""
        return tuple(part for view in self.charges for part in (view.first.passage.source, view.first.excerpt))


def matrix(
    charges: Sequence[ChargeView],
    untied: Iterable[Claim],
    all_charges: Iterable[Charge],
    register: Register,
    evidence: Evidence,
) -> Matrix:
    """The table of these charges; `untied` are the answers to the accusations as a whole, `all_charges` all that the sources make."""
    columns = [list(_words(view, register, evidence)) for view in charges]
    whole = [_word(_ANSWERS, claim.passages, register, evidence) for claim in untied if claim.passages[0].sure]
    whole = [word for word in whole if word.statement]
    if whole:
        columns.append(whole)
    cells: dict[tuple[bool, str], list[dict[str, Word]]] = {}
    for number, words in enumerate(columns):
        for word in words:
            row = cells.setdefault(_who(word.passage, evidence), [{} for _ in columns])
            kept = row[number].setdefault(word.does, word)
            if kept.statement is None and word.statement:
                row[number][word.does] = word
    known = {party.name: place for place, party in enumerate(evidence.topic.parties)}
    names = order.together(
        sorted(cells, key=lambda who: (not who[0], known.get(who[1], len(known)), who[1])), lambda who: who[1]
    )
    rows = [Row(name, speaks, tuple(tuple(cell.values()) for cell in cells[speaks, name])) for speaks, name in names]
    return Matrix(tuple(charges), bool(whole), tuple(rows[:_ROWS]), len(rows[_ROWS:]), _tied(charges, all_charges))


def _words(view: ChargeView, register: Register, evidence: Evidence) -> Iterator[Word]:
    # The words that the heading is taken from come before other tellings of the charge by the same party.
    does = CHARGES_IN_RETURN if view.charge.counter else _ALLEGES
    yield Word(does, view.first.passage, view.first, view.first.carrier)
    for claim in view.charge.claims:
        yield from (_word(does, (passage,), register, evidence) for passage in claim.passages)
    for answer in view.charge.answers:
        for passage in answer.claim.passages:
            word = _word(answer.kind.value, (passage,), register, evidence)
            # What leans on the charge is quoted beside it on the other pages, and here under its heading.
            beside = register.answer(answer.claim, view.first) if word.statement is None else None
            yield replace(word, statement=beside) if beside and beside.passage.id == passage.id else word


def _word(does: str, passages: Sequence[Passage], register: Register, evidence: Evidence) -> Word:
    stated = next((s for passage in passages if (s := register.of(passage))), None)
    passage = stated.passage if stated else passages[0]
    return Word(does, passage, stated, evidence.sources[passage.source].name)


def _who(passage: Passage, evidence: Evidence) -> tuple[bool, str]:
    if passage.speaker:
        return True, order.party_name(passage.speaker, evidence.topic)
    return False, evidence.sources[passage.source].name


def _tied(charges: Sequence[ChargeView], all_charges: Iterable[Charge]) -> int:
    """Sentences of every charge that one of the views' first statements belongs to, as the computation counts them."""
    first = {view.first.passage.id for view in charges}
    found: set[str] = set()
    for charge in all_charges:
        claims = (*charge.claims, *(answer.claim for answer in charge.answers))
        ids = {passage.id for claim in claims for passage in claim.passages}
        if ids & first:
            found |= ids
    return len(found)
