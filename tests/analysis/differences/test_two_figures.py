from __future__ import annotations

import pytest

from generator.model import Conflict
from tests.analysis.differences.telling_apart import found, types

COUNTED = "The inspectors counted 1,240 faulty canisters in the Wexmouth warehouse."


def test_two_figures_of_one_thing() -> None:
    (difference,) = found(COUNTED, "In the Wexmouth warehouse 1,420 canisters were faulty, the inspectors said.")
    assert (difference.about, difference.kind) == ("number", Conflict.INCOMPATIBLE)
    assert difference.heading == "How much: 1,240 or 1,420 canisters?"
    assert difference.values == ("1,240", "1,420")


@pytest.mark.parametrize(
    "other",
    [
        "The inspectors counted some 1,200 faulty canisters in the Wexmouth warehouse.",
        "More than 1,200 faulty canisters were in the Wexmouth warehouse.",
        "Up to 1,300 canisters in the Wexmouth warehouse were faulty.",
        "There were 1,200 faulty canisters in the Wexmouth warehouse.",
        "The inspectors counted 310 faulty canisters in the Dunfall warehouse.",
        "The inspectors counted 310 faulty labels in the Wexmouth warehouse.",
        "The inspectors counted 310 empty canisters in the Wexmouth warehouse.",
        "In 2029 the inspectors counted 310 faulty canisters in the Wexmouth warehouse, in 2031 they counted 1,240.",
    ],
)
def test_figures_that_may_both_be_right(other: str) -> None:
    assert types(COUNTED, other) == []


def test_figures_of_two_years() -> None:
    assert types("The mill burned 300 tonnes of peat in 2030.", "The mill burned 500 tonnes of peat in 2031.") == []


def test_one_figure_in_two_units() -> None:
    (difference,) = found(
        "The permit lets Brannock store 60 tonnes of peat.", "Under the permit Brannock may store 60 barrels of peat."
    )
    assert (difference.about, difference.values) == ("unit", ("60 tonnes", "60 barrels"))
    assert types("Brannock may store 60 tonnes of peat.", "Brannock may store 60 metric tons of peat.") == []


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("All the tanks at Wexmouth leaked.", "Half of the tanks at Wexmouth leaked.", True),
        (
            "All nine members of the board voted for the closure.",
            "Seven members of the board voted for the closure.",
            True,
        ),
        ("None of the samples from Wexmouth held lead.", "Most samples from Wexmouth held lead.", True),
        ("Two ministers knew of the lead tests.", "The lead tests were known to four ministers.", True),
        ("Three ministers knew of the lead tests.", "Several ministers knew of the lead tests.", False),
        ("All the tanks at Wexmouth leaked.", "Half of the tanks at Dunfall leaked.", False),
        ("Two ministers knew of the lead tests.", "Four mayors knew of the lead tests.", False),
    ],
)
def test_extents(first: str, second: str, differ: bool) -> None:
    assert types(first, second) == (["scope"] if differ else [])
