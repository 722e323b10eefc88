from __future__ import annotations

import pytest

from generator.english import capital, counted, listed


@pytest.mark.parametrize(
    ("parts", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"), (("a", "b"), "a and b")],
)
def test_listed(parts: list[str], words: str) -> None:
    assert listed(parts) == words


def test_capital() -> None:
    assert [capital(text) for text in ("the firm", "Übung", "")] == ["The firm", "Übung", ""]


@pytest.mark.parametrize(
    ("number", "noun", "words"),
    [
        (1, "page", "1 page"),
        (0, "page", "0 pages"),
        (1200, "word", "1,200 words"),
        (2, "passage of context", "2 passages of context"),
        (1, "passage of context", "1 passage of context"),
        (2, "party", "2 parties"),
        (2, "day", "2 days"),
        (2, "match", "2 matches"),
        (2, "derived sentence", "2 derived sentences"),
    ],
)
def test_counted(number: int, noun: str, words: str) -> None:
    assert counted(number, noun) == words
