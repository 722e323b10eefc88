"""A measured figure beside the least it must reach and what it aims at, with the interval that its sample leaves open.

Every measurement of quality gives its results in this one form, and `table` prints them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

RESAMPLES = 1000
"""Bootstrap samples; the ends of the interval move in the third decimal between runs of this size."""
COVERAGE = 0.95


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of quality."""

    name: str
    """What was measured on what: "dates, TimeBank: value F1"."""
    value: float
    low: float
    """Lower end of the 95 % bootstrap interval; `high` the upper one. Both equal `value` where nothing can be resampled."""
    high: float
    count: int
    """Sample size, in `unit`."""
    unit: str
    """What is counted: "sentences", "dates"."""
    floor: float | None = None
    """Least value that counts; None where none is set."""
    aim: float | None = None
    smaller_is_better: bool = False

    @property
    def verdict(self) -> str:
        """One of "aim reached", "above the floor", "below the floor", "below the aim"; nothing with neither set."""
        if self.aim is not None and self._reaches(self.aim):
            return "aim reached"
        if self.floor is not None:
            return "above the floor" if self._reaches(self.floor) else "below the floor"
        return "" if self.aim is None else "below the aim"

    def _reaches(self, mark: float) -> bool:
        return self.value <= mark if self.smaller_is_better else self.value >= mark


def interval(samples: Sequence[T], statistic: Callable[[Sequence[T]], float]) -> tuple[float, float]:
    """Ends of the 95 % percentile bootstrap interval of a statistic.

    A sample is what is drawn together: a document or an article where its sentences hang together, else a sentence. The draws are seeded, so that
    the same samples give the same interval.
    """
    if not samples:
        return 0.0, 0.0
    draw = random.Random(len(samples))  # noqa: S311 - resampling, not secrecy
    values = sorted(statistic(draw.choices(samples, k=len(samples))) for _ in range(RESAMPLES))
    cut = round(RESAMPLES * (1 - COVERAGE) / 2)
    return values[cut], values[-1 - cut]


def figure(
    name: str,
    samples: Sequence[T],
    statistic: Callable[[Sequence[T]], float],
    *,
    count: int,
    unit: str,
    floor: float | None = None,
    aim: float | None = None,
    smaller_is_better: bool = False,
) -> Figure:
    """The statistic over all samples, with its interval."""
    low, high = interval(samples, statistic)
    return Figure(name, statistic(samples), low, high, count, unit, floor, aim, smaller_is_better)


def table(figures: Sequence[Figure]) -> Iterator[str]:
    """Lines of a plain-text table, one figure a line, under a heading."""
    width = max((len(one.name) for one in figures), default=0)
    yield f"{'':<{width}}  value   95 % interval   floor   aim    n"
    for one in figures:
        marks = f"{_mark(one.floor)}  {_mark(one.aim)}"
        line = (
            f"{one.name:<{width}}  {one.value:.3f}   {one.low:.3f} - {one.high:.3f}   {marks}   {one.count} {one.unit}"
        )
        yield f"{line}  {one.verdict}".rstrip()


def _mark(value: float | None) -> str:
    return "    -" if value is None else f"{value:.3f}"
