"""Dates of a page against those of the evidence."""

from __future__ import annotations

import pytest

from generator.lint.days import borne_out


@pytest.mark.parametrize(
    ("value", "known", "borne"),
    [
        ("2026-04-23", "2026-04-23", True),
        ("XXXX-04-23", "2026-04-23", True),
        ("2026-04-23", "XXXX-04-23", True),
        ("2026-04", "2026-04-23", True),
        ("2026", "2026-04-23", True),
        ("2026-04-23", "2026-04", False),
        ("2026-04-24", "2026-04-23", False),
        ("XXXX-04-24", "2026-04-23", False),
        ("2025-04-23", "2026-04-23", False),
        ("2026-05-01", "2026-04-25/2026-05-13", False),
        ("2026-05", "2026-04-25/2026-05-13", True),
        ("2026-04-25/2026-05-13", "2026-04-25/2026-05-13", True),
        ("199X", "1994-02", True),
        ("198X", "1994-02", False),
        ("2026", "", False),
        ("2004", "XXXX-03", False),
    ],
)
def test_a_known_date_bears_out_what_it_says_or_less(value: str, known: str, borne: bool) -> None:
    assert borne_out(value, [known]) == borne
