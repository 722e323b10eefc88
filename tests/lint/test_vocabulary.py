"""Words of saying, and the same words where nobody says anything."""

from __future__ import annotations

import pytest

from generator.lint.vocabulary import said


@pytest.mark.parametrize(
    "text",
    [
        "The mine hid accidents, the union said.",
        "The union calls it theft.",
        "Its answer was that nobody had asked.",
        "In the words of the mayor the mine is safe.",
        "They hold that the mine is safe.",
        "The mayor's view is another.",
    ],
)
def test_somebody_says_it(text: str) -> None:
    assert said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mine hid accidents.",
        "The firm put questions to the machine and kept the answers.",
        "The captain signed a letter on the quay.",
        "At this point the net was closed.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert not said(text)
