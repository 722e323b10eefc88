"""Who says it, and through whom the carrier knows it.

Sieves in order of precision; the first that holds decides, and where none holds the passage stays unattributed:

1. a quotation with a verb of saying and a name beside it;
2. a noun phrase before a verb of saying ("X said that", "X, director of Y, accused");
3. "according to X", "as X reported";
4. a quotation that goes on from the sentence before, a list under a lead-in.

A news outlet in "according to" beside another speaker is a link of the chain, not the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.analysis import names, quotations, sieves, verbs
from generator.analysis.chains import chain
from generator.analysis.names import Known
from generator.analysis.quotations import Run
from generator.analysis.units import Unit
from generator.model import BlockKind, Speech, Topic

_OPEN = '“"«'
_ATTRIBUTED = re.compile(
    r"[”\"],?\s+(?:according to|(?:[\w'’.-]+\s+){0,5}?(?:said|says|wrote|told|added|argued|asked|replied))\b"
)
"""A quotation that says whose it is, whether or not the speaker is understood: it goes on from no other."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Speaker, chain and kind of one unit."""

    speaker: str = ""
    chain: tuple[str, ...] = ()
    kind: Speech = Speech.VOICE
    verb: str = ""
    """The verb of saying that introduces the content, "" where there is none."""
    verb_at: int = -1
    """Where that verb (with its auxiliaries) starts in the unit's text; -1 where the speaker does not stand before it."""


def attribute(article: Sequence[Unit], topic: Topic) -> tuple[Attribution, ...]:
    """One attribution for each unit of an article, in order."""
    known = Known(topic, labels=tuple(sieves.labels(unit.text for unit in article)))
    result: list[Attribution] = []
    for unit in article:
        if unit.furniture:
            result.append(Attribution())
            continue
        result.append(_decide(unit, known))
        _remember(unit, result[-1], known)
    _share(article, result)
    return tuple(result)


def _decide(unit: Unit, known: Known) -> Attribution:
    text = unit.text
    through = chain(text)
    quoted = bool(_speech_quotes(text)) or text.count('"') % 2 == 1 or text.count("“") != text.count("”")
    first = (
        (sieves.beside_quotation, sieves.subject_of_saying)
        if text[:1] in _OPEN
        else (sieves.subject_of_saying, sieves.beside_quotation)
    )
    for sieve in (sieves.label, *first, sieves.said_after, sieves.author):
        speaker, verb, at = sieve(text, known)
        if speaker:
            kind = Speech.QUOTE if quoted else Speech.REPORTED
            return Attribution(speaker, tuple(name for name in through if name != speaker), kind, verb, at)
    if through:
        return Attribution(" and ".join(through), (), Speech.QUOTE if quoted else Speech.REPORTED)
    return Attribution()


def _speech_quotes(text: str) -> list[re.Match[str]]:
    """Quotations long enough to be speech; a word or two in quotation marks is a scare quote."""
    return [match for match in sieves.QUOTED.finditer(text) if len(match["words"].split()) >= 2]


def _remember(unit: Unit, attribution: Attribution, known: Known) -> None:
    for match in names.NAME.finditer(unit.text):
        if match.start() > 0:  # the first word of a sentence is capitalised whatever it is
            known.meet(match[0].rstrip("."))
    if attribution.speaker:
        known.meet(attribution.speaker)
        known.last = attribution.speaker
        if names.is_person(attribution.speaker):
            known.last_person = attribution.speaker
        if verbs.DOCUMENTS.search(unit.text) and attribution.verb:
            known.last_document = attribution.speaker
    issued = re.search(rf"(?P<who>{names.NAME.pattern})\s+(?:has |had )?{sieves.ISSUED.pattern}", unit.text)
    if issued:
        known.last_document = names.head(re.sub(r"^(?:On|In|After|When) ", "", issued["who"]))
    person = next((m[0] for m in names.NAME.finditer(unit.text) if names.is_person(m[0])), "")
    if person and not attribution.speaker:
        known.last_person = known.full(person)
    known.met.update(party.name for party in known.topic.parties if names.mentions(party, unit.text))
    party = next((p for p in (names.party_in(known.topic, m[0]) for m in names.NAME.finditer(unit.text)) if p), None)
    if party is not None:
        known.last_party = next((n for n in party.names if n in unit.text), party.name)


def _share(article: Sequence[Unit], result: list[Attribution]) -> None:
    """Gives the speaker of a quotation to all its sentences, and that of a lead-in to the items of its list."""
    for run in quotations.runs(article):
        whose = _whose(run, article, result)
        for index in run.units:
            if whose is not None and not result[index].speaker:
                result[index] = Attribution(whose.speaker, whose.chain, Speech.QUOTE)
    lead = Attribution()
    for index, unit in enumerate(article):
        if unit.block is not BlockKind.ITEM:
            lead = result[index] if unit.text.rstrip().endswith(":") else Attribution()
        elif lead.speaker and not result[index].speaker:
            result[index] = Attribution(lead.speaker, lead.chain, Speech.REPORTED)


def _whose(run: Run, article: Sequence[Unit], result: Sequence[Attribution]) -> Attribution | None:
    """Who speaks in a run: whom one of its sentences names, else whom the sentence before it announces or leaves speaking."""
    named = [result[index] for index in run.units if result[index].speaker]
    if named:
        return named[0]
    before = run.units[0] - 1
    if (
        not run.opens
        or before < 0
        or not result[before].speaker
        or any(_ATTRIBUTED.search(article[i].text) for i in run.units)
    ):
        return None
    same_paragraph = not article[run.units[0]].first
    announced = quotations.leads_in(article[before].text)
    return (
        result[before]
        if run.continues or announced or (same_paragraph and result[before].kind is not Speech.VOICE)
        else None
    )
