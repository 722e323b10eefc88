"""Names for notes: stable words taken from the quote, the same whatever else the pile holds."""

from __future__ import annotations

import re
import unicodedata

STOPWORDS = frozenset(
    "a an and are as at be been being between both but by can could did do does for from had has have he her his how if in into is it its more most "  # noqa: SIM905
    "much no nor not of on one only or other our out over own said same she so some such than that the their them then there these they this those through "
    "to too under up very was we were what when where which while who why will with without would you your about according after also any because before "
    "claim claims against around during each even ever every further however just like many may might must never new now off often per rather since still "
    "take told toward until upon use used using via whether yet says reported".split()
)
_LONGEST = 28
"""Longest name made of two words; a third word is added only to tell two notes apart."""


def label(words: str, taken: set[str]) -> str:
    """A label for a note that quotes `words`: the longest pair of neighbouring content words, kebab case. Adds it to `taken`."""
    content = [word for word in _words(words) if len(word) > 2 and word not in STOPWORDS and not word.isdigit()]
    for size in (2, 3, 4):
        runs = ["-".join(content[i : i + size]) for i in range(len(content) - size + 1)]
        for run in sorted((r for r in runs if len(r) <= _LONGEST + 12 * (size - 2)), key=lambda r: (-len(r), r)):
            if run not in taken:
                taken.add(run)
                return run
    stem = "-".join(content[:2]) or "note"
    name = next(name for name in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if name not in taken)
    taken.add(name)
    return name


def _words(words: str) -> list[str]:
    words = re.sub(r"[^\w'’]+", " ", words.lower())
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    return re.findall(r"[a-z0-9]+", re.sub(r"(?<=\w)['’](?=\w)", "", plain))
