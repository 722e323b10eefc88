"""The same claim in several sources.

A gate first, likeness second: two passages with different speakers, figures, days or polarity are never one claim, however alike their words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.analysis import linkage, similarity
from generator.analysis.similarity import Vector
from generator.model import BlockKind, Claim, Passage, Role, Topic

SAME_CLAIM = 0.85
"""Least likeness for one claim, average linkage; a cosine of .4 where nothing else is like the two. Judged on the nearest pairs of sentences of different
articles in the labelled bank: above it most tell the same, below it most only the same subject."""

SAME_CLAIM_OF_ONE_SPEAKER = 0.7
"""The same where both passages name one speaker: who says it is half of the claim. A cosine of .285, judged on the same pairs."""

SHARED = 3
"""Least words, none of them common in the language, that all wordings of one claim share; set on the same pairs: with fewer they were headings, or two
sentences on one subject."""

NEGATION = re.compile(
    r"\b(?:no|not|never|neither|nor|without|none|nothing|nobody|cannot|hardly)\b|n['’]t\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Gate:
    """What must agree in passages of one claim besides role, speaker and polarity."""

    source: str
    figures: frozenset[float]
    days: frozenset[str]
    words: frozenset[str]
    spoken: bool

    def parts(self, other: _Gate) -> bool:
        """Whether the two can't be one claim. The fuller passage may tell figures and days that the other leaves out.

        Where nobody says it, the words are all there is: neither may tell more that is new than what both share.
        """
        shared = len(self.words & other.words)
        return (
            self.source == other.source
            or shared < SHARED
            or (not self.spoken and max(len(self.words), len(other.words)) > 2 * shared)
            or not (self.figures <= other.figures or other.figures <= self.figures)
            or not (_told(self.days, other.days) or _told(other.days, self.days))
        )


def _told(days: frozenset[str], by: frozenset[str]) -> bool:
    """Whether each of these dates is among the others; a month tells its days and a day its month."""
    return all(any(day.startswith(other) or other.startswith(day) for other in by) for day in days)


def speaker_name(topic: Topic, passage: Passage) -> str:
    """The speaker's party name where the topic knows the party, else the speaker as the file names it."""
    party = topic.party(passage.speaker) if passage.speaker else None
    return party.name if party else passage.speaker


def clusters(passages: Sequence[Passage], topic: Topic) -> tuple[tuple[Claim, ...], tuple[Passage, ...]]:
    """The claims, and the passages with their `claim` filled in, both in the order of the passages."""
    kept = [p for p in passages if p.relevant and p.role is not Role.IRRELEVANT]
    found: list[Claim] = []
    named: dict[str, Passage] = {}
    for group in sorted(_groups(kept, topic)):
        members = sorted((kept[i] for i in group), key=_fullness, reverse=True)
        identifier = members[0].id
        told = tuple(replace(member, claim=identifier) for member in members)
        named.update((member.id, member) for member in told)
        found.append(Claim(identifier, members[0].role, told))
    return tuple(found), tuple(named.get(p.id) or replace(p, claim="") for p in passages)


def _fullness(passage: Passage) -> tuple[bool, int, int, str, int]:
    body = passage.block is not BlockKind.HEADING
    return (body, len(passage.numbers) + len(passage.dates), len(passage.text), passage.source, -passage.order)


def _groups(kept: Sequence[Passage], topic: Topic) -> Iterator[tuple[int, ...]]:
    """Numbers of passages that are one claim. Only passages of one role, speaker and polarity are compared at all."""
    # The speaker is a gate of its own and would only make alike what is not.
    vectors = similarity.vectors([p.text.replace(p.speaker, " ") if p.speaker else p.text for p in kept])
    kinds: defaultdict[tuple[Role, str, bool], list[int]] = defaultdict(list)
    for index, passage in enumerate(kept):
        kinds[passage.role, speaker_name(topic, passage), bool(NEGATION.search(passage.text))].append(index)
    for (_, speaker, _), numbers in kinds.items():
        gates = [_gate(kept[index], vectors[index]) for index in numbers]
        alike = similarity.reinforced(similarity.links([vectors[index] for index in numbers]))
        least = SAME_CLAIM_OF_ONE_SPEAKER if speaker else SAME_CLAIM
        for group in linkage.groups(alike, least, _parting(gates)):
            yield tuple(numbers[i] for i in group)


def _gate(passage: Passage, vector: Vector) -> _Gate:
    figures = frozenset(number.value for number in passage.numbers)
    days = frozenset(day.value for day in passage.dates if day.value)
    return _Gate(passage.source, figures, days, similarity.telling(vector), bool(passage.speaker))


def _parting(gates: Sequence[_Gate]) -> Callable[[int, int], bool]:
    return lambda one, other: gates[one].parts(gates[other])
