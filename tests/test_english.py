from __future__ import annotations

import pytest

from generator.english import brief, capital, counted, is_plural, listed


@pytest.mark.parametrize(
    ("parts", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"), (("a", "b"), "a and b")],
)
def test_listed(parts: list[str], words: str) -> None:
    assert listed(parts) == words


def test_listed_with_another_word() -> None:
    assert listed(["a", "b"], "or") == "a or b"


@pytest.mark.parametrize(
    ("description", "short"),
    [
        ("aggregator with an opinion", "aggregator"),
        ("letter, unsigned", "letter"),
        ("opinion column", "opinion column"),
        ("", ""),
    ],
)
def test_brief(description: str, short: str) -> None:
    assert brief(description) == short


@pytest.mark.parametrize("name", ["the podcast summaries", "the minutes", "the videos"])
def test_several_things_are_told_as_several(name: str) -> None:
    assert is_plural(name)


@pytest.mark.parametrize(
    "name", ["the Times", "Los Angeles", "the unsigned analysis", "the press", "news", "example.news", "the campus", ""]
)
def test_one_is_told_as_one(name: str) -> None:
    assert not is_plural(name)


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
