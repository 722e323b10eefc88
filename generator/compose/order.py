"""The order of statements where there are no charges to go by: what defines the subject, who answers, what can be understood alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from generator.compose.statement import Statement
from generator.model import Party, Role, Side, Speech, Topic

_NEAR_START = 20
"""Characters before the term that a sentence defines: "The so-called ..."."""
_DEFINES = re.compile(r"(?:,[^,]{1,60},)?\s+(?:is|are|was|means|refers to|describes|consists of)\b", re.IGNORECASE)
_ENOUGH, _ENOUGH_TO_ASK, _ENOUGH_TO_CHARGE = 5, 8, 12
"""Words; on drafts of fourteen topics of the bank what was shorter and named nothing could not be understood alone: "And the other five?" and, as a
charge, an answer or a question, "We had a list of villages and a bottle"."""
_NAMED_TOGETHER = re.compile(r",? and |, ")
Row = TypeVar("Row")

_OPEN = re.compile(
    r"\?|[^\W,]\s+whether\b|\b(?:question|unclear|unknown|uncertain\w*|unresolved|undecided|unsettled|unanswered|unproven|open|opaque|remains? (?:to be|in doubt|a mystery)"
    r"|yet to|not yet|never|nobody|no one|no(?: \w+){1,6} (?:has|have|had)|not (?:been )?(?:known|clear|decided|established|settled|confirmed|said|disclosed|published)"
    r"|(?:do|does|did|could|can|cannot|can't|would|will) (?:not )?(?:know|say|tell|explain|determine)|doubt\w*|disagree\w*|contested|disputed|depends?|awaits?|awaiting|pending"
    r"|will (?:decide|determine|rule)|debate\w*|inconclusive|how (?:many|much|far|long))\b",
    re.IGNORECASE,
)
"""Words with which a sentence says that something is open. "Whether by sea or land, ..." at the front says that it does not matter."""
_MEETS_IT = re.compile(
    r"\b(?:(?:the|this|that|such|any) claims?|claims?(?! that\b)|accus\w+|alleg\w+|charges?|evidence|proof|proven?|den(?:y|ies|ied|ial)|reject\w*|dismiss\w*|baseless|unfounded|groundless|false|untrue"
    r"|wrong|mislead\w*|exaggerat\w*|slander\w*|smears?)\b",
    re.IGNORECASE,
)
"""Words of an answer that speaks of the accusation, not only of how well the accused do otherwise."""

_PRAISES = re.compile(
    r"\b(?:rivals?|outperform\w*|surpass\w*|beats?|tops|the (?:best|fastest|largest|most (?:powerful|advanced))|leading|leads|record|state.of.the.art|benchmarks?"
    r"|launch\w*|unveil\w*|releas\w*|sales|revenues?|awards?)\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:(?:the|this|that|such|any) claims?|claims?(?! that\b)|prov(?:e|es|ed|en|ing)|defen[dcs]\w*|justif\w*|legitima\w*|lawful\w*|(?:il)?legal\w*|allowed|permitted|entitled|compl(?:y|ies|ied|iant|iance)|standards?|rules?"
    r"|licen[cs]\w*|approv\w*|independen\w*|own|nothing|never|no|not|nobody|none|without|neither|cannot|instead|rather|only|fair\w*|honest\w*|open(?:ly)?|public(?:ly)?|transparen\w*"
    r"|critic\w*|attack\w*|blam\w*|fault|mistakes?|regret\w*|apolog\w*|sorry|conced\w*|admit\w*|acknowledg\w*|repl\w+|respon\w+|answer\w*|challeng\w*|question\w*|doubt\w*|motiv\w*"
    r"|politic\w*|hypocri\w*|pretext|narrative|campaign|fear\w*|prejudice\w*|because|common|normal|usual|everyone|everybody|safe\w*|harmless|innocen\w*|truth|true|facts?)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words with which an answer denies, justifies, doubts, turns back or concedes. Of 383 labelled answers of the bank two praise without one of them, and of
140 other sentences that somebody says four."""


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

    def rank(statement: Statement) -> tuple[bool, bool, bool, bool, tuple[str, int]]:
        party = _party(statement.passage.speaker, topic)
        accused = party is not None and party.side is Side.ACCUSED
        direct = statement.passage.kind is Speech.QUOTE
        says_how = bool(_ANSWERS.search(statement.words))
        return (not accused, not _MEETS_IT.search(statement.words), not says_how, not direct, by_place(statement))

    return sorted(statements, key=rank)


def meets(statement: Statement, topic: Topic) -> bool:
    """Whether a statement that answers no charge in particular answers at all: whoever is not accused has to say so.

    Of 146 labelled answers of the bank by such speakers three in four do, of their other sentences half.
    """
    party = _party(statement.passage.speaker, topic)
    by_others = bool(statement.passage.speaker) and (party is None or party.side is not Side.ACCUSED)
    return not by_others or bool(_ANSWERS.search(statement.words) or _MEETS_IT.search(statement.words))


def only_praises(statement: Statement, topic: Topic) -> bool:
    """Whether an answer only tells how well something does: it speaks neither of the subject nor of the accusation, and nothing in it answers."""
    words = statement.words
    if not _PRAISES.search(words) or _ANSWERS.search(words) or _MEETS_IT.search(words):
        return False
    return not any(term.casefold() in words.casefold() for term in (topic.subject, *topic.terms))


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
    role = statement.passage.role
    disputes = role in (Role.ALLEGATION, Role.REBUTTAL)
    known = statement.passage.speaker if role is Role.REBUTTAL else _party(statement.passage.speaker, topic)
    if disputes and known and _MEETS_IT.search(statement.words):
        disputes = (
            False  # "called all allegations unfounded", "accuses the clinics of forging forms" say what there is to say
        )
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


def together(rows: Sequence[Row], name: Callable[[Row], str]) -> list[Row]:
    """The rows in their order, but who is one of several named together stands right after them: "Ada Holm" after "Ada Holm and Ib Lund"."""
    several = {name(row): names for row in rows if len(names := frozenset(_NAMED_TOGETHER.split(name(row)))) > 1}
    group_of = {name(row): group for row in rows for group, names in several.items() if name(row) in names}
    members: dict[str, list[Row]] = {}
    for row in rows:
        if group := group_of.get(name(row)):
            members.setdefault(group, []).append(row)
    return [one for row in rows if name(row) not in group_of for one in (row, *members.pop(name(row), ()))]


def by_place(statement: Statement) -> tuple[str, int]:
    """Where a statement stands in the evidence."""
    return (statement.passage.source, statement.passage.order)


def _party(speaker: str, topic: Topic) -> Party | None:
    words = speaker.split()
    titles = next((n for n, word in enumerate(words) if not word[:1].isupper()), len(words))
    tails = (" ".join(words[n:]) for n in range(titles + 1) if n < len(words))
    return next((party for tail in tails if (party := topic.party(tail))), None)
