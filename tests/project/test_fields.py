from __future__ import annotations

import pytest

from generator.project.fields import mistake_in


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "So"),
        ("author", ["A", "B"]),
        ("issued", "2026-04"),
        ("URL", "https://a.example/?b"),
        ("language", "pt-BR"),
    ],
)
def test_values_that_do(name: str, value: str | list[str]) -> None:
    assert mistake_in(name, value) is None


@pytest.mark.parametrize(
    ("name", "value", "found"),
    [
        ("issued", "2026-13", 'no such month: "2026-13"'),
        ("URL", "https://me@a.example/", "expected an address"),
        ("language", "English", "expected a language tag"),
        ("title", " ", "expected text"),
    ],
)
def test_values_that_do_not(name: str, value: str, found: str) -> None:
    mistake = mistake_in(name, value)
    assert mistake is not None
    assert mistake[0].startswith(found)
