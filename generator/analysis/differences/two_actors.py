"""Two doers of one deed, two targets of one accusation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from generator.analysis.differences import actors
from generator.analysis.differences.alignment import Alignment
from generator.analysis.differences.difference import VERY_ALIKE, Difference, same
from generator.analysis.differences.facts import Facts, other_time
from generator.model import Conflict


def doers(alignment: Alignment, a: Facts, b: Facts) -> Iterator[Difference]:
    """Two who did it."""
    for x, y in _pair(alignment, a, b, a.doers, b.doers):
        heading = f"Who {x.did} it: {x.words} or {y.words}?"
        yield Difference("who", _kind(x, y), heading, (a.passage, b.passage), (x.words, y.words))


def targets(alignment: Alignment, a: Facts, b: Facts) -> Iterator[Difference]:
    """Two who are accused of it."""
    for x, y in _pair(alignment, a, b, a.targets, b.targets):
        heading = f"Who is accused: {x.words} or {y.words}?"
        yield Difference("target", _kind(x, y), heading, (a.passage, b.passage), (x.words, y.words))


def _pair(
    alignment: Alignment, a: Facts, b: Facts, first: Sequence[actors.Actor], second: Sequence[actors.Actor]
) -> Iterator[tuple[actors.Actor, actors.Actor]]:
    """The first two that surely differ while the rest of their clauses tells the same."""
    for x, y in product(first, second):
        if x.verb != y.verb or not actors.are_two(alignment.topic, x, y, a.passage.text, b.passage.text):
            continue
        one, other = a.around(x.span.start).without(x.span), b.around(y.span.start).without(y.span)
        if same(alignment, one, other, VERY_ALIKE) and not other_time(a, b):
            yield x, y
            return


def _kind(x: actors.Actor, y: actors.Actor) -> Conflict:
    """A person and a body may both be right: people act for bodies."""
    return Conflict.INCOMPATIBLE if x.is_person == y.is_person else Conflict.LOOKALIKE
