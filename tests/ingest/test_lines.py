from __future__ import annotations

import textwrap

import pytest

from generator.ingest import lines

PARAGRAPH = (
    "The ferry across the lower river has not sailed since the spring, when the parish, which owns the landing, and the "
    "company, which owns the boat, fell out over who should pay for a rope. Each of them says that the other had agreed "
    "to buy it. Nobody has found the paper on which that was written down."
)
GERMAN = (
    "Die Fähre über den unteren Fluss ist seit dem Frühjahr nicht mehr gefahren, weil sich Gemeinde und Reederei nicht "
    "einigen können, wer das neue Seil bezahlt. Beide Seiten behaupten, die andere habe den Kauf zugesagt. Das Schriftstück "
    "darüber hat bisher niemand gefunden."
)


@pytest.mark.parametrize("width", [40, 65, 72, 100])
@pytest.mark.parametrize("paragraph", [PARAGRAPH, GERMAN], ids=["English", "German"])
def test_wrapped_lines_are_known_by_width_and_by_running_on(paragraph: str, width: int) -> None:
    wrapped = textwrap.wrap(paragraph, width)
    assert lines.wrapped_width(["A HEADLINE", "", *wrapped, "", *wrapped]) in range(width - 6, width + 1)


def test_a_few_lines_may_be_longer() -> None:
    address = "see https://example.org/" + "x" * 200
    assert lines.wrapped_width([*textwrap.wrap(PARAGRAPH, 65), address, *textwrap.wrap(GERMAN, 65)])


@pytest.mark.parametrize(
    "found",
    [
        [PARAGRAPH, PARAGRAPH],
        [f"{sentence}." for sentence in PARAGRAPH.split(". ")],
        ["Ferry stopped over a rope", "Parish blames the company", "Company blames parish, and the rope"],
        ["One", "", "Two", "", "Three"],
        [],
    ],
    ids=["paragraphs", "sentences", "headlines", "blank lines between", "nothing"],
)
def test_lines_that_are_paragraphs_are_not_taken_for_wrapped_ones(found: list[str]) -> None:
    assert lines.wrapped_width(found) == 0


@pytest.mark.parametrize(
    ("line", "length"),
    [
        ("- one", 2),
        ("  • one", 4),
        ("12. one", 4),
        ("3) one", 3),
        ("-one", 0),
        ("2019. one", 0),
        ("1.5 metres", 0),
        ("*one*", 0),
        ("-", 0),
    ],
)
def test_a_marker_needs_a_blank_behind_it(line: str, length: int) -> None:
    assert lines.marker_length(["before", line, "after"], 1) == length


def test_a_marker_may_touch_its_word_beside_a_line_that_begins_alike() -> None:
    assert lines.marker_length(["-one", "-two"], 0) == 1
    assert lines.marker_length(["-one", "-two"], 1) == 1
    assert lines.marker_length(["-one", "–two"], 0) == 0
    assert lines.marker_length(["-one", "", "-two"], 0) == 0
    assert lines.marker_length(["-5 degrees", "-4 degrees"], 0) == 0


@pytest.mark.parametrize("line", ["---", "* * *", "=======\n", "  ___", "###"])
def test_rules(line: str) -> None:
    assert lines.is_rule(line)


@pytest.mark.parametrize("line", ["--", "-- x", "", "-=-", "..."])
def test_what_is_no_rule(line: str) -> None:
    assert not lines.is_rule(line)
