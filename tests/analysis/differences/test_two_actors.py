from __future__ import annotations

import pytest

from generator.model import Conflict
from tests.analysis.differences.telling_apart import found, types

WROTE = "Ada Brown wrote the report on the fogging of apples."


@pytest.mark.parametrize(
    "other",
    [
        "The report on the fogging of apples was written by Tom Lund.",
        "It was Tom Lund who wrote the report on the fogging of apples.",
    ],
)
def test_two_doers(other: str) -> None:
    (difference,) = found(WROTE, other)
    assert (difference.about, difference.kind) == ("who", Conflict.INCOMPATIBLE)
    assert difference.heading == "Who wrote it: Ada Brown or Tom Lund?"


@pytest.mark.parametrize(
    "other",
    [
        "Dr Ada Brown wrote the report on the fogging of apples.",
        "The chief chemist, Ada Brown, wrote the report on the fogging of apples.",
        "The report on the fogging of apples was written by the chief chemist.",
        "Tom Lund praised the report on the fogging of apples.",
        "Tom Lund wrote the report on the fogging of pears.",
    ],
)
def test_one_doer_or_another_deed(other: str) -> None:
    assert types(WROTE, other) == []


def test_a_body_and_its_member_are_not_two() -> None:
    assert (
        types(
            "Maren Holt signed the order to close the stores.",
            "The order to close the stores was signed by the Orchard Guild.",
        )
        == []
    )


def test_a_person_and_a_body_may_both_be_right() -> None:
    (difference,) = found(
        "Ada Brown signed the order to close the stores.",
        "The order to close the stores was signed by the Orchard Guild.",
    )
    assert difference.kind is Conflict.LOOKALIKE


def test_two_targets_of_one_accusation() -> None:
    accused = "The Orchard Guild accused Brannock of diluting the juice."
    (difference,) = found(accused, "Sund Packers was accused by the Orchard Guild of diluting the juice.")
    assert (difference.about, difference.heading) == ("target", "Who is accused: Brannock or Sund Packers?")
    assert types(accused, "The Orchard Guild accused the company of diluting the juice.") == []
    assert types(accused, "The Orchard Guild accused Sund Packers of hiding the ledgers.") == []
    assert types(accused, "The Orchard Guild accused Ilse Brannock of diluting the juice.") == []
