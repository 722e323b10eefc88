"""The sieves by which a speaker is found in one sentence, each (text, what is known) -> (speaker, verb, place of the verb).

The speaker is "" where a sieve does not hold; the place is -1 where the speaker does not stand before the verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.analysis import names, referents, somebody, subjects, verbs
from generator.analysis.known import Known

QUOTED = re.compile(r"[“\"](?P<words>[^”\"]{2,}?)[”\"]")
ISSUED = re.compile(
    r"\b(?P<verb>issued|released|published|sent|filed|signed|posted|gave|submitted)\s+(?:a|an|its|his|her|their|the)\s+(?:[\w-]+\s+){0,5}?"
    r"(?:memo\w*|report|statement|cable|letter|paper|study|complaint|lawsuit|ruling|notice|warning)\b"
)
_CONTENT_FOLLOWS = re.compile(
    r"\b(?:accusing|alleging|claiming|saying|stating|arguing|warning|denying|rejecting|calling|condemning|criticising|criticizing|describing|(?:that|which) (?:identif|found|find|accus|alleg|claim|said|show|conclud|warn|den))",
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
_MAY_STAND_FIRST = frozenset({"said", "says", "wrote", "writes", "explained", "added", "argued"})
_SUBJECT_AFTER = re.compile(r"\s(?:(?:[A-Z][\w.’'-]*\s?)+[,.]|the\s[^,]{3,40}[,.]|[A-Z][\w’'-]+\s[A-Z])")
_SOME_PEOPLE = re.compile(r"(?:the|an?|one|two|three|some|several|many|most|other|his|her|its|their|both|\d+) [\w-]")


def beside_quotation(text: str, known: Known) -> tuple[str, str, int]:
    """'"...," X said' and '"...," said X, director of Y', also where the quotation began in a sentence before."""
    for close in _CLOSE.finditer(text):
        after = text[close.end() :]
        for pattern in (_WHO_SAID, _SAID_WHO):
            match = pattern.match(after)
            if match and _can_speak(match["who"]):
                return referents.name(match["who"], known), match["verb"], -1
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
    inside = match["inside"] if match["inside"] and match["who"].startswith("The ") else ""
    name = inside or match["who"]
    sure = (
        inside
        or names.strip_title(name).isupper()
        or names.strip_title(name) != name
        or name.startswith("The ")
        or known.is_labelled(name)
    )
    return (known.named(name), "", -1) if sure or names.party_in(known.topic, name) else ("", "", -1)


def subject_of_saying(outside: str, known: Known) -> tuple[str, str, int]:
    """A noun phrase before the sentence's first verb of saying outside its quotations."""
    if outside.endswith("?"):
        return "", "", -1
    for match in verbs.REPORTING_VERB.finditer(outside):
        if match[0] in verbs.ONLY_BESIDE_QUOTATION:
            continue
        before = outside[: match.start()]
        ongoing = verbs.ONGOING.search(before)
        if match[0].endswith("ing") and not ongoing:
            continue
        auxiliary = ongoing if match[0].endswith("ing") else verbs.AUXILIARY.search(before)
        start = auxiliary.start() if auxiliary else match.start()
        if verbs.NOT_A_VERB_AFTER.search(before) or _passive(outside, before, match) or _inverted(outside, match):
            continue
        subject = subjects.subject(before[:start])
        if subject and subjects.fits(subject, match[0]) and _says(subject, match, outside, known):
            whose = referents.person_before(outside[: match.start()], subject, known) or referents.name(subject, known)
            if whose and not is_somebody(whose, outside, known):
                continue
            return whose, match[0], -1 if _content_stands_before(outside, subject, match) else start
    return _issuer(outside, known)


def is_somebody(speaker: str, text: str, known: Known) -> bool:
    """Whether the speaker that a sentence seems to have is a party, or anybody at all."""
    return names.party_in(known.topic, speaker) is not None or somebody.is_somebody(speaker, text, known.common)


def _says(subject: str, verb: re.Match[str], text: str, known: Known) -> bool:
    """Whether the subject of a verb of saying is somebody, or something, that says."""
    form = verb[0].lower()
    if form in verbs.FINDING and not verbs.RESEARCH.search(subject):
        return text.startswith(" that ", verb.end()) and names.plausible(subject)
    if form in verbs.OUTRIGHT and form not in verbs.NOUN_LIKE:
        return names.plausible(subject) or bool(_SOME_PEOPLE.match(subject.lower())) or form in {"said", "says"}
    return names.plausible(subject) and (
        text.startswith(" that ", verb.end()) or _surely_somebody(subject, form, known)
    )


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
        or bare.lower() in ("he", "she", "they")
    )
    return bool(somebody or verbs.PEOPLE.search(bare) or verbs.RESEARCH.search(bare))


def _inverted(text: str, verb: re.Match[str]) -> bool:
    """Whether the subject stands after the verb: "By then, said Ada Brown, it was dark"; or the verb says what is said of something: ", said to be"."""
    if not text[: verb.start()].endswith(", "):
        return False
    after = text[verb.end() :]
    return after.startswith(" to ") or bool(verb[0] in _MAY_STAND_FIRST and _SUBJECT_AFTER.match(after))


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
    hearsay = re.match(r"\s+to\b", text[verb.end() :]) and verb[0] not in ("asked", "told", "urged", "warned")
    return bool(re.search(r"\b(?:is|are|was|were|been|be|being)\s+(?:\w+ly\s+)?$", before)) and not hearsay


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
        return referents.name(subject, known), match["verb"], start
    return "", "", -1


def author(text: str, known: Known) -> tuple[str, str, int]:
    """The authors of "an article by researchers A, B and C" speak in what they wrote."""
    match = _AUTHORED.search(text)
    return (match["who"], "", -1) if match and known.topic is not None else ("", "", -1)
