"""Whom a noun phrase stands for in an article read so far: "she", "the company", "the memo", "Holt"."""

from __future__ import annotations

import re

from generator.analysis import names, spokespeople, subjects, verbs
from generator.analysis.known import Known

_DEFINITE = re.compile(r"(?:the|this|that|these|those|its)\s", re.IGNORECASE)
_ENTERPRISE = re.compile(
    r"(?:\w+ )?(?:company|firm|startup|start-up|lab|agency|organi[sz]ation|group|charity|maker|manufacturer|airline|supplier|operator|producer|campaign group|consortium|network|giant)",
    re.IGNORECASE,
)
"""What a definite noun phrase calls an organisation that has been named before."""
_BODY = re.compile(
    rf"\b(?:{spokespeople.BODY}|court|tribunal|committee|commission|embassy|panel|board)$", re.IGNORECASE
)
_OF_AGE = re.compile(r"\d+-year-old", re.IGNORECASE)
_OWNED = re.compile(
    rf"(?P<who>.+?)['’]s?\s+(?:[\w-]+\s){{0,4}}?(?:{verbs.WRITINGS})(?:\s(?:of|to|on|from|in|about)\s.*)?$",
    re.IGNORECASE,
)
_SIGNED = re.compile(rf"\b(?:{verbs.WRITINGS})\s(?:\w+\s)?(?:by|from|of)\s(?P<who>(?:the\s)?[A-Z].*)$")


def _folded(name: str) -> str:
    return name.replace("’", "'").casefold()


def name(phrase: str, known: Known) -> str:
    """The name in the file that a noun phrase stands for; the phrase without its article where it is no name, "" for a pronoun that nothing answers to."""
    phrase = subjects.CONJUNCTION.sub("", phrase.strip(" ,"))
    if names.PRONOUN.match(phrase):
        return _referent(phrase.lower(), known)
    phrase = _issuer(phrase)
    if names.PRONOUN.match(phrase):
        return _referent(phrase.lower(), known)
    bare = names.strip_determiner(phrase)
    party = known.topic.party(bare)
    if party is not None:
        return bare if _folded(bare) in map(_folded, party.names) else party.name
    if _DEFINITE.match(phrase):
        found = _definite(bare, known)
        if found:
            return found
    return known.named(names.head(phrase))


def _definite(bare: str, known: Known) -> str:
    """What "the <bare>" stands for, "" where it stands for itself."""
    if (verbs.DOCUMENTS.search(bare) or bare == "suit") and len(bare.split()) <= 4:
        party = names.party_in(known.topic, bare)
        return party.name if party and party.name in bare else known.last_document or bare
    if _OF_AGE.fullmatch(bare):
        return known.people_spoken_of[-1] if known.people_spoken_of else known.last_party
    held = known.offices.get(bare.casefold())
    if held or len(bare.split()) > 2:
        return held or ""
    described = (who for who in reversed(known.speakers) if who.casefold().startswith(f"{bare.casefold()} of "))
    return known.organisation(bare) or next(described, "") or (known.last_party if _ENTERPRISE.fullmatch(bare) else "")


def _issuer(phrase: str) -> str:
    """Whoever wrote what says something: "the Guild's report" and "a report by the Guild" give "the Guild"."""
    found = _OWNED.match(phrase) or _SIGNED.search(phrase)
    return found["who"] if found else phrase


def group(subject: str) -> str:
    """The people that the subject of a sentence names, where it is several: "Residents of the pier"."""
    return subject if verbs.PEOPLE.search(subject) and _is_plural(subject) else ""


def one(subject: str) -> str:
    """The person without a name that the subject of a sentence names: "minister"."""
    return subject if len(subject.split()) <= 2 and _is_human(subject) and not _is_plural(subject) else ""


def _is_human(phrase: str) -> bool:
    """Whether a speaker without a name is a person: "spokesman", not "early returns"."""
    people = phrase[:1].islower() and verbs.PEOPLE.search(phrase)
    return bool(people) and not (verbs.RESEARCH.search(phrase) or _BODY.search(phrase))


def _is_plural(phrase: str) -> bool:
    """Whether "they" may stand for a speaker: several people, or a body called by its people."""
    phrase = re.split(r"\s(?:for|of|at|from|to|in|who)\s", phrase)[0]
    return " and " in phrase or phrase.lower().endswith(("s", "people", "media", "police"))


def _referent(pronoun: str, known: Known) -> str:
    """Whom a pronoun refers to: a person for "he" and "she", an organisation for "it", the last speaker for "they"."""
    if pronoun in ("he", "she"):
        single = _is_human(known.last) and not _is_plural(known.last)
        return known.last if single else known.person(pronoun) or known.last_one
    if pronoun == "it":
        written = known.last == known.last_document
        return (
            known.last
            if known.last and (written or not names.is_individual(known.last))
            else known.last_party or known.last_body
        )
    return known.last if _is_plural(known.last) else known.last_group


def named_before(text: str, subject: str, known: Known) -> str:
    """Whom a sentence has named before a pronoun becomes its subject: "Ada Brown wept as she said", "the Guild, it says"; "" for none or several."""
    pronoun = subject.lower()
    if pronoun == "it":
        return _body_before(text, known)
    if pronoun not in ("he", "she"):
        return ""
    found = {known.named(person) for m in names.NAME.finditer(text) if (person := known.person_in(m, text))}
    return found.pop() if len(found) == 1 else ""


def _body_before(text: str, known: Known) -> str:
    """The body that is the subject of a sentence before it says "it"."""
    subject = subjects.leading(text)
    subject = subject if body(names.strip_determiner(subject), known) else ""
    return name(subject, known) if subject else ""


def body(subject: str, known: Known) -> str:
    """The body that the subject of a sentence names; "" where that is a person, several people or a thing."""
    may_be = names.party_in(known.topic, subject) is not None or verbs.PEOPLE.search(subject)
    if not (subject and may_be) or names.PRONOUN.match(subject) or names.is_individual(names.head(subject)):
        return ""
    return "" if _is_plural(subject) or _is_human(subject) else subject
