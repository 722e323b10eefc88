from __future__ import annotations

from datetime import date

import pytest

from generator import edtf
from generator.web.dated import Period, days, read


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031-03-04", "2031-03-04", "2031-03-04"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("2031-22", "2031-06-01", "2031-08-31"),
        ("2031-24", "2031-12-01", "2032-02-29"),
        ("2031-34", "2031-04-01", "2031-06-30"),
        ("2031-41", "2031-07-01", "2031-12-31"),
        ("203X", "2030-01-01", "2039-12-31"),
        ("2031-03-04/2031-05-01", "2031-03-04", "2031-05-01"),
    ],
)
def test_what_a_heading_says_of_a_date_is_read_back(value: str, first: str, last: str) -> None:
    found = read(edtf.in_words(value))
    assert found is not None
    assert found.periods == (Period(day(first), day(last)),)
    assert found.rest == ""


def test_two_dates_of_one_event() -> None:
    found = read("3 March 2031 or 4 March 2031")
    assert found is not None
    assert [period.first for period in found.periods] == [day("2031-03-03"), day("2031-03-04")]


@pytest.mark.parametrize(
    ("heading", "dates", "rest"),
    [
        ("3 March 2031: the memo", "3 March 2031", "the memo"),
        ("March 2031, or later", "March 2031", "or later"),
        ("2031 – the year of the ferry", "2031", "the year of the ferry"),
    ],
)
def test_what_an_editor_adds_to_the_date(heading: str, dates: str, rest: str) -> None:
    found = read(heading)
    assert found is not None
    assert (found.dates, found.rest) == (dates, rest)


@pytest.mark.parametrize(
    "heading", ["", "The memo", "31 February 2031", "0000", "23 April (year not stated)", "20311", "the 19th century"]
)
def test_what_is_no_date(heading: str) -> None:
    assert read(heading) is None


@pytest.mark.parametrize(("value", "first", "last"), [("2031-03/2031-05-01", "2031-03-01", "2031-05-01")])
def test_days_of_a_source(value: str, first: str, last: str) -> None:
    assert days(value) == Period(day(first), day(last))


@pytest.mark.parametrize("value", ["", "XXXX-03-04", "2031-22", "soon", "2031-02-31"])
def test_no_days(value: str) -> None:
    assert days(value) is None
