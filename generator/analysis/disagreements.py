"""Where the sources differ on one point. Both wordings are kept; nothing here says who is right.

A dispute of positions is not a contradiction of facts: a charge with its answer is listed as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.analysis.differences import Difference, differences
from generator.model import BlockKind, Charge, Conflict, Disagreement, Passage, Role, Topic


def disagreements(
    passages: Sequence[Passage], charges: Sequence[Charge], topic: Topic, issued: Mapping[str, str] | None = None
) -> tuple[Disagreement, ...]:
    """Differences of fact, by what differs, then the positions taken, each in the order of the passages.

    `issued` gives the EDTF dates of the sources, by which a plan and its later outcome are told from two accounts of one state.
    """
    said = [p for p in passages if p.relevant and p.role is not Role.IRRELEVANT and p.block is not BlockKind.HEADING]
    return (*_told_once(differences(said, topic, issued)), *_positions(charges))


def _told_once(found: Sequence[Difference]) -> Iterator[Disagreement]:
    """Differences of one type about one thing that share a passage are one disagreement with all its versions."""
    by_type: dict[tuple[str, Conflict, str], list[Difference]] = {}
    for difference in found:
        by_type.setdefault((difference.about, difference.kind, difference.thing), []).append(difference)
    for (about, kind, _), members in by_type.items():
        for joined in _joined(d.versions for d in members):
            versions = tuple(sorted(joined, key=lambda p: (p.source, p.order)))
            known = {p.id for p in versions}
            inside = [d for d in members if d.versions[0].id in known]
            given = {p.id: value for d in inside for p, value in zip(d.versions, d.values, strict=True)}
            values = tuple(given[p.id] for p in versions)
            yield Disagreement(inside[0].heading, kind, about, versions, values if any(values) else ())


def _positions(charges: Sequence[Charge]) -> Iterator[Disagreement]:
    for charge in charges:
        if charge.accuser and charge.answers:
            versions = (charge.claims[0].passages[0], *(answer.claim.passages[0] for answer in charge.answers))
            yield Disagreement(charge.heading, Conflict.POSITIONS, "position", versions)


def _joined(versions: Iterable[tuple[Passage, ...]]) -> list[tuple[Passage, ...]]:
    """Groups of passages that share one are about one event."""
    groups: list[dict[str, Passage]] = []
    for passages in versions:
        members = {p.id: p for p in passages}
        for group in [g for g in groups if g.keys() & members.keys()]:
            members = {**group, **members}
            groups.remove(group)
        groups.append(members)
    return [tuple(group.values()) for group in groups]
