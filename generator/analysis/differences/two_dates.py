"""Two dates of one happening: of one that both name by a noun, or of what both tell in like words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from generator import edtf
from generator.analysis import verbs
from generator.analysis.differences import actors, when
from generator.analysis.differences.alignment import LEAST_SHARED, Alignment, shared
from generator.analysis.differences.difference import VERY_ALIKE, Difference, same
from generator.analysis.differences.facts import Facts
from generator.analysis.differences.happenings import Happening, share_party
from generator.analysis.differences.telling import Telling
from generator.analysis.differences.two_figures import figures_clash
from generator.model import Conflict

NAMED_ALIKE = 0.3
"""Least cover where both name the happening by one noun and do the same with it; half of it where they name a party in common. Set on the
development templates and the labelled bank, as the following."""
NAMED_SHARED = 4
"""Least names and words that such two share: the noun, the deed, and two more."""
NEAR_DAYS = 31
"""Days of a named happening that are further apart are taken for two of its kind."""
DAYS_OF_WHAT_RECURS = 300
"""Days that are further apart are those of what comes every year."""
_BRIEF = 3
"""Most names and words of a telling that may share only two with another: "Brandt resigned"."""

_ANSWER = re.compile(
    rf"\b(?:{'|'.join(verbs.DENYING)}|respond\w*|repl(?:y|ied|ies)|react\w*|answer\w*|appeal\w*)\b", re.IGNORECASE
)
_FUTURE = re.compile(r"\b(?:will|shall|is to|are to|would|going to|scheduled|due|plans?|expected)\b")


def dates(alignment: Alignment, a: Facts, b: Facts) -> Iterator[Difference]:
    """Two dates of one happening."""
    named = tuple(_named(alignment, a, b))
    yield from named
    if named:
        return
    for x, y in product(a.dates, b.dates):
        one, other = a.around(x.span.start), b.around(y.span.start)
        if when.apart(x, y) and _comparable(x, y, one, other, a, b) and same(alignment, one, other):
            heading = f"When: {edtf.in_words(x.value)} or {edtf.in_words(y.value)}?"
            yield Difference("date", Conflict.INCOMPATIBLE, heading, (a.passage, b.passage), (x.value, y.value))
            return


def _comparable(x: when.Dated, y: when.Dated, one: Telling, other: Telling, a: Facts, b: Facts) -> bool:
    """Whether two dates can be of one happening: not of what recurs, of a deed and its answer, of what was and what will be, of two counts."""
    recurs = x.is_day and y.is_day and when.days_apart(x, y) > DAYS_OF_WHAT_RECURS
    if recurs or _is(_ANSWER, one) is not _is(_ANSWER, other) or _is(_FUTURE, one) is not _is(_FUTURE, other):
        return False
    return not figures_clash(a, b) and _no_common_date(one, other, a, b) and _enough(one, other)


def _is(pattern: re.Pattern[str], telling: Telling) -> bool:
    return pattern.search(telling.text) is not None


def _enough(one: Telling, other: Telling) -> bool:
    """Whether more than a verb and its subject is shared, or both tell no more than that of somebody named."""
    names = {word.stem for word in one.words if word.name}
    brief = max(len(one.groups), len(other.groups)) <= _BRIEF and bool(names & other.stems)
    return brief or shared(one, other) > LEAST_SHARED


def _no_common_date(one: Telling, other: Telling, a: Facts, b: Facts) -> bool:
    """Whether no date of one clause fits one of the other: where one does, the rest are dates of something else."""
    inside = [
        [d for d in facts.dates if t.span.start <= d.span.start < t.span.end] for facts, t in ((a, one), (b, other))
    ]
    return all(when.apart(x, y) for x, y in product(*inside))


def _named(alignment: Alignment, a: Facts, b: Facts) -> Iterator[Difference]:
    """Dates of what both call by one noun. Where two surely different ones did it, it may be two, and the doers are a difference as well."""
    for x, y in product(a.happenings, b.happenings):
        if x.noun != y.noun or not _one_happening(alignment, x, y):
            continue
        word = min(x.word, y.word, key=lambda word: (len(word), word))
        versions, values = (a.passage, b.passage), (x.when.value, y.when.value)
        doers = _two_doers(alignment, a, b)
        kind = Conflict.LOOKALIKE if doers else Conflict.INCOMPATIBLE
        yield Difference("date", kind, f"The date of the {word}", versions, values, x.noun)
        if doers:
            heading = f"One {word} or two: by {doers[0].words} or by {doers[1].words}?"
            yield Difference("who", kind, heading, versions, thing=x.noun)


def _two_doers(alignment: Alignment, a: Facts, b: Facts) -> tuple[actors.Actor, actors.Actor] | None:
    for x, y in product(a.doers, b.doers):
        if x.verb == y.verb and actors.are_two(alignment.topic, x, y, a.passage.text, b.passage.text):
            return x, y
    return None


def _one_happening(alignment: Alignment, x: Happening, y: Happening) -> bool:
    if not when.apart(x.when, y.when) or when.days_apart(x.when, y.when) > NEAR_DAYS:
        return False
    if _is(_ANSWER, x.telling) is not _is(_ANSWER, y.telling) or x.telling.negations % 2 != y.telling.negations % 2:
        return False
    alike = alignment.covered(x.telling, y.telling)
    if x.by_way or y.by_way:
        return shared(x.telling, y.telling) >= LEAST_SHARED and alike >= VERY_ALIKE
    first, second = x.when.passage, y.when.passage
    if first.source == second.source or not x.deeds & y.deeds or shared(x.telling, y.telling) < NAMED_SHARED:
        return False
    return alike >= NAMED_ALIKE or (alike >= NAMED_ALIKE / 2 and share_party(alignment.topic, first, second))
