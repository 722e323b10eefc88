"""Golden cases: the article's date ("issued: ..."), the sentences, then "words | value | basis" for each date in them; "open" is a value that nothing tells."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.dates import Anchor, dates, earliest
from generator.model import DateMention, Span
from tests.golden import cases, parts

CASES = cases(Path(__file__).parent / "cases" / "dates")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    given_, expected = parts(path)
    head, _, text = given_.partition("\n")
    issued, _, inferred = head.removeprefix("issued:").strip().partition(" ")
    found = dates(text, Anchor(issued, inferred == "inferred"))
    assert [" | ".join(filter(None, (m.words, m.value or "open", m.basis))) for m in found] == expected


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_spans_hold_the_words_and_move_with_the_offset(path: Path) -> None:
    text = parts(path)[0]
    for mention in dates(text, Anchor("2031-05-10"), None, 100):
        assert text[mention.span.start - 100 : mention.span.end - 100] == mention.words


def test_the_same_day_refers_back_over_sentences() -> None:
    before = DateMention("April 23", "2031-04-23", Span(0, 8))
    (found,) = dates("On the same day, a bill came.", Anchor(), before)
    assert (found.value, found.basis) == ("2031-04-23", "refers back to “April 23”")


@pytest.mark.parametrize("value", ["", "2031-04", "2031"])
def test_the_same_day_as_no_day_is_no_date(value: str) -> None:
    before = DateMention("then", value, Span(0, 4)) if value else None
    assert dates("On the same day, a bill came.", Anchor(), before) == ()


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2031-04-23", dt.date(2031, 4, 23)),
        ("2031-04", dt.date(2031, 4, 1)),
        ("2031", dt.date(2031, 7, 1)),
        ("2031-04-25/2031-05-14", dt.date(2031, 4, 25)),
        ("XXXX-04-23", None),
        ("2031-99-99", None),
        ("", None),
    ],
)
def test_earliest(value: str, day: dt.date | None) -> None:
    assert earliest(value) == day


@given(
    st.text(alphabet="April 23, 2031-0Feb.MayonsecdDthu", max_size=50),
    st.sampled_from(["", "2031", "2031-02", "2031-02-28"]),
)
def test_every_value_is_a_real_date(text: str, issued: str) -> None:
    for mention in dates(text, Anchor(issued)):
        assert re.fullmatch(r"(?:\d{4}|XXXX)(?:-\d\d(?:-\d\d)?)?|[\d-]{10}/[\d-]{10}|", mention.value)
        if mention.value and not mention.value.startswith("XXXX"):
            assert earliest(mention.value) is not None


_WORDS = (
    *(
        "on",
        "last",
        "next",
        "this",
        "the",
        "same",
        "day",
        "week",
        "year",
        "Monday",
        "May",
        "30",
        "31",
        "2031",
        "２０３１",
        "9999",
        "two",
    ),
    *(
        "a",
        "few",
        "couple",
        "half",
        "quarter",
        "ago",
        "earlier",
        "later",
        "after",
        "weekend",
        "century",
        "spring",
        "first",
        "10",
        "p.m.",
    ),
    *("yesterday", "night", "1990s", "01/02/2031", "2031-02-30", "-", "–", ",", "."),
)


@given(
    st.lists(st.sampled_from(_WORDS), max_size=12),
    st.sampled_from(["", "2031", "2031-05-10", "0201-01-01", "0001-01-01", "9999-12-31", "XXXX-05-01", "spring"]),
)
def test_no_words_break_the_reading(words: list[str], issued: str) -> None:
    text = " ".join(words)
    for mention in dates(text, Anchor(issued), DateMention("then", issued, Span(0, 4))):
        assert text[mention.span.start : mention.span.end] == mention.words
