from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compose.merging.parts import split
from generator.compose.merging.units import units


def cut(markdown: str) -> list[str]:
    (part,) = split(markdown)
    return units(part)


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("It rains.[^a] It snows.[^b][^c] Hail?", ["It rains.[^a] ", "It snows.[^b][^c] ", "Hail?"]),
        ("“It rains.”[^a] “It snows”, they say.", ["“It rains.”[^a] ", "“It snows”, they say."]),
        ("It rains[^a], and snows.[^b]", ["It rains[^a], and snows.[^b]"]),
        ("It rains in the U.S. State Department, said Dr. Smith.", None),
        ("It was 3.5 metres, i.e. too much.", None),
        (
            "One line.\nAnother line\nand its end. *A third.*",
            ["One line.\n", "Another line\nand its end. ", "*A third.*"],
        ),
        ("- It rains.[^a] Answer: it does not.[^b]", ["- ", "It rains.[^a] ", "Answer: it does not.[^b]"]),
        ("- One\n  - Two", ["- ", "One\n  ", "- Two"]),
        (
            '!!! note "Rain"\n\n    It rains. It snows.\n\n    Hail',
            ['!!! note "Rain"\n\n    ', "It rains. ", "It snows.\n\n    ", "Hail"],
        ),
        ("```\nOne. Two.\nThree.\n```", ["```\n", "One. Two.\n", "Three.\n", "```"]),
    ],
)
def test_units(markdown: str, expected: list[str] | None) -> None:
    assert cut(markdown) == (expected or [markdown])


def test_the_cells_of_a_row() -> None:
    *_, row = split("| a | b |\n| - | - |\n| 3 May | It rains.[^a] Hail. |")
    assert units(row) == ["| ", "3 May | ", "It rains.[^a] ", "Hail. ", "|"]


@given(st.lists(st.sampled_from(["A", "b", ". ", "! ", "\n", "[^c]", "| ", "- ", "    ", "!!! d", "”", "U.S. "])))
def test_units_joined_are_the_part(pieces: list[str]) -> None:
    for part in split("".join(pieces)):
        assert "".join(units(part)) == part.text
