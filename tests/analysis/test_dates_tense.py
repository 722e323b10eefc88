from __future__ import annotations

import pytest

from generator.analysis.dates import Anchor, dates, tense
from generator.model import Span


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The board said on [Monday] that it will close.", -1),
        ("The board said it will close on [Monday].", 1),
        ("On [Monday], the board will close the kiln.", 1),
        ("On [Monday], the board closed the kiln.", -1),
        ("The kiln had been due to close on [Monday].", -1),
        ("The kiln was due to close on [Monday].", 1),
        ("They planned to march on [Monday].", 1),
        ("The kiln may close as soon as [Monday].", 1),
        ("On May 3 the kiln and, on [Monday], the store", 0),
        ("It will close. The store opened on [Monday].", -1),
        ("It will close; the store opened on [Monday].", -1),
        ("They’ll march on [Monday].", 1),
        ("[Monday]", 0),
    ],
)
def test_direction(text: str, direction: int) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert tense.direction(text.replace("[", "").replace("]", ""), Span(start, end)) == direction


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The office opened an inquiry in June.", "2021-06"),
        ("They bought the mill in February for little.", "2022-02"),
        ("The mill agreed to a review in June.", "2022-06"),
        ("The dividend will be paid in June.", "2022-06"),
    ],
)
def test_what_is_over_lies_before_the_articles_date_however_far(text: str, value: str) -> None:
    assert [one.value for one in dates(text, Anchor("2022-03-30"))] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The court does not sit on Friday.", "2022-04-01"),
        ("The council meets on Friday.", "2022-04-01"),
        ("The council met on Friday.", "2022-03-25"),
        ("It is worth less than Friday's price.", "2022-03-25"),
    ],
)
def test_the_present_with_a_weekday_means_the_coming_one(text: str, value: str) -> None:
    assert [one.value for one in dates(text, Anchor("2022-03-30"))] == [value]
