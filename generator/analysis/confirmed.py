"""What answers a charge is a rebuttal for certain: that it is tied to the charge says more than its own words. What declines to answer is none.

Of nine doubtful rebuttals of the bank that were tied to a charge seven are labelled rebuttals, two context, none an allegation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.analysis.answer_kinds import declines
from generator.model import Charge, Claim, Passage, Role


def confirmed(
    passages: Sequence[Passage], claims: Sequence[Claim], charges: Sequence[Charge]
) -> tuple[tuple[Passage, ...], tuple[Claim, ...], tuple[Charge, ...]]:
    """The same three with every passage sure that answers a charge, and none that only declines to answer."""
    answering = {p.id for charge in charges for answer in charge.answers for p in answer.claim.passages}
    declining = {p.id for p in passages if p.role is Role.REBUTTAL and p.id not in answering and declines(p)}
    wrong = {p.id for p in passages if p.sure is (p.id in declining) and p.id in answering | declining}
    sure = {p.id: replace(p, sure=p.id in answering) for p in passages if p.id in wrong}
    changed = {claim.id: _claim(claim, sure) for claim in claims if any(p.id in sure for p in claim.passages)}
    return (
        tuple(sure.get(p.id, p) for p in passages),
        tuple(changed.get(claim.id, claim) for claim in claims),
        tuple(_charge(charge, changed) for charge in charges),
    )


def _claim(claim: Claim, sure: Mapping[str, Passage]) -> Claim:
    return replace(claim, passages=tuple(sure.get(p.id, p) for p in claim.passages))


def _charge(charge: Charge, changed: Mapping[str, Claim]) -> Charge:
    return replace(
        charge,
        claims=tuple(changed.get(claim.id, claim) for claim in charge.claims),
        answers=tuple(replace(a, claim=changed.get(a.claim.id, a.claim)) for a in charge.answers),
    )
