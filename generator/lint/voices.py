"""Whose words a passage holds, and whether a sentence names them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.lint.names import names, pattern
from generator.lint.statements import Statement
from generator.lint.words import content
from generator.model import Evidence, Passage

_ARTICLE = re.compile(r"^(?:the|an?) ", re.IGNORECASE)


def speakers(passage: Passage, evidence: Evidence) -> tuple[str, ...]:
    """All names of who says it: the speaker, through whom it is known, the source."""
    source = evidence.sources[passage.source]
    called = (
        source.called,
        source.stated("container-title"),
        source.stated("publisher"),
        source.stated("author"),
        source.name,
    )
    return tuple(name for who in (passage.speaker, *passage.chain) for name in aliases(who, evidence)) + called


def aliases(name: str, evidence: Evidence) -> tuple[str, ...]:
    """All names of a party; of anyone else the one given."""
    party = evidence.topic.party(name) if name else None
    return party.names if party else (name,) if name else ()


def without_names(text: str, statement: Statement, evidence: Evidence) -> str:
    """The text of a statement, as long, with blanks for what its sources are called and for parties that its quotations do not name.

    "The unsigned analysis" negates nothing, and the Workers' Federation is not what was "worked".
    """
    quoted = "\n".join(one.words for one in statement.cited)
    sources = (evidence.sources[key].name for key in dict.fromkeys(one.citation.key for one in statement.cited))
    parties = (name for party in evidence.topic.parties for name in party.names if not pattern(name).search(quoted))
    for called in (*(_ARTICLE.sub("", name) for name in sources), *parties):
        text = pattern(called).sub(" " * len(called), text)
    return text


def names_one_of(called: Iterable[str], text: str) -> bool:
    """Whether a text has one of the names, or the last word of one: people are called by that; of what is no name, all words that matter."""
    return any(_names(name, text) for name in called if name)


def _names(name: str, text: str) -> bool:
    name = _ARTICLE.sub("", name)
    if pattern(name).search(text):
        return True
    proper = [one.word for one in names(name)]
    if proper:
        return pattern(proper[-1]).search(text) is not None
    there = set(content(text))
    return bool(content(name)) and all(word in there for word in content(name))
