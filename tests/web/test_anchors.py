from __future__ import annotations

import re

import pytest

from generator.model import Span
from generator.web.anchors import link_target, reference_id, relative, text_fragment, words_anchor
from tests.web.sample import document


def anchor(text: str, *spans: Span) -> str:
    return words_anchor(document("a.txt", [text]), spans)


def test_the_first_words_can_be_read() -> None:
    assert re.fullmatch(
        r"the-toll-robs-12-000-islanders-[0-9a-f]{6}", anchor("The toll robs 12,000 islanders daily.", Span(0, 37))
    )


def test_words_that_begin_alike_differ() -> None:
    text = "one two three four five six seven eight"
    assert anchor(text, Span(0, 33)) != anchor(text, Span(0, 39))


def test_it_stays_when_the_source_grows() -> None:
    assert anchor("Some words here.", Span(5, 10)) == anchor("There are now more words here.", Span(19, 24))


def test_the_same_words_twice_in_one_source_have_two_addresses() -> None:
    assert anchor("so and so", Span(0, 2)) != anchor("so and so", Span(7, 9))


def test_words_without_latin_letters_have_an_address_that_needs_no_encoding() -> None:
    assert re.fullmatch(r"words-[0-9a-f]{6}", anchor("蒸馏 是 什么", Span(0, 2)))


@pytest.mark.parametrize(("occurrence", "expected"), [(1, "fnref:a"), (2, "fnref2:a"), (11, "fnref11:a")])
def test_reference_id(occurrence: int, expected: str) -> None:
    assert reference_id("a", occurrence) == expected


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("sources/a.md", "index.md", "sources/a.md"),
        ("sources/a.md", "", "sources/a.md"),
        ("sources/a.md", "x/y.md", "../sources/a.md"),
        ("a b.md", "x/y/z.md", "../../a%20b.md"),
    ],
)
def test_relative(target: str, page: str, expected: str) -> None:
    assert relative(target, page) == expected


@pytest.mark.parametrize(
    ("url", "words", "expected"),
    [
        ("https://a.example/b", "short words", "https://a.example/b#:~:text=short%20words"),
        (
            "https://a.example/b#c",
            "well-known, yes & no",
            "https://a.example/b#c:~:text=well%2Dknown%2C%20yes%20%26%20no",
        ),
        ("https://a.example", "1 2 3 4 5 6 7 8 9", "https://a.example#:~:text=1%202%203%204,6%207%208%209"),
    ],
)
def test_text_fragment(url: str, words: str, expected: str) -> None:
    assert text_fragment(url, words) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/b?c=1&d=%20", "https://a.example/b?c=1&d=%20"),
        ("https://a.example/(x)<y>[z]", "https://a.example/%28x%29%3Cy%3E%5Bz%5D"),
        ("https://a.example/\"'` \\{{x}}", "https://a.example/%22%27%60%20%5C%7B%7Bx%7D%7D"),
    ],
)
def test_an_address_cannot_end_its_link(url: str, expected: str) -> None:
    assert link_target(url) == expected
