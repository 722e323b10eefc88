"""Keys for new sources: what a person types after the @."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from itertools import chain, count

from generator.citations.grammar import KEY
from generator.errors import UsageError

_LONGEST = 32
"""Characters of a proposed key: four words, short enough to type."""
_RESERVED = "index"
"""The page of the bibliography."""


def slug(words: str) -> str:
    """Words in the form of a key; "" where no Latin letter or digit is among them."""
    folded = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", folded)).strip("-")
    if len(plain) <= _LONGEST:
        return plain
    return plain[: _LONGEST + 1].rpartition("-")[0].strip("-") or plain[:_LONGEST]


def propose(candidates: Iterable[str], taken: Collection[str]) -> str:
    """A key made of the first words that give one, with a number where it is taken."""
    found = next(filter(None, map(slug, candidates)), "source")
    names = chain((found,), (f"{found}-{number}" for number in count(2)))
    return next(name for name in names if name not in taken and name != _RESERVED)


def check_new(key: str, taken: Collection[str]) -> None:
    """Raises UsageError for what is no key, or a key that a source has already."""
    if key == _RESERVED:
        raise UsageError(f"“{key}” cannot be a key: it is the page of the bibliography", help="choose another key")
    if not KEY.fullmatch(key):
        raise UsageError(
            f"“{key}” is no key: expected lower-case letters, digits and hyphens",
            help=f"write {slug(key) or 'daily-news'}, or another short name",
        )
    if key in taken:
        raise UsageError(f"the key “{key}” is taken", help=f"choose another one, such as {propose([key], taken)}")


def check_known(key: str, known: Collection[str]) -> None:
    """Raises UsageError for a key that no source has."""
    if key not in known:
        listed = ", ".join(sorted(known)) or "none yet; add one with `explainer add`"
        raise UsageError(f"there is no source “{key}”", where="seeds/sources.yml", help=f"the sources are: {listed}")
