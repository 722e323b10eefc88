from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.dates.periods import Unit, bounds, period, shifted, step, unit_of

DAY = dt.date(2031, 5, 14)


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        (Unit.DAY, "2031-05-14"),
        (Unit.WEEKEND, "2031-05-17/2031-05-18"),
        (Unit.WEEK, "2031-05-12/2031-05-18"),
        (Unit.MONTH, "2031-05"),
        (Unit.SEASON, "2031-21"),
        (Unit.QUARTER, "2031-34"),
        (Unit.HALF, "2031-40"),
        (Unit.YEAR, "2031"),
        (Unit.DECADE, "203X"),
        (Unit.CENTURY, "20XX"),
    ],
)
def test_the_period_around_a_day(unit: Unit, value: str) -> None:
    assert period(DAY, unit) == value
    assert unit_of(value) is unit


@pytest.mark.parametrize(
    ("day", "unit", "count", "moved"),
    [
        ("2031-01-31", Unit.MONTH, 1, "2031-02-28"),
        ("2028-02-29", Unit.YEAR, 1, "2029-02-28"),
        ("2031-01-15", Unit.QUARTER, -1, "2030-10-15"),
        ("2031-01-01", Unit.DAY, -1, "2030-12-31"),
        ("2031-01-01", Unit.WEEK, 2, "2031-01-15"),
        ("2031-01-01", Unit.DECADE, -2, "2011-01-01"),
    ],
)
def test_steps(day: str, unit: Unit, count: int, moved: str) -> None:
    assert step(dt.date.fromisoformat(day), unit, count) == dt.date.fromisoformat(moved)


@pytest.mark.parametrize(("unit", "count"), [(Unit.CENTURY, -40), (Unit.CENTURY, 99), (Unit.DAY, -(10**9))])
def test_no_step_leaves_the_calendar(unit: Unit, count: int) -> None:
    assert step(DAY, unit, count) is None


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-22", "2031-06-01", "2031-08-31"),
        ("2031-24", "2031-01-01", "2031-12-31"),
        ("2031-36", "2031-10-01", "2031-12-31"),
        ("2031-41", "2031-07-01", "2031-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2031-05-12/2031-05-18", "2031-05-12", "2031-05-18"),
        ("2031-05-12T14:30", "2031-05-12", "2031-05-12"),
    ],
)
def test_bounds(value: str, first: str, last: str) -> None:
    assert bounds(value) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


@pytest.mark.parametrize("value", ["", "XXXX-05", "2031-02-30", "2031-13", "2031-99", "spring", "2031-05/", "00XX"])
def test_no_bounds(value: str) -> None:
    assert bounds(value) is None
    assert shifted(value, Unit.YEAR, 1) == ""


@pytest.mark.parametrize(
    ("value", "unit", "count", "moved"),
    [
        ("2031-35", Unit.YEAR, -1, "2030-35"),
        ("2031-33", Unit.QUARTER, -1, "2030-36"),
        ("2031-05-14", Unit.DAY, 20, "2031-06-03"),
        ("2031-05-12/2031-05-18", Unit.WEEK, 1, "2031-05-19/2031-05-25"),
        ("2031-24", Unit.YEAR, -1, "2030-24"),
        ("2031-24", Unit.MONTH, -1, ""),
    ],
)
def test_a_value_that_is_moved_is_as_long_as_before(value: str, unit: Unit, count: int, moved: str) -> None:
    assert shifted(value, unit, count) == moved


@given(st.dates(dt.date(100, 1, 1), dt.date(9000, 1, 1)), st.sampled_from([u for u in Unit if u is not Unit.WEEKEND]))
def test_a_period_holds_its_day(day: dt.date, unit: Unit) -> None:
    ends = bounds(period(day, unit))
    assert ends is not None
    assert ends[0] <= day <= ends[1] or unit is Unit.SEASON
