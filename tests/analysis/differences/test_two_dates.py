from __future__ import annotations

import pytest

from generator.model import Conflict
from tests.analysis.differences.telling_apart import found, types

SEALED = "The inspectors sealed the Wexmouth depot on 14 May 2031."


@pytest.mark.parametrize(
    "other",
    [
        "On 16 May 2031, the Wexmouth depot was sealed by the inspectors.",
        "The depot in Wexmouth was sealed in June 2031.",
        "According to the mayor, inspectors sealed the Wexmouth depot on Friday, 16 May 2031.",
    ],
)
def test_two_dates_of_one_deed(other: str) -> None:
    (difference,) = found(SEALED, other)
    assert (difference.about, difference.kind) == ("date", Conflict.INCOMPATIBLE)
    assert difference.values[0] == "2031-05-14"


@pytest.mark.parametrize(
    "other",
    [
        "The inspectors sealed the Wexmouth depot in May 2031.",
        "The inspectors sealed the Dunfall depot on 16 May 2031.",
        "The inspectors sealed a second depot in Wexmouth on 16 May 2031.",
        "The inspectors opened the Wexmouth depot on 16 May 2031.",
        "The inspectors will seal the Wexmouth depot on 16 May 2031.",
        "The owner rejected the sealing of the Wexmouth depot by the inspectors on 16 May 2031.",
        "On 15 May 2031, a day after the inspectors sealed the Wexmouth depot, the mayor met the press.",
        "The inspectors sealed the Wexmouth depot on 14 May 2027.",
        "The inspectors must have sealed the Wexmouth depot by 20 May 2031.",
    ],
)
def test_dates_that_may_both_be_right(other: str) -> None:
    assert types(SEALED, other) == []


def test_a_date_reckoned_from_another() -> None:
    (difference,) = found(
        "On 3 March 2031, a day before the second hearing, Odo Fenn met the growers.",
        "The second hearing was held a week after the vote of 1 March 2031.",
    )
    assert difference.values == ("2031-03-04", "2031-03-08")


def test_two_doers_make_it_perhaps_two_happenings() -> None:
    date, who = found(
        "On 3 March 2031, Senator Ada Brown introduced a bill that bans the fogging of apples in stores.",
        "The bill that bans the fogging of apples in stores was introduced on 9 March 2031 by the Committee on Farming.",
    )
    assert {date.kind, who.kind} == {Conflict.LOOKALIKE}
    assert who.heading == "One bill or two: by Senator Ada Brown or by the Committee on Farming?"


def test_a_count_that_differs_too_is_another_occasion() -> None:
    assert types("Brannock paid $340 million to Sund in 2029.", "Brannock paid $120 million to Sund in 2031.") == []
