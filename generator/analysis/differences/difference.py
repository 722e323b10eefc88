"""A difference between two passages, and what all comparisons ask of two tellings."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.differences.alignment import Alignment, shared
from generator.analysis.differences.telling import Telling
from generator.model import Conflict, Passage

ALIKE = 0.66
"""Least cover of the shorter telling for one thing, slots left out. Set on the development templates and the labelled bank of
`benchmarks/quality/conflicts.py`: lower values paired the stages of one affair, higher ones lost paraphrases."""
VERY_ALIKE = 0.8
"""The same where one little word (a "not", a "plans to") makes the difference, or both sentences are of one source."""
_MORE_THAN_A_FEW = 3
"""Least shared names and words where a denial or an extent may belong to something that only one of them tells."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One point in which two passages differ."""

    about: str
    """"date", "order", "number", "unit", "who", "target", "scope", "status", "polarity" or "wording"."""
    kind: Conflict
    heading: str
    versions: tuple[Passage, Passage]
    values: tuple[str, str] = ("", "")
    """What each version gives: an EDTF date, a figure as written; "" where the difference is in the words."""
    thing: str = ""
    """Stem of what the slot belongs to, "" where nothing names it: differences of one passage about two things stay apart."""


def same(alignment: Alignment, a: Telling, b: Telling, least: float = ALIKE) -> bool:
    """Whether two tellings are of one thing; inside one source, which tells of many things in like words, only if they are very alike."""
    one_source = a.passage.source == b.passage.source
    return alignment.same_thing(a, b, max(least, VERY_ALIKE) if one_source else least)


def balanced(a: Telling, b: Telling) -> bool:
    """Whether neither tells much that the other does not."""
    count = shared(a, b)
    enough = count >= _MORE_THAN_A_FEW or a.groups == b.groups
    return enough and count * 2 >= max(len(a.groups), len(b.groups))
