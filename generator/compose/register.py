"""Every passage's statement, made once, and what becomes of it: the page it is printed on, or the reason why it is on none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator import text
from generator.compose import order
from generator.compose.choice import repeats
from generator.compose.defining import defines
from generator.compose.leaning import Setting
from generator.compose.nouns import stems
from generator.compose.statement import LeftOut, Statement, state
from generator.model import Analysis, BlockKind, Claim, Evidence, Passage, Role

PAGE_OF = {
    Role.ALLEGATION: "allegations",
    Role.REBUTTAL: "rebuttals",
    Role.DEFINITION: "definition",
    Role.OPEN_QUESTION: "open-questions",
}
"""The page that a role's statements belong on."""
_NAMES_NOTHING = "it names neither the subject nor a party"
_FEW = 3
"""Sources of which three in four show what everybody speaks of."""


class Register:
    """The statements of an analysis by passage."""

    def __init__(self, evidence: Evidence, analysis: Analysis) -> None:
        self._evidence = evidence
        self._charging = {claim.id for charge in analysis.charges for claim in charge.claims}
        self._made: dict[str, Statement] = {}
        self._setting: dict[str, Setting] = {}
        self._without: dict[str, LeftOut] = {}
        self._printed: set[tuple[str, str]] = set()
        """Page kind and passage."""
        self._claims: set[tuple[str, str]] = set()
        """Page kind and claim."""
        self._shown: dict[str, dict[str, Statement]] = defaultdict(dict)
        """Page kind to its statements by passage."""
        articles: dict[tuple[str, int], list[Passage]] = {}
        known = _known(analysis, evidence)
        for passage in sorted(analysis.passages, key=lambda p: (p.source, p.article, p.paragraph, p.order)):
            earlier = articles.setdefault((passage.source, passage.article), [])
            if passage.relevant and passage.role is not Role.IRRELEVANT and passage.block is not BlockKind.HEADING:
                here = tuple(p for p in earlier if p.paragraph == passage.paragraph)
                self._make(passage, Setting(here, known))
            earlier.append(passage)

    def _make(self, passage: Passage, setting: Setting) -> None:
        made = state(passage, self._evidence, setting)
        self._setting[passage.id] = setting
        if isinstance(made, Statement) and (fault := self._unfit(made)):
            made = LeftOut(passage, fault)
        if isinstance(made, Statement):
            self._made[passage.id] = made
        else:
            self._without[passage.id] = made
        if not passage.sure and passage.role is not Role.CONTEXT:
            doubt = f"its role is not sure ({passage.role.value}, {passage.confidence:.2f}): a person decides"
            self._without[passage.id] = LeftOut(passage, doubt)

    def _unfit(self, made: Statement) -> str:
        """Why a statement does not do on a page what its role says, "" where it does."""
        role, topic = made.passage.role, self._evidence.topic
        if role in PAGE_OF and not order.says_enough(made, topic):
            return "too little to be understood alone"
        if role is Role.OPEN_QUESTION and not order.asks(made):
            return "it asks nothing, and calls nothing open"
        if role is Role.DEFINITION and not defines(made.words, topic):
            return "it does not say what the thing is, how it works or what it is not"
        if role is Role.REBUTTAL and order.only_praises(made, topic):
            return "it only praises, and answers no accusation"
        return ""

    def of(self, passage: Passage) -> Statement | None:
        """The passage's statement, where one can be made."""
        return self._made.get(passage.id)

    def holding(self, passage: Passage, needs: str) -> Statement | None:
        """The passage's statement with these words of it inside the quotation."""
        made = self._made.get(passage.id)
        if made and needs in made.words:
            return made
        return self._state(passage, needs=needs)

    def beside(self, passage: Passage, above: str, needs: str, *, whole: bool) -> Statement | None:
        """The statement of a passage that stands beside other wordings, whose heading and words are `above`."""
        for under in (False, True):
            if made := self._state(passage, under=under, whole=whole, needs=needs, above=above):
                return made
        return None

    def _state(
        self, passage: Passage, *, under: bool = False, whole: bool = False, needs: str = "", above: str = ""
    ) -> Statement | None:
        setting = self._setting.get(passage.id)
        if setting is None:
            return None
        setting = replace(setting, above=above)
        made = state(passage, self._evidence, setting, under=under, whole=whole, needs=needs)
        return made if isinstance(made, Statement) else None

    def statements(self, claims: Iterable[Claim], heading: str = "") -> tuple[Statement, ...]:
        """The claims' statements, each from the fullest wording that can stand alone, without one whose words stand in another's.

        With a `heading`, a wording that holds its words is preferred, and stands first.
        """
        made = [s for claim in claims if (s := self._fullest(claim, heading))]
        return tuple(sorted(_distinct(made), key=lambda s: not _holds(s, heading)))

    def answer(self, claim: Claim, charge: Statement) -> Statement | None:
        """The statement of a claim that stands under the charge it answers, and so may lean on it."""
        return self._fullest(claim) or self._state(claim.passages[0], under=True, above=charge.words)

    def _fullest(self, claim: Claim, heading: str = "") -> Statement | None:
        made = [self._made[p.id] for p in claim.passages if p.id in self._made]
        return next((s for s in made if _holds(s, heading)), made[0] if made else None)

    @property
    def sure(self) -> tuple[Statement, ...]:
        """The statements of every passage whose role is sure and has a page of its own, by place."""
        return tuple(s for s in self._made.values() if s.passage.sure and s.passage.role in PAGE_OF)

    @property
    def rows(self) -> tuple[Statement, ...]:
        """The same, without one whose words stand in another's."""
        return _distinct(self.sure)

    def print_on(self, page: str, statements: Iterable[Statement]) -> None:
        """Records what stands on a page."""
        for statement in statements:
            self._printed.add((page, statement.passage.id))
            self._claims.add((page, statement.passage.claim))
            self._shown[page][statement.passage.id] = statement

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Passages that stand on no page, with the reason."""
        printed = {passage for _, passage in self._printed}
        return tuple(left for left in self._without.values() if left.passage.id not in printed)

    @property
    def moved(self) -> tuple[LeftOut, ...]:
        """Statements that do not stand on the page of their role, but on the page of who says what, with the reason."""
        names, found = self._evidence.topic.pages, []
        look_up = names.get("positions", "no page")
        printed = {passage for _, passage in self._printed}
        for statement in self.sure:
            page = PAGE_OF[statement.passage.role]
            if page not in names or statement.passage.id in printed:
                continue
            found.append(LeftOut(statement.passage, f"{self._why_not(statement, page)}; stands on {look_up}"))
        return tuple(found)

    def _why_not(self, statement: Statement, page: str) -> str:
        """Why a statement is not on the page of its role."""
        passage, name = statement.passage, self._evidence.topic.pages[page]
        if passage.claim and (page, passage.claim) in self._claims:
            return f"the same stands on {name} in other words"
        if any(
            repeats(statement, other) for other in self._shown[page].values() if self._rivals(page, statement, other)
        ):
            return f"what it says stands on {name}"
        if passage.role is Role.ALLEGATION and passage.speaker and passage.claim not in self._charging:
            return "it charges nobody"
        if passage.role is Role.REBUTTAL and not order.meets(statement, self._evidence.topic):
            return "nothing in it answers an accusation"
        return f"over the budget of {name}" if order.plain(statement, self._evidence.topic) else _NAMES_NOTHING

    def _rivals(self, page: str, one: Statement, other: Statement) -> bool:
        """Whether the page takes only one of two that say the same: where it is one list, and where one speaker says both."""
        topic = self._evidence.topic
        names = (order.party_name(s.passage.speaker, topic) or s.carrier for s in (one, other))
        return page in ("definition", "open-questions") or len(set(names)) == 1


def _known(analysis: Analysis, evidence: Evidence) -> frozenset[str]:
    """What a reader of the explainer knows: its topic, its parties, what most sources speak of."""
    by_source: dict[str, set[str]] = defaultdict(set)
    for passage in analysis.passages:
        by_source[passage.source] |= stems(passage.text)
    in_sources = Counter(stem for found in by_source.values() for stem in found)
    common = (stem for stem, number in in_sources.items() if number >= _FEW and number * 4 >= 3 * len(by_source))
    topic = evidence.topic
    named = (topic.title, topic.subject, topic.question, *topic.terms, *(n for p in topic.parties for n in p.names))
    return stems(" ".join(named)).union(common)


def _holds(statement: Statement, heading: str) -> bool:
    return bool(heading) and bool(text.find(heading, statement.words))


def _distinct(made: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements without one whose words stand in another's of its paragraph."""
    nearby: dict[tuple[str, int, int], list[Statement]] = {}
    for s in made:
        nearby.setdefault((s.passage.source, s.passage.article, s.passage.paragraph), []).append(s)
    return tuple(
        s
        for s in made
        if not any(
            s is not other and s.words in other.words
            for other in nearby[s.passage.source, s.passage.article, s.passage.paragraph]
        )
    )
