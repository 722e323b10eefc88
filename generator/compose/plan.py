"""What goes on which page, in which order. The pages' own words are in the templates; here is only the choice.

Order is by charge, the most specific first; never by which side is better supported, and never by counting carriers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.compose.statement import LeftOut, Statement, state, with_article
from generator.model import (
    Analysis,
    AnswerKind,
    BlockKind,
    Charge,
    Claim,
    Conflict,
    Disagreement,
    Evidence,
    Passage,
    Role,
    Speech,
)


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
    answers: tuple[AnswerView, ...]
    figures: tuple[str, ...]
    """Figures in the words quoted, as written."""
    carriers: int
    """Number of sources that carry the first statement's claim."""
    origins: tuple[str, ...]
    """Whom the carriers name as where they have it from."""

    @property
    def first(self) -> Statement:
        return self.statements[0]


@dataclass(frozen=True, slots=True)
class EventView:
    """A dated event and what the sources say of it."""

    values: tuple[str, ...]
    basis: str
    """How the date was completed; "" where the source states it whole."""
    statements: tuple[Statement, ...]

    @property
    def completed(self) -> tuple[str, ...]:
        """Arguments of the computation that completes the date of the first statement whose words leave it incomplete."""
        for statement in self.statements:
            mention = next(m for m in statement.passage.dates if m.value in self.values)
            if mention.basis:
                return (mention.value, statement.passage.source, statement.excerpt)
        return ()

    @property
    def dated(self) -> tuple[str, ...]:
        """Arguments of the computation that dates it: value, key and words of each statement."""
        parts: list[str] = []
        for statement in self.statements:
            value = next(m.value for m in statement.passage.dates if m.value in self.values)
            parts += [value, statement.passage.source, statement.excerpt]
        return tuple(parts)


@dataclass(frozen=True, slots=True)
class DisagreementView:
    disagreement: Disagreement
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Statements under one name."""

    name: str
    statements: tuple[Statement, ...]


class Plan:
    """Every choice the pages need, made once. Attributes are tuples in the order in which they are printed."""

    def __init__(self, evidence: Evidence, analysis: Analysis) -> None:
        self.evidence = evidence
        self.analysis = analysis
        self.left_out: dict[str, LeftOut] = {}
        self._made: dict[str, Statement] = {}
        self._state_all()
        views = [view for charge in analysis.charges if (view := self._charge(charge))]
        self.charges = tuple(v for v in views if v.charge.accuser and not v.charge.counter)
        self.unnamed = tuple(v for v in views if not v.charge.accuser and not v.charge.counter)
        self.counter_charges = tuple(v for v in views if v.charge.counter)
        self.charges_named = sum(1 for charge in analysis.charges if charge.accuser and not charge.counter)
        self.charges_open = sum(
            1 for charge in analysis.charges if charge.accuser and not charge.counter and not charge.answers
        )
        self.answered = tuple(v for v in self.charges if v.answers)
        self.unnamed_by_source = tuple(_grouped((s for v in self.unnamed for s in v.statements), lambda s: s.carrier))
        self.definitions = self._of_role(Role.DEFINITION)
        self.open_questions = self._of_role(Role.OPEN_QUESTION)
        self.rebuttals = self._unpaired_rebuttals()
        self.events = self._events()

    def _state_all(self) -> None:
        """Makes each passage's statement; what cannot be stated is remembered with its reason."""
        before: dict[tuple[str, int], list[Passage]] = {}
        for passage in sorted(self.analysis.passages, key=lambda p: (p.source, p.article, p.paragraph, p.order)):
            earlier = before.setdefault((passage.source, passage.article), [])
            if passage.relevant and passage.role is not Role.IRRELEVANT and passage.block is not BlockKind.HEADING:
                made = state(passage, self.evidence, earlier)
                if isinstance(made, Statement):
                    self._made[passage.id] = made
                else:
                    self.left_out[passage.id] = made
                if not passage.sure and passage.role is not Role.CONTEXT:
                    doubt = f"its role is not sure ({passage.role.value}, {passage.confidence:.2f}): a person decides"
                    self.left_out[passage.id] = LeftOut(passage, doubt)
            earlier.append(passage)

    def statement(self, claim: Claim) -> Statement | None:
        """The claim's statement, from the fullest wording that can stand alone."""
        return next((self._made[p.id] for p in claim.passages if p.id in self._made), None)

    def _statements(self, claims: Iterable[Claim]) -> tuple[Statement, ...]:
        """The claims' statements without one whose words stand in another's."""
        made = [s for claim in claims if (s := self.statement(claim))]
        kept = [
            s
            for s in made
            if not any(s is not t and s.passage.source == t.passage.source and s.words in t.words for t in made)
        ]
        return tuple(kept)

    def _charge(self, charge: Charge) -> ChargeView | None:
        statements = self._statements(charge.claims)
        if not statements:
            return None
        answers = tuple(AnswerView(a.kind, s) for a in charge.answers if (s := self._answer(a.claim)))
        figures = tuple(dict.fromkeys(n.words for s in statements for n in s.passage.numbers if n.words in s.words))
        carrying = [p for p in self.analysis.passages if p.claim and p.claim == statements[0].passage.claim]
        origins = tuple(
            sorted({with_article(name, self.evidence.documents[p.source]) for p in carrying for name in p.chain})
        )
        return ChargeView(charge, statements, answers, figures, len({p.source for p in carrying}), origins)

    def _answer(self, claim: Claim) -> Statement | None:
        """An answer stands under its charge, and so may lean on it."""
        made = self.statement(claim) or state(claim.passages[0], self.evidence, (), under=True)
        if isinstance(made, Statement):
            self.left_out.pop(made.passage.id, None)
            return made
        return None

    def _of_role(self, role: Role) -> tuple[Statement, ...]:
        claims = [claim for claim in self.analysis.claims if claim.role is role and claim.passages[0].sure]
        return tuple(
            sorted(self._statements(claims), key=self._definition_order if role is Role.DEFINITION else _by_place)
        )

    def _definition_order(self, statement: Statement) -> tuple[int, str, int]:
        """What the subject *is* comes first: a sentence that has the subject near its beginning."""
        subject = self.evidence.topic.subject.casefold()
        at = statement.words.casefold().find(subject)
        return (0 if 0 <= at < len(subject) + 12 else 1, *_by_place(statement))

    def _unpaired_rebuttals(self) -> tuple[Group, ...]:
        """Answers that are tied to no charge, by who gives them: named speakers first, then the outlets' own voice."""
        paired = {a.claim.id for charge in self.analysis.charges for a in charge.answers}
        counter = {claim.id for charge in self.analysis.charges if charge.counter for claim in charge.claims}
        claims = [
            c
            for c in self.analysis.claims
            if c.role is Role.REBUTTAL and c.passages[0].sure and c.id not in paired and c.id not in counter
        ]
        statements = self._statements(claims)
        named = _grouped((s for s in statements if s.speaker), lambda s: s.speaker)
        voices = _grouped((s for s in statements if not s.speaker), lambda s: s.carrier)
        return (*named, *voices)

    def _events(self) -> tuple[EventView, ...]:
        views: list[EventView] = []
        by_values: dict[tuple[str, ...], list[Statement]] = {}
        for event in self.analysis.events:
            made = [self._made[p.id] for p in event.passages if p.id in self._made]
            by_values.setdefault(event.values, []).extend(made)
        for values, found in by_values.items():
            statements = tuple(dict.fromkeys(found))
            if statements:
                mentions = [m for s in statements for m in s.passage.dates if m.value in values]
                views.append(EventView(values, next((m.basis for m in mentions if m.basis), ""), statements))
        return tuple(views)

    def disagreements(self, kind: Conflict) -> tuple[DisagreementView, ...]:
        """The disagreements of one kind of which at least two wordings can be shown."""
        views = []
        for disagreement in self.analysis.disagreements:
            statements = tuple(self._made[p.id] for p in disagreement.versions if p.id in self._made)
            if disagreement.kind is kind and len(statements) > 1:
                views.append(DisagreementView(disagreement, statements))
        return tuple(views)

    def positions(self) -> Sequence[Group]:
        """What each named speaker is given to say, in the order of topic.yml and then of the names."""
        known = {party.name: order for order, party in enumerate(self.evidence.topic.parties)}
        said = [
            s
            for s in self._made.values()
            if s.speaker and s.passage.sure and s.passage.role in (Role.ALLEGATION, Role.REBUTTAL, Role.OPEN_QUESTION)
        ]
        said.sort(key=_by_place)
        groups = _grouped(said, lambda s: self._party(s.passage.speaker))
        return sorted(groups, key=lambda group: (known.get(group.name, len(known)), group.name))

    def _party(self, speaker: str) -> str:
        party = self.evidence.topic.party(speaker)
        return party.name if party else speaker

    def brief(self) -> Mapping[str, Statement]:
        """Home: what it is, the charge, the figures, the answer, the state of proof. A claim that its source marks as unverified is never here."""
        sure = [v for v in self.charges if not v.first.unverified]
        figures = [v for v in sure if v.figures]
        charge = next((v for v in sure if v not in figures[:1]), None)
        answers = [s for group in self.rebuttals for s in group.statements if s.speaker and not s.unverified]
        direct = [s for s in answers if s.passage.kind is Speech.QUOTE]
        found = {
            "definition": next(iter(self.definitions), None),
            "charge": charge.first if charge else None,
            "figures": figures[0].first if figures else None,
            "answer": next(iter(direct or answers), None),
            "proof": next((s for s in self.open_questions if not s.unverified), None),
        }
        return {name: statement for name, statement in found.items() if statement}


def _by_place(statement: Statement) -> tuple[str, int]:
    return (statement.passage.source, statement.passage.order)


def _grouped(statements: Iterable[Statement], name: Callable[[Statement], str]) -> list[Group]:
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(name(statement), []).append(statement)
    return [Group(key, tuple(members)) for key, members in groups.items()]
