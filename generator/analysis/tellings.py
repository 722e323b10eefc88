"""Two tellings of one charge share their answers: one source gives the ministry's memo, another the minister who signed it.

They stay two charges where nothing says that one accuser speaks for the other; what answers one of them answers both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from generator.analysis import accusing
from generator.analysis.alleged import Alleged
from generator.analysis.grouping import ONE_HAPPENING, one_matter
from generator.analysis.matters import SMALL, Matters
from generator.analysis.whose import Whose
from generator.model import Answer


def shared(
    answered: Mapping[int, Sequence[Answer]], alleged: Sequence[Alleged], whose: Whose, matters: Matters
) -> dict[int, tuple[Answer, ...]]:
    """Answers by the number of the charge, with those to other tellings of it."""
    found = {number: {answer.claim.id: answer for answer in answers} for number, answers in answered.items()}
    for one, other in sorted(_near(alleged)):
        if not (one in answered or other in answered) or not _one_telling(alleged[one], alleged[other], whose, matters):
            continue
        for giver, taker in ((one, other), (other, one)):
            for answer in answered.get(giver, ()):
                if not whose.related(answer.claim.passages[0].speaker, alleged[taker].accuser):
                    told = replace(answer, ground="it answers another telling of this charge")
                    found.setdefault(taker, {}).setdefault(answer.claim.id, told)
    return {number: tuple(answers.values()) for number, answers in found.items()}


def _near(alleged: Sequence[Alleged]) -> Iterator[tuple[int, int]]:
    """Pairs of charges by different accusers that tell of a figure or of a document of one kind in common."""
    having: dict[object, list[int]] = defaultdict(list)
    for number, charge in enumerate(alleged):
        if charge.accuser and not charge.counter:
            figures = {value for value, _ in charge.matter.figures if value > SMALL}
            for mark in (*figures, *charge.matter.issued):
                having[mark].append(number)
    return iter({pair for numbers in having.values() for pair in combinations(numbers, 2)})


def _one_telling(one: Alleged, other: Alleged, whose: Whose, matters: Matters) -> bool:
    """Whether both tell of one accusation: the same happens to be said of the same accused, in one document or by somebody whom the topic does not know.

    Two parties of the topic that give the same figure are two accusers.
    """
    if whose.same(one.accuser, other.accuser) or not accusing.agree(one.accused, other.accused, whose):
        return False
    both_known = whose.party(one.accuser) is not None and whose.party(other.accuser) is not None
    here, there = (dict.fromkeys(matters.of(p) for p in charge.passages) for charge in (one, other))
    return any(
        (a.tells_of_document(b) or (not both_known and a.shares_figure(b)))
        and one_matter(a, b, matters) >= 1 + ONE_HAPPENING
        for a in here
        for b in there
    )
