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

from generator.analysis import names, sieves, verbs
from generator.analysis.chains import chain
from generator.analysis.names import Known
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
    known = Known(topic)
    result: list[Attribution] = []
    for index, unit in enumerate(article):
        if unit.furniture:
            result.append(Attribution())
            continue
        if unit.first and unit.block is not BlockKind.ITEM:
            result.append(_decide(unit, known, None))
        else:
            result.append(_decide(unit, known, result[index - 1] if index else None))
        _remember(unit, result[-1], known)
    _give_back(article, result)
    return tuple(result)


def _decide(unit: Unit, known: Known, before: Attribution | None) -> Attribution:
    text = unit.text
    through = chain(text)
    quoted = bool(_speech_quotes(text)) or text.count('"') % 2 == 1 or text.count("“") != text.count("”")
    first = (
        (sieves.beside_quotation, sieves.subject_of_saying)
        if text[:1] in _OPEN
        else (sieves.subject_of_saying, sieves.beside_quotation)
    )
    for sieve in (*first, sieves.said_after, sieves.author):
        speaker, verb, at = sieve(text, known)
        if speaker:
            kind = Speech.QUOTE if quoted else Speech.REPORTED
            return Attribution(speaker, tuple(name for name in through if name != speaker), kind, verb, at)
    if through:
        return Attribution(" and ".join(through), (), Speech.QUOTE if quoted else Speech.REPORTED)
    if before is not None and before.speaker and _goes_on(text, before):
        return Attribution(before.speaker, before.chain, before.kind)
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
        if verbs.DOCUMENTS.search(unit.text) and attribution.verb:
            known.last_document = attribution.speaker
    issued = re.search(rf"(?P<who>{names.NAME.pattern})\s+(?:has |had )?{sieves.ISSUED.pattern}", unit.text)
    if issued:
        known.last_document = names.head(re.sub(r"^(?:On|In|After|When) ", "", issued["who"]))
    party = next((p for p in (names.party_in(known.topic, m[0]) for m in names.NAME.finditer(unit.text)) if p), None)
    if party is not None:
        known.last_party = next((n for n in party.names if n in unit.text), party.name)


def _goes_on(text: str, before: Attribution) -> bool:
    """Whether a sentence continues the speech of the one before."""
    if _ATTRIBUTED.search(text):
        return False
    if before.kind is Speech.QUOTE and re.match(r"[“\"]", text):
        return True
    closes = text.count("”") > text.count("“") or (text.count('"') % 2 == 1 and text.rstrip(" .").endswith('"'))
    return before.kind is Speech.QUOTE and closes


def _give_back(article: Sequence[Unit], result: list[Attribution]) -> None:
    """A list item speaks for whom its lead-in speaks; sentences between the marks of one quotation have one speaker."""
    lead = Attribution()
    inside: Attribution | None = None
    for index, unit in enumerate(article):
        if unit.block is not BlockKind.ITEM and unit.text.rstrip().endswith(":"):
            lead = result[index]
        elif unit.block is BlockKind.ITEM and lead.speaker and not result[index].speaker:
            result[index] = Attribution(lead.speaker, lead.chain, Speech.REPORTED)
        elif unit.block is not BlockKind.ITEM:
            lead = Attribution()
        if unit.first:
            inside = None
        if inside is not None and not result[index].speaker:
            result[index] = Attribution(inside.speaker, inside.chain, Speech.QUOTE)
        if _opens(unit.text) and result[index].speaker:
            inside = result[index]
        elif _closes_only(unit.text):
            inside = None
    _speak_ahead(article, result)


def _opens(text: str) -> bool:
    return text.count("“") > text.count("”") or (text.count('"') % 2 == 1 and bool(re.match(r"[\"“]|.*[:,] \"", text)))


def _closes_only(text: str) -> bool:
    return text.count("”") > text.count("“") or text.count('"') % 2 == 1


def _speak_ahead(article: Sequence[Unit], result: list[Attribution]) -> None:
    """'"A. B," X said. "C."': the quotation after its attribution goes on with the same speaker, within the paragraph."""
    for index in range(1, len(article)):
        before, unit = result[index - 1], article[index]
        if unit.first or result[index].speaker or before.kind is not Speech.QUOTE or not before.speaker:
            continue
        if re.match(r"[“\"]", unit.text) and not _ATTRIBUTED.search(unit.text):
            result[index] = Attribution(before.speaker, before.chain, Speech.QUOTE)
