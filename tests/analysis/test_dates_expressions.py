"""Words of time that are no dates, and what tells them apart from dates."""

from __future__ import annotations

import pytest

from generator.analysis.dates import Anchor, Kind, dates, expressions

ARTICLE = Anchor("2031-05-10")


def _read(text: str) -> list[tuple[str, str, str]]:
    return [(one.words, one.kind.value, one.value) for one in expressions(text, ARTICLE)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It took two months.", "two months", "P2M"),
        ("It took a ten-day march.", "ten-day", "P10D"),
        ("It took more than 1,200 days.", "more than 1,200 days", "P1200D"),
        ("It took a year and a half.", "a year and a half", "P1Y6M"),
        ("It took two and a half years.", "two and a half years", "P2Y6M"),
        ("It took 36 hours.", "36 hours", "PT36H"),
        ("It took several years.", "several years", "PXY"),
        ("It took two to three weeks.", "two to three weeks", "PXW"),
        ("It took twenty-five years.", "twenty-five years", "P25Y"),
        ("It took a decade.", "a decade", "P10Y"),
        ("It took the past three months.", "the past three months", "P3M"),
        ("It ran for the last week.", "the last week", "P1W"),
        ("It took years: for centuries.", "for centuries", "PXC"),
        ("It came two days after the vote.", "two days after", "P2D"),
    ],
)
def test_lengths_of_time(text: str, words: str, value: str) -> None:
    assert (words, "duration", value) in _read(text)
    assert dates(text, ARTICLE) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It shuts every Monday.", "XXXX-WXX-1"),
        ("It shuts on Sundays.", "XXXX-WXX-7"),
        ("It shuts each July.", "XXXX-07"),
        ("It shuts every summer.", "XXXX-22"),
        ("It shuts every other week.", "P2W"),
        ("It shuts each year.", "P1Y"),
    ],
)
def test_what_recurs(text: str, value: str) -> None:
    assert [(kind, found) for _, kind, found in _read(text)] == [("set", value)]
    assert dates(text, ARTICLE) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It shuts now.", Kind.PRESENT),
        ("It is currently shut.", Kind.PRESENT),
        ("It shut recently.", Kind.PAST),
        ("It shut several years ago.", Kind.PAST),
        ("It shuts soon.", Kind.FUTURE),
        ("It shuts in the near future.", Kind.FUTURE),
    ],
)
def test_vague_words_have_no_value(text: str, kind: Kind) -> None:
    (found,) = expressions(text, ARTICLE)
    assert (found.kind, found.value) == (kind, "")
    assert dates(text, ARTICLE) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("At 10 p.m. Wednesday it shut.", "2031-05-07T22:00"),
        ("On May 3 at noon, it shut.", "T12:00"),
        ("Friday evening it shut.", "2031-05-09"),
        ("It shut last night.", "2031-05-09"),
        ("It shut at 12:30 a.m. EST.", "T00:30"),
        ("It shut at 14:30 GMT.", "T14:30"),
        ("It shut at midnight.", "T24:00"),
        ("It shut mid-afternoon.", ""),
        ("It shut yesterday morning.", "2031-05-09"),
    ],
)
def test_times(text: str, value: str) -> None:
    assert [one.value for one in expressions(text, ARTICLE) if one.kind is Kind.TIME] == [value]


@pytest.mark.parametrize("text", ["It shut at 25:10.", "It shut at 13 p.m.", "The score was 3:2.", "An 88 am radio."])
def test_no_times(text: str) -> None:
    assert expressions(text, ARTICLE) == ()


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("On Monday it shut.", True),
        ("It shut last November.", True),
        ("It shut this week.", True),
        ("It shut in July last year.", True),
        ("It shut in November.", False),
        ("It shut on April 23.", False),
        ("It shut in Q3 2025.", False),
    ],
)
def test_words_that_say_nothing_outside_their_article(text: str, relative: bool) -> None:
    (found,) = dates(text, ARTICLE)
    assert found.relative is relative


def test_spans_move_with_the_offset() -> None:
    text = "It took two months from May 3 to 9 and shut at 10 p.m. Wednesday, soon."
    for one in expressions(text, ARTICLE, offset=40):
        assert text[one.span.start - 40 : one.span.end - 40] == one.words
