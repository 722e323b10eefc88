"""What a negation or a hedge governs, and whether a sentence speaks of that."""

from __future__ import annotations

import pytest

from generator.lint.scope import TOUCHED, clause, governed, near, takes_up
from generator.model import Span


def _at(words: str, word: str) -> Span:
    start = words.index(word)
    return Span(start, start + len(word))


@pytest.mark.parametrize(
    ("words", "word", "stems"),
    [
        ("The board did not approve the sale; it waited", "not", ("appro", "sale")),
        ("The board did not, its clerk said, approve the sale", "not", ("appro", "sale")),
        ("It is not yet known whether they paid", "not", ("known", "wheth", "paid")),
        ("It did not sell U.S. Steel to anyone", "not", ("sell", "u.s", "steel", "anyon")),
    ],
)
def test_a_word_governs_the_rest_of_its_clause(words: str, word: str, stems: tuple[str, ...]) -> None:
    assert governed(words, _at(words, word).end) == stems


@pytest.mark.parametrize(
    ("words", "word", "stems"),
    [
        ("The ministry paid; no court confirmed the charge", "no", ("court", "confi", "charg")),
        ("This gap, which the report does not explain, weakens the charge", "not", ("repor", "expla")),
        ("Of thirty ships struck off for fraud: none was", "none", ("thirt", "ships", "struc", "off", "fraud")),
    ],
)
def test_a_clause_is_what_stands_around_a_word(words: str, word: str, stems: tuple[str, ...]) -> None:
    assert clause(words, _at(words, word)) == stems


def test_a_sentence_takes_up_a_share_and_at_least_one() -> None:
    assert takes_up("A court looked at it.", ("court", "confi", "charg"), TOUCHED)
    assert not takes_up("A judge looked at it.", ("court", "confi", "charg"), TOUCHED)
    assert not takes_up("Anything.", (), 0)


def test_a_negation_in_another_part_of_the_sentence_is_not_near() -> None:
    sentence = "The paper calls it unclear; the board decided the sale."
    assert not near(sentence, _at(sentence, "unclear"), ("decid", "sale"))
    assert near(sentence, _at(sentence, "decided"), ("sale",))
