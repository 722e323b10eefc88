from __future__ import annotations

import pytest

from generator import edtf


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2026-04-26", "26 April 2026"),
        ("2026-04-06", "6 April 2026"),
        ("2026-04", "April 2026"),
        ("2026", "2026"),
        ("XXXX-04-23", "23 April (year not stated)"),
        ("2026-04-25/2026-05-13", "25 April 2026 – 13 May 2026"),
        ("2026-22", "summer 2026"),
        ("2026-35", "third quarter of 2026"),
        ("2026-41", "second half of 2026"),
        ("XXXX-35", "third quarter (year not stated)"),
        ("XXXX-04", "April (year not stated)"),
        ("199X", "the 1990s"),
        ("19XX", "the 20th century"),
        ("20XX", "the 21st century"),
        ("2026-13", "2026-13"),
        ("2026-99", "2026-99"),
        ("spring", "spring"),
        ("", ""),
    ],
)
def test_a_date_reads_as_english_and_anything_else_stays(value: str, words: str) -> None:
    assert edtf.in_words(value) == words
