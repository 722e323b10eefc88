from __future__ import annotations

import pytest

from generator.compose.merging.three_ways import Stretch, stretches


def merged(base: str, mine: str, theirs: str) -> str:
    """Units are letters; a conflict is written (mine|theirs)."""

    def shown(one: Stretch) -> str:
        return "".join(one.mine) if one.agreed else f"({''.join(one.mine)}|{''.join(one.theirs)})"

    return "".join(map(shown, stretches(base, mine, theirs)))


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        ("abc", "abc", "abc", "abc"),
        ("abc", "Xbc", "abY", "XbY"),
        ("abc", "Xbc", "aYc", "XYc"),
        ("abc", "aXc", "aYc", "a(X|Y)c"),
        ("abc", "aXc", "aXc", "aXc"),
        ("abc", "ac", "abYc", "aYc"),
        ("abc", "ac", "aYc", "a(|Y)c"),
        ("abc", "abcX", "abcY", "abc(X|Y)"),
        ("abc", "abcX", "abY", "abYX"),
        ("abc", "Xabc", "abcY", "XabcY"),
        ("abcd", "aXd", "abYd", "a(X|bY)d"),
        ("abcd", "XYZd", "abcd", "XYZd"),
        ("", "X", "Y", "(X|Y)"),
        ("abc", "", "abc", ""),
        ("abc", "", "aYc", "(|aYc)"),
        ("abcdef", "abXdef", "aPQRSf", "aP(X|Q)RSf"),
    ],
)
def test_changes_of_both_sides(base: str, mine: str, theirs: str, expected: str) -> None:
    assert merged(base, mine, theirs) == expected


def test_line_breaks_are_no_change_and_stay_as_the_page_has_them() -> None:
    pieces = list(stretches(["One. ", "Two. ", "Three."], ["One.\n", "Two.\n", "Three."], ["One. ", "Two! ", "Three."]))
    assert "".join(unit for piece in pieces for unit in piece.mine) == "One.\nTwo! Three."
    assert all(piece.agreed for piece in pieces)
