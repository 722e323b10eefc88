from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis import similarity
from generator.analysis.similarity import cosine, links, reinforced, vectors

LEAVES = ["oak", "ash", "elm", "fir", "yew", "box", "bay", "fig"]


def test_the_same_text_is_one_and_no_common_word_is_nought() -> None:
    same, again, other = vectors(["the fog hides age", "the fog hides age", "quick zinc jumps"])
    assert cosine(same, again) == pytest.approx(1)
    assert cosine(same, other) == 0


def test_word_order_and_case_do_not_count_and_forms_of_a_word_are_one() -> None:
    a, b, c, d = vectors(
        ["growers accuse packers", "PACKERS accuse growers", "the grower accused a packer", "ferries sail at noon"]
    )
    assert cosine(a, b) == pytest.approx(1)
    assert cosine(a, c) > 0.6 > cosine(a, d)


def test_what_is_common_in_the_language_or_in_the_pile_says_little() -> None:
    texts = ["the apple of the north", "the apple of the south", "the pear of the south", "the apple again"]
    first, with_pile_word, with_rare_word, _ = vectors(texts)
    assert cosine(with_pile_word, with_rare_word) > cosine(first, with_pile_word) > cosine(first, with_rare_word)


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


def test_links_go_both_ways_hold_the_cosine_and_leave_out_what_is_far() -> None:
    found = vectors(["fog hides old apples", "fog hides old pears", "ferries sail at noon"])
    linked = links(found)
    assert linked[0].keys() == {1}
    assert linked[1].keys() == {0}
    assert linked[0][1] == linked[1][0] == cosine(found[0], found[1])


def test_what_very_many_copied_is_linked_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similarity, "WIDELY_HELD", 3)
    monkeypatch.setattr(similarity, "NEAREST", 2)
    copies = vectors(["Brannock fogged forty thousand crates of apples"] * 9)
    assert all(len(others) == 8 for others in links(copies))


def test_a_widely_held_word_alone_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [f"apples {' '.join(leaf + str(number) for leaf in LEAVES)}" for number in range(3)]
    monkeypatch.setattr(similarity, "WEAK", 0.001)
    assert all(links(vectors(texts)))
    monkeypatch.setattr(similarity, "WIDELY_HELD", 2)
    assert not any(links(vectors(texts)))


def test_only_the_nearest_of_the_weak_links_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similarity, "NEAREST", 1)
    monkeypatch.setattr(similarity, "CLOSE", 0.99)
    near, middle, far = "oak ash elm fir yew", "oak ash elm fir box", "oak ash bay fig box"
    first, second, third = links(vectors([near, middle, far]))
    assert first.keys() == {1}
    assert second.keys() == {0, 2}
    assert third.keys() == {1}


@pytest.mark.parametrize(("alike", "expected"), [(0.4, 0.854), (0.3, 0.730), (0.0, 0.0), (1.0, 1.0)])
def test_two_with_nothing_else_like_them(alike: float, expected: float) -> None:
    found = reinforced([{1: alike}, {0: alike}] if alike else [{}, {}])
    assert found[0].get(1, 0.0) == found[1].get(0, 0.0) == pytest.approx(expected, abs=0.001)


def test_a_sentence_that_is_like_both_brings_two_together_and_one_that_is_like_one_parts_them() -> None:
    alone = reinforced([{1: 0.4}, {0: 0.4}])[0][1]
    with_common = reinforced([{1: 0.4, 2: 0.4}, {0: 0.4, 2: 0.4}, {0: 0.4, 1: 0.4}])[0][1]
    with_other = reinforced([{1: 0.4, 2: 0.6}, {0: 0.4}, {0: 0.6}])[0][1]
    assert with_common > alone > with_other


def test_two_that_are_like_the_same_others_are_alike_without_a_link() -> None:
    found = reinforced([{2: 0.6, 3: 0.6}, {2: 0.6, 3: 0.6}, {0: 0.6, 1: 0.6}, {0: 0.6, 1: 0.6}])
    assert found[0][1] > 0.5
