"""Two figures of one thing, one figure in two units, two extents."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from generator.analysis.differences.alignment import Alignment
from generator.analysis.differences.difference import VERY_ALIKE, Difference, balanced, same
from generator.analysis.differences.facts import Facts, other_time
from generator.analysis.differences.quantities import Figure, extents_clash, may_be_equal, of_two_kinds
from generator.analysis.differences.telling import Telling
from generator.model import Conflict

_LARGE = 100
"""Smaller figures measure too many things alike."""
_SIGNS = frozenset({"percent", "$", "€", "£", "¥"})
"""Units that the figure's own words hold."""


def figures(alignment: Alignment, a: Facts, b: Facts) -> Iterator[Difference]:
    """Two figures of one thing in one unit."""
    if other_time(a, b):
        return
    for x, y in _paired(a, b):
        if (
            not may_be_equal(x, y)
            and not of_two_kinds(x, y)
            and same(alignment, a.around(x.span.start), b.around(y.span.start))
        ):
            unit = "" if x.number.unit in _SIGNS else f" {x.number.unit}"
            heading = f"How much: {x.number.words} or {y.number.words}{unit}?"
            values = (x.number.words, y.number.words)
            yield Difference("number", Conflict.INCOMPATIBLE, heading, (a.passage, b.passage), values, x.unit)
            return


def figures_clash(a: Facts, b: Facts) -> bool:
    """Whether figures of one unit differ, whatever they are of."""
    return any(not may_be_equal(x, y) for x, y in _paired(a, b))


def units(alignment: Alignment, a: Facts, b: Facts) -> Iterator[Difference]:
    """One figure in two units, where the sentences have no unit in common."""
    if other_time(a, b) or {f.unit for f in a.figures} & {f.unit for f in b.figures}:
        return
    for x, y in product(a.figures, b.figures):
        one, other = (_bare(s.around(f.span.start), x, y) for s, f in ((a, x), (b, y)))
        if x.number.value == y.number.value and (_one_measure(x, y) or same(alignment, one, other)):
            heading = f"What “{x.number.words}” counts: {x.number.unit} or {y.number.unit}"
            values = (f"{x.number.words} {x.number.unit}", f"{y.number.words} {y.number.unit}")
            yield Difference("unit", Conflict.INCOMPATIBLE, heading, (a.passage, b.passage), values)
            return


def extents(alignment: Alignment, a: Facts, b: Facts) -> Iterator[Difference]:
    """Two extents: all or half, two or four."""
    if other_time(a, b):
        return
    for x, y in product(a.extents, b.extents):
        if x.noun != y.noun or not extents_clash(x, y):
            continue
        one, other = a.around(x.span.start), b.around(y.span.start)
        if balanced(one, other) and same(alignment, one, other, VERY_ALIKE):
            heading = f"How many: “{x.words}” or “{y.words}”?"
            yield Difference(
                "scope", Conflict.INCOMPATIBLE, heading, (a.passage, b.passage), (x.words, y.words), x.noun
            )
            return


def _paired(a: Facts, b: Facts) -> Iterator[tuple[Figure, Figure]]:
    """Figures of one unit that only one of the sentences has, in their order; none where one has more of them."""
    for unit in dict.fromkeys(figure.unit for figure in a.figures):
        x, y = (
            [figure for figure in one.figures if figure.unit == unit and not _has(other, figure)]
            for one, other in ((a, b), (b, a))
        )
        if len(x) == len(y):
            yield from zip(x, y, strict=True)


def _has(facts: Facts, figure: Figure) -> bool:
    """Whether a sentence gives the same number, of whatever."""
    return any(number.value == figure.number.value for number in facts.passage.numbers)


def _one_measure(x: Figure, y: Figure) -> bool:
    """Whether a large figure measures one thing by name: "context windows of up to one million"."""
    return x.number.value >= _LARGE and bool(x.measures) and x.measures == y.measures


def _bare(telling: Telling, x: Figure, y: Figure) -> Telling:
    kept = tuple(word for word in telling.words if word.stem not in {x.unit, y.unit})
    return Telling(telling.passage, telling.span, kept, telling.negations)
