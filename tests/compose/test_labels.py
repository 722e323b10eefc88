from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.citations.grammar import KEY
from generator.compose.labels import label


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("identified approximately 24,000 fraudulent accounts", "approximately-fraudulent"),
        ("it is not the case", "case"),
        ("The Café’s “naïve” fog", "cafes-naive"),
        ("12 34 of the", "note"),
        ("", "note"),
        ("誰も知らない", "note"),
        ("<script>alert(1)</script> fog", "alert-script"),
    ],
)
def test_words_of_the_quote(words: str, expected: str) -> None:
    assert label(words, set()) == expected


def test_the_same_words_always_give_the_same_name_and_a_taken_one_gives_way() -> None:
    words = "accused Brannock of fogging crates"
    taken: set[str] = set()
    given_ = [label(words, taken) for _ in range(8)]
    assert given_[0] == label(words, set())
    assert len(set(given_)) == 8 == len(taken)


def test_what_else_the_page_holds_does_not_matter() -> None:
    assert label("fogging old crates", {"other-words"}) == label("fogging old crates", set())


@given(st.text(max_size=80), st.sets(st.sampled_from(["note", "note-2", "note-3"])))
def test_every_label_is_a_key_and_new(words: str, taken: set[str]) -> None:
    before = set(taken)
    found = label(words, taken)
    assert KEY.fullmatch(found)
    assert found not in before
    assert taken == before | {found}
    assert re.fullmatch(r"[\x00-\x7f]+", found)
