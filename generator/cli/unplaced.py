"""What of a statement that found no place is new, for those whose like a person has seen before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.citations.difference import first_difference

_MARK = re.compile(r"\[\^([^\]]*)\]")
_WORD = re.compile(r"\w+")
_ALIKE = 0.6
"""Share of common words from which on two lines are one statement in two wordings: with a figure changed, a short sentence still shares two in three."""


def changed_since(line: str, base: str) -> Iterator[str]:
    """How a statement's line differs from that of the last draft, `base`, which said almost the same; nothing where it said nothing like it."""
    said = _words(line)
    statements = (old for old in base.split("\n") if _MARK.search(old) and not old.startswith("[^"))
    near = max(statements, key=lambda old: _share(said, _words(old)), default="")
    if _share(said, _words(near)) < _ALIKE:
        return
    _, was, now = first_difference(_plain(near), _plain(line))
    if was or now:
        yield f"changed since the last draft: “{now}” was “{was}”"
    else:
        yield "changed since the last draft: the words that it cites"


def _plain(line: str) -> str:
    return _MARK.sub("", line).lstrip("-*| ")


def _words(line: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(_plain(line))}


def _share(ours: set[str], theirs: set[str]) -> float:
    return len(ours & theirs) / len(ours | theirs) if ours or theirs else 0.0
