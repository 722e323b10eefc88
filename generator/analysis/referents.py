"""Whom a noun phrase stands for in an article read so far: "she", "the company", "the memo", "Holt"."""

from __future__ import annotations

import re

from generator.analysis import names, subjects, verbs
from generator.analysis.known import Known

_DEFINITE = re.compile(r"(?:the|this|that|these|those|its)\s", re.IGNORECASE)
_ENTERPRISE = re.compile(
    r"(?:\w+ )?(?:company|firm|startup|start-up|lab|agency|organi[sz]ation|group|charity|maker|manufacturer|airline|supplier|operator|producer|campaign group|consortium|network|giant)",
    re.IGNORECASE,
)
"""What a definite noun phrase calls an organisation that has been named before."""
_OWNED = re.compile(
    rf"(?P<who>.+?)['’]s?\s+(?:[\w-]+\s){{0,4}}?(?:{verbs.WRITINGS})(?:\s(?:of|to|on|from|in|about)\s.*)?$",
    re.IGNORECASE,
)
_SIGNED = re.compile(rf"\b(?:{verbs.WRITINGS})\s(?:\w+\s)?(?:by|from|of)\s(?P<who>(?:the\s)?[A-Z].*)$")


def name(phrase: str, known: Known) -> str:
    """The name in the file that a noun phrase stands for; the phrase without its article where it is no name, "" for a pronoun that nothing answers to."""
    phrase = subjects.CONJUNCTION.sub("", phrase.strip(" ,"))
    if names.PRONOUN.match(phrase):
        return _referent(phrase.lower(), known)
    phrase = _issuer(phrase)
    if names.PRONOUN.match(phrase):
        return _referent(phrase.lower(), known)
    bare = names.strip_determiner(phrase)
    if known.topic.party(bare) is not None:
        return bare
    if _DEFINITE.match(phrase):
        found = _definite(bare, known)
        if found:
            return found
    return known.named(names.head(phrase))


def _definite(bare: str, known: Known) -> str:
    """What "the <bare>" stands for, "" where it stands for itself."""
    if verbs.DOCUMENTS.search(bare) and len(bare.split()) <= 4:
        party = names.party_in(known.topic, bare)
        return party.name if party and party.name in bare else known.last_document or bare
    if len(bare.split()) > 2:
        return ""
    return known.organisation(bare) or (known.last_party if _ENTERPRISE.fullmatch(bare) else "")


def _issuer(phrase: str) -> str:
    """Whoever wrote what says something: "the Guild's report" and "a report by the Guild" give "the Guild"."""
    found = _OWNED.match(phrase) or _SIGNED.search(phrase)
    return found["who"] if found else phrase


def _is_human(phrase: str) -> bool:
    """Whether a speaker without a name is a person: "spokesman", not "early returns"."""
    return phrase[:1].islower() and bool(verbs.PEOPLE.search(phrase)) and not verbs.RESEARCH.search(phrase)


def _is_plural(phrase: str) -> bool:
    """Whether "they" may stand for a speaker: several people, or a body called by its people."""
    return " and " in phrase or phrase.lower().endswith(("s", "people", "media", "police"))


def _referent(pronoun: str, known: Known) -> str:
    """Whom a pronoun refers to: a person for "he" and "she", an organisation for "it", the last speaker for "they"."""
    if pronoun in ("he", "she"):
        return known.last if _is_human(known.last) else known.person(pronoun)
    if pronoun == "it":
        return known.last if known.last and not names.is_person(known.last) else known.last_party
    return known.last if _is_plural(known.last) else ""


def person_before(text: str, subject: str, known: Known) -> str:
    """The person that a sentence has named before "he" or "she" becomes its subject: "Ada Brown wept as she said"; "" where it names none or several."""
    if subject.lower() not in ("he", "she"):
        return ""
    found = {known.named(m[0].rstrip(".")) for m in names.NAME.finditer(text) if known.is_spoken_of(m, text)}
    return found.pop() if len(found) == 1 else ""
