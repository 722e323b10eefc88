"""Figures of sentences."""

from __future__ import annotations

import pytest

from generator.analysis.numbers import numbers
from generator.lint.amounts import amounts
from generator.model import Span


def read(text: str) -> list[tuple[str, float]]:
    return [(one.words, one.value) for one in amounts(text, numbers)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("some 24,000 boats", [("some 24,000", 24000)]),
        ("three of twenty-one clerks, a dozen boats", [("three", 3), ("twenty-one", 21), ("dozen", 12)]),
        ("two million boats", [("two million", 2_000_000)]),
        ("one of the boats", []),
    ],
)
def test_figures_in_digits_and_in_words(text: str, found: list[tuple[str, float]]) -> None:
    assert read(text) == found


def test_figures_of_dates_are_left_out() -> None:
    assert amounts("the 12 boats of 14 and 15 May", numbers, [Span(16, 29)])[0].words == "12"
    assert len(amounts("the 12 boats of 14 and 15 May", numbers, [Span(16, 29)])) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("13 million", "13,000,000", True),
        ("13m", "13 million", True),
        ("three", "3", True),
        ("21%", "21 percent", True),
        ("21 boats", "21 percent", False),
        ("21 percent", "21 boats", True),
        ("21", "22", False),
    ],
)
def test_one_figure_however_written(one: str, other: str, same: bool) -> None:
    (first,), (second,) = amounts(one, numbers), amounts(other, numbers)
    assert first.same(second) == same


def test_a_figure_may_be_near_the_mark() -> None:
    assert [one.vague for one in amounts("approximately 24,000 boats and 30 clerks", numbers)] == [True, False]
