"""Done or only planned; so or not so."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from generator.analysis.differences import when
from generator.analysis.differences.alignment import Alignment
from generator.analysis.differences.difference import VERY_ALIKE, Difference, balanced, same
from generator.analysis.differences.facts import Facts, other_time
from generator.analysis.differences.quantities import extents_clash
from generator.analysis.differences.states import State
from generator.analysis.differences.telling import Telling
from generator.model import Conflict

_LONGEST = 12
"""Most words of a clause in a heading."""


def status(alignment: Alignment, a: Facts, b: Facts) -> Iterator[Difference]:
    """How far one thing has come: proposed, done, given up."""
    if other_time(a, b):
        return
    for (one, x), (other, y) in product(a.states, b.states):
        if x.state is y.state or not same(alignment, one.without(*x.spans), other.without(*y.spans), VERY_ALIKE):
            continue
        kind = _at_one_time(alignment, (a, x.state), (b, y.state))
        if kind is not None:
            heading = f"How far it has come: “{x.words}” or “{y.words}”?"
            yield Difference("status", kind, heading, (a.passage, b.passage), (x.words, y.words))
        return


def _at_one_time(alignment: Alignment, *told: tuple[Facts, State]) -> Conflict | None:
    """What two states are to each other: what is planned may be done later, and the articles' dates may show that it was."""
    if all(state is not State.PENDING for _, state in told):
        return Conflict.INCOMPATIBLE
    issued = [when.interval(alignment.issued.get(facts.passage.source, "")) for facts, _ in told]
    pending, settled = issued if told[0][1] is State.PENDING else issued[::-1]
    if pending is None or settled is None:
        return Conflict.LOOKALIKE
    if pending[1] < settled[0]:
        return None
    return Conflict.INCOMPATIBLE if pending[0] >= settled[1] else Conflict.LOOKALIKE


def polarity(alignment: Alignment, a: Facts, b: Facts) -> Iterator[Difference]:
    """One says that it is so, the other that it is not; two speakers take different views of it."""
    if other_time(a, b) or any(extents_clash(x, y) for x, y in product(a.extents, b.extents)):
        return
    for one, other in product(a.sentence.clauses, b.sentence.clauses):
        if one.negations % 2 == other.negations % 2 or not balanced(one, other):
            continue
        if same(alignment, one, other, VERY_ALIKE):
            said = {p.speaker for p in (a.passage, b.passage)}
            kind = Conflict.POSITIONS if len(said) > 1 and "" not in said else Conflict.INCOMPATIBLE
            heading = f"So or not: “{_shortened(other if one.negations % 2 else one)}”?"
            yield Difference("polarity", kind, heading, (a.passage, b.passage))
            return


def _shortened(telling: Telling) -> str:
    words = telling.text.strip(' ,.;:"“”').split()
    return " ".join(words[:_LONGEST]) + (" ..." if len(words) > _LONGEST else "")
