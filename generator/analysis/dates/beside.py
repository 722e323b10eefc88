"""Expressions that belong together because they stand side by side: a time and its day, a length of time and the date it counts from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from generator.analysis.dates import periods
from generator.analysis.dates.expression import Expression, Kind
from generator.analysis.dates.periods import Unit
from generator.model import Span

_OF_ONE_DAY = re.compile(r",?\s+(?:on\s+|of\s+)?|")
_COUNTED = re.compile(r"P(?P<count>\d+)(?P<unit>[DWMY])")
_WAY = re.compile(r"(?P<way>before|after)$", re.IGNORECASE)
_INEXACT = re.compile(
    r"\b(?:about|nearly|almost|around|roughly|some|(?:more|less|fewer)\s+than|at\s+least|over)\b", re.IGNORECASE
)
_UNITS = {"D": Unit.DAY, "W": Unit.WEEK, "M": Unit.MONTH, "Y": Unit.YEAR}


def joined(text: str, expressions: Sequence[Expression]) -> list[Expression]:
    """The expressions in order, "10 p.m." and "Wednesday" as one, "two days after" beside "April 23" as the date that it comes to."""
    made: list[Expression] = []
    for one in expressions:
        both = _time_of_day(text, made[-1], one) if made else None
        if both:
            made[-1] = both
        else:
            made.append(one)
    return list(_counted(text, made))


def _time_of_day(text: str, first: Expression, second: Expression) -> Expression | None:
    pair = {first.kind: first, second.kind: second}
    if pair.keys() != {Kind.DATE, Kind.TIME} or not _OF_ONE_DAY.fullmatch(text[first.span.end : second.span.start]):
        return None
    day, time = pair[Kind.DATE], pair[Kind.TIME]
    if time.value[:1] not in {"", "T"} or time.basis or periods.unit_of(day.value) is not Unit.DAY:
        return None
    span = Span(first.span.start, second.span.end)
    return replace(day, words=text[span.start : span.end], kind=Kind.TIME, value=day.value + time.value, span=span)


def _counted(text: str, expressions: Sequence[Expression]) -> Iterator[Expression]:
    for one, following in pairwise(expressions):
        yield _from_date(text, one, following) or one
    yield from expressions[-1:]


def _from_date(text: str, length: Expression, date: Expression) -> Expression | None:
    counted = _COUNTED.fullmatch(length.value)
    way = _WAY.search(length.words)
    near = text[length.span.end : date.span.start].strip() in {"", "the"}
    if not (counted and way and near and date.kind is Kind.DATE) or _INEXACT.search(length.words):
        return None
    unit = _UNITS[counted["unit"]]
    own = periods.unit_of(date.value)
    count = int(counted["count"]) * (-1 if way["way"].lower() == "before" else 1)
    value = periods.shifted(date.value, unit, count) if own and own <= unit else ""
    return replace(length, kind=Kind.DATE, value=value, basis=f"counted from “{date.words}”") if value else None
