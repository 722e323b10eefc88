from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ProjectError
from generator.model import Correction
from generator.project import load
from tests.project.conftest import Make


def logged(make: Make, text: str) -> Path:
    root = make()
    (root / "seeds" / "corrections.yml").write_text(text, encoding="utf-8")
    return root


def test_the_log_is_loaded_in_its_order(make: Make) -> None:
    text = (
        "corrections:\n"
        "  - {date: 2026-05-05, page: timeline.md, was: on 4 May, is: on 3 May, why: it was misread}\n"
        "  - {date: 2026-05-04, source: gone, was: A title, why: it was retracted}\n"
    )
    assert load(logged(make, text)).corrections == (
        Correction("2026-05-05", "it was misread", "on 4 May", "on 3 May", page="timeline.md"),
        Correction("2026-05-04", "it was retracted", "A title", source="gone"),
    )


def test_a_project_can_do_without(make: Make) -> None:
    assert load(make()).corrections == ()
    assert load(logged(make, "corrections: []\n")).corrections == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("corrections:\n  - {date: 2026-05-05, was: x}\n", r'corrections\.yml:2:5: corrections\[0\]: the field "why" is missing'),
        ("corrections:\n  - {date: soon, was: x, why: y}\n", r'corrections\.yml:2:12: .*expected a date as year-month-day'),
        ("corrections:\n  - {date: 2026-05-05, was: x, now: z, why: y}\n", r'there is no field "now"'),
        ("", "the file is empty"),
    ],
)  # fmt: skip
def test_mistakes_are_named_with_their_place(make: Make, text: str, message: str) -> None:
    with pytest.raises(ProjectError, match=message):
        load(logged(make, text))
