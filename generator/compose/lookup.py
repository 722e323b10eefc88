"""What the look-up pages hold: events, disagreements, who says what. They are as long as their rows; nothing is chosen."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from generator.compose import order
from generator.compose.pile import kind_of
from generator.compose.register import Register
from generator.compose.statement import Statement
from generator.compose.views import DisagreementView, EventView, Group, Version
from generator.model import Analysis, BlockKind, Conflict, DateMention, Disagreement, Event, Evidence, Passage

_LEAD = 4
"""Characters before the date of an item: "On 3 March"."""


def events(analysis: Analysis, register: Register) -> tuple[EventView, ...]:
    """One view a date, or a pair of dates by different sources; each quotation holds the words that date it."""
    by_values: dict[tuple[str, ...], list[Statement]] = {}
    for event in analysis.events:
        by_values.setdefault(event.values, []).extend(_dated(event, register))
    return tuple(EventView(values, tuple(dict.fromkeys(found))) for values, found in by_values.items() if found)


def _dated(event: Event, register: Register) -> Iterator[Statement]:
    for passage in event.passages:
        mention = next((m for m in passage.dates if m.value in event.values), None)
        statement = register.of(passage)
        if mention and statement and not mention.relative and mention.words.casefold() not in _shown(statement):
            statement = register.holding(passage, mention.words)
        if mention and statement and not (_is_listed(passage, mention) or _is_any(passage, mention)):
            yield statement


def _is_listed(passage: Passage, mention: DateMention) -> bool:
    """Whether an item of a list has a date in it that does not head it: it dates no happening."""
    return passage.block is BlockKind.ITEM and mention.words not in passage.text[: len(mention.words) + _LEAD]


def _is_any(passage: Passage, mention: DateMention) -> bool:
    """Whether the words mean any such day: "a car park on a Sunday"."""
    return bool(re.search(rf"\b(?:an?|any|every|each|most) {re.escape(mention.words.split()[-1])}\b", passage.text))


def _shown(statement: Statement) -> str:
    return f"{statement.when} {statement.words}".casefold()


def disagreements(
    analysis: Analysis, register: Register, evidence: Evidence, kind: Conflict
) -> tuple[DisagreementView, ...]:
    """The disagreements of one kind of which at least two wordings can be shown; several about the same passages are one."""
    same: dict[tuple[str, ...], list[Disagreement]] = {}
    for disagreement in analysis.disagreements:
        if disagreement.kind is kind:
            same.setdefault(tuple(p.id for p in disagreement.versions), []).append(disagreement)
    made = (DisagreementView(tuple(members), _versions(members, register, evidence)) for members in same.values())
    return tuple(view for view in made if len(view.versions) > 1)


def _versions(members: Sequence[Disagreement], register: Register, evidence: Evidence) -> tuple[Version, ...]:
    """The wordings, each with what it gives; a sentence may lean on the heading and on the wordings before it."""
    valued = next((d for d in members if d.values), members[0])
    above = " ".join(d.heading for d in members)
    found = []
    for number, passage in enumerate(valued.versions):
        value = valued.values[number] if valued.values else ""
        whole = valued.kind is not Conflict.POSITIONS
        statement = register.beside(
            passage, above, _differing(passage, value) if value else "", whole=whole and not value
        )
        if statement:
            above = f"{above} {statement.words}"
            is_date = any(m.value == value for m in passage.dates)
            stated = is_date or value in statement.words
            what = kind_of(evidence.sources[passage.source])
            found.append(Version(statement, value if stated else "", is_date, what))
    if any(not (version.is_date or version.value) for version in found):
        found = [version if version.is_date else replace(version, value="") for version in found]
    return tuple(found)


def _differing(passage: Passage, value: str) -> str:
    """The words of a passage that give a value: all of them where it has to be worked out, none where they do so only in their place."""
    mention = next((m for m in passage.dates if m.value == value), None)
    if mention:
        return "" if mention.relative else mention.words
    return value if value in passage.text else passage.text


def positions(register: Register, evidence: Evidence) -> Sequence[Group]:
    """What each named speaker is given to say, in the order of topic.yml and then of the names; who is one of several named together stands after them."""
    known = {party.name: number for number, party in enumerate(evidence.topic.parties)}
    said = [s for s in register.rows if s.speaker]
    groups = _grouped(said, lambda s: order.party_name(s.passage.speaker, evidence.topic))
    groups.sort(key=lambda group: (known.get(group.name, len(known)), group.name))
    return order.together(groups, lambda group: group.name)


def unattributed(register: Register) -> Sequence[Group]:
    """What the sources say without a speaker, by source."""
    return _grouped((s for s in register.rows if not s.speaker), lambda s: s.carrier)


def _grouped(statements: Iterable[Statement], name: Callable[[Statement], str]) -> list[Group]:
    groups: dict[str, list[Statement]] = {}
    for statement in statements:
        groups.setdefault(name(statement), []).append(statement)
    return [Group(key, tuple(members)) for key, members in groups.items()]
