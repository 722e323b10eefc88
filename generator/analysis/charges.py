"""Charges: what is alleged, of whom and by whom, with what answers it; the most specific first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import or_

from generator.analysis import accusing, names
from generator.analysis.alleged import Alleged
from generator.analysis.answer_kinds import answer_kind
from generator.analysis.answers import answers
from generator.analysis.caveats import marked_unverified
from generator.analysis.grouping import Group, grouped
from generator.analysis.headings import heading
from generator.analysis.matters import Matters
from generator.analysis.tellings import shared
from generator.analysis.unmatched import Unmatched
from generator.analysis.whose import Whose
from generator.model import Answer, AnswerKind, BlockKind, Charge, Claim, Party, Passage, Role, Side, Topic

_LEANS = re.compile(r"[“\"]?(?:this|that|it|these|those|they|such|he|she|its|their)\b", re.IGNORECASE)


def charges(
    found: Sequence[Claim], passages: Sequence[Passage], topic: Topic, issued: Mapping[str, str] | None = None
) -> tuple[Charge, ...]:
    """The charges, the most specific first. `issued`: date (EDTF) of each source that has one."""
    whose = Whose(topic, passages)
    matters = Matters(whose, passages)
    said = [claim for claim in found if _is_said(claim)]
    groups = [
        *((group, False) for group in grouped((c for c in said if _alleges(c, whose)), whose, matters)),
        *((group, True) for group in grouped((c for c in said if _turns_back(c, whose)), whose, matters)),
    ]
    alleged = [_alleged(group, returned or _against_accusers(group, whose)) for group, returned in groups]
    answered = shared(answers(alleged, found, passages, whose, matters, issued or {}), alleged, whose, matters)
    told = {answer.claim.id for one in answered.values() for answer in one}
    told |= {claim.id for one in alleged if one.counter for claim in one.claims}
    unmatched = Unmatched(passages, told, whose)
    made = [
        replace(charge, unmatched=not charge.answers and unmatched.may_answer(one))
        for number, one in enumerate(alleged)
        for charge in [_charge(topic, one, answered.get(number, ()), whose)]
    ]
    return tuple(sorted(made, key=lambda charge: (-specificity(topic, charge), charge.claims[0].id)))


def _is_said(claim: Claim) -> bool:
    return claim.passages[0].sure and any(p.block is not BlockKind.HEADING for p in claim.passages)


def _alleges(claim: Claim, whose: Whose) -> bool:
    """Whether a claim is an allegation that, where it has an accuser, accuses somebody or tells of a wrong."""
    if claim.role is not Role.ALLEGATION:
        return False
    return not claim.passages[0].speaker or any(accusing.accuses(p, whose) for p in claim.passages)


def _turns_back(claim: Claim, whose: Whose) -> bool:
    """Whether a rebuttal charges the accusers in return."""
    first = claim.passages[0]
    return claim.role is Role.REBUTTAL and bool(first.speaker) and answer_kind(first, whose) is AnswerKind.TURNS_BACK


def _against_accusers(group: Group, whose: Whose) -> bool:
    """Whether the accused side accuses the accusing one."""
    of_accused = whose.side(group.passages[0].speaker) is Side.ACCUSED
    return of_accused and any(whose.side(name) is Side.ACCUSES for name in group.accused)


def _alleged(group: Group, counter: bool) -> Alleged:
    matter = reduce(or_, group.matters)
    return Alleged(tuple(group.claims), tuple(group.passages), tuple(group.accused), matter, counter)


def _charge(topic: Topic, alleged: Alleged, found: Sequence[Answer], whose: Whose) -> Charge:
    ordered = sorted(alleged.claims, key=lambda claim: (-weight(topic, claim.passages[0]), claim.id))
    sure = [p for claim in ordered for p in claim.passages if not marked_unverified(p.caveats)]
    telling = [p for p in sure if not _LEANS.match(p.text)] or sure or [ordered[0].passages[0]]
    place = {party.name: number for number, party in enumerate(topic.parties)}
    return Charge(
        heading=heading(telling),
        accuser=whose.name(ordered[0].passages[0].speaker),
        claims=tuple(ordered),
        answers=tuple(sorted(found, key=lambda answer: _place(answer.claim.passages[0]))),
        counter=alleged.counter,
        accused=tuple(sorted(alleged.accused, key=lambda name: (place.get(name, len(place)), name))),
    )


def _place(passage: Passage) -> tuple[str, int]:
    return (passage.source, passage.order)


def weight(topic: Topic, passage: Passage) -> int:
    """How specific one passage is: figures, days, named accused, a named speaker."""
    accused = sum(1 for party in topic.parties if _is_accused(party, passage))
    days = sum(1 for date in passage.dates if len(date.value) == len("2026-04-23"))
    return (
        3 * min(len(passage.numbers), 3)
        + 2 * min(accused, 3)
        + days
        + 2 * bool(passage.speaker)
        - 6 * marked_unverified(passage.caveats)
    )


def _is_accused(party: Party, passage: Passage) -> bool:
    return party.side is Side.ACCUSED and names.mentions(party, passage.text)


def specificity(topic: Topic, charge: Charge) -> int:
    """How specific a charge is; one without a speaker never leads."""
    best = max(weight(topic, claim.passages[0]) for claim in charge.claims)
    return best if charge.accuser else best - 100
