"""The sieves by which a speaker is found in one sentence, each (text, what is known) -> (speaker, verb, place of the verb).

The speaker is "" where a sieve does not hold; the place is -1 where the speaker does not stand before the verb.
"""

from __future__ import annotations

import re

from generator.analysis import names, verbs
from generator.analysis.names import Known

QUOTED = re.compile(r"[“\"](?P<words>[^”\"]{2,}?)[”\"]")
_ADVERBIAL = re.compile(
    r"^(?:(?:in|on|at|by|since|after|before|during|around|earlier|later|last|meanwhile|however|but|and|yet|still|moreover|furthermore|instead|previously|now|today|"
    r"yesterday|also|here|there|for|despite|while|to|as|among|amid|according to|an? (?:day|week|month|year) (?:before|after|earlier|later)|[a-z]+ly)\b[^,\"“]*,\s*)+",
    re.IGNORECASE,
)
ISSUED = re.compile(
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
_NO_SPEAKER = re.compile(
    r"^(?:we|i|you|nobody|no one|none|everyone|anyone|what|who|how|why|when|where|which|whether)\b|\s(?:we|i|you)$",
    re.IGNORECASE,
)
"""The writer, nobody in particular, or a question."""
_SOME_PEOPLE = re.compile(r"(?:the|a|an|one|two|some|several|many) [a-z]")
_SAID_AFTER = re.compile(
    r",\s+(?!(?:and|or|but|which|who|that|as)\b)(?P<who>[^,.;:()“”\"]{2,60}?)\s+(?P<verb>said|says|wrote|argued|argues|added|explained|claimed|insisted)\b"
    r"(?:\s+(?:in|on|at|to|during|through|last|late|earlier|yesterday|today)\b[^,;]*)?[.]?$"
)


def beside_quotation(text: str, known: Known) -> tuple[str, str, int]:
    """'"...," X said' and '"...," said X, director of Y'."""
    for quote in QUOTED.finditer(text):
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
        if match and (names.plausible(match["who"].split(",")[0]) or _SOME_PEOPLE.match(match["who"])):
            return _resolve(match["who"], known), match["verb"], -1
        match = re.match(
            r"\s*(?P<who>[A-Z][\w'’-]+|he|she|they)\s+(?P<verb>said|says|wrote|stated|told|added|noted)\b", after
        )
        if match:
            return _resolve(match["who"], known), match["verb"], -1
    return "", "", -1


def subject_of_saying(text: str, known: Known) -> tuple[str, str, int]:
    """A noun phrase before the sentence's first verb of saying."""
    outside = QUOTED.sub(lambda match: "\x00" * len(match[0]), text)
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
    match = ISSUED.search(text)
    if match is None or not _CONTENT_FOLLOWS.search(text, match.end()):
        return "", "", -1
    before = text[: match.start()]
    auxiliary = verbs.AUXILIARY.search(before)
    start = auxiliary.start() if auxiliary else match.start()
    subject = _subject(before[:start])
    if subject and names.plausible(subject) and not names.PRONOUN.match(subject):
        return _resolve(subject, known), match["verb"], start
    return "", "", -1


def said_after(text: str, known: Known) -> tuple[str, str, int]:
    """What is told before its speaker, without quotation marks: "The claim is baseless, the firm said in a statement."."""
    match = _SAID_AFTER.search(text)
    if match is None or not names.plausible(match["who"]) or _NO_SPEAKER.search(match["who"]):
        return "", "", -1
    return _resolve(match["who"], known), match["verb"], -1


def author(text: str, known: Known) -> tuple[str, str, int]:
    """The authors of "an article by researchers A, B and C" speak in what they wrote."""
    match = _AUTHORED.search(text)
    return (match["who"], "", -1) if match and known.topic is not None else ("", "", -1)


def _subject(before: str) -> str:
    """The noun phrase that ends at the verb, without what stands before its clause."""
    clause = re.split(r"[;:\x00]\s*|—|–\s|\s-\s|\b(?:that|while|although|though)\s+(?=[A-Z]|the\b)", before)[-1]
    clause = _CONJUNCTION.sub("", _ADVERBIAL.sub("", clause.strip()))
    clause = _TAIL.sub("", clause).strip(" ,")
    if re.match(r"as\s", clause, re.IGNORECASE) or _FINITE.search(clause) or _NO_SPEAKER.search(clause):
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
