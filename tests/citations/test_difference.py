"""The first difference between two wordings, in pieces that can be printed side by side."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.citations.difference import first_difference


@pytest.mark.parametrize(
    ("words", "found", "difference"),
    [
        ("fell by 12 percent", "fell by 21 percent", (8, "12 percent", "21 percent")),
        ("it did prove it", "it did not prove it", (7, "prove", "not prove")),
        ("it did not prove it", "it did prove it", (7, "not prove", "prove")),
        ("it did, he said", "it did not, he said", (3, "did", "did not")),
        ("about 24,000 boats", "about 42,000 boats", (6, "24,000 boats", "42,000 boats")),
        ("prices rose", "prices fell", (0, "prices rose", "prices fell")),
        ("May", "may", (0, "May", "may")),
        ("“it’s so”", '"it\'s so"', (9, "", "")),
        ("so it is", "and so it is again", (18, "", "")),
        ("rose", "", (0, "rose", "")),
    ],
)
def test_first_difference(words: str, found: str, difference: tuple[int, str, str]) -> None:
    assert first_difference(words, found) == difference


@given(st.text("ab1 .,'"), st.text("ab1 .,'"))
def test_pieces_come_from_the_wordings(words: str, found: str) -> None:
    at, ours, theirs = first_difference(words, found)
    assert ours in words
    assert found[at:].startswith(theirs)
