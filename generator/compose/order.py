"""The order of statements where there are no charges to go by: what defines the subject, who answers, what can be understood alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.compose.statement import Statement
from generator.model import Party, Role, Side, Speech, Topic

_NEAR_START = 20
"""Characters before the term that a sentence defines: "The so-called ..."."""
_DEFINES = re.compile(r"(?:,[^,]{1,60},)?\s+(?:is|are|was|means|refers to|describes|consists of)\b", re.IGNORECASE)
_ENOUGH, _ENOUGH_TO_ASK, _ENOUGH_TO_CHARGE = 5, 8, 12
"""Words; on drafts of fourteen topics of the bank what was shorter and named nothing could not be understood alone: "And the other five?" and, as a
charge, an answer or a question, "We had a list of villages and a bottle"."""
_OPEN = re.compile(
    r"\?|[^\W,]\s+whether\b|\b(?:question|unclear|unknown|uncertain\w*|unresolved|undecided|unsettled|unanswered|unproven|open|opaque|remains? (?:to be|in doubt|a mystery)"
    r"|yet to|not yet|never|nobody|no one|no(?: \w+){1,6} (?:has|have|had)|not (?:been )?(?:known|clear|decided|established|settled|confirmed|said|disclosed|published)"
    r"|(?:do|does|did|could|can|cannot|can't|would|will) (?:not )?(?:know|say|tell|explain|determine)|doubt\w*|disagree\w*|contested|disputed|depends?|awaits?|awaiting|pending"
    r"|will (?:decide|determine|rule)|debate\w*|inconclusive|how (?:many|much|far|long))\b",
    re.IGNORECASE,
)
"""Words with which a sentence says that something is open. "Whether by sea or land, ..." at the front says that it does not matter."""
_MEETS_IT = re.compile(
    r"\b(?:claims?|accus\w+|alleg\w+|charges?|evidence|proof|proven?|den(?:y|ies|ied|ial)|reject\w*|dismiss\w*|baseless|unfounded|groundless|false|untrue"
    r"|wrong|mislead\w*|exaggerat\w*|slander\w*|smears?)\b",
    re.IGNORECASE,
)
"""Words of an answer that speaks of the accusation, not only of how well the accused do otherwise."""


def definitions(statements: Iterable[Statement], topic: Topic) -> list[Statement]:
    """What the subject *is* comes first: a sentence that begins with it and says what it is, then the same of another term of the topic."""
    subject = topic.subject.casefold()
    terms = (subject, *map(str.casefold, topic.terms))

    def rank(statement: Statement) -> int:
        words = statement.words.casefold()
        for number, term in enumerate(terms):
            at = words.find(term)
            if 0 <= at <= _NEAR_START and _DEFINES.match(words, at + len(term)):
                return min(number, 1)
        return 2 if 0 <= words.find(subject) <= _NEAR_START else 3

    return sorted(statements, key=lambda s: (rank(s), by_place(s)))


def answers(statements: Iterable[Statement], topic: Topic) -> list[Statement]:
    """The accused first, then what speaks of the accusation itself, then what is in the speaker's own words."""

    def rank(statement: Statement) -> tuple[bool, bool, bool, tuple[str, int]]:
        party = _party(statement.passage.speaker, topic)
        accused = party is not None and party.side is Side.ACCUSED
        direct = statement.passage.kind is Speech.QUOTE
        return (not accused, not _MEETS_IT.search(statement.words), not direct, by_place(statement))

    return sorted(statements, key=rank)


def asks(statement: Statement) -> bool:
    """Whether a statement says that something is open."""
    return bool(_OPEN.search(statement.words))


def plain(statement: Statement, topic: Topic) -> bool:
    """Whether the words name a party or the subject, so that a reader knows what they are about."""
    words = statement.words.casefold()
    names = (topic.subject, *topic.terms, *(name for party in topic.parties for name in party.names))
    return any(name.casefold() in words for name in names)


def says_enough(statement: Statement, topic: Topic) -> bool:
    """Whether a reader can make something of the statement alone: it is of some length or names what it is about."""
    disputes = statement.passage.role in (Role.ALLEGATION, Role.REBUTTAL)
    least = _ENOUGH_TO_CHARGE if disputes else _ENOUGH_TO_ASK if statement.words.endswith("?") else _ENOUGH
    return len(statement.words.split()) >= least or plain(statement, topic)


def party_name(speaker: str, topic: Topic) -> str:
    """The name of the party that speaks, also where the source puts a title before it; else the speaker as named."""
    party = _party(speaker, topic)
    return party.name if party else speaker


def heading_name(name: str, topic: Topic) -> str:
    """The name that a heading gives a speaker: the party's where the source has a shorter or longer form of it, else the one given."""
    party = _party(name, topic)
    if party is None:
        return name
    given, known = set(name.split()) - {"the"}, set(party.name.split())
    return party.name if given != known and (given < known or known < given) else name


def by_place(statement: Statement) -> tuple[str, int]:
    """Where a statement stands in the evidence."""
    return (statement.passage.source, statement.passage.order)


def _party(speaker: str, topic: Topic) -> Party | None:
    words = speaker.split()
    titles = next((n for n, word in enumerate(words) if not word[:1].isupper()), len(words))
    tails = (" ".join(words[n:]) for n in range(titles + 1) if n < len(words))
    return next((party for tail in tails if (party := topic.party(tail))), None)
