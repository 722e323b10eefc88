"""A pattern for many words finds what one alternative a word would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.alternatives import one_of

WORDS = ("say", "says", "said", "sail", "deny", "denies", "point out", "a.b")


@pytest.mark.parametrize("word", WORDS)
def test_each_word_is_matched_whole(word: str) -> None:
    assert re.fullmatch(one_of(WORDS), word)


@pytest.mark.parametrize("other", ["", "sa", "sayd", "den", "denied", "aXb", "out"])
def test_nothing_else_is_matched(other: str) -> None:
    assert re.fullmatch(one_of(WORDS), other) is None


def test_the_longest_word_wins() -> None:
    assert re.findall(one_of(("say", "says", "s")), "says say s") == ["says", "say", "s"]


def test_order_and_repetition_do_not_matter() -> None:
    assert one_of(("deny", "say", "says", "say")) == one_of(("says", "say", "deny"))


@given(st.lists(st.text("ab.", min_size=1, max_size=4), min_size=1, max_size=8), st.text("ab. ", max_size=20))
def test_it_finds_what_a_plain_list_of_alternatives_finds(words: list[str], text: str) -> None:
    longest_first = sorted(set(words), key=lambda word: (-len(word), word))
    plain = re.compile("|".join(map(re.escape, longest_first)))
    assert re.findall(one_of(words), text) == plain.findall(text)
