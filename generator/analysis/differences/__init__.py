"""Differences of fact: sentences that tell of the same thing are found, laid beside each other, and compared slot by slot.

`telling` takes a sentence apart, `alignment` finds what tells of one thing, `comparing` lists the comparisons (`two_dates`, `two_figures`, ...), which
ask `facts` for the slots (`when`, `happenings`, `quantities`, `actors`, `states`); `order` finds what is dated before its cause.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.analysis.differences.alignment import Alignment
from generator.analysis.differences.comparing import COMPARISONS
from generator.analysis.differences.difference import Difference
from generator.analysis.differences.facts import Facts
from generator.analysis.differences.order import reversed_order
from generator.analysis.differences.telling import sentence
from generator.model import Conflict, Passage, Topic

__all__ = ["Difference", "differences"]

_ABOUT = ("date", "order", "number", "unit", "who", "target", "scope", "status", "polarity", "wording")
"""The order in which types are told."""


def differences(
    passages: Sequence[Passage], topic: Topic, issued: Mapping[str, str] | None = None
) -> tuple[Difference, ...]:
    """Every difference between two of the passages, by type and then in the order of the passages.

    `issued` gives the EDTF date of each source that has one, by its key: what is planned in one article may be done in a later one.
    """
    # A question tells nothing, nor does the line that leads to a list.
    sentences = [sentence(passage) for passage in passages if not passage.text.rstrip("\"”'’").endswith(("?", ":"))]
    alignment = Alignment(sentences, topic, issued)
    facts = [Facts(sentence) for sentence in sentences]
    found = [
        difference
        for a, b in alignment.pairs()
        for compare in COMPARISONS
        for difference in compare(alignment, facts[a], facts[b])
    ]
    found += [
        Difference("order", Conflict.INCOMPATIBLE, r.heading, (r.earlier.passage, r.later.passage))
        for r in reversed_order(sentences)
    ]
    return tuple(sorted(found, key=lambda difference: _ABOUT.index(difference.about)))
