from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Conflict
from tests.analysis.differences.telling_apart import found, types
from tests.dispute import Said


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (
            "The council has approved the Wexmouth extension.",
            "The Wexmouth extension was turned down by the council.",
            Conflict.INCOMPATIBLE,
        ),
        (
            "Parliament has passed the Clean Storage Act.",
            "The Clean Storage Act is still before parliament.",
            Conflict.LOOKALIKE,
        ),
        (
            "The Guild has banned cold-fogging of apples.",
            "The Guild plans to ban cold-fogging of apples.",
            Conflict.LOOKALIKE,
        ),
    ],
)
def test_done_planned_given_up(first: str, second: str, kind: Conflict) -> None:
    (difference,) = found(first, second)
    assert (difference.about, difference.kind) == ("status", kind)


def test_states_of_two_things() -> None:
    assert (
        types("Parliament has passed the Clean Storage Act.", "The Road Haulage Act is still before parliament.") == []
    )
    assert types("The council has approved the extension.", "The council has rejected the car park.") == []


WARNED = "The Guild warned the schools about lead in the juice."


def test_so_and_not_so() -> None:
    (difference,) = found(WARNED, "The schools were never warned about lead in the juice by the Guild.")
    assert (difference.about, difference.kind) == ("polarity", Conflict.INCOMPATIBLE)
    assert difference.heading == "So or not: “The Guild warned the schools about lead in the juice”?"
    assert types(WARNED, "The Guild never warned the hospitals about lead in the juice.") == []
    assert types(WARNED, "Did the Guild not warn the schools about lead in the juice?") == []


def test_two_speakers_take_different_views() -> None:
    denied = Said("The juice of Brannock was not safe for children.", speaker="Maren Holt")
    (difference,) = found(
        replace(denied, text="The juice of Brannock was safe for children.", speaker="Ilse Brannock"), denied
    )
    assert difference.kind is Conflict.POSITIONS


def test_an_opposite_denies() -> None:
    assert types("The juice of Brannock is safe for children.", "The juice of Brannock is unsafe for children.") == [
        "polarity"
    ]
