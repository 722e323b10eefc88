"""Roles by general cues (`analysis.cues`): the speaker's side, the lead-in of a list and the stance of an article that argues in its own voice.

Precise where a cue is plain and blind where there is none: one of the two opinions that `analysis.roles` weighs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.analysis import cues, names, own_denials
from generator.analysis.speakers import Attribution
from generator.analysis.units import Unit
from generator.analysis.verbs import ACCUSING, CLAIMING, DENYING
from generator.model import BlockKind, Role, Side, Speech, Topic

STANCE_SHARE = 0.55
"""Share of one side's role among the decided sentences of an article's own voice from which it is read as arguing for that side."""
VOICE_SHARE = 0.6
"""Share of sentences in the article's own voice from which an article is read as opinion rather than report."""
_DECISIVE = 0.95
"""Plainness of what the form decides: that of the plainest cues."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """A role and how plain the cues are, from 0 to 1."""

    role: Role
    plainness: float
    decisive: bool = False
    """Whether the form decides together with who says it, whatever the words are elsewhere."""


def by_cues(
    units: Sequence[Unit], attributions: Sequence[Attribution], relevant: Sequence[bool], topic: Topic
) -> tuple[Opinion, ...]:
    """One opinion for each unit of an article, in order. The three sequences run in parallel."""
    heard = [attribution.anonymous for attribution in attributions]
    first = [
        _by_cues(unit, attribution, topic) if keep else Opinion(Role.IRRELEVANT, 0.9)
        for unit, attribution, keep in zip(units, heard, relevant, strict=True)
    ]
    stance = _stance(first, heard, relevant)
    argued = [_argue(verdict, attribution, stance) for verdict, attribution in zip(first, heard, strict=True)]
    return tuple(
        Opinion(Role.REBUTTAL, _DECISIVE, decisive=True)
        if relevant[index] and own_denials.answers(index, units, attributions, topic)
        else opinion
        for index, opinion in enumerate(_follow(units, heard, argued))
    )


def _by_cues(unit: Unit, attribution: Attribution, topic: Topic) -> Opinion:
    accusing, denying, open_, defining, neutral = cues.scores(unit.text)
    scores = Counter(
        {
            Role.ALLEGATION: accusing,
            Role.REBUTTAL: denying,
            Role.OPEN_QUESTION: open_,
            Role.DEFINITION: defining,
            Role.CONTEXT: 1 + neutral // 2,
        }
    )
    if attribution.verb in ACCUSING:
        scores[Role.ALLEGATION] += 3
    if attribution.verb in DENYING:
        scores[Role.REBUTTAL] += 3
    party = names.party_in(topic, attribution.speaker) if attribution.speaker else None
    if party is not None and party.side is Side.ACCUSES:
        scores[Role.ALLEGATION] += 2 if attribution.verb in CLAIMING else min(1, scores[Role.ALLEGATION])
    if party is not None and party.side is Side.ACCUSED:
        scores[Role.REBUTTAL] += 2
        scores[Role.ALLEGATION] -= 2
    if unit.block is BlockKind.HEADING:
        scores[Role.CONTEXT] += 1
    (role, best), (_, second) = scores.most_common(2)
    if best <= 1:
        return Opinion(Role.CONTEXT, 0.3)
    return Opinion(role, round(min(0.95, 0.5 + 0.1 * (best - second)), 2))


def _stance(verdicts: Sequence[Opinion], attributions: Sequence[Attribution], relevant: Sequence[bool]) -> Role | None:
    """The side an opinion article takes in its own voice, else None."""
    kept = [(v, a) for v, a, keep in zip(verdicts, attributions, relevant, strict=True) if keep]
    own = [v.role for v, a in kept if a.kind is Speech.VOICE]
    if not kept or len(own) < VOICE_SHARE * len(kept):
        return None
    counts = Counter(role for role in own if role in (Role.ALLEGATION, Role.REBUTTAL))
    decided = sum(1 for role in own if role is not Role.CONTEXT)
    if not counts or decided < 3:
        return None
    role, number = counts.most_common(1)[0]
    return role if number >= STANCE_SHARE * decided else None


def _argue(verdict: Opinion, attribution: Attribution, stance: Role | None) -> Opinion:
    """In an article that argues for a side, a sentence of its own without cues argues for it too."""
    if stance and attribution.kind is Speech.VOICE and verdict.role is Role.CONTEXT and verdict.plainness <= 0.5:
        return Opinion(stance, 0.4)
    return verdict


def _follow(units: Sequence[Unit], attributions: Sequence[Attribution], verdicts: Sequence[Opinion]) -> list[Opinion]:
    """Items take the role of their lead-in; sentences of one quotation share a role."""
    result = list(verdicts)
    lead: Opinion | None = None
    for index, unit in enumerate(units):
        if result[index].role is Role.IRRELEVANT:
            continue
        if unit.block is BlockKind.ITEM:
            if lead is not None and (
                result[index].role in (Role.CONTEXT, Role.DEFINITION) or lead.role is Role.CONTEXT
            ):
                result[index] = Opinion(lead.role, lead.plainness)
            continue
        lead = result[index] if unit.text.rstrip().endswith(":") else None
        if not index or unit.first or not _same_quotation(attributions[index - 1], attributions[index]):
            continue
        if result[index].role is Role.CONTEXT and result[index - 1].role is not Role.IRRELEVANT:
            result[index] = Opinion(result[index - 1].role, 0.5)
    return result


def _same_quotation(before: Attribution, now: Attribution) -> bool:
    return before.kind is Speech.QUOTE and now.kind is Speech.QUOTE and before.speaker == now.speaker and not now.verb
