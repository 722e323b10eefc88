"""Who says it, and through whom the carrier knows it.

Sieves in order of precision; the first that holds decides, and where none holds the passage stays unattributed:

1. a label of a transcript or of a headline (`analysis.transcripts`);
2. a noun phrase before a verb of saying ("X said that", "X, director of Y, accused"), or a verb beside a quotation;
3. the authors of what is told, "according to" people without a name, a verb before its subject, what a subject does while saying,
   a noun of saying ("X's answer is that"), whoever announces speech before a colon;
4. "according to X", "as X reported";
5. what a quotation, a label or a lead-in gives to the sentences that follow (`analysis.continuations`), and the answers of an interview (`analysis.interviews`);
6. whoever has published the article of itself (`analysis.releases`); "we" in what opens as a party's statement (`analysis.issuers`).

A news outlet in "according to" beside another speaker is a link of the chain, not the speaker.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from generator.analysis import (
    indirect,
    issuers,
    names,
    quotations,
    referents,
    releases,
    sieves,
    somebody,
    subjects,
    transcripts,
    verbs,
)
from generator.analysis.attribution import Attribution
from generator.analysis.chains import chain
from generator.analysis.continuations import share
from generator.analysis.known import Known
from generator.analysis.units import Unit
from generator.model import BlockKind, Source, Speech, Topic

__all__ = ["Attribution", "attribute"]

LONGEST = 3000
"""Characters of the longest unit that is read: no sentence of the bank has half of them, and what is longer is a table or a fault of the layout."""

Sieve = Callable[[str, Known], tuple[str, str, int]]
_SURE: tuple[Sieve, ...] = (transcripts.label, sieves.subject_of_saying)
"""Those that look for themselves whether what they find can speak."""


def attribute(article: Sequence[Unit], topic: Topic, source: Source | None = None) -> tuple[Attribution, ...]:
    """One attribution for each unit of an article, in order. `source`: what it stands in, which may be a party's own statement."""
    article = [replace(unit, text=quotations.plain(unit.text)) for unit in article]
    runs = quotations.runs(article)
    inside = frozenset(index for run in runs for index in run.inside)
    labels = tuple(transcripts.labels(article))
    known = Known(topic, labels=labels, transcript=transcripts.is_transcript(labels))
    known.common = somebody.common_words(unit.text for unit in article if unit.block is not BlockKind.HEADING)
    own: list[Attribution] = []
    for index, unit in enumerate(article):
        if unit.furniture or len(unit.text) > LONGEST:
            own.append(Attribution())
            continue
        own.append(_decide(unit, index in inside, known))
        _remember(unit, own[-1], known)
    shared = share(article, runs, own)
    owner = releases.publisher(article, topic, source)
    by = owner or issuers.issuer(article, topic)
    outside = (quotations.outside(unit.text, index in inside) for index, unit in enumerate(article))
    spoken = (
        _own(said, unit, words, owner, by) if by and not said.speaker else said
        for unit, words, said in zip(article, outside, shared, strict=True)
    )
    return tuple(replace(said, chain=issuers.without_carrier(said.chain, source)) for said in spoken)


def _own(said: Attribution, unit: Unit, outside: str, owner: str, by: str) -> Attribution:
    """What nobody else says in an article that `by` has issued, or `owner` published of itself; the attribution as it is where it stays nobody's."""
    if issuers.says_we(unit, outside):
        return Attribution(by, (), Speech.QUOTE)
    text = not unit.furniture and unit.block is not BlockKind.HEADING
    return Attribution(owner) if owner and text and said.kind is Speech.VOICE else said


def _decide(unit: Unit, inside: bool, known: Known) -> Attribution:
    """The attribution of a unit that begins inside a quotation or not."""
    text, outside = unit.text, quotations.outside(unit.text, inside)
    if unit.block is BlockKind.HEADING:
        outside = verbs.IN_TITLE_CASE.sub(lambda verb: verb[0].lower(), outside)
    kind = Speech.QUOTE if inside or _quotes(text) else Speech.REPORTED
    through = chain(text)
    if unit.block is BlockKind.HEADING and (who := transcripts.headed(text, known)):
        return Attribution(who, (), kind)
    for sieve, read in _sieves(text, outside, bool(through)):
        speaker, verb, at = sieve(read, known)
        if speaker and (sieve in _SURE or sieves.is_somebody(speaker, text, known)):
            passed_on = tuple(name for name in through if name != speaker)
            if at >= 0 and not inside and not _quoted_by(text, outside, at):
                kind = Speech.REPORTED
            return Attribution(speaker, passed_on, kind, verb, at, sieve is transcripts.label)
    return Attribution(" and ".join(through), (), kind) if through else Attribution()


def _sieves(text: str, outside: str, passed_on: bool) -> Iterator[tuple[Sieve, str]]:
    """The sieves in order of precision, each with what it reads: the sentence, or what of it stands outside quotations."""
    beside, subject = (sieves.beside_quotation, text), (sieves.subject_of_saying, outside)
    yield transcripts.label, text
    yield from (beside, subject) if outside[:1] == quotations.SPOKEN else (subject, beside)
    yield sieves.author, outside
    if not passed_on:
        yield indirect.according_to, outside
        yield indirect.inverted, outside
        yield indirect.saying, outside
        yield indirect.saying_of, outside
        yield indirect.announcing, outside


def _quoted_by(text: str, outside: str, at: int) -> bool:
    """Whether quotation marks hold what the verb of saying at a place introduces, not a title that stands before it."""
    return quotations.SPOKEN in outside[:at] or _quotes(text[at:])


def _quotes(text: str) -> bool:
    """Whether a sentence holds speech in quotation marks, whole or in part; a single word in quotation marks is a scare quote."""
    speech = any(len(match["words"].split()) >= 2 for match in sieves.QUOTED.finditer(text))
    return speech or text.count('"') % 2 == 1 or text.count("“") != text.count("”")


def _remember(unit: Unit, attribution: Attribution, known: Known) -> None:
    """Takes in whom a unit names, for what follows it."""
    found = list(names.NAME.finditer(unit.text))
    known.read_titles(unit.text)
    known.read_offices(unit.text)
    for match in found:
        if match.start() > 0 or not subjects.is_adverbial(match[0]):
            known.meet(match[0].rstrip("."))
    if attribution.speaker:
        _remember_speaker(unit, attribution, known)
    issued = re.search(rf"(?P<who>{names.NAME.pattern})\s+(?:has |had )?{sieves.ISSUED.pattern}", unit.text)
    if issued:
        known.last_document = names.head(re.sub(r"^(?:On|In|After|When) ", "", issued["who"]))
    if not (attribution.speaker or unit.block is BlockKind.HEADING):
        people = [known.named(person) for match in found if (person := known.person_in(match, unit.text))]
        known.people_spoken_of.extend(reversed(people))
        subject = names.strip_determiner(subjects.leading(unit.text))
        known.last_one = referents.one(subject) or known.last_one
        known.last_body = referents.body(subject, known) or known.last_body
        known.last_group = referents.group(subject) or known.last_group
    known.met.update(party.name for party in known.topic.parties if names.mentions(party, unit.text))
    party = next((party for match in found if (party := names.party_in(known.topic, match[0]))), None)
    if party is not None:
        known.last_party = next((name for name in party.names if name in unit.text), party.name)


_NEW_DOCUMENT = re.compile(
    rf"(?:\b(?:an?|his|her|its|their|another|new)|['’]s?)\s(?:[\w-]+\s){{0,4}}?(?:{verbs.WRITINGS})\b|\b(?:files?|filed|brings?|brought|lodged)\s(?:the\s)?suit\b",
    re.IGNORECASE,
)
"""A document that has not been named before: "a memo", "its report"."""


def _remember_speaker(unit: Unit, attribution: Attribution, known: Known) -> None:
    known.meet(attribution.speaker)
    known.last = attribution.speaker
    known.speakers.append(attribution.speaker)
    if known.is_somebody(attribution.speaker):
        known.people_spoken_of.append(attribution.speaker)
    if not attribution.verb:
        return
    if _NEW_DOCUMENT.search(unit.text) or (verbs.DOCUMENTS.search(unit.text) and not known.last_document):
        known.last_document = attribution.speaker
