"""The same claim in several sources.

A gate first, similarity second: two passages with different speakers, figures, days or polarity are never one claim, however alike their words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.analysis import similarity
from generator.model import BlockKind, Claim, Passage, Role, Topic

SAME_CLAIM = 0.42
"""Least cosine for one claim, average linkage. Set on pairs of sentences from the shipped pile; lower values joined claims about one subject."""

SAME_CLAIM_OF_ONE_SPEAKER = 0.27
"""The same where both passages name one speaker: who says it is half of the claim. Of three pairs judged by hand, the false one has .21, the true ones
.33 and .58."""

_NEGATION = re.compile(r"\b(?:no|not|never|neither|nor|without|none)\b|n['’]t\b", re.IGNORECASE)


def speaker_name(topic: Topic, passage: Passage) -> str:
    """The speaker's party name where the topic knows the party, else the speaker as the file names it."""
    party = topic.party(passage.speaker) if passage.speaker else None
    return party.name if party else passage.speaker


def clusters(passages: Sequence[Passage], topic: Topic) -> tuple[tuple[Claim, ...], tuple[Passage, ...]]:
    """The claims, and the passages with their `claim` filled in, both in the order of the passages."""
    kept = [p for p in passages if p.relevant and p.role is not Role.IRRELEVANT]
    # The speaker is a gate of its own and would only make alike what is not.
    vectors = similarity.vectors([p.text.replace(p.speaker, " ") if p.speaker else p.text for p in kept])
    groups: list[list[int]] = []
    for index in range(len(kept)):
        best, at = SAME_CLAIM_OF_ONE_SPEAKER if kept[index].speaker else SAME_CLAIM, -1
        for number, group in enumerate(groups):
            if all(_may_be_one(topic, kept[index], kept[other]) for other in group):
                alike = sum(similarity.cosine(vectors[index], vectors[other]) for other in group) / len(group)
                if alike >= best:
                    best, at = alike, number
        if at < 0:
            groups.append([index])
        else:
            groups[at].append(index)
    found: list[Claim] = []
    named: dict[str, str] = {}
    for group in groups:
        members = sorted((kept[i] for i in group), key=_fullness, reverse=True)
        identifier = members[0].id
        named.update((member.id, identifier) for member in members)
        found.append(Claim(identifier, members[0].role, tuple(replace(member, claim=identifier) for member in members)))
    return tuple(found), tuple(replace(p, claim=named.get(p.id, "")) for p in passages)


def _fullness(passage: Passage) -> tuple[bool, int, int, str, int]:
    body = passage.block is not BlockKind.HEADING
    return (body, len(passage.numbers) + len(passage.dates), len(passage.text), passage.source, -passage.order)


def _may_be_one(topic: Topic, a: Passage, b: Passage) -> bool:
    if a.role is not b.role or a.source == b.source:
        return False
    if speaker_name(topic, a) != speaker_name(topic, b):
        return False
    if bool(_NEGATION.search(a.text)) != bool(_NEGATION.search(b.text)):
        return False
    figures_a, figures_b = {n.value for n in a.numbers}, {n.value for n in b.numbers}
    if figures_a and figures_b and not figures_a & figures_b:
        return False
    days_a, days_b = {d.value for d in a.dates if d.value}, {d.value for d in b.dates if d.value}
    return not (days_a and days_b and not days_a & days_b)
