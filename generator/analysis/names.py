"""Who is meant by a noun phrase: names of parties and people, and what "the company" or "he" refers back to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from generator.analysis import verbs
from generator.model import Party, Topic

_CAPITALISED = r"\d?[A-Z][\w.'’&-]*"
_LINK = r"(?:of|for|and|the|de|van|von|al|bin|da|di|du|la|le|in|on|&)"
NAME = re.compile(rf"{_CAPITALISED}(?:\s+(?:{_LINK}\s+){{0,2}}{_CAPITALISED})*")
PERSON = re.compile(r"^(?:[A-Z][\w'’-]+|[A-Z]\.)(?:\s+(?:[A-Z]\.|[A-Z][\w'’-]+|de|van|von|al|bin|da)){1,3}$")
_DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|these|those|its|his|her|their|our|some|several|many|most|other|both|one of the|one of)\s+",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?:Inc|Ltd|Corp|Co|LLC|University|Institute|Ministry|Department|Agency|Committee|Commission|Council|Union|Association|Embassy|Bank|Court|House|Office|Center|Centre|Times|Post|News|Journal|Act|"
    r"Party|Group|Foundation|Federation|Authority|Board|Congress|Parliament|Senate|States|Kingdom|Affairs|Lab|Labs|Company|Service|Press|Magazine|Today|Daily|Force|Bureau|Alliance|Network)\b"
)
PRONOUN = re.compile(r"^(?:he|she|they|it)$", re.IGNORECASE)


@dataclass(slots=True)
class Known:
    """Names met so far in one article, for resolving what comes later. Grows as the article is read."""

    topic: Topic
    people: list[str] = field(default_factory=list)
    labels: tuple[str, ...] = ()
    """Names that stand before a colon at the beginning of a sentence, each as often as it does."""
    met: set[str] = field(default_factory=set)
    """Names of the parties mentioned so far."""
    last: str = ""
    """The last speaker."""
    last_document: str = ""
    """Who speaks in the last document named: "the memo"."""
    last_party: str = ""
    """The last party named as the grammatical subject."""
    last_person: str = ""
    """The last person named as the grammatical subject or as a speaker."""

    def meet(self, name: str) -> None:
        """Remembers a person's full name, so that a surname alone finds it."""
        if is_person(name) and name not in self.people:
            self.people.append(name)

    def is_labelled(self, name: str) -> bool:
        """Whether the name stands as a label before a colon more than once in the article."""
        return self.labels.count(name) > 1

    def organisation(self, word: str) -> str:
        """The one party whose name ends with the word: "the Federation" is "Atlantic Steel Federation"; "" where none or several do."""
        fitting = {party.name for party in self.topic.parties if party.name.casefold().endswith(f" {word.casefold()}")}
        met = fitting & self.met
        found = met if len(met) == 1 else fitting
        return next(iter(found)) if len(found) == 1 else ""

    def named(self, name: str) -> str:
        """The full name for a name with or without a title; the title stays where the surname alone is all there is."""
        bare = strip_title(name)
        full = self.full(bare)
        return full if full != bare or len(bare.split()) > 1 else name

    def full(self, name: str) -> str:
        """The full name for a surname (which stands last, or first as in Chinese and Hungarian), else the name as given."""
        for person in reversed(self.people):
            if person != name and name in (person.split()[0], person.split()[-1]):
                return person
        return name


def is_person(name: str) -> bool:
    """Whether a name has the shape of a person's."""
    name = strip_title(name)
    if _DETERMINER.match(name) or _INSTITUTION.search(name) or re.search(r"\b(?:of|for)\b", name):
        return False
    return bool(PERSON.match(name))


_TITLE = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Sen|Senator|Rep|Representative|Gov|Governor|Judge|Justice|Captain|Capt|General|Gen|Colonel|Col|Minister|President|Deputy|Councillor|Rev|Reverend)\.?\s+)+(?=[A-Z])"
)
NOT_A_NAME = re.compile(
    r"(?:Note|Source|Sources|Photo|Update|Correction|Question|Answer|Q|A|Background|Summary|Context|Threat|Key|Figure|Table|Step|Part|Chapter|Section|Date|From|To|Subject|Re|Today|Model|Opinion|Analysis|Editorial)\b"
)
"""What stands before a colon and is no speaker's name."""


def strip_title(name: str) -> str:
    """The name without its title, "Oosterhuis" for "Ms. Oosterhuis", so that the full name is found; the name as it is where no title stands before it."""
    return _TITLE.sub("", name) or name


def strip_determiner(phrase: str) -> str:
    return _DETERMINER.sub("", phrase.strip()).strip()


def head(phrase: str) -> str:
    """The name in a noun phrase: "Danish pump maker Grundvand" -> "Grundvand"; the phrase without its article where it has none.

    A person in apposition wins over the office: "the director of the X, Ada Brown" -> "Ada Brown".
    """
    parts = [part.strip() for part in re.split(r",\s+", phrase.strip(" ,")) if part.strip()]
    for part in parts:
        if is_person(part):
            return part
    for part in (parts[0], *parts[-1:]) if parts else ():
        person = _person_at_end(part)
        if person:
            return person
    first = strip_determiner(parts[0]) if parts else ""
    return _trailing_name(first) or first


def _person_at_end(part: str) -> str:
    """The person after a job: "the engineer Ann Lee" -> "Ann Lee"; nothing where the name is an institution's."""
    match = re.search(
        r"\b[a-z][\w-]*\s+(?P<name>(?:[A-Z][\w'’-]+|[A-Z]\.)(?:\s+(?:[A-Z]\.|[A-Z][\w'’-]+)){1,2})$", part
    )
    if match is None or not is_person(match["name"]):
        return ""
    if re.search(r"\b(?:of|for|in|at|from|the|to|and)$", part[: match.start("name")].strip()):
        return ""
    return match["name"]


def _trailing_name(phrase: str) -> str:
    match = re.search(
        r"\b(?:firm|company|startup|start-up|maker|giant|newspaper|agency|magazine|outlet|lab|developer|group|bank|think tank|website|professor|engineer|researcher|economist)\s+(?P<name>[A-Z].*)$",
        phrase,
    )
    return match["name"] if match else ""


def party_in(topic: Topic, phrase: str) -> Party | None:
    """The party whose longest name stands in `phrase` as whole words, else None."""
    best: tuple[int, Party] | None = None
    for party in topic.parties:
        for name in party.names:
            if _name_pattern(name, re.IGNORECASE).search(phrase) and (best is None or len(name) > best[0]):
                best = (len(name), party)
    return best[1] if best else None


def plausible(phrase: str) -> bool:
    """Whether a noun phrase can be a speaker: a name, a kind of people, or a document."""
    bare = strip_determiner(phrase)
    if not bare or len(bare.split()) > 14:
        return False
    return bool(
        re.search(r"[A-Z]", bare[:1]) or NAME.search(bare) or verbs.PEOPLE.search(bare) or verbs.DOCUMENTS.search(bare)
    )


def mentions(party: Party, text: str) -> bool:
    """Whether any name of the party stands in `text` as whole words; case counts, so that "us" is not the US."""
    return any(_name_pattern(name).search(text) for name in party.names)


@cache
def _name_pattern(name: str, flags: int = 0) -> re.Pattern[str]:
    """Finds a name as whole words, whatever the form of its apostrophes."""
    folded = re.sub("['’]", "['’]", re.escape(name))
    return re.compile(rf"(?<!\w){folded}(?!\w)", flags)
