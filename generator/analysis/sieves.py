"""The sieves by which a speaker is found in one sentence, each (text, what is known) -> (speaker, verb, place of the verb).

The speaker is "" where a sieve does not hold; the place is -1 where the speaker does not stand before the verb.
"""

from __future__ import annotations

import re

from generator.analysis import contents, names, referents, somebody, subjects, verbs
from generator.analysis.known import Known

QUOTED = re.compile(r"[“\"](?P<words>[^”\"]{2,}?)[”\"]")
ISSUED = re.compile(
    r"\b(?P<verb>issued|released|published|sent|filed|signed|posted|gave|submitted|delivered|circulated)\s+(?:a|an|its|his|her|their|the)\s+(?:[\w-]+\s+){0,5}?"
    r"(?:memo\w*|report|statement|cable|letter|paper|study|complaint|lawsuit|suit|note|brief|submission|ruling|notice|warning)\b"
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
_SHORTENED = (
    r"\b(?:Mr|Mrs|Ms|Dr|Rep|Reps|Sen|Sens|Gov|Gen|Lt|Col|Capt|Sgt|Rev|Prof|Sr|Jr|St|[A-Z]|[A-Z][a-z]{1,4}(?=\.,))\."
)
"""A full stop that belongs to a name: "Sen. A. B. Brown", "of Novi, Mich.,"."""
_WHO_SAID = re.compile(
    rf"\s*,?\s*(?P<who>(?!(?:and|or|but|which|that|to|in|is|was|has)\b)(?=[A-Z]|the |an? |one |his |her |their |he\b|she\b|they\b)(?>{_SHORTENED}|[^\"“”.;:]){{1,80}}?)\s+(?P<verb>{verbs.FINITE_PATTERN})\b"
)
_SAID_WHO = re.compile(
    rf"\s*,?\s*(?P<verb>(?:{verbs.FINITE_PATTERN}|according to))\s+(?P<who>(?!(?:that|it|this|to|with|for|by|of|in|as|from)\b)(?>{_SHORTENED}|[^\"“”.;:]){{2,120}})"
)
_BEFORE_INSERTION = re.compile(r",| who\b| which\b")
_NOTHING_AFTER = re.compile(
    r"\s*(?:,|(?:in|on|at|during|through|last|late|earlier|yesterday|today)\b[^,;]*[.]?$|[.]?$)"
)
_CLAUSE_FOLLOWS = re.compile(r"\s(?:that|he|she|they|it)\s")
_MAY_STAND_FIRST = frozenset({"said", "says", "wrote", "writes", "explained", "added", "argued"})
_WHEN = re.compile(r"(?:^|\b(?:So|But|And|Yet)\s)(?:[Ww]hen|[Ii]f|[Uu]nless)\s$")
_MAIN_CLAUSE = re.compile(rf",\s[^,]*\s(?:{verbs.FINITE_PATTERN})\b")
"""A clause that says something itself after one that says when: "When the Guild said no, Brown said"."""
_DESCRIBED = re.compile(rf"{names.NAME.pattern},\s(?:who|which|whose)\s[^,;:]*,\s$")
"""A subject with what describes it: "Ada Brown, who directs the survey, "."""
_SUBJECT_AFTER = re.compile(r"\s(?:(?:[A-Z][\w.’'-]*\s?)+[,.]|the\s[^,]{3,40}[,.]|[A-Z][\w’'-]+\s[A-Z])")
_INSERTED = re.compile(r",|\.$")
_FOUND = re.compile(
    r"\s(?:that|no|nothing|little|it|against)\b|,\s(?:and\b|[^,]{3,60},\sthat\b)|,$|\s(?:him|her|them)\s(?:\w+\s)?(?:guilty|liable|in breach)\b"
)
"""How what a body finds goes on from its verb: "found no evidence", "he has shown, "."""
_DENIED = re.compile(r"(?:\b(?:not|never)|n['’]t|\byet to)\s(?:\w+ly\s|yet\s)*$", re.IGNORECASE)
"""What makes of the verb that follows something that nobody did."""
_ANSWERING = frozenset({"comment", "respond", "reply", "answer"})
_STATING = frozenset({"say", "reveal", "disclose", "state", "indicate", "specify", "clarify"})
_QUESTION_FOLLOWS = re.compile(r"\s(?:whether|if)\b")
_ARTICLE = re.compile(r"(?:the|an?|its|his|her|their|both|two|three|some|several|many)\s", re.IGNORECASE)
"""What stands before somebody, or a document, that has been named before."""
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
    first = _BEFORE_INSERTION.split(who)[0].strip()
    return bool(names.plausible(first) or names.PRONOUN.match(first) or _SOME_PEOPLE.match(who))


def subject_of_saying(outside: str, known: Known) -> tuple[str, str, int]:
    """A noun phrase before the sentence's first verb of saying outside its quotations."""
    if outside.endswith("?"):
        return "", "", -1
    for match in verbs.REPORTING_VERB.finditer(outside):
        found = _said(outside, match, known)
        if found is not None:
            return found
    return _issuer(outside, known)


def _said(outside: str, match: re.Match[str], known: Known) -> tuple[str, str, int] | None:
    """Who says what a verb of the sentence introduces, "" for a pronoun that nothing answers to; None where the verb does not say anything."""
    form = match[0].lower()
    inserted = _INSERTED.match(outside, match.end()) and "," in outside[: match.start()]
    if (form in verbs.ONLY_BESIDE_QUOTATION and not inserted) or (
        form in verbs.ONLY_BEFORE_CLAUSE and not (inserted or contents.puts_forward(outside, match))
    ):
        return None
    before = outside[: match.start()]
    ongoing = verbs.ONGOING.search(before)
    if match[0].endswith("ing") and not ongoing:
        return None
    auxiliary = ongoing if match[0].endswith("ing") else verbs.AUXILIARY.search(before)
    start = auxiliary.start() if auxiliary else match.start()
    if _is_silent(outside, match):
        return None
    if verbs.NOT_A_VERB_AFTER.search(before) or _passive(outside, before, match) or _inverted(outside, match):
        return None
    subject = subjects.subject(before[:start])
    if not (subject and subjects.fits(subject, match[0]) and _says(subject, match, outside, known)):
        return None
    if _WHEN.search(before[: before.rfind(subject)]) and _MAIN_CLAUSE.search(outside, match.end()):
        return None
    stands_last = contents.ends_with(outside, subject, match) or _content_stands_before(outside, subject, match)
    if not (stands_last or (contents.passes_on(outside, match) and not _is_last_noun(outside, match))):
        return None
    whose = referents.named_before(before, subject, known) or referents.name(subject, known)
    sure = _puts_forward(outside, match) and _ARTICLE.match(subject)
    if whose and not (sure or is_somebody(whose, outside, known)):
        return None
    return whose, match[0], -1 if stands_last else start


def _is_last_noun(text: str, verb: re.Match[str]) -> bool:
    """Whether a form that may be a noun ends the sentence, with nothing that it could say: "Ardel answers the League's claims"."""
    return verb[0].lower() in verbs.NOUN_LIKE and not re.search(r"\w", text[verb.end() :])


def _is_silent(text: str, verb: re.Match[str]) -> bool:
    """Whether the verb denies that anybody spoke: "has not commented on the claim", "have never said whether", not "has never said that"."""
    if not _DENIED.search(text, 0, verb.start()):
        return False
    lemma = verbs.LEMMAS.get(verb[0].lower(), "")
    return lemma in _ANSWERING or (lemma in _STATING and bool(_QUESTION_FOLLOWS.match(text, verb.end())))


def _puts_forward(text: str, verb: re.Match[str]) -> bool:
    """Whether a verb puts a clause with "that" forward, which only people and documents do, whatever noun calls them."""
    return verb[0].lower() in verbs.STATING - verbs.NOUN_LIKE and contents.puts_forward(text, verb)


def is_somebody(speaker: str, text: str, known: Known) -> bool:
    """Whether the speaker that a sentence seems to have is a party, or anybody at all."""
    return names.party_in(known.topic, speaker) is not None or somebody.is_somebody(speaker, text, known.common)


def _says(subject: str, verb: re.Match[str], text: str, known: Known) -> bool:
    """Whether the subject of a verb of saying is somebody, or something, that says."""
    form = verb[0].lower()
    if _puts_forward(text, verb) and _ARTICLE.match(subject):
        return True
    if form in verbs.FINDING and not verbs.RESEARCH.search(subject):
        found = form == "finds" or _FOUND.match(text, verb.end()) or contents.ends_with(text, subject, verb)
        return bool(found) and names.plausible(subject)
    if form in verbs.OUTRIGHT and form not in verbs.NOUN_LIKE:
        some = _SOME_PEOPLE.match(subject.lower()) or somebody.is_kind_of_people(subject)
        return names.plausible(subject) or bool(some) or form in {"said", "says"}
    return names.plausible(subject) and (
        bool(_CLAUSE_FOLLOWS.match(text, verb.end())) or _surely_somebody(subject, form, known)
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
        or (bare.lower() == "it" and verb == "claims")
    )
    return bool(somebody or verbs.PEOPLE.search(bare) or verbs.RESEARCH.search(bare))


def _inverted(text: str, verb: re.Match[str]) -> bool:
    """Whether the subject stands after the verb: "By then, said Ada Brown, it was dark"; or the verb says what is said of something: ", said to be"."""
    before = text[: verb.start()]
    if not before.endswith(", ") or _DESCRIBED.search(before):
        return False
    after = text[verb.end() :]
    if after.startswith(" to ") and not contents.puts_forward(text, verb):
        return True
    return bool(
        verb[0] in _MAY_STAND_FIRST and _SUBJECT_AFTER.match(after) and not verbs.CLAUSE_OF_ITS_OWN.match(after)
    )


def _passive(text: str, before: str, verb: re.Match[str]) -> bool:
    """Passives: "is called", "was reported by", "the allegations, detailed in": no subject that says anything."""
    if verb[0].endswith("ing"):
        return False
    if verb[0] == "told" and text.startswith(" that ", verb.end()):
        return True
    if (
        re.match(r"\s+(?:by|in|as)\b", text[verb.end() :])
        and verb[0].endswith("ed")
        and not contents.puts_forward(text, verb)
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
    if not (subject and (names.plausible(subject) or somebody.is_kind_of_people(subject))) or names.PRONOUN.match(
        subject
    ):
        return "", "", -1
    speaker = referents.name(subject, known)
    return (speaker, match["verb"], start) if is_somebody(speaker, text, known) else ("", "", -1)


def author(text: str, known: Known) -> tuple[str, str, int]:
    """The authors of "an article by researchers A, B and C" speak in what they wrote."""
    match = _AUTHORED.search(text)
    return (match["who"], "", -1) if match and known.topic is not None else ("", "", -1)
