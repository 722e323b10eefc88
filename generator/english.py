"""Small forms of English that more than one stage prints."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TAKES_IES = re.compile(r"[^aeiou]y$")
_TAKES_ES = re.compile(r"(?:s|x|z|ch|sh)$")
_ADDED = re.compile(r",|;| (?:that|which|who|with|by)\b")
"""What in a description only adds to what a thing is: "aggregator with an opinion in its last paragraph"."""
_IN_THE_PLURAL = re.compile(r"(?!(?:news|series|species|politics|economics)$)[a-z]*[^aisu]s")
"""A common noun in -s; not one of "analysis", "press", "atlas", "news"."""


def listed(parts: Sequence[str], last: str = "and") -> str:
    """["a", "b", "c"] -> "a, b and c", with another word `last` before the last part; nothing for no parts."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} {last} {parts[-1]}" if parts else ""


def capital(text: str) -> str:
    """The text as it stands at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def plural(noun: str) -> str:
    """The noun in the plural by the regular rules: "pages", "parties", "matches"; of "passage of context" the first word takes it."""
    head, of, tail = noun.partition(" of ")
    if _TAKES_IES.search(head):
        head = f"{head[:-1]}ies"
    else:
        head += "es" if _TAKES_ES.search(head) else "s"
    return head + of + tail


def brief(description: str) -> str:
    """A description without what only adds to it: "aggregator" of "aggregator with an opinion in its last paragraph"."""
    return _ADDED.split(description)[0].strip()


def is_plural(name: str) -> bool:
    """Whether what a name stands for is several things: "the podcast summaries". What is spelt with a capital is told of as one: "the Times"."""
    return bool(_IN_THE_PLURAL.fullmatch(name.rpartition(" ")[2]))


def counted(number: int, noun: str) -> str:
    """A number with its noun, which is given in the singular: "1 page", "3 passages of context", "0 parties"."""
    return f"{number:,} {noun if number == 1 else plural(noun)}"
