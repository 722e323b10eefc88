"""Two dates of one happening."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.differences.telling import Sentence, asides, places
from generator.model import Passage, Span

_DAY = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?$")
_UNKNOWN_YEAR = 2024
"""Stands for a year that nobody states, so that days of it can be compared with each other; a leap year, for 29 February."""
_OFFSET = re.compile(
    r"\b(?P<count>a|one|two|three|four|five|six|seven|\d{1,2}) (?P<unit>day|week)s? (?P<way>before|after) (?P<other>[^,.;]+)",
    re.IGNORECASE,
)

_BOUND = re.compile(r"\b(?:since|until|till|by|before|after)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""What makes a date the bound of a time, on which nothing need have happened."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date and where it stands in the sentence."""

    sentence: Sentence
    value: str
    """EDTF."""
    first: dt.date
    last: dt.date
    known_year: bool
    span: Span

    @property
    def passage(self) -> Passage:
        return self.sentence.passage

    @property
    def is_day(self) -> bool:
        return self.first == self.last


def interval(value: str) -> tuple[dt.date, dt.date, bool] | None:
    """First and last day of a day, month, year or range, and whether its year is known; None for any other EDTF value."""
    if "/" in value:
        ends = [interval(part) for part in value.split("/")]
        if len(ends) != 2 or ends[0] is None or ends[1] is None:
            return None
        return ends[0][0], ends[1][1], ends[0][2] and ends[1][2]
    match = _DAY.match(value)
    if match is None:
        return None
    known = match["year"] != "XXXX"
    year, month, day = int(match["year"]) if known else _UNKNOWN_YEAR, match["month"], match["day"]
    try:
        first = dt.date(year, int(month or 1), int(day or 1))
        last = dt.date(year, int(month or 12), int(day or calendar.monthrange(year, int(month or 12))[1]))
    except ValueError:
        return None
    return first, last, known


def dated(sentence: Sentence) -> tuple[Dated, ...]:
    """The dates of what the sentence itself tells, without those of a happening that it is only dated by."""
    return tuple(_dated(sentence))


def _dated(sentence: Sentence) -> Iterator[Dated]:
    passage = sentence.passage
    aside = list(asides(passage.text))
    offset = list(_OFFSET.finditer(passage.text))
    for mention, (start, end) in zip(passage.dates, places(passage, passage.dates), strict=True):
        found = interval(mention.value)
        outside = start >= 0 and not any(span.start <= start < span.end for span in aside)
        outside = outside and not _BOUND.search(passage.text[:start] + mention.words.split()[0] + " ")
        if found and outside and not any(match.start() <= start < match.end() for match in offset):
            yield Dated(sentence, mention.value, *found, Span(start, end))


def apart(a: Dated, b: Dated) -> bool:
    """Whether no day can be both; a month and a day in it are not apart, and a year that one leaves open is the other's."""
    if a.known_year and b.known_year:
        return a.last < b.first or b.last < a.first
    if a.last.year != a.first.year or b.last.year != b.first.year:
        return False
    x, y = (tuple((d.month, d.day) for d in (one.first, one.last)) for one in (a, b))
    return x[1] < y[0] or y[1] < x[0]


def days_apart(a: Dated, b: Dated) -> int:
    """Days between the nearest ends, in one year where a year is open."""
    if a.known_year != b.known_year:
        first, second = (one.first.replace(year=_UNKNOWN_YEAR) for one in (a, b))
        return abs((first - second).days)
    return max((b.first - a.last).days, (a.first - b.last).days, 0)
