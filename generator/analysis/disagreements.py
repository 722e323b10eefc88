"""Where the sources differ on one point. Both wordings are kept; nothing here says who is right.

A dispute of positions is not a contradiction of facts: a charge with its answer is listed as such.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from generator.analysis import dates, names, verbs
from generator.model import BlockKind, Charge, Conflict, DateMention, Disagreement, Event, Number, Passage, Role, Topic

_HAPPENED = re.compile(
    verbs.DOCUMENTS.pattern
    + r"|\b(?:bill|act|summit|meeting|talks|law|vote|strike|launch|election|trial|hearing|deal|agreement|report|ban|recall|merger|referendum|outbreak|attack|release)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r", an? (?:day|week|month|year)s? (?:before|after|earlier|later)\b[^,]*(?=,)")
"""Another happening that a date is told by: "On April 23, a day before the vote, ..."."""
_SYNONYM = {"memorandum": "memo", "start-up": "startup"}
_CONTENT = re.compile(r"[a-z]{4,}")
NEAR_DAYS = 31
"""Two dates further apart than this are taken for two events."""


def disagreements(passages: Sequence[Passage], charges: Sequence[Charge], topic: Topic) -> tuple[Disagreement, ...]:
    """Conflicts of dates and of what a figure counts, then the positions taken, each in the order of the passages."""
    said = [p for p in passages if p.relevant and p.role is not Role.IRRELEVANT and p.block is not BlockKind.HEADING]
    return (*_dates(said, topic), *_units(said), *_positions(charges))


def _dates(passages: Sequence[Passage], topic: Topic) -> Iterator[Disagreement]:
    dated = [(p, mention, head) for p in passages for mention in p.dates if (head := _happening(p, mention))]
    found: dict[str, list[tuple[Passage, ...]]] = {}
    for (a, day_a, head_a), (b, day_b, head_b) in combinations(dated, 2):
        if (
            head_a == head_b
            and a.source != b.source
            and _differ(day_a, day_b)
            and _share_party(topic, a, b)
            and _shared_words(a, b) >= 3
        ):
            found.setdefault(head_a, []).append((a, b))
    for head, pairs in found.items():
        for versions in _joined(pairs):
            yield Disagreement(f"The date of the {head}", Conflict.INCOMPATIBLE, "date", versions)


def _happening(passage: Passage, mention: DateMention) -> str:
    """What happened on the date: the first noun of a document or an event after it in its clause, else before it."""
    text = _ASIDE.sub(lambda aside: " " * len(aside[0]), passage.text)
    at = text.find(mention.words)
    if at < 0 or len(mention.value) != len("2026-04-23"):
        return ""
    before = list(_HAPPENED.finditer(text[:at]))
    after = _HAPPENED.search(text, at + len(mention.words))
    opening = at <= len("On the same")
    found = after if (opening and after) else (before[-1] if before else after)
    return _SYNONYM.get(found[0].lower(), found[0].lower()) if found else ""


def _differ(a: DateMention, b: DateMention) -> bool:
    first, second = dates.earliest(a.value), dates.earliest(b.value)
    if first is None or second is None:
        return a.value[5:] != b.value[5:] and a.value[:4] == b.value[:4]
    return 0 < abs((first - second).days) <= NEAR_DAYS


def _share_party(topic: Topic, a: Passage, b: Passage) -> bool:
    return bool(_parties(topic, a) & _parties(topic, b))


def _parties(topic: Topic, passage: Passage) -> set[str]:
    """Parties named in a passage, and the larger parties they belong to."""
    found = {party.name for party in topic.parties if names.mentions(party, passage.text)}
    return found | {party.of for party in topic.parties if party.name in found and party.of}


def _shared_words(a: Passage, b: Passage) -> int:
    return len(set(_CONTENT.findall(a.text.lower())) & set(_CONTENT.findall(b.text.lower())))


def _units(passages: Sequence[Passage]) -> Iterator[Disagreement]:
    """The same figure of the same thing, counted in different units."""
    figures = [(p, number) for p in passages for number in p.numbers if number.unit]
    for (a, x), (b, y) in combinations(figures, 2):
        if a.source == b.source or x.value != y.value or x.unit == y.unit or x.value < 100:
            continue
        thing = _thing_before(a, x)
        if thing and thing == _thing_before(b, y):
            yield Disagreement(
                f"What “{x.words}” counts: {x.unit} or {y.unit}", Conflict.INCOMPATIBLE, "number", (a, b)
            )


def _thing_before(passage: Passage, number: Number) -> str:
    """The noun phrase that the figure measures, singular: "context windows of up to one million" -> "context window"."""
    at = passage.text.find(number.words)
    match = re.search(r"(?P<thing>[a-z]+ [a-z]+?)s? of (?:up to |about |some )?$", passage.text[:at])
    return match["thing"] if match else ""


def _positions(charges: Sequence[Charge]) -> Iterator[Disagreement]:
    for charge in charges:
        if charge.accuser and charge.answers:
            versions = (charge.claims[0].passages[0], *(answer.claim.passages[0] for answer in charge.answers))
            yield Disagreement(charge.heading, Conflict.POSITIONS, "position", versions)


def events(passages: Sequence[Passage], found: Sequence[Disagreement]) -> tuple[Event, ...]:
    """Dated happenings in the order of their first date; one whose date the sources dispute is one event with both dates."""
    disputed = [d for d in found if d.about == "date"]
    taken = {p.id for d in disputed for p in d.versions}
    made = [_disputed_event(group) for group in _joined(d.versions for d in disputed)]
    for passage in passages:
        if not passage.relevant or passage.block is BlockKind.HEADING or passage.id in taken:
            continue
        values = tuple(dict.fromkeys(mention.value for mention in passage.dates if mention.value))
        if values:
            made.append(Event(values[:1], (passage,)))
    return tuple(sorted(made, key=_when))


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


def _disputed_event(passages: Sequence[Passage]) -> Event:
    values = sorted({next(m.value for m in p.dates if m.value) for p in passages})
    return Event(tuple(values), tuple(passages))


def _when(event: Event) -> tuple[bool, str, str]:
    first = dates.earliest(event.values[0])
    return (first is None, first.isoformat() if first else event.values[0], event.passages[0].id)
