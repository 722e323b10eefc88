from __future__ import annotations

import pytest

from generator.analysis.subjects import fits, is_adverbial, leading, subject


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("Maren Holt", "Maren Holt"),
        ("On Monday, the office", "the office"),
        ("In 2016 the Guild", "the Guild"),
        ("Two days earlier the Guild", "the Guild"),
        ("Maren Holt, who directs the office,", "Maren Holt"),
        ("Maren Holt, in Port Tarn, Ohio,", "Maren Holt"),
        ("The keeper, Jory Lind,", "The keeper, Jory Lind"),
        ("In March the Fruit Board, having tested sixty crates,", "the Fruit Board"),
        ("Maren Holt (pictured)", "Maren Holt"),
        ("Jory Lind — a keeper by trade — ", "Jory Lind"),
        ("The Guild opened a store on Monday", ""),
        ("1.2 The harbour office", "The harbour office"),
        ("The list was sent to Odo Fenn, who", "Odo Fenn"),
        ("The crates were old, but the Guild", "the Guild"),
        ("The goal, he", "he"),
        ("Holt gave no figure and", "Holt"),
        ("Maren Holt gave no figure and", "Maren Holt"),
        ("the keepers who", ""),
        ("After the Guild", ""),
        ("With a week", ""),
        ("nobody", ""),
        ("whoever", ""),
        ("the crates were old and the ships that they", "they"),
        ("", ""),
    ],
)
def test_subject(before: str, found: str) -> None:
    assert subject(before) == found


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("On Monday, the harbour office left, ", "the harbour office"),
        ("She left", "She"),
        ("Maren Holt left the talks", "Maren Holt"),
        ("Carly Fenn left the talks", "Carly Fenn"),
        ("The lamp was out", ""),
        ("When Holt left", ""),
        ("Tarn's harbour office left", "Tarn's harbour office"),
    ],
)
def test_leading(clause: str, found: str) -> None:
    assert leading(clause) == found


@pytest.mark.parametrize(
    ("found", "verb", "can"),
    [
        ("the keepers", "say", True),
        ("the keeper", "say", False),
        ("the keeper", "says", True),
        ("two keepers of the harbour", "say", True),
        ("surveys of the harbour", "show", True),
        ("People briefed on the harbour", "say", True),
        ("keepers familiar with the harbour", "say", True),
        ("many stores favour minimal technical", "detail", False),
        ("Holt and Fenn", "deny", True),
    ],
)
def test_fits(found: str, verb: str, can: bool) -> None:
    assert fits(found, verb) is can


def test_adverbials() -> None:
    assert is_adverbial("In spring")
    assert is_adverbial("Yesterday")
    assert not is_adverbial("The Guild")
