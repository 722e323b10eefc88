"""Dates in words, as headings give them, back to days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from generator.edtf import MONTHS

_MONTH = {name: number for number, name in enumerate(MONTHS, start=1)}
_PARTS = {
    "spring": (3, 3),
    "summer": (6, 3),
    "autumn": (9, 3),
    "winter": (12, 3),
    **{f"{nth} quarter of": (3 * n + 1, 3) for n, nth in enumerate(("first", "second", "third", "fourth"))},
    **{f"{nth} half of": (6 * n + 1, 6) for n, nth in enumerate(("first", "second"))},
}
"""First month and number of months."""
_DATE = re.compile(
    rf"(?:the (?P<decade>\d{{3}})0s|(?:(?P<day>\d{{1,2}}) )?(?P<month>{'|'.join(MONTHS)}) (?P<of>\d{{4}})"
    rf"|(?P<part>{'|'.join(_PARTS)}) (?P<in>\d{{4}})|(?P<year>\d{{4}}))(?![\w])"
)
_NEXT = re.compile(r" (?P<word>or|–) ")


@dataclass(frozen=True, slots=True)
class Period:
    """From the first day to the last, as ordinals; the same for one day."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that begins with a date, or with several joined by "or"."""

    dates: str
    """As written."""
    periods: tuple[Period, ...]
    rest: str
    """What it says besides."""


def read(heading: str) -> Heading | None:
    """The dates that a heading begins with; None where it begins with none, or with one that is no day of the calendar."""
    periods: list[Period] = []
    at, joined = 0, "or"
    while match := _DATE.match(heading, at):
        period = _period(match)
        if period is None:
            return None
        if joined == "–":
            periods[-1] = Period(periods[-1].first, max(period.last, periods[-1].first))
        else:
            periods.append(period)
        at = match.end()
        following = _NEXT.match(heading, at)
        if following is None or not _DATE.match(heading, following.end()):
            break
        at, joined = following.end(), following["word"]
    return Heading(heading[:at], tuple(periods), heading[at:].strip(" ,;:–—-")) if periods else None


def days(value: str) -> Period | None:
    """The days of an EDTF date that names a year, a month or a day; of an interval, those from its first to its last."""
    ends = []
    for part in value.split("/"):
        match = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", part)
        found = _days(int(match[1]), int(match[2] or 0), int(match[3] or 0)) if match else None
        if found is None:
            return None
        ends.append(found)
    return Period(ends[0].first, ends[-1].last)


def _period(match: re.Match[str]) -> Period | None:
    if match["decade"]:
        first = _days(int(match["decade"]) * 10, 0, 0)
        return Period(first.first, date(int(match["decade"]) * 10 + 9, 12, 31).toordinal()) if first else None
    if match["part"]:
        month, count = _PARTS[match["part"]]
        return _months(int(match["in"]), month, count)
    if match["month"]:
        return _days(int(match["of"]), _MONTH[match["month"]], int(match["day"] or 0))
    return _days(int(match["year"]), 0, 0)


def _days(year: int, month: int, day: int) -> Period | None:
    if day:
        try:
            return Period(*[date(year, month, day).toordinal()] * 2)
        except ValueError:
            return None
    return _months(year, month or 1, 1 if month else 12)


def _months(year: int, month: int, count: int) -> Period | None:
    after = year * 12 + month - 1 + count
    if not (year >= 1 and after // 12 <= 9999 and 1 <= month <= 12):
        return None
    last = date(after // 12, after % 12 + 1, 1) - timedelta(days=1)
    return Period(date(year, month, 1).toordinal(), last.toordinal())
