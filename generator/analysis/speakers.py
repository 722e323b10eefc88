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

from generator.analysis import names, verbs
from generator.analysis.names import Known
from generator.analysis.units import Unit
from generator.model import BlockKind, Speech, Topic

_OPEN = '“"«'
_QUOTED = re.compile(r"[“\"](?P<words>[^”\"]{2,}?)[”\"]")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>[^,.;:()]+(?:, (?:and )?[A-Z][^,.;:()]*(?= (?:and|,)))?)")
_AS_REPORTED = re.compile(
    r"\b[Aa]s (?P<who>(?:the )?[A-Z][\w.&' -]{1,60}?) (?:reported|reports|wrote|writes|noted|notes|put it|describes|described)\b"
)
_PASSED_ON = re.compile(
    r"\b(?:reported by|quoted by|cited by|confirmed by|obtained by|seen by|published by|in (?:a |an )?(?:recent )?(?:interview|remarks|comments|statement) (?:with|to|quoted by|carried by))\s+(?P<who>[^,.;:()]+)"
    r"|\b[Tt]old (?P<told>(?:the )?[A-Z][\w.&' ]{1,40}?)(?= that\b|,|\.)"
)
_ADVERBIAL = re.compile(
    r"^(?:(?:in|on|at|by|since|after|before|during|around|earlier|later|last|meanwhile|however|but|and|yet|still|moreover|furthermore|instead|previously|now|today|"
    r"yesterday|also|here|there|for|despite|while|to|as|among|amid|according to|an? (?:day|week|month|year) (?:before|after|earlier|later)|[a-z]+ly)\b[^,\"“]*,\s*)+",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\b(?P<verb>issued|released|published|sent|filed|signed|posted|gave|submitted)\s+(?:a|an|its|his|her|their|the)\s+(?:[\w-]+\s+){0,5}?"
    r"(?:memo\w*|report|statement|cable|letter|paper|study|complaint|lawsuit|ruling|notice|warning)\b"
)
_CONTENT_FOLLOWS = re.compile(
    r"\b(?:accusing|alleging|claiming|saying|stating|arguing|warning|denying|rejecting|(?:that|which) (?:identif|found|find|accus|alleg|claim|said|show|conclud|warn|den))",
    re.IGNORECASE,
)
_PERSON_LIST = r"[A-Z][\w'’-]+(?: [A-Z][\w'’.-]*)+(?:, [A-Z][\w'’-]+(?: [A-Z][\w'’.-]*)+)*(?:,? and [A-Z][\w'’-]+(?: [A-Z][\w'’.-]*)+)?"
_AUTHORED = re.compile(
    rf"\b(?:article|report|paper|memo|letter|study|essay|post|column|analysis) (?:\w+ )?by (?:[\w-]+ ){{0,4}}?(?P<who>{_PERSON_LIST})"
)
_CONJUNCTION = re.compile(r"^(?:But|And|Yet|Still|So|However|Meanwhile|Then)\s+")
_FINITE = re.compile(
    r"\b[a-z]{2,}ed (?:a|an|the|its|his|her|their|by|in|at|to|for)\b|^(?:Take|Consider|Imagine|Look at|Note)\b"
)
"""A finite verb inside what should be a noun phrase."""
_TAIL = re.compile(r"\s+(?:who|which|that)\b.*$")


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
    chain = _chain(text)
    quoted = bool(_speech_quotes(text)) or text.count('"') % 2 == 1 or text.count("“") != text.count("”")
    sieves = (_beside_quotation, _subject_of_saying) if text[:1] in _OPEN else (_subject_of_saying, _beside_quotation)
    for sieve in (*sieves, _author):
        speaker, verb, at = sieve(text, known)
        if speaker:
            kind = Speech.QUOTE if quoted else Speech.REPORTED
            return Attribution(speaker, tuple(name for name in chain if name != speaker), kind, verb, at)
    if chain:
        return Attribution(" and ".join(chain), (), Speech.QUOTE if quoted else Speech.REPORTED)
    if before is not None and before.speaker and _goes_on(text, before):
        return Attribution(before.speaker, before.chain, before.kind)
    return Attribution()


def _speech_quotes(text: str) -> list[re.Match[str]]:
    """Quotations long enough to be speech; a word or two in quotation marks is a scare quote."""
    return [match for match in _QUOTED.finditer(text) if len(match["words"].split()) >= 2]


def _chain(text: str) -> tuple[str, ...]:
    """Outlets and persons through whom the content came, nearest the speaker first."""
    found: list[tuple[int, str]] = []
    for pattern in (_ACCORDING, _AS_REPORTED, _PASSED_ON):
        for match in pattern.finditer(text):
            group = next(name for name, value in match.groupdict().items() if value)
            found.extend((match.start(group), name) for name in _listed(match[group]))
    ordered = dict.fromkeys(name for _, name in sorted(found))
    return tuple(ordered)


def _listed(phrase: str) -> list[str]:
    """The names in "Reuters and the Financial Times", without what follows them."""
    phrase = re.split(r"\s+(?:(?:and )?confirmed by|which|that|who|on|in its|in an|in a|available)\b", phrase)[0]
    parts = re.split(r"\s+and\s+(?=(?:the\s+)?[A-Z])|,\s+", phrase)
    listed: list[str] = []
    for part in parts:
        name = re.sub(r"^(?:a|an|the)?\s*(?:recent|new|latest|exclusive)?\s*", "", part.strip())
        name = re.sub(
            r"\s+(?:report|reports|exclusive|article|story|analysis|interview|magazine|documentation)$", "", name
        )
        by = re.search(r"\bby (?P<name>[A-Z].*)$", name)
        name = by["name"] if by else name
        if re.match(r"[A-Z]", name):
            listed.append(names.head(name))
    return listed


def _beside_quotation(text: str, known: Known) -> tuple[str, str, int]:
    """'"...," X said' and '"...," said X, director of Y'."""
    for quote in _QUOTED.finditer(text):
        after = text[quote.end() :]
        match = re.match(
            r"\s*,?\s*(?P<who>(?:[A-Z]|the |an? |one |his |her |their )[^\"“”.;:]{1,80}?)\s+(?P<verb>said|says|wrote|writes|stated|told|added|noted|argued|explained|warned|claimed|insisted|asked|replied|continued)\b",
            after,
        )
        if (
            match
            and names.plausible(match["who"])
            and not re.match(r"(?:and|or|but|which|that|to|in|is|was|has)\b", match["who"])
        ):
            return _resolve(match["who"], known), match["verb"], -1
        match = re.match(
            r"\s*,?\s*(?P<verb>said|says|wrote|writes|stated|added|noted|argued|explained|warned|claimed|insisted|according to)\s+(?P<who>[^\"“”.;:]{2,120})",
            after,
        )
        if match and names.plausible(match["who"].split(",")[0]):
            return _resolve(match["who"], known), match["verb"], -1
        match = re.match(
            r"\s*(?P<who>[A-Z][\w'’-]+|he|she|they)\s+(?P<verb>said|says|wrote|stated|told|added|noted)\b", after
        )
        if match:
            return _resolve(match["who"], known), match["verb"], -1
    return "", "", -1


def _subject_of_saying(text: str, known: Known) -> tuple[str, str, int]:
    """A noun phrase before the sentence's first verb of saying."""
    outside = _QUOTED.sub(lambda match: "\x00" * len(match[0]), text)
    for match in verbs.REPORTING_VERB.finditer(outside):
        before = outside[: match.start()]
        auxiliary = verbs.AUXILIARY.search(before)
        start = auxiliary.start() if auxiliary else match.start()
        if verbs.NOT_A_VERB_AFTER.search(before) or _passive(outside, before, match):
            continue
        subject = _subject(before[:start])
        if subject and names.plausible(subject) and _surely_somebody(subject, match[0], known):
            return _resolve(subject, known), match[0], start
    return _issuer(outside, known)


def _surely_somebody(subject: str, verb: str, known: Known) -> bool:
    """Whether a subject before a form that may be a noun ("challenges") is a party, a person or a kind of people."""
    if verb not in verbs.NOUN_LIKE:
        return True
    bare = names.strip_determiner(subject)
    somebody = (
        names.party_in(known.topic, bare) is not None
        or names.is_person(names.head(subject))
        or names.PRONOUN.match(bare)
    )
    return bool(somebody or verbs.PEOPLE.search(bare) or verbs.DOCUMENTS.search(bare))


def _passive(text: str, before: str, verb: re.Match[str]) -> bool:
    """Passives: "is called", "was reported by", "the allegations, detailed in": no subject that says anything."""
    if (
        re.match(r"\s+(?:by|in|as)\b", text[verb.end() :])
        and verb[0].endswith("ed")
        and not re.search(r"\b(?:has|have|had)\s+$", before)
    ):
        return verb[0] not in {"warned", "argued", "responded", "replied", "commented", "testified"} or bool(
            re.search(r"\b(?:was|were|is|are|been|be)\s+$", before)
        )
    return bool(re.search(r"\b(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+)?$", before)) and not re.match(
        r"\s+to\b", text[verb.end() :]
    )


def _issuer(text: str, known: Known) -> tuple[str, str, int]:
    """A document that is issued, "X issued a memo accusing", "X published a report that identified": it speaks for whoever issued it."""
    match = _ISSUED.search(text)
    if match is None or not _CONTENT_FOLLOWS.search(text, match.end()):
        return "", "", -1
    before = text[: match.start()]
    auxiliary = verbs.AUXILIARY.search(before)
    start = auxiliary.start() if auxiliary else match.start()
    subject = _subject(before[:start])
    if subject and names.plausible(subject) and not names.PRONOUN.match(subject):
        return _resolve(subject, known), match["verb"], start
    return "", "", -1


def _author(text: str, known: Known) -> tuple[str, str, int]:
    """The authors of "an article by researchers A, B and C" speak in what they wrote."""
    match = _AUTHORED.search(text)
    return (match["who"], "", -1) if match and known.topic is not None else ("", "", -1)


def _subject(before: str) -> str:
    """The noun phrase that ends at the verb, without what stands before its clause."""
    clause = re.split(r"[;:\x00]\s*|—|–\s|\s-\s|\b(?:that|while|although|though)\s+(?=[A-Z]|the\b)", before)[-1]
    clause = _CONJUNCTION.sub("", _ADVERBIAL.sub("", clause.strip()))
    clause = _TAIL.sub("", clause).strip(" ,")
    if re.match(r"as\s", clause, re.IGNORECASE) or _FINITE.search(clause):
        return ""
    if re.search(
        r"\b(?:is|are|was|were|has|have|had|can|could|will|would|may|might|should|do|does|did|to)\b",
        re.split(r",", clause)[0],
    ):
        return ""
    return clause


def _resolve(phrase: str, known: Known) -> str:
    """The name in the file that a noun phrase stands for."""
    phrase = _CONJUNCTION.sub("", phrase.strip(" ,"))
    if names.PRONOUN.match(phrase):
        return known.last
    bare = names.strip_determiner(phrase)
    definite = bool(re.match(r"(?:the|this|that|these|those|its)\s", phrase, re.IGNORECASE))
    if definite and verbs.DOCUMENTS.search(bare) and len(bare.split()) <= 4:
        party = names.party_in(known.topic, bare)
        return party.name if party and party.name in bare else known.last_document or bare
    if (
        definite
        and len(bare.split()) <= 2
        and re.fullmatch(
            r"(?:company|firm|startup|start-up|lab|agency|organi[sz]ation|group)", bare.split()[-1], re.IGNORECASE
        )
    ):
        return known.last_party or bare
    return known.full(names.head(phrase))


def _remember(unit: Unit, attribution: Attribution, known: Known) -> None:
    for match in names.NAME.finditer(unit.text):
        if match.start() > 0:  # the first word of a sentence is capitalised whatever it is
            known.meet(match[0])
    if attribution.speaker:
        known.meet(attribution.speaker)
        known.last = attribution.speaker
        if verbs.DOCUMENTS.search(unit.text) and attribution.verb:
            known.last_document = attribution.speaker
    issued = re.search(rf"(?P<who>{names.NAME.pattern})\s+(?:has |had )?{_ISSUED.pattern}", unit.text)
    if issued:
        known.last_document = names.head(re.sub(r"^(?:On|In|After|When) ", "", issued["who"]))
    party = next((p for p in (names.party_in(known.topic, m[0]) for m in names.NAME.finditer(unit.text)) if p), None)
    if party is not None:
        known.last_party = next((n for n in party.names if n in unit.text), party.name)


def _goes_on(text: str, before: Attribution) -> bool:
    """Whether a sentence continues the speech of the one before."""
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
        if re.match(r"[“\"]", unit.text):
            result[index] = Attribution(before.speaker, before.chain, Speech.QUOTE)
