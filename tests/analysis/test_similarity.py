from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.similarity import cosine, vectors


def test_the_same_text_is_one_and_no_common_gram_is_nought() -> None:
    same, again, other = vectors(["the fog hides age", "the fog hides age", "quick zinc jumps"])
    assert cosine(same, again) == pytest.approx(1)
    assert cosine(same, other) == 0


def test_word_order_and_case_do_not_count_and_forms_of_a_word_are_near() -> None:
    a, b, c, d = vectors(
        ["growers accuse packers", "PACKERS accuse growers", "the grower accused a packer", "ferries sail at noon"]
    )
    assert cosine(a, b) == pytest.approx(1)
    assert cosine(a, c) > cosine(a, d)


def test_texts_without_words() -> None:
    empty, dots, word = vectors(["", "...", "fog"])
    assert cosine(empty, dots) == cosine(empty, word) == 0
    assert vectors([]) == ()


@given(st.lists(st.text(alphabet="abc de", max_size=12), min_size=2, max_size=4))
def test_symmetric_and_bounded(texts: list[str]) -> None:
    found = vectors(texts)
    for a in found:
        assert math.isclose(sum(w * w for w in a.values()), 1, abs_tol=1e-9) or not a
        for b in found:
            assert cosine(a, b) == cosine(b, a)
            assert -1e-9 <= cosine(a, b) <= 1 + 1e-9
