"""Days, weeks, months and longer periods as EDTF values, and the steps between them.

A week or a weekend is an interval of its days (`2026-04-20/2026-04-26`); seasons, quarters and halves have EDTF's own numbers in the place of
the month (21-24, 33-36, 40-41); `199X` is a decade and `19XX` a hundred years.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import IntEnum

SPRING = 21
QUARTER = 33
HALF = 40
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?:T\S+)?")
_LONG = re.compile(r"(?P<digits>\d{2,3})(?P<open>X{1,2})")


class Unit(IntEnum):
    """Lengths of periods, in order."""

    DAY = 1
    WEEKEND = 2
    WEEK = 3
    MONTH = 4
    SEASON = 5
    QUARTER = 6
    HALF = 7
    YEAR = 8
    DECADE = 9
    CENTURY = 10


_NAMED: Mapping[Unit, Callable[[dt.date], str]] = {
    Unit.DAY: dt.date.isoformat,
    Unit.MONTH: lambda day: day.isoformat()[:7],
    Unit.SEASON: lambda day: f"{day.year:04}-{SPRING + (day.month - 3) % 12 // 3}",
    Unit.QUARTER: lambda day: f"{day.year:04}-{QUARTER + (day.month - 1) // 3}",
    Unit.HALF: lambda day: f"{day.year:04}-{HALF + (day.month > 6)}",
    Unit.YEAR: lambda day: f"{day.year:04}",
    Unit.DECADE: lambda day: f"{day.year:04}"[:3] + "X",
    Unit.CENTURY: lambda day: f"{day.year:04}"[:2] + "XX",
}
_MONTHS_IN = {
    Unit.MONTH: 1,
    Unit.SEASON: 12,
    Unit.QUARTER: 3,
    Unit.HALF: 6,
    Unit.YEAR: 12,
    Unit.DECADE: 120,
    Unit.CENTURY: 1200,
}


def period(day: dt.date, unit: Unit) -> str:
    """The period of that length which holds the day, as EDTF; a season as the north's months have it."""
    if unit in {Unit.WEEKEND, Unit.WEEK}:
        monday = day.toordinal() - day.weekday()
        return f"{_day(monday if unit is Unit.WEEK else monday + 5)}/{_day(monday + 6)}"
    return _NAMED[unit](day)


def _day(ordinal: int) -> dt.date:
    """The day of that number, the calendar's first or last where it lies outside."""
    return dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal()))


def step(day: dt.date, unit: Unit, count: int) -> dt.date | None:
    """The day that many units later, or earlier if negative; the month's last day where it has no such day. None outside the calendar."""
    try:
        if unit <= Unit.WEEK:
            return day + dt.timedelta(days=count * (1 if unit is Unit.DAY else 7))
        months = day.year * 12 + day.month - 1 + count * _MONTHS_IN[unit]
        first = dt.date(months // 12, months % 12 + 1, 1)
    except (OverflowError, ValueError):
        return None
    return first.replace(day=min(day.day, _length(first)))


def _length(first: dt.date) -> int:
    return next(days for days in (31, 30, 29, 28) if real(first.year, first.month, days))


def real(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def unit_of(value: str) -> Unit | None:
    """How long the period of an EDTF value is; None for what has no year or is none of these."""
    if "/" in value:
        ends = bounds(value)
        return None if ends is None else {2: Unit.WEEKEND, 7: Unit.WEEK}.get((ends[1] - ends[0]).days + 1)
    if match := _LONG.fullmatch(value):
        return Unit.DECADE if len(match["open"]) == 1 else Unit.CENTURY
    match = _DATE.fullmatch(value)
    if match is None or not match["month"]:
        return Unit.YEAR if match else None
    if match["day"]:
        return Unit.DAY
    month = int(match["month"])
    return next(unit for first, unit in _NUMBERED if month >= first)


_NUMBERED = ((HALF, Unit.HALF), (QUARTER, Unit.QUARTER), (SPRING, Unit.SEASON), (0, Unit.MONTH))


def bounds(value: str) -> tuple[dt.date, dt.date] | None:
    """First and last day that an EDTF value covers; None where it has no year or is no date. A winter may lie at either end of its year."""
    first, _, last = value.partition("/")
    if last:
        ends = bounds(first), bounds(last)
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] else None
    if match := _LONG.fullmatch(value):
        year, years = int(value.replace("X", "0")), int(10 ** len(match["open"]))
        return (dt.date(year, 1, 1), dt.date(year + years - 1, 12, 31)) if year else None
    match = _DATE.fullmatch(value)
    try:
        return _covered(match) if match else None
    except ValueError:
        return None


def _covered(match: re.Match[str]) -> tuple[dt.date, dt.date]:
    year = int(match["year"])
    if match["day"]:
        day = dt.date(year, int(match["month"]), int(match["day"]))
        return day, day
    first, months = _months(int(match["month"] or 0))
    start = dt.date(year, first, 1)
    end = dt.date(year, first + months - 1, 1)
    return start, end.replace(day=_length(end))


def _months(number: int) -> tuple[int, int]:
    """First month and number of months of what stands in the place of the month; 0 for nothing."""
    if number >= HALF:
        return (number - HALF) * 6 + 1, 6
    if number >= QUARTER:
        return (number - QUARTER) * 3 + 1, 3
    if number >= SPRING:
        return ((number - SPRING) * 3 + 3, 3) if number < SPRING + 3 else (1, 12)
    return (number, 1) if number else (1, 12)


def shifted(value: str, unit: Unit, count: int) -> str:
    """The value moved by so many units, still as long as it was; "" where it has no place in the calendar."""
    own = unit_of(value)
    ends = bounds(value)
    if own is None or ends is None:
        return ""
    if own is Unit.SEASON:
        year = int(value[:4]) + (count if unit is Unit.YEAR else 0)
        return f"{year:04}{value[4:]}" if unit is Unit.YEAR else ""
    moved = step(ends[0], unit, count)
    return period(moved, own) if moved else ""


def earliest(value: str) -> dt.date | None:
    """The first day that an EDTF value may mean; None where it has no year or is no date. A bare year counts as its middle."""
    ends = bounds(value)
    if ends is None:
        return None
    return ends[0].replace(month=7) if unit_of(value.partition("/")[0]) is Unit.YEAR else ends[0]
