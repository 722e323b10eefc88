"""What goes on which page, in which order. The pages' own words are in the templates, the measure of choice in `choice.py`.

Order is by charge, the most specific first; never by which side is better supported, and never by counting carriers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.compose import choice, lookup, order, pile
from generator.compose.choice import fitting
from generator.compose.matrix import Matrix, matrix
from generator.compose.pile import SourceLine
from generator.compose.register import Register
from generator.compose.statement import Statement
from generator.compose.views import AnswerView, ChargeView, DisagreementView, Group, Origin, Origins
from generator.model import Analysis, Charge, Claim, Conflict, Evidence, Role, Side

_OWN_WORDS = {"allegations": 96, "rebuttals": 80, "open-questions": 75, "definition": 20, "home": 72}
"""Words of the pages' own besides names: title, headings, opening, ways on."""
_IN_FULL = 0.62
"""Share of the allegations' words for charges with all their slots; of what is left, what no named speaker says may take a third, and lines of minor
charges the rest. A reader wants six charges with their answers sooner than twenty without."""
_PAIRED = 0.7
"""Share of the rebuttals' words for answers to a particular charge, which say more than an answer to everything."""
_UNNAMED = 200
"""Most words of a page for what no named speaker says, however few charges there are: it is the weakest part and never the body of a page."""
_LIST_OF_OPEN = 34
"""Words of the heading and of the lines above the list of charges without an answer."""
_ON_HOME = 3
"""Charges on the home page."""


class Plan:
    """Every choice the pages need, made once. Attributes are tuples in the order in which they are printed."""

    def __init__(self, evidence: Evidence, analysis: Analysis, origins: Origins, silent: Sequence[str] = ()) -> None:
        """`origins` gives those of passages that carry one claim; `silent` are the accused for whom nobody speaks."""
        self.evidence = evidence
        self._origins = origins
        self._silent = silent
        self.analysis = analysis
        self.register = Register(evidence, analysis)
        named = [charge for charge in analysis.charges if charge.accuser and not charge.counter]
        self.charges_named = len(named)
        self.charges_answered = sum(1 for charge in named if charge.answers)
        self.charges_unmatched = sum(1 for charge in named if charge.unmatched)
        self.charges_open = self.charges_named - self.charges_answered - self.charges_unmatched
        views = [view for charge in analysis.charges if (view := self._view(charge))]
        self.holds_answers = any(claim.role is Role.REBUTTAL for claim in analysis.claims)
        self.holds_untied = bool(self._untied())
        self._choose_allegations(views)
        self._choose_rebuttals(views)
        self.definitions = self._within("definition", order.definitions(self._of_role(Role.DEFINITION), evidence.topic))
        self.open_questions = self._within("open-questions", self._of_role(Role.OPEN_QUESTION))
        self._choose_without_answer(views)
        self._choose_home()
        self.events = lookup.events(analysis, self.register)

    @property
    def has_statements(self) -> bool:
        """Whether any passage can be stated."""
        return bool(self.register.sure)

    def _choose_allegations(self, views: Sequence[ChargeView]) -> None:
        """`charges` in full, then `minor` ones in a line each, then what no named speaker says: `unnamed`."""
        named = [v for v in views if v.charge.accuser and not v.charge.counter and self._says_whom(v)]
        unnamed = [v for v in views if not v.charge.accuser and not v.charge.counter]
        room = self._room("allegations", choice.ALLEGATIONS)
        single = [replace(v, statements=v.statements[:1]) for v in named]
        self.charges = fitting(single, int(room * _IN_FULL), choice.full_length, _accuser, _first)
        room -= sum(map(choice.full_length, self.charges))
        rest = [
            v
            for v in single
            if v not in self.charges
            and not any(choice.repeats(v.first, c.first) for c in self.charges if _accuser(c) == _accuser(v))
        ]
        lines = [
            replace(v, statements=(s,))
            for v in unnamed
            for s in (v.statements[:1] if v.answers else v.statements)
            if order.plain(s, self.evidence.topic)
        ]
        self.unnamed = fitting(lines, min(room // 3, _UNNAMED), _bare_length, _carrier, _first)
        room -= sum(map(_bare_length, self.unnamed))
        self.minor = fitting(rest, room, _bare_length, _accuser, _first)
        room -= sum(map(_bare_length, self.minor))
        self.charges = self._with_further(self.charges, {id(v.charge): v for v in named}, room)
        self.register.print_on("allegations", (s for v in (*self.charges, *self.minor, *self.unnamed) for s in _all(v)))

    def _says_whom(self, view: ChargeView) -> bool:
        """Whether a reader learns from the first statement or its accuser what it is about; what does not stands with its speaker alone."""
        party = self.evidence.topic.party(view.charge.accuser)
        accuses = party is not None and party.side is Side.ACCUSES
        return accuses or bool(view.charge.accused) or order.plain(view.first, self.evidence.topic)

    def _with_further(
        self, charges: Sequence[ChargeView], whole: dict[int, ChargeView], room: int
    ) -> tuple[ChargeView, ...]:
        """The charges, each with a second statement where there is room for it and it says something new."""
        found = []
        for view in charges:
            others = (s for s in whole[id(view.charge)].statements[1:] if not choice.repeats(s, view.first))
            fuller = (self._with(view, further) for further in others)
            longer = next((v for v in fuller if choice.full_length(v) - choice.full_length(view) <= room), view)
            room -= choice.full_length(longer) - choice.full_length(view)
            found.append(longer)
        return tuple(found)

    def _with(self, view: ChargeView, further: Statement) -> ChargeView:
        """A charge with a second statement, and the origins of both."""
        both = (view.first, further)
        return replace(view, statements=both, origins=self._origins_of(view.charge, both))

    def _choose_rebuttals(self, views: Sequence[ChargeView]) -> None:
        """`answered` charges, then answers to the whole by named speakers and in the carriers' `voices`, then what is `charged_in_return`."""
        room = self._room("rebuttals", choice.REBUTTALS)
        single = [replace(v, statements=v.statements[:1]) for v in views if v.answers and not v.charge.counter]
        self.answered = fitting(single, int(room * _PAIRED), choice.pair_length, _accuser, _first)
        room -= sum(map(choice.pair_length, self.answered))
        whole = self._unpaired_rebuttals()
        self.answers_to_all = bool(whole)
        spoken = [s for s in whole if s.speaker]
        self.answers = fitting(
            spoken,
            room * 2 // 3,
            choice.length,
            lambda s: order.party_name(s.passage.speaker, self.evidence.topic),
            _itself,
        )
        room -= sum(map(choice.length, self.answers))
        self.apart = fitting(self._without_charge(views), room // 3, choice.length, lambda s: s.carrier, _itself)
        room -= sum(map(choice.length, self.apart))
        counter = [replace(v, statements=v.statements[:1]) for v in views if v.charge.counter]
        self.charged_in_return = fitting(counter, room * 2 // 3, choice.line_length, _accuser, _first)
        room -= sum(map(choice.line_length, self.charged_in_return))
        voices = [s for s in whole if not s.speaker and order.plain(s, self.evidence.topic)]
        self.voices = fitting(voices, min(room, _UNNAMED), choice.length, lambda s: s.carrier, _itself)
        shown = [s for v in (*self.answered, *self.charged_in_return) for s in _all(v)]
        self.register.print_on("rebuttals", (*shown, *self.answers, *self.apart, *self.voices))

    def _choose_without_answer(self, views: Sequence[ChargeView]) -> None:
        """`without_answer`: the charges to which no answer was found, in the room that the open questions leave."""
        room = self._room_to_ask() - sum(map(choice.length, self.open_questions)) - _LIST_OF_OPEN
        unanswered = (v for v in views if not v.charge.answers and not v.charge.unmatched)
        named = (v for v in unanswered if v.charge.accuser and not v.charge.counter)
        single = [replace(v, statements=v.statements[:1]) for v in named if self._says_whom(v)]
        self.without_answer = fitting(single, room, lambda view: choice.length(view.first), _accuser, _first)
        self.register.print_on("open-questions", (view.first for view in self.without_answer))

    def _choose_home(self) -> None:
        """`brief`: charges of distinct accusers, with an answer where there is one; `unknown`: what is not known. Nothing that its source marks as unverified."""
        self.unknown = next((s for s in self.open_questions if not s.unverified), None)
        room = self._room("home", choice.HOME, () if self.unknown else self._silent)
        room -= choice.length(self.unknown) if self.unknown else 0
        room -= len(self.evidence.topic.title.split()) + len(self.evidence.topic.question.split())
        room -= sum(line.length for line in self.source_lines())
        fit = [
            replace(v, statements=v.statements[:1], answers=_shortest(v.answers))
            for v in (*self.charges, *self.minor)
            if not v.first.unverified
            and order.plain(v.first, self.evidence.topic)
            and bool(v.answers) == bool(v.charge.answers)
        ]
        fit = [v for v in fit if v.charge.accused] or fit
        self.brief = choice.together(fit, _ON_HOME, room, _bare_length, _accuser, lambda view: bool(view.answers))

    def _room(self, page: str, budget: int, silent: Sequence[str] | None = None) -> int:
        """Words of a page that are left for statements."""
        named = self._silent if silent is None else silent
        return budget - _OWN_WORDS[page] - sum(len(name.split()) for name in named) - len(named) - 13 * bool(named)

    def _view(self, charge: Charge) -> ChargeView | None:
        statements = self.register.statements(charge.claims, charge.heading)
        if not statements:
            return None
        stated = ((a.kind, s) for a in charge.answers if (s := self.register.answer(a.claim, statements[0])))
        answers = choice.distinct([AnswerView(kind, statement) for kind, statement in stated])
        principal = choice.principal(answers)
        return ChargeView(
            charge, statements, principal, self._origins_of(charge, statements[:1]), len(answers) > len(principal)
        )

    def _origins_of(self, charge: Charge, statements: Sequence[Statement]) -> tuple[Origin, ...]:
        """Where the claims of these statements come from, together."""
        carried = dict.fromkeys(statement.passage.claim for statement in statements)
        carrying = [p for identifier in carried for c in charge.claims if c.id == identifier for p in c.passages]
        return tuple(self._origins(carrying, self.evidence))

    def _of_role(self, role: Role) -> tuple[Statement, ...]:
        claims = [claim for claim in self.analysis.claims if claim.role is role and claim.passages[0].sure]
        return tuple(sorted(self.register.statements(claims), key=order.by_place))

    def _within(self, page: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        """The statements that fit on a page that is one list."""
        room = self._room(page, choice.DEFINITION, ()) if page == "definition" else self._room_to_ask()
        chosen = fitting(statements, room, choice.length, lambda _: "", _itself)
        self.register.print_on(page, chosen)
        return chosen

    def _room_to_ask(self) -> int:
        """Words that are left for statements on the page of open questions, which names the sources that state no date or author."""
        names = sum(len(source.name.split()) + 1 for source in self.evidence.sources.values())
        return self._room("open-questions", choice.OPEN_QUESTIONS) - 2 * names

    def _unpaired_rebuttals(self) -> list[Statement]:
        """Answers that are tied to no charge: the accused's own words first, then others', then the carriers' voices."""
        claims = [claim for claim in self._untied() if claim.passages[0].sure]
        answering = (s for s in self.register.statements(claims) if order.meets(s, self.evidence.topic))
        return order.answers(answering, self.evidence.topic)

    def _without_charge(self, views: Sequence[ChargeView]) -> list[Statement]:
        """Answers to charges of which no statement can be made, as far as they can be understood alone."""
        shown = {a.claim.id for view in views for a in view.charge.answers}
        claims = {a.claim.id: a.claim for charge in self.analysis.charges for a in charge.answers if charge.accuser}
        alone = (claim for identifier, claim in claims.items() if identifier not in shown)
        named = (s for s in self.register.statements(alone) if s.speaker and order.plain(s, self.evidence.topic))
        return order.answers(named, self.evidence.topic)

    def _untied(self) -> list[Claim]:
        """Answers that are tied to no charge, sure or not; where there are any, no charge is said to have none at all."""
        paired = {a.claim.id for charge in self.analysis.charges for a in charge.answers}
        counter = {claim.id for charge in self.analysis.charges if charge.counter for claim in charge.claims}
        return [
            claim
            for claim in self.analysis.claims
            if claim.role is Role.REBUTTAL and claim.id not in paired and claim.id not in counter
        ]

    def disagreements(self, kind: Conflict) -> tuple[DisagreementView, ...]:
        """The disagreements of one kind."""
        return lookup.disagreements(self.analysis, self.register, self.evidence, kind)

    def matrix(self) -> Matrix:
        """Who says what of the charges that have a place on the pages of allegations and rebuttals."""
        shown = (*self.charges, *self.minor, *self.charged_in_return)
        return matrix(shown, self._untied(), self.analysis.charges, self.register, self.evidence)

    @property
    def returned(self) -> frozenset[str]:
        """Ids of the passages in which the accused charge in return."""
        counter = (claim for charge in self.analysis.charges if charge.counter for claim in charge.claims)
        return frozenset(passage.id for claim in counter for passage in claim.passages)

    def source_lines(self) -> Sequence[SourceLine]:
        """What kind of source each is."""
        return pile.lines(self.evidence, self.analysis)

    def positions(self) -> Sequence[Group]:
        """What each named speaker is given to say."""
        return lookup.positions(self.register, self.evidence)

    def unattributed(self) -> Sequence[Group]:
        """What the sources say without a speaker."""
        return lookup.unattributed(self.register)


def _itself(statement: Statement) -> Statement:
    return statement


def _first(view: ChargeView) -> Statement:
    return view.first


def _accuser(view: ChargeView) -> str:
    return view.charge.accuser


def _carrier(view: ChargeView) -> str:
    return view.first.carrier


def _bare_length(view: ChargeView) -> int:
    """Words of a line that has no sentence of its own on what is missing."""
    return choice.length(view.first) + (choice.answer_length(view) if view.charge.answers else 0)


def _shortest(answers: Sequence[AnswerView]) -> tuple[AnswerView, ...]:
    """The answer that says it in the fewest words, of those by a named speaker if there are any."""
    found = [a for a in answers if not a.statement.unverified]
    return tuple(sorted(found, key=lambda a: (not a.statement.speaker, choice.length(a.statement)))[:1])


def _all(view: ChargeView) -> tuple[Statement, ...]:
    return (*view.statements, *(answer.statement for answer in view.answers))
