from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.numbers import numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took 40,000 crates.", [("40,000", 40_000, "crates")]),
        ("more than 13 million interactions with it", [("more than 13 million", 13e6, "interactions")]),
        ("approximately 24,000 fraudulent accounts", [("approximately 24,000", 24_000, "accounts")]),
        (
            "rose by 12 percent, 3.5% and 7 per cent",
            [("12 percent", 12, "percent"), ("3.5%", 3.5, "percent"), ("7 per cent", 7, "percent")],
        ),
        ("cost $1.2 billion and £5m", [("$1.2 billion", 1.2e9, "$"), ("£5m", 5e6, "£")]),
        ("two million crates and one hundred", [("two million", 2e6, "crates"), ("one hundred", 100, "")]),
        ("three crates", []),
        ("nearly 300 of the crates", [("nearly 300", 300, "crates")]),
        ("1.6 trillion total parameters", [("1.6 trillion", 1.6e12, "parameters")]),
        ("up to 500k views", [("up to 500k", 500_000, "views")]),
    ],
)
def test_words_value_and_unit(text: str, expected: list[tuple[str, float, str]]) -> None:
    assert [(n.words, n.value, n.unit) for n in numbers(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "on April 23",
        "23 April",
        "May 14 and 15",
        "in 2031",
        "model V4 and R-1",
        "on 2031-04-23",
        "GPT-5.4",
        "May 14, 2031",
        "3rd place",
        "",
    ],
)
def test_dates_and_names_hold_no_figures(text: str) -> None:
    assert numbers(text) == ()


def test_a_year_that_counts_something_is_a_figure() -> None:
    assert [n.value for n in numbers("about 2000 crates")] == [2000]


def test_spans_move_with_the_offset() -> None:
    (found,) = numbers("In all, over 40 crates.", 10)
    assert (found.span.start, found.span.end) == (18, 25)


@given(st.text(alphabet="0123456789,. -$%kmillon", max_size=40))
def test_spans_hold_the_words(text: str) -> None:
    for number in numbers(text):
        assert text[number.span.start : number.span.end].strip() == number.words
        assert number.value >= 0
