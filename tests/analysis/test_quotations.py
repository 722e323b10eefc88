from __future__ import annotations

import pytest

from generator.analysis.quotations import NAMED, SPOKEN, outside, plain


def shown(text: str, inside: bool = False) -> str:
    """What stands outside quotations, with one S for a piece of speech and one N for words mentioned."""
    found = outside(text, inside)
    assert len(found) == len(text)
    while SPOKEN * 2 in found or NAMED * 2 in found:
        found = found.replace(SPOKEN * 2, SPOKEN).replace(NAMED * 2, NAMED)
    return found.replace(SPOKEN, "S").replace(NAMED, "N")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ('"It is old," Holt said.', "S Holt said."),
        ("“It is old,” Holt said. “It is cold.”", "S Holt said. S"),
        ('Holt called it "a mist" and left.', "Holt called it N and left."),
        ("The fog is cold.", "The fog is cold."),
        ("Holt said it was “old and cold in every one of", "Holt said it was S"),
        ('The keepers knew," Holt said.', "S Holt said."),
        ("the keepers knew,” Holt said.", "S Holt said."),
        ("", ""),
    ],
)
def test_what_stands_outside_quotations(text: str, left: str) -> None:
    assert shown(text) == left


def test_a_sentence_inside_a_quotation_has_nothing_outside_it() -> None:
    assert shown("Fenn said it was early.", inside=True) == "S"
    assert shown('Fenn said it was early," Holt said.', inside=True) == "S Holt said."


def test_two_single_marks_are_a_double_one() -> None:
    assert plain("''It is old,'' Holt's keeper said.") == "\"'It is old,'\" Holt's keeper said."
    assert plain("He called it ''old'' and ''cold''.") == "He called it \"'old'\" and \"'cold'\"."
