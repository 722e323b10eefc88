"""Two sentences laid beside each other, slot by slot."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.analysis.differences.alignment import Alignment
from generator.analysis.differences.difference import Difference
from generator.analysis.differences.facts import Facts
from generator.analysis.differences.two_actors import doers, targets
from generator.analysis.differences.two_dates import dates
from generator.analysis.differences.two_figures import extents, figures, units
from generator.analysis.differences.two_states import polarity, status
from generator.analysis.differences.wording import quotations

COMPARISONS: Sequence[Callable[[Alignment, Facts, Facts], Iterator[Difference]]] = (
    dates,
    figures,
    units,
    targets,
    doers,
    extents,
    status,
    polarity,
    quotations,
)
"""One a type of difference; each gives what it finds between two sentences that may tell of one thing."""
