from __future__ import annotations

import pytest

from generator.analysis import headlines


@pytest.mark.parametrize("text", ["Why It Matters", "Anglers accuse mill", "Cold stores say 'no'"])
def test_shaped_like_a_heading(text: str) -> None:
    assert headlines.looks_like_heading(text)


@pytest.mark.parametrize("text", ["It rained.", "They listed two:", "the end of a column", "Taken from the", "Out-"])
def test_not_shaped_like_a_heading(text: str) -> None:
    assert not headlines.looks_like_heading(text)


def test_marks_and_words_speak_for_a_headline() -> None:
    marked, plain = (
        headlines.odds("Anglers accuse mill at Orrin", True),
        headlines.odds("Anglers accuse mill at Orrin", False),
    )
    assert marked > plain > headlines.odds("Anglers accuse mill", False) > headlines.odds("Comment", True)
