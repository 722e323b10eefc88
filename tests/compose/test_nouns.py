from __future__ import annotations

import pytest

from generator.compose.nouns import named_in, stem, stems


@pytest.mark.parametrize(
    ("word", "same"),
    [
        ("Companies", "company"),
        ("boxes", "box"),
        ("halls", "hall"),
        ("bus", "bus"),
        ("press", "press"),
        ("crisis", "crisis"),
    ],
)
def test_the_singular_in_small_letters(word: str, same: str) -> None:
    assert stem(word) == same


def test_words_are_runs_of_letters() -> None:
    assert stems("9 cold-stored apples, 2 halls") == {"cold-stored", "apple", "hall"}


def test_what_names_a_later_noun() -> None:
    assert named_in("offered new windows", "offer")
    assert named_in("the army burned halls", "burnings")
    assert named_in("a technique of cold stores", "process")
    assert not named_in("sold old fruit", "offer")
