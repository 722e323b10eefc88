"""Direct speech that answers a charge by its form alone: "We have never opened the valves", "No valve was opened", "The valves were replaced because ...".

Taken by themselves such sentences name the deed and read like the charge. Whoever says it decides: the accused side, or somebody charged just before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.analysis import cues, names, spokespeople
from generator.analysis.attribution import Attribution
from generator.analysis.units import Unit
from generator.analysis.verbs import ACCUSING, REPORTING_VERB
from generator.model import BlockKind, Side, Speech, Topic

_SPEECH = re.compile(r"[“\"](?P<words>[^“”\"]+)")
_LEAST = 3
"""Words of direct speech at the least: less is a scare quote."""
_CHARGED = frozenset(
    ("charged", "sued", "indicted", "blamed", "fined", "convicted", "accused", "suspected", "prosecuted")
)
"""Passives by which somebody is charged."""


def answers(index: int, units: Sequence[Unit], attributions: Sequence[Attribution], topic: Topic) -> bool:
    """Whether the unit with this index is direct speech of somebody accused that denies or explains by its form. The sequences run in parallel."""
    unit, said = units[index], attributions[index]
    if said.directness is not Speech.QUOTE or not said.speaker or unit.block is BlockKind.HEADING:
        return False
    if not any(cues.answers_by_form(words) for words in _words(unit, said)):
        return False
    side = _side(topic, said.speaker)
    return side is Side.ACCUSED or (side is not Side.ACCUSES and _charged_before(index, units, attributions))


def _words(unit: Unit, said: Attribution) -> list[str]:
    """The direct speech of a unit: what its quotation marks hold, or all of it where a quotation only passes through."""
    quoted = [match["words"] for match in _SPEECH.finditer(unit.text) if len(match["words"].split()) >= _LEAST]
    return quoted or ([] if said.verb else [unit.text])


def _side(topic: Topic, speaker: str) -> Side:
    """The side of a speaker, else of the body that this speaker belongs to or speaks for."""
    party = spokespeople.represented(topic, speaker) or names.party_in(topic, speaker)
    while party is not None and party.side is Side.NEITHER and party.of and party.of not in party.names:
        party = topic.party(party.of)
    return party.side if party else Side.NEITHER


def _charged_before(index: int, units: Sequence[Unit], attributions: Sequence[Attribution]) -> bool:
    """Whether the sentence before what the speaker says accuses the speaker: "The inspectors accused Ada Holt of ..."."""
    speaker = attributions[index].speaker
    last = next((i for i in range(index - 1, -1, -1) if attributions[i].speaker != speaker), -1)
    before = units[last].text if last >= 0 else ""
    surname = names.strip_title(speaker).split()[-1]
    named = re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", before)
    if named is None:
        return False
    accused = any(match[0].lower() in ACCUSING for match in REPORTING_VERB.finditer(before, 0, named.start()))
    return accused or any(word in _CHARGED for word in before[named.end() :].casefold().split()[:4])
