"""Small forms of English that more than one stage prints."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TAKES_IES = re.compile(r"[^aeiou]y$")
_TAKES_ES = re.compile(r"(?:s|x|z|ch|sh)$")


def listed(parts: Sequence[str]) -> str:
    """["a", "b", "c"] -> "a, b and c"; nothing for no parts."""
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1] if parts else ""


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


def counted(number: int, noun: str) -> str:
    """A number with its noun, which is given in the singular: "1 page", "3 passages of context", "0 parties"."""
    return f"{number:,} {noun if number == 1 else plural(noun)}"
