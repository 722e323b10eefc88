"""Where the sources differ on one point. Both wordings are kept; nothing here says who is right.

A dispute of positions is not a contradiction of facts: a charge with its answer is listed as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.analysis import dates
from generator.analysis.differences import Difference, differences
from generator.model import BlockKind, Charge, Conflict, Disagreement, Event, Passage, Role, Topic


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


def events(passages: Sequence[Passage], found: Sequence[Disagreement]) -> tuple[Event, ...]:
    """Dated happenings in the order of their first date; one whose date the sources dispute is one event with both dates."""
    disputed = [
        event
        for d in found
        if d.about == "date" and d.kind is Conflict.INCOMPATIBLE and d.values and (event := _disputed(d))
    ]
    taken = {p.id for event in disputed for p in event.passages}
    made = _one_each(disputed)
    for passage in passages:
        if not passage.relevant or passage.block is BlockKind.HEADING or passage.id in taken:
            continue
        values = tuple(dict.fromkeys(mention.value for mention in passage.dates if mention.value))
        if values:
            made.append(Event(values[:1], (passage,)))
    return tuple(sorted(made, key=_when))


def _disputed(disagreement: Disagreement) -> Event | None:
    """The event of a disputed date; None where fewer than two of its dates stand in the passages themselves."""
    stated = [
        (value, passage)
        for value, passage in zip(disagreement.values, disagreement.versions, strict=True)
        if any(mention.value == value for mention in passage.dates)
    ]
    values = sorted({value for value, _ in stated})
    return Event(tuple(values), tuple(passage for _, passage in stated)) if len(values) > 1 else None


def _one_each(disputed: Sequence[Event]) -> list[Event]:
    """A passage is told under one disputed event, the first."""
    kept: list[Event] = []
    for event in disputed:
        if not any(p in other.passages for other in kept for p in event.passages):
            kept.append(event)
    return kept


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


def _when(event: Event) -> tuple[bool, str, str]:
    first = dates.earliest(event.values[0])
    return (first is None, first.isoformat() if first else event.values[0], event.passages[0].id)
