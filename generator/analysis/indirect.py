"""Sieves for a speaker who is not the subject of a finite verb of saying, each (text, what is known) -> (speaker, verb, place of the verb).

"according to the officials"; "X backed the ban, saying that ..."; ", said X of the Guild.".
"""

from __future__ import annotations

import re

from generator.analysis import contents, names, quotations, referents, somebody, subjects, verbs
from generator.analysis.known import Known

_NP = (
    r"(?P<who>(?:(?:the|an?|one|some|several|two|three|many|most|other|his|her|its|their)\s)?[^,.;:()“”\"\x00]{2,90}?)"
)
_ACCORDING = re.compile(
    rf"\b[Aa]ccording to {_NP}(?=[,.;:()]|$| (?:who|which|that|and|in|on|is|are|was|were|has|have|had|one)\b)"
)
_ACCOUNT = re.compile(
    rf"\b(?:[Bb]y the account of|[Ii]n the (?:view|words|opinion|eyes|telling) of|[Aa]s reported by) {_NP}(?=[,.;:]|$)"
)
_CALLED = re.compile(rf",\s(?P<name>{names.NAME.pattern}?)(?=[,;]|\.?$)")
_INVERTED = re.compile(
    rf",\s+(?P<verb>said|says|wrote|writes|explained|argued|added|warned|noted|claimed|recalled|insisted)\s+{_NP}(?=[,.;]|$| (?:who|in|on|at|during|last)\b)"
)
_SAYING = re.compile(
    r"(?:,|\x00|\band|\bby)\s(?:\w+ly\s)?(?P<verb>saying|stating|arguing|accusing|alleging|claiming|warning|insisting|denying|noting|adding|telling|asserting|complaining|suggesting|explaining|declaring|"
    r"describing|blaming|criticizing|criticising|demanding|urging|contending|maintaining|predicting|vowing|promising|acknowledging|conceding|admitting|asking|dismissing|rejecting)\s(?!of\b)"
)
_WITH_WHOM = re.compile(rf"\bwith\s(?:(?:the|its|his|her|their)\s[^,]{{3,60}},\s)?(?P<who>{names.NAME.pattern}),$")
"""Somebody else than the subject: "the Guild stayed, with its secretary, Ada Brown,| noting"."""
_TOLD = "answer|reply|response|argument|case|charge|complaint|view|contention|claim|defen[cs]e|position|point|explanation|verdict|conclusion|theory|objection|suspicion|fear|worry|excuse"
_NOUN_OF_SAYING = re.compile(
    rf"(?:But |And |Yet )?(?P<who>(?:[Tt]he |[Aa]n? )?[\w][\w.&’' -]{{2,50}}?['’]s?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\s(?:(?!of\b|that\b)[\w-]+\s){{0,2}}?(?:{_TOLD})\b[^,.;:]{{0,40}}?\s(?:is|was|has been|remains)(?:\s\w+ly)?(?:,[^,]{{2,40}},)?\s(?:that\b|[{quotations.SPOKEN}{quotations.NAMED}])"
)
_BY_ACCOUNT = re.compile(
    r"\b(?:[Ii]n|[Bb]y) (?P<who>(?:the |an? )?[\w][\w.&’-]*(?: [\w.&’-]+){0,4}?['’]s?|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:own )?(?:view|opinion|account|telling|reckoning|estimate|version|judge?ment|reading|words),? "
)
_ANNOUNCED = re.compile(rf"(?P<before>[^:{quotations.SPOKEN}]{{5,200}}): ?{quotations.SPOKEN}")
_POSSESSIVES = {"his": "he", "her": "she", "their": "they", "its": "it"}
_OWN = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur|[Uu]s)\b")
"""The writer, who may be the one that speaks."""
_CHARGES = verbs.ACCUSING | verbs.DENYING


def according_to(text: str, known: Known) -> tuple[str, str, int]:
    """Those who have no name of their own: "according to officials", "by the account of the crew"."""
    match = _ACCORDING.search(text) or _ACCOUNT.search(text)
    if match is None:
        return "", "", -1
    called = _CALLED.match(text, match.end("who"))
    name = called["name"].rstrip(".") if called and not verbs.RESEARCH.search(match["who"]) else ""
    return _somebody(name if names.is_individual(name) else match["who"], known), "", -1


def inverted(text: str, known: Known) -> tuple[str, str, int]:
    """A verb of saying before its subject, without quotation marks: "The claim is false, said Ada Brown, a chemist."."""
    match = _INVERTED.search(text)
    if match is None or verbs.CLAUSE_OF_ITS_OWN.match(text, match.end("verb")):
        return "", "", -1
    return _somebody(match["who"], known), match["verb"], -1


def saying(text: str, known: Known) -> tuple[str, str, int]:
    """What the subject of the sentence does while it says: "The Guild left the talks, accusing the stores of fraud"."""
    match = _SAYING.search(text)
    if match is None or not (
        match["verb"] in _CHARGES or contents.fills(text, match) or text.startswith("that ", match.end())
    ):
        return "", "", -1
    with_whom = _WITH_WHOM.search(text, 0, match.start() + 1)
    subject = with_whom["who"] if with_whom else subjects.leading(text)
    return (referents.name(subject, known), match["verb"], -1) if subject else ("", "", -1)


def saying_of(text: str, known: Known) -> tuple[str, str, int]:
    """A noun of saying: "Ms Brown's answer was that ...", "in his view", "by the crew's account"."""
    match = _NOUN_OF_SAYING.match(text) or _BY_ACCOUNT.search(text)
    if match is None:
        return "", "", -1
    who = re.sub(r"['’]s?$", "", match["who"])
    pronoun = _POSSESSIVES.get(who.lower())
    own = subjects.leading(text) if pronoun and match.start() else ""
    if own and pronoun == "it" and not referents.body(own, known):
        return "", "", -1
    return _somebody(own or pronoun or who, known), "", -1


def announcing(text: str, known: Known) -> tuple[str, str, int]:
    """Whoever a sentence is about that ends in a colon and speech, whatever its verb: "Ada Brown laughs at it: “...”"."""
    match = _ANNOUNCED.match(text)
    if match is None or _OWN.search(match["before"]):
        return "", "", -1
    for_whom = re.match(rf"For (?P<who>{names.NAME.pattern})", match["before"])
    subject = for_whom["who"] if for_whom else subjects.leading(match["before"])
    named = names.is_individual(names.head(subject)) or names.party_in(known.topic, subject) is not None
    if not (subject and (named or subject.lower() in ("he", "she"))):
        return "", "", -1
    return referents.name(subject, known), "", -1


def _somebody(phrase: str, known: Known) -> str:
    """The name that the phrase stands for, where it can speak at all."""
    if subjects.NO_SPEAKER.search(phrase) or not (names.plausible(phrase) or somebody.is_kind_of_people(phrase)):
        return ""
    return referents.name(phrase, known)
