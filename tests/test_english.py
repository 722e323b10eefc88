from __future__ import annotations

import pytest

from generator.english import capital, listed


@pytest.mark.parametrize(
    ("parts", "words"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"), (("a", "b"), "a and b")],
)
def test_listed(parts: list[str], words: str) -> None:
    assert listed(parts) == words


def test_capital() -> None:
    assert [capital(text) for text in ("the firm", "Übung", "")] == ["The firm", "Übung", ""]
