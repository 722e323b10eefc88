"""Which charges one rebuttal answers, decided sentence by sentence through an article.

Ties in order of certainty: it names the accuser or the accuser's document; it goes on from an answer; it stands at the charge and points back to it, or
speaks for the accused there; it speaks of what the charge speaks of; it answers "the accusations" where only one stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.analysis import accusing, cues
from generator.analysis.addressing import Addressing
from generator.analysis.alleged import Alleged
from generator.analysis.answer_kinds import answer_kind, says_how
from generator.analysis.matters import Matters
from generator.analysis.whose import Whose
from generator.model import AnswerKind, Passage, Role, Side

_WHOLE = re.compile(
    r"\b(?:the|these|those|such|all|any|its|of)\s+(?:\w+\s+){0,2}?(?:accusations|allegations|claims|charges|suggestions|assertions)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"^[“\"]?(?:this|that|these|those|such)\b"
    r"|\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|disput(?:es|ed)|refut(?:es|ed)|call(?:s|ed)?|contradict(?:s|ed)|admit(?:s|ted)?|conced(?:es|ed)|acknowledg(?:es|ed))\s+"
    r"(?:this|that|it\b|the (?:\w+ )?(?:allegation|accusation|claim|charge|report|finding|suggestion|figure)\b)",
    re.IGNORECASE,
)
_RESPONDS = re.compile(
    r"\b(?:repl|respon|react|answer|den[iy]|reject|dismiss|refut|rebut|disput|call|describ|denounc)\w*\b", re.IGNORECASE
)
_BOTH = re.compile(r"^both\b", re.IGNORECASE)
_ANNOUNCES = re.compile(
    r"\b(?:challenged|contradicted|undercut|undermined|weakened|refuted|disproved) by\b", re.IGNORECASE
)

TOLD_OF = 0.5
"""Least share of a rebuttal's rare words that stand in the charge where nothing but its words ties it to that. Tuned on the piles for development of
`benchmarks/quality/answers.py`, as the next two."""
TOUCHED = 0.12
"""The same where something else ties it to the charge."""
CLEARLY = 0.12
"""By how much more it has to be alike to one of several charges than to the next."""


@dataclass(frozen=True, slots=True)
class Tie:
    """That a rebuttal answers the charge of this number, and why."""

    charge: int
    ground: str


@dataclass(slots=True)
class _Reading:
    """Where the reading of an article stands."""

    under_discussion: tuple[int, ...] = ()
    """Charges that the last allegation made or the last rebuttal answered."""
    paragraph: int = -1
    """Of that allegation or rebuttal."""
    unbroken: bool = False
    """Whether nothing but answers has come since."""
    answerer: str = ""
    """Speaker of the last rebuttal, "" after anything else."""
    announced: bool = False
    """Whether the last rebuttal said that evidence against the charge follows."""
    alleged: tuple[int, ...] = ()
    """Charges made so far in the article, the last at the end."""


class Pairing:
    """Charges with what is needed to find the one that is answered. Look-ups by accuser, so that a pile of many articles stays quick."""

    def __init__(self, alleged: Sequence[Alleged], whose: Whose, matters: Matters, issued: Mapping[str, str]) -> None:
        self._alleged = alleged
        self._whose = whose
        self._matters = matters
        self._issued = issued
        self._named_charges = sum(1 for charge in alleged if charge.accuser and not charge.counter)
        self._of_passage: dict[str, list[int]] = defaultdict(list)
        self._addressing = Addressing(alleged, whose, matters)
        for number, charge in enumerate(alleged):
            for passage in charge.passages:
                self._of_passage[passage.id].append(number)

    def read(self, article: Sequence[Passage]) -> Iterator[tuple[Passage, tuple[Tie, ...]]]:
        """The rebuttals of an article, given in the order of the text, each with the charges it answers."""
        at = _Reading()
        for passage in article:
            if passage.role is Role.ALLEGATION:
                made = tuple(n for n in self._of_passage.get(passage.id, ()))
                earlier = tuple(n for n in at.alleged if n not in made)
                at = _Reading(made, passage.paragraph, True, alleged=(*earlier, *made))
            elif passage.role is Role.REBUTTAL:
                ties = self._ties(passage, at)
                yield passage, ties
                at.under_discussion = tuple(tie.charge for tie in ties)
                goes_on = at.announced and not at.answerer and passage.paragraph == at.paragraph
                at.announced = bool(ties) and (goes_on or bool(_ANNOUNCES.search(passage.text)))
                at.paragraph, at.unbroken, at.answerer = passage.paragraph, bool(ties), passage.speaker
            else:
                at.unbroken, at.answerer, at.announced = False, "", False

    def _ties(self, passage: Passage, at: _Reading) -> tuple[Tie, ...]:
        for sieve in (self._both, self._named, self._goes_on, self._at_the_charge, self._told_of, self._as_a_whole):
            ties = sieve(passage, at)
            if ties is not None:
                return ties
        return ()

    # --- sieves: None where they know nothing, an empty tuple where they know that it is not certain -------------------

    def _both(self, passage: Passage, at: _Reading) -> tuple[Tie, ...] | None:
        if not _BOTH.match(passage.text) or not says_how(passage):
            return None
        last = [n for n in at.alleged if self._fits(n, passage, at)][-2:]
        if len(last) < 2 or self._whose.related(self._alleged[last[0]].accuser, self._alleged[last[1]].accuser):
            return ()
        return tuple(Tie(n, "it speaks of both accusers, whose charges it follows") for n in last)

    def _named(self, passage: Passage, at: _Reading) -> tuple[Tie, ...] | None:
        """Ties to a charge of the accuser whom the passage names, or whose document."""
        pointed: list[tuple[str, bool]] = self._addressing.addressed(passage, at.alleged)
        if not pointed:
            return None
        whole = self._is_as_a_whole(passage)
        for name, plainly in pointed:
            fitting = [n for n in self._addressing.charges_of(name) if self._fits(n, passage, at)]
            near = at.unbroken and at.paragraph == passage.paragraph
            fitting = [
                n
                for n in fitting
                if plainly or (not whole and (self._takes_up(n, passage) or (near and n in at.under_discussion)))
            ]
            chosen = self._choose(fitting, passage, at)
            if chosen is not None:
                accuser = self._whose.name(self._alleged[chosen].accuser)
                return (Tie(chosen, f"it names the accuser, {accuser}, and answers"),)
        spoken_of = {self._alleged[n].accuser for n in at.under_discussion}
        of_others = not any(self._whose.related(name, accuser) for name, _ in pointed for accuser in spoken_of)
        return () if of_others or any(plainly for _, plainly in pointed) else None

    def _goes_on(self, passage: Passage, at: _Reading) -> tuple[Tie, ...] | None:
        """Ties to what the sentence before it answers."""
        if not at.unbroken or _WHOLE.search(passage.text):
            return None
        same = at.paragraph == passage.paragraph and self._whose.same(at.answerer, passage.speaker)
        if same or (at.announced and not passage.speaker):
            fitting = [n for n in at.under_discussion if self._fits(n, passage, at)]
            return tuple(Tie(n, "it goes on from an answer to the charge") for n in fitting) or None
        return None

    def _at_the_charge(self, passage: Passage, at: _Reading) -> tuple[Tie, ...] | None:
        """Ties to the charge that it stands at."""
        fitting = [n for n in at.under_discussion if self._fits(n, passage, at)]
        here, next_to_it = at.paragraph == passage.paragraph, passage.paragraph - at.paragraph == 1
        if not at.unbroken or len(fitting) != 1 or self._is_as_a_whole(passage):
            return None
        number = fitting[0]
        speaks = self._speaks_for_accused(number, passage)
        ground = ""
        if cues.CLAIM_ANAPHOR.match(passage.text) or (_POINTS_BACK.search(passage.text) and (here or passage.speaker)):
            ground = "it follows the charge and points back to it"
        elif speaks and (here or (next_to_it and says_how(passage))):
            ground = f"it follows the charge, and {passage.speaker} speaks for the accused"
        elif self._alleged[number].accused and speaks and next_to_it:
            ground = f"it stands in the paragraph after the charge, and {passage.speaker} speaks for whom it accuses"
        elif here and not passage.speaker and self._speaks_to(number, passage):
            ground = "it follows the charge and speaks of the same or of what it rests on"
        if not ground:
            return None
        rival = self._rival(number, passage, at)
        return (Tie(number, ground),) if rival is None else ()

    def _told_of(self, passage: Passage, at: _Reading) -> tuple[Tie, ...] | None:
        """Ties to the one charge of the article whose words it takes up."""
        if self._is_as_a_whole(passage) or not (says_how(passage) or passage.speaker):
            return None
        fitting = [n for n in at.alleged if self._fits(n, passage, at)]
        best = self._clearest(fitting, passage)
        if best is None or self._likeness(best, passage) < TOLD_OF:
            return None
        return (Tie(best, "it speaks of what this charge alone in the article speaks of"),)

    def _as_a_whole(self, passage: Passage, at: _Reading) -> tuple[Tie, ...] | None:
        """Ties what answers "the accusations" to the charge of the one accuser of whom the article tells, where that is one charge."""
        if not self._is_as_a_whole(passage) or not passage.speaker:
            return None
        here = [n for n in at.alleged if self._alleged[n].accuser and self._fits(n, passage, at)]
        if len(here) != 1 or len(self._addressing.charges_of(self._alleged[here[0]].accuser)) != 1:
            return None
        if self._named_charges > 1 and not _RESPONDS.search(passage.text):
            return None
        return (Tie(here[0], "its article tells of this charge only, and it answers the accusations"),)

    # --- what the sieves ask ------------------------------------------------------------------------------------------

    def _fits(self, number: int, passage: Passage, at: _Reading) -> bool:
        """Whether the passage can answer the charge at all: from the other side, for whom it accuses, and not before it."""
        charge = self._alleged[number]
        whose = self._whose
        if any(p.id == passage.id for p in charge.passages):
            return False
        if passage.speaker:
            if whose.related(charge.accuser, passage.speaker):
                return False
            if charge.counter and whose.side(passage.speaker) is not Side.ACCUSES:
                return False
            side = whose.side(passage.speaker)
            if side is not Side.NEITHER and side is (Side.ACCUSED if charge.counter else Side.ACCUSES):
                return False
            if side is not Side.NEITHER and not accusing.agree(charge.accused, (passage.speaker,), whose):
                return False
        elif charge.counter:
            return False
        return number in at.alleged or self._made_before(charge, passage)

    def _made_before(self, charge: Alleged, passage: Passage) -> bool:
        """Whether another source made the charge, as far as dates tell, no later than the passage's source came out."""
        sources = {p.source for p in charge.passages} - {passage.source}
        mine = self._issued.get(passage.source, "").split("/")[-1]
        dates = [self._issued.get(source, "").split("/")[0] for source in sorted(sources)]
        return any(not date or not mine or date[: len(mine)] <= mine[: len(date)] for date in dates)

    def _choose(self, fitting: Sequence[int], passage: Passage, at: _Reading) -> int | None:
        """Of several charges of one accuser the one meant, None where that is not certain."""
        if len(fitting) < 2:
            return fitting[0] if fitting else None
        near = [n for n in at.under_discussion if n in fitting]
        if at.unbroken and len(near) == 1 and at.paragraph == passage.paragraph:
            return near[0] if self._rival(near[0], passage, at) is None else None
        return self._clearest(fitting, passage)

    def _clearest(self, numbers: Sequence[int], passage: Passage) -> int | None:
        """The charge that the passage is clearly more alike to than to any other of these, None where there is none."""
        ranked = sorted(((self._likeness(n, passage), -n) for n in numbers), reverse=True)
        if not ranked or ranked[0][0] < TOUCHED:
            return None
        return -ranked[0][1] if len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= CLEARLY else None

    def _rival(self, number: int, passage: Passage, at: _Reading) -> int | None:
        """Another charge of the article that the passage is far more alike to."""
        others = [n for n in at.alleged if n != number and self._fits(n, passage, at)]
        best = self._clearest(others, passage)
        if best is None or self._likeness(best, passage) < max(TOLD_OF, self._likeness(number, passage) + CLEARLY):
            return None
        return best

    def _touches(self, number: int, passage: Passage) -> bool:
        mine, theirs = self._matters.of(passage), self._alleged[number].matter
        return mine.shares_figure(theirs) or self._likeness(number, passage) >= TOUCHED

    def _takes_up(self, number: int, passage: Passage) -> bool:
        mine, theirs = self._matters.of(passage), self._alleged[number].matter
        return mine.shares_figure(theirs) or self._likeness(number, passage) >= TOLD_OF

    def _likeness(self, number: int, passage: Passage) -> float:
        return self._matters.likeness(self._matters.of(passage), self._alleged[number].matter)

    def _speaks_for_accused(self, number: int, passage: Passage) -> bool:
        charge = self._alleged[number]
        if not passage.speaker:
            return False
        if charge.accused:
            return accusing.agree(charge.accused, (passage.speaker,), self._whose)
        return self._whose.side(passage.speaker) is (Side.ACCUSES if charge.counter else Side.ACCUSED)

    def _speaks_to(self, number: int, passage: Passage) -> bool:
        """Whether what the article says in its own voice doubts the evidence, or answers and takes up the charge's words."""
        doubts = answer_kind(passage, self._whose) is AnswerKind.DOUBTS
        return doubts or (says_how(passage) and self._touches(number, passage))

    def _is_as_a_whole(self, passage: Passage) -> bool:
        """Whether it answers accusations in the plural without saying whose."""
        match = _WHOLE.search(passage.text)
        return match is not None and not re.match(r" (?:of|by|from|that|made)\b", passage.text[match.end() :])
