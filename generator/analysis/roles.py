"""Which role a unit plays: definition, allegation, rebuttal, open question, context or none of the topic's business.

Two opinions are weighed: a linear model learned from labelled articles on many topics (`analysis.learned`), and plain cues (`analysis.cue_roles`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.analysis import learned
from generator.analysis.cue_roles import Opinion, by_cues
from generator.analysis.features import features
from generator.analysis.learned import Model
from generator.analysis.speakers import Attribution
from generator.analysis.units import Unit
from generator.model import BlockKind, Role, Topic

SURE = 0.5
"""Least confidence for a page. On articles of unseen topics 64 of 100 allegations and rebuttals above it are right, against 57 of all; higher values leave too
little: at .7 it is 80 of 100, of a third of the sentences."""


PLAIN = 0.7
"""How plain cues have to be to add their full weight; plainer ones add more."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A role and how sure it is, from 0 to 1."""

    role: Role
    confidence: float


def roles(
    units: Sequence[Unit], attributions: Sequence[Attribution], relevant: Sequence[bool], topic: Topic
) -> tuple[Verdict, ...]:
    """One verdict for each unit of an article, in order. The three sequences run in parallel."""
    seen = features(units, attributions, topic)
    opinions = by_cues(units, attributions, relevant, topic)
    model = learned.model()
    verdicts = [
        _weigh(model, seen[i], opinions[i]) if relevant[i] else Verdict(Role.IRRELEVANT, 0.9) for i in range(len(units))
    ]
    return tuple(_share_role_of_lead_in(units, verdicts))


def _weigh(model: Model, seen: Sequence[str], opinion: Opinion) -> Verdict:
    """The role with the highest sum. That the cues found nothing says nothing, so only a role other than context adds to it."""
    scores = model.scores(seen)
    if opinion.role in model.roles and opinion.role is not Role.CONTEXT:
        scores[model.roles.index(opinion.role)] += round(model.cue * opinion.plainness / PLAIN)
    chances = model.probabilities(scores)
    best = max(range(len(scores)), key=lambda i: (scores[i], -i))
    return Verdict(model.roles[best], round(chances[best], 2))


def _share_role_of_lead_in(units: Sequence[Unit], verdicts: Sequence[Verdict]) -> list[Verdict]:
    """The items of a list take the role of the line that leads to them, unless they say something of another kind plainly."""
    result = list(verdicts)
    lead: Verdict | None = None
    for index, unit in enumerate(units):
        if result[index].role is Role.IRRELEVANT:
            continue
        if unit.block is not BlockKind.ITEM:
            lead = result[index] if unit.text.rstrip().endswith(":") else None
        elif lead is not None and (result[index].role in (Role.CONTEXT, Role.DEFINITION) or lead.role is Role.CONTEXT):
            result[index] = lead
    return result
