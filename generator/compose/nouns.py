"""Nouns as they are compared: whether words name what a later noun means."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
FAMILY = 5
"""Letters that the words of a family share."""
_FOR_ONE_THING = tuple(
    frozenset(nouns.split())
    for nouns in (
        "technique practice method process procedure approach",
        "work manuscript paper article study book",
        "document memo memorandum cable letter report paper study article petition",
    )
)
"""Nouns that writers put one for the other when they come back to a thing."""


def stems(text: str) -> frozenset[str]:
    """The words of a text as they are compared: lower case, singular."""
    return frozenset(map(stem, _WORD.findall(text)))


def stem(word: str) -> str:
    """A word as it is compared."""
    low = word.casefold()
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "shes", "ches", "xes")):
        return low[:-2]
    return low[:-1] if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3 else low


def named_in(before: str, head: str) -> bool:
    """Whether words before a noun hold it, a word of its family ("offered ... the offer"), or another for such a thing ("a technique ... this process")."""
    held, noun = stems(before), stem(head)
    same = any(noun in nouns and held & nouns for nouns in _FOR_ONE_THING)
    root = noun.removesuffix("ing") if len(noun) > FAMILY + 1 else noun  # "burned ... the burning"
    return same or any(one.startswith(root[:FAMILY]) for one in held)
