"""Names met so far in one article, for resolving what comes later: "Holt", "she", "the company"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.analysis import names, verbs
from generator.model import Topic

_TITLED = re.compile(
    r"\b(?:(?P<he>Mr|Sir|Lord|Father|Brother)|Mrs|Ms|Miss|Dame|Lady|Madam|Sister)\.? (?:[A-Z][\w’'-]+ )*?(?P<surname>[A-Z][\w’'-]*\w)\b(?! [A-Z])"
)
_PLACE = re.compile(r"\b(?:in|at|from|near|to|of|outside|across|around)\s(?:the\s)?$|\b[A-Z][\w’'-]+,\s$")
_OFFICE = re.compile(
    rf"\b(?P<office>{verbs.PEOPLE_OR_DOCUMENT}|defendant|auditor|chemist),?\s(?P<name>(?:[A-Z][\w’'-]+|[A-Z]\.|Mr\.?|Ms\.?|Mrs\.?|Dr\.?)(?:\s[A-Z][\w’'.-]*)+)"
    rf"|(?P<first>[A-Z][\w’'-]+(?:\s[A-Z][\w’'.-]*)+),\s(?:an?|the)\s(?:[\w-]+\s){{0,3}}?(?P<second>[a-z]+(?:er|or|ist|ant|man|woman|chief|ian|witness))\b"
)
_HOUSE = re.compile(r"\s(?:of|for|in|on|and)\s")
"""Where a name goes on with the house of its bearer: "Ada Brown of the Tidal Trust"."""


@dataclass(slots=True)
class Known:
    """Names met so far in one article, for resolving what comes later. Grows as the article is read."""

    topic: Topic
    people: list[str] = field(default_factory=list)
    organisations: list[str] = field(default_factory=list)
    """Names of several words met so far that are not people's, the last met last."""
    labels: tuple[str, ...] = ()
    """Names that stand before a colon at the beginning of a sentence, each as often as it does."""
    transcript: bool = False
    """Whether the article is one of people who speak in turn, each after a label."""
    met: set[str] = field(default_factory=set)
    """Names of the parties mentioned so far."""
    speakers: list[str] = field(default_factory=list)
    """Everybody who has spoken so far, in order."""
    last: str = ""
    """The last speaker."""
    last_document: str = ""
    """Who speaks in the last document named: "the memo"."""
    offices: dict[str, str] = field(default_factory=dict)
    """What people are, folded ("auditor") -> who it is, "" where several are."""
    last_group: str = ""
    """Several people that the last sentence with such a subject was about: "the residents"."""
    last_one: str = ""
    """The last person without a name that a sentence was about: "minister"."""
    last_body: str = ""
    """The last body that a sentence was about and that no party is: "the landlord", "the ministry"."""
    last_party: str = ""
    """The last party named as the grammatical subject."""
    people_spoken_of: list[str] = field(default_factory=list)
    """People named as a speaker or spoken of, the last one last, of one sentence the first one last; a name may stand in it more than once."""
    bodies: frozenset[str] = field(init=False)
    """Names, folded, of the parties to which others belong: they are no persons."""
    common: frozenset[str] = frozenset()
    """Words, folded, that the article has in small letters and nowhere within a sentence with a capital."""
    pronouns: dict[str, str] = field(default_factory=dict)
    """Surname -> "he" or "she", where a title says so."""

    def __post_init__(self) -> None:
        owners = {party.of for party in self.topic.parties}
        self.bodies = frozenset(
            name.casefold() for party in self.topic.parties if party.name in owners for name in party.names
        )

    def meet(self, name: str) -> None:
        """Remembers a person's full name, so that a surname alone finds it."""
        if not names.is_person(name):
            if " " in name:
                self.organisations.append(names.strip_determiner(name))
        elif name not in self.people:
            self.people.append(name)

    def is_labelled(self, name: str) -> bool:
        """Whether the name stands as a label before a colon more than once in the article, or once in a transcript."""
        return self.labels.count(name) > (0 if self.transcript else 1)

    def read_offices(self, text: str) -> None:
        """Remembers who holds which office: "the city auditor, Ada Brown"; nobody where two people have one word for it."""
        for match in _OFFICE.finditer(text):
            name = (match["name"] or match["first"]).rstrip(".")
            office = (match["office"] or match["second"]).casefold()
            if not names.is_individual(name) or re.search(r"(?<!s)s$", office):
                continue
            held = self.offices.setdefault(office, self.named(name))
            if held != self.named(name):
                self.offices[office] = ""

    def organisation(self, word: str) -> str:
        """The one party whose name ends with the word: "the Federation" is "Atlantic Steel Federation"; "" where none or several do."""
        fitting = {party.name for party in self.topic.parties if party.name.casefold().endswith(f" {word.casefold()}")}
        met = fitting & self.met
        found = met if len(met) == 1 else fitting
        if len(found) == 1:
            return next(iter(found))
        return next(
            (name for name in reversed(self.organisations) if name.casefold().endswith(f" {word.casefold()}")), ""
        )

    def is_somebody(self, name: str) -> bool:
        """Whether a name is a person's: it has the shape, and the topic does not make it a body to which others belong."""
        return names.is_individual(name) and name.casefold() not in self.bodies

    def named(self, name: str) -> str:
        """The full name for a name with or without a title; the title stays where the surname alone is all there is."""
        bare = names.strip_title(name)
        full = self.full(bare)
        return full if full != bare or len(bare.split()) > 1 else name

    def full(self, name: str) -> str:
        """The full name for a surname (which stands last, or first as in Chinese and Hungarian), else the name as given."""
        for person in reversed(self.people):
            if person != name and name in (person.split()[0], person.split()[-1]):
                return person
        return name

    def read_titles(self, text: str) -> None:
        """Remembers for whom "Mr" and "Ms" stand."""
        for match in _TITLED.finditer(text):
            self.pronouns[match["surname"]] = "he" if match["he"] else "she"

    def person(self, pronoun: str) -> str:
        """The person last spoken of whom "he" or "she" may stand for; "" where there is none."""
        for name in reversed(self.people_spoken_of):
            if self.pronouns.setdefault(names.strip_title(name).split()[-1], pronoun) == pronoun:
                return name
        return ""

    def person_in(self, name: re.Match[str], text: str) -> str:
        """The person whom a name in a text names, without the body they speak for; "" where it names none, or a place."""
        person = _HOUSE.split(name[0].rstrip("."))[0]
        return person if self.is_somebody(person) and not _PLACE.search(text[: name.start()]) else ""
