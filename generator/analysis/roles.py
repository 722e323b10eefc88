"""Which role a unit plays: definition, allegation, rebuttal, open question, context or none of the topic's business.

An article is read twice. The first reading weighs what a sentence shows by itself (`analysis.features`) and plain cues (`analysis.cue_roles`); what it
makes of the neighbours, of the same speaker's other sentences and of the side the article takes (`analysis.stance`) is weighed in the second
(`analysis.surroundings`). A decision that may put a sentence on the wrong side's page is left to a person (`analysis.doubt`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.analysis import accusing, cues, learned, stance
from generator.analysis.cue_roles import Opinion, by_cues
from generator.analysis.doubt import MISLEADING, group, reasons
from generator.analysis.features import features, mask
from generator.analysis.learned import Model
from generator.analysis.speakers import Attribution
from generator.analysis.surroundings import FirstReading, surroundings, tallies
from generator.analysis.units import Unit
from generator.model import BlockKind, Role, Topic

SURE = 0.5
"""Least confidence for a page: below it, a held-out sentence of the bank is as often wrong as right."""
ACCUSES = 3
"""Weight of the cues of an allegation from which on a definition does two things at once, and is not for the page that says what the matter is."""
DECIDES = 3
"""Times the full weight that a decisive cue adds in the second reading: enough against "fraudulent", "mislead" and "switched off" in one sentence. Set on
invented denials; no sentence of the bank changes its role with it."""
PLAIN = 0.7
"""How plain cues have to be to add their full weight; plainer ones add more."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A role, how sure it is from 0 to 1, and whether that is enough for a page."""

    role: Role
    confidence: float
    sure: bool


@dataclass(frozen=True, slots=True)
class ArticleSeen:
    """What is seen of an article before anything learned is applied to it."""

    units: Sequence[Unit]
    attributions: Sequence[Attribution]
    kept: tuple[int, ...]
    """Indices of the relevant units; the mappings below have these keys."""
    seen: Mapping[int, tuple[str, ...]]
    opinions: Mapping[int, Opinion]
    stance: tuple[str, ...]
    words: tuple[str, ...]


def look(
    units: Sequence[Unit], attributions: Sequence[Attribution], relevant: Sequence[bool], topic: Topic
) -> ArticleSeen:
    """Everything that can be seen of an article. The three sequences run in parallel.

    Whose the article's own voice is counts for plain denials alone: most of a press release is no answer to anything.
    """
    told, attributions = attributions, [attribution.anonymous for attribution in attributions]
    kept = tuple(i for i, keep in enumerate(relevant) if keep)
    masked = mask([unit.text for unit in units], topic)
    seen = features(units, attributions, topic, masked)
    opinions = by_cues(units, told, relevant, topic)
    return ArticleSeen(
        units,
        attributions,
        kept,
        {i: seen[i] for i in kept},
        {i: opinions[i] for i in kept},
        stance.describe(units, attributions, masked),
        stance.words(units, attributions, masked),
    )


def roles(
    units: Sequence[Unit], attributions: Sequence[Attribution], relevant: Sequence[bool], topic: Topic
) -> tuple[Verdict, ...]:
    """One verdict for each unit of an article, in order. The three sequences run in parallel."""
    verdicts = [Verdict(Role.IRRELEVANT, 0.9, sure=True)] * len(units)
    if any(relevant):
        article = look(units, attributions, relevant, topic)
        for i, verdict in decide(learned.model(), article).items():
            verdicts[i] = verdict
    return tuple(_share_role_of_lead_in(units, verdicts))


def decide(model: Model, article: ArticleSeen) -> dict[int, Verdict]:
    """Both readings of an article: a verdict for each relevant unit."""
    first = FirstReading(
        model.roles,
        {i: with_cue(model, model.first.scores(article.seen[i]), article.opinions[i]) for i in article.kept},
    )
    (lean,) = model.lean.scores(("bias", *article.stance, *article.words, *tallies(first, article.attributions)))
    around = surroundings(article.units, article.attributions, article.stance, first, lean)
    found: dict[int, Verdict] = {}
    for i in article.kept:
        scores = with_cue(
            model,
            model.second.scores((*article.seen[i], *around[i])),
            article.opinions[i],
            DECIDES if article.opinions[i].decisive else 1,
        )
        best = max(range(len(scores)), key=lambda k: (scores[k], -k))
        role, chance = model.roles[best], round(model.probabilities(scores)[best], 2)
        why = reasons(role, model.roles, first.scores[i], scores, article.opinions[i], lean, article.seen[i])
        safe = role not in MISLEADING or model.doubt.scores(why)[0] < model.limits[group(role, article.seen[i])]
        both = role is Role.DEFINITION and cues.scores(article.units[i].text)[0] >= ACCUSES
        formal = role in MISLEADING and accusing.asks_formally(article.units[i].text)
        found[i] = Verdict(role, chance, sure=safe and chance >= SURE and not both and not formal)
    return found


def with_cue(model: Model, scores: Sequence[int], opinion: Opinion, times: int = 1) -> tuple[int, ...]:
    """The scores with the opinion of the cues, `times` over. That they found nothing says nothing, so only a role other than context adds to it."""
    if opinion.role not in model.roles or opinion.role is Role.CONTEXT:
        return tuple(scores)
    bonus = round(times * model.cue * opinion.plainness / PLAIN)
    return tuple(score + bonus * (role is opinion.role) for role, score in zip(model.roles, scores, strict=True))


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
