"""A page's running text as a reader sees it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.citations.prose import read
from generator.citations.structure import TextKind


def shown(markdown: str) -> list[tuple[str, str]]:
    return [(text.kind.value, text.text) for text in read(markdown)]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("# Head *line* {#x}\n\nText.", [("heading", "Head line "), ("paragraph", "Text.")]),
        ("Head\n====\n", [("heading", "Head")]),
        ("One\ntwo.", [("paragraph", "One two.")]),
        ("- a **b**\n- c\n", [("item", "a b"), ("item", "c")]),
        ("> said\n", [("quotation", "said")]),
        ('!!! note "Title"\n    Inside.\n', [("title", "Title"), ("paragraph", "Inside.")]),
        ("A \\[b\\] &amp; 5 &lt; 6 snake_case _it_.", [("paragraph", "A [b] & 5 < 6 snake_case it.")]),
        ('See [the *page*](a.md "t") and ![pic](b.png).', [("paragraph", "See the page and .")]),
        ("A <!-- not --> b <em>c</em>", [("paragraph", "A  b c")]),
        (
            "| a | b |\n| --- | --- |\n| c[^n] | d \\| e |\n\n[^n]: note\n",
            [("head", "; a ; b ;"), ("row", "; c ; d | e ;")],
        ),
        ("---\ntitle: x\n---\n\nText.\n\n```\ncode\n```\n", [("paragraph", "Text."), ("paragraph", "\x02")]),
    ],
)
def test_what_a_reader_sees(markdown: str, expected: list[tuple[str, str]]) -> None:
    assert shown(markdown) == expected


def test_marks_links_and_emphasis_know_their_place() -> None:
    (text,) = read("**In brief.** It [fell](a.md).[^x] Then[^y] rose.\n\n[^x]: n\n[^y]: n\n")
    assert text.text == "In brief. It fell. Then rose."
    assert [(mark.label, mark.at) for mark in text.marks] == [("x", 18), ("y", 23)]
    assert [(text.text[link.span.start : link.span.end], link.target) for link in text.links] == [("fell", "a.md")]
    assert [text.text[span.start : span.end] for span in text.emphasised] == ["In brief."]
    assert not text.italic
    assert text.kind is TextKind.PARAGRAPH


def test_a_paragraph_wholly_in_italics() -> None:
    assert [text.italic for text in read("*All of it.*\n\n*All*, not.\n\n**Bold.**\n")] == [True, False, False]


def test_each_character_knows_its_line_and_column() -> None:
    page = "# One\n\n-\tTwo **three**\n  four &amp; five\n"
    lines = page.split("\n")
    for text in read(page):
        assert len(text.places) == len(text.text)
        for character, (line, column) in zip(text.text, text.places, strict=True):
            if character not in " &":
                assert lines[line - 1][column - 1] == character


@given(st.text(st.sampled_from('ab [^]()!*_`<>|\\&#-.:"\n\t{}=;x')))
def test_no_page_makes_it_fail(markdown: str) -> None:
    for text in read(markdown):
        assert len(text.places) == len(text.text)
        assert all(0 <= mark.at <= len(text.text) for mark in text.marks)
