"""The sieves by which a speaker is found in one sentence, each (text, what is known) -> (speaker, verb, place of the verb).

The speaker is "" where a sieve does not hold; the place is -1 where the speaker does not stand before the verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.analysis import names, subjects, verbs
from generator.analysis.names import Known

QUOTED = re.compile(r"[“\"](?P<words>[^”\"]{2,}?)[”\"]")
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
_CLOSE = re.compile(r"(?<=[,.?!—–…-])[”\"’']+")
_WHO_SAID = re.compile(
    rf"\s*,?\s*(?P<who>(?!(?:and|or|but|which|that|to|in|is|was|has)\b)(?:[A-Z]|the |an? |one |his |her |their |he\b|she\b|they\b)[^\"“”.;:]{{0,80}}?)\s+(?P<verb>{verbs.FINITE_PATTERN})\b"
)
_SAID_WHO = re.compile(
    rf"\s*,?\s*(?P<verb>(?:{verbs.FINITE_PATTERN}|according to))\s+(?P<who>(?!that\b|it\b|this\b)[^\"“”.;:]{{2,120}})"
)
_NOTHING_AFTER = re.compile(
    r"\s*(?:,|(?:in|on|at|during|through|last|late|earlier|yesterday|today)\b[^,;]*[.]?$|[.]?$)"
)
_LABEL = re.compile(
    r"[“\"]?(?P<who>(?:(?:The|Mr|Mrs|Ms|Dr|Sir|Deputy|Senator|Minister|Lord|Lady|Professor)\.? )?[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}|The (?:Minister|Chair|President|Speaker|Witness))"
    r"(?: \((?P<inside>[A-Z][^)]{2,40})\))?: (?=[“\"A-Z])"
)
_SOME_PEOPLE = re.compile(r"(?:the|a|an|one|two|some|several|many) [a-z]")
_SAID_AFTER = re.compile(
    r",\s+(?!(?:and|or|but|which|who|that|as)\b)(?P<who>[^,.;:()“”\"]{2,60}?)\s+(?P<verb>said|says|wrote|argued|argues|added|explained|claimed|insisted)\b"
    r"(?:\s+(?:in|on|at|during|through|last|late|earlier|yesterday|today)\b[^,;]*)?[.]?$"
)


def beside_quotation(text: str, known: Known) -> tuple[str, str, int]:
    """'"...," X said' and '"...," said X, director of Y', also where the quotation began in a sentence before."""
    for close in _CLOSE.finditer(text):
        after = text[close.end() :]
        for pattern in (_WHO_SAID, _SAID_WHO):
            match = pattern.match(after)
            if match and _can_speak(match["who"]):
                return _resolve(match["who"], known), match["verb"], -1
    return "", "", -1


def _can_speak(who: str) -> bool:
    first = who.split(",")[0].strip()
    return bool(names.plausible(first) or names.PRONOUN.match(first) or _SOME_PEOPLE.match(who))


def labels(texts: Iterable[str]) -> Iterator[str]:
    """The names that stand as labels before the texts."""
    for text in texts:
        match = _LABEL.match(text)
        if match:
            yield match["who"]


def label(text: str, known: Known) -> tuple[str, str, int]:
    """A transcript's label: "Ada Brown: ...", "The Minister (Bo Lind): ...", "WALLACE: ..."."""
    match = _LABEL.match(text)
    if match is None or names.NOT_A_NAME.match(match["who"]):
        return "", "", -1
    name = match["inside"] or match["who"]
    sure = (
        match["inside"]
        or name.isupper()
        or names.strip_title(name) != name
        or name.startswith("The ")
        or known.is_labelled(name)
    )
    return (known.named(name), "", -1) if sure or names.party_in(known.topic, name) else ("", "", -1)


def subject_of_saying(text: str, known: Known) -> tuple[str, str, int]:
    """A noun phrase before the sentence's first verb of saying."""
    if text.endswith("?") and not QUOTED.search(text):
        return "", "", -1
    outside = QUOTED.sub(lambda match: "\x00" * len(match[0]), text)
    for match in verbs.REPORTING_VERB.finditer(outside):
        if match[0] in verbs.ONLY_BESIDE_QUOTATION:
            continue
        before = outside[: match.start()]
        ongoing = verbs.ONGOING.search(before)
        if match[0].endswith("ing") and not ongoing:
            continue
        auxiliary = ongoing if match[0].endswith("ing") else verbs.AUXILIARY.search(before)
        start = auxiliary.start() if auxiliary else match.start()
        if verbs.NOT_A_VERB_AFTER.search(before) or _passive(outside, before, match):
            continue
        subject = subjects.subject(before[:start])
        if not subject or not subjects.fits(subject, match[0]):
            continue
        if names.plausible(subject) and (
            outside.startswith(" that ", match.end()) or _surely_somebody(subject, match[0], known)
        ):
            return _resolve(subject, known), match[0], -1 if _content_stands_before(outside, subject, match) else start
    return _issuer(outside, known)


def _content_stands_before(text: str, subject: str, verb: re.Match[str]) -> bool:
    """Whether what is said stands before the speaker, or on both sides: "The claim is false, the firm said in May"."""
    before = text[: verb.start()]
    leads = before[: before.rfind(subject)].strip(" ,")
    return len(leads.split()) > 2 and not subjects.is_adverbial(leads) and bool(_NOTHING_AFTER.match(text, verb.end()))


def _surely_somebody(subject: str, verb: str, known: Known) -> bool:
    """Whether a subject before a form that may be a noun ("challenges") is a party, a person or a kind of people."""
    if verb not in verbs.NOUN_LIKE:
        return True
    bare = names.strip_determiner(subject)
    somebody = (
        names.party_in(known.topic, bare) is not None
        or names.is_person(names.head(subject))
        or bare.lower() in ("he", "she")
    )
    return bool(somebody or verbs.PEOPLE.search(bare) or verbs.DOCUMENTS.search(bare))


def _passive(text: str, before: str, verb: re.Match[str]) -> bool:
    """Passives: "is called", "was reported by", "the allegations, detailed in": no subject that says anything."""
    if verb[0].endswith("ing"):
        return False
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
    subject = subjects.subject(before[:start])
    if subject and names.plausible(subject) and not names.PRONOUN.match(subject):
        return _resolve(subject, known), match["verb"], start
    return "", "", -1


def said_after(text: str, known: Known) -> tuple[str, str, int]:
    """What is told before its speaker, without quotation marks: "The claim is baseless, the firm said in a statement."."""
    match = _SAID_AFTER.search(text)
    if match is None or not names.plausible(match["who"]) or subjects.NO_SPEAKER.search(match["who"]):
        return "", "", -1
    return _resolve(match["who"], known), match["verb"], -1


def author(text: str, known: Known) -> tuple[str, str, int]:
    """The authors of "an article by researchers A, B and C" speak in what they wrote."""
    match = _AUTHORED.search(text)
    return (match["who"], "", -1) if match and known.topic is not None else ("", "", -1)


def _resolve(phrase: str, known: Known) -> str:
    """The name in the file that a noun phrase stands for."""
    phrase = subjects.CONJUNCTION.sub("", phrase.strip(" ,"))
    if names.PRONOUN.match(phrase):
        return _referent(phrase.lower(), known)
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
    if definite and len(bare.split()) <= 2 and known.topic.party(bare) is None:
        whole = known.organisation(bare)
        if whole:
            return whole
    return known.named(names.head(phrase))


def _referent(pronoun: str, known: Known) -> str:
    """Whom a pronoun refers to: a person for "he" and "she", else the last speaker or party."""
    if pronoun in ("he", "she"):
        return known.last if names.is_person(known.last) else known.last_person or known.last
    return known.last or known.last_party
