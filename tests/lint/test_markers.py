"""Lines that a merge leaves are no prose."""

from __future__ import annotations

from generator.lint.markers import markers, without_markers

PAGE = "Title\n=======\n\n<<<<<<< the page\nOne.\n=======\nTwo.\n>>>>>>> the new draft\n"


def test_a_line_of_equal_signs_counts_inside_a_conflict_only() -> None:
    assert [(row.line, marker) for row, marker in markers(PAGE)] == [(4, "<<<<<<<"), (6, "======="), (8, ">>>>>>>")]


def test_without_markers_no_place_moves() -> None:
    assert without_markers(PAGE) == "Title\n=======\n\n\nOne.\n\nTwo.\n\n"
    assert without_markers(PAGE.replace("\n", "\r\n")) == without_markers(PAGE)
    assert without_markers("Plain.\r\n") == "Plain.\r\n"
