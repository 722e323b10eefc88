"""What the comparisons want to know of one sentence, each found once and only when it is asked for."""

from __future__ import annotations

from functools import cached_property

from generator.analysis.differences import actors, happenings, quantities, states, when
from generator.analysis.differences.telling import Sentence, Telling
from generator.model import Passage


class Facts:
    """The slots of a sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence

    @property
    def passage(self) -> Passage:
        return self.sentence.passage

    def around(self, at: int) -> Telling:
        """The clause that holds a place of the text."""
        return self.sentence.around(at)

    @cached_property
    def dates(self) -> tuple[when.Dated, ...]:
        return when.dated(self.sentence)

    @cached_property
    def happenings(self) -> tuple[happenings.Happening, ...]:
        return happenings.happenings(self.sentence)

    @cached_property
    def figures(self) -> tuple[quantities.Figure, ...]:
        return quantities.figures(self.sentence)

    @cached_property
    def extents(self) -> tuple[quantities.Extent, ...]:
        return quantities.extents(self.sentence)

    @cached_property
    def doers(self) -> tuple[actors.Actor, ...]:
        return actors.doers(self.sentence)

    @cached_property
    def targets(self) -> tuple[actors.Actor, ...]:
        return actors.targets(self.sentence)

    @cached_property
    def states(self) -> tuple[tuple[Telling, states.Stated], ...]:
        """The clauses that say how far a thing has come."""
        found = ((clause, states.state(clause)) for clause in self.sentence.clauses)
        return tuple((clause, stated) for clause, stated in found if stated is not None)


def other_time(a: Facts, b: Facts) -> bool:
    """Whether two sentences are about times apart, so that what else differs in them may be true of each."""
    times = [(x, y) for x in a.dates for y in b.dates]
    return bool(times) and all(when.apart(x, y) for x, y in times)
