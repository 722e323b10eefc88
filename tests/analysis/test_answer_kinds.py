from __future__ import annotations

import pytest

from generator.analysis.answer_kinds import answer_kind, declines, says_how
from generator.analysis.whose import Whose
from generator.model import AnswerKind
from tests.dispute import TOPIC, answered, passage


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They denied the slander and hegemony.", AnswerKind.DENIES),
        ("They admitted that it was false.", AnswerKind.CONCEDES),
        ("The firm refused to admit any fault.", AnswerKind.JUSTIFIES),
        ("The figures did not rely on the laboratory.", AnswerKind.DOUBTS),
        ("The report names no witness.", AnswerKind.DOUBTS),
        ("The claim rests on a single photograph.", AnswerKind.DOUBTS),
        ("It is a pretext.", AnswerKind.TURNS_BACK),
        ("They want to distract from their own failures.", AnswerKind.TURNS_BACK),
        ("The fog is lawful.", AnswerKind.JUSTIFIES),
        ("Prices fell because of the harvest, not because of any deal.", AnswerKind.JUSTIFIES),
        ("We regret that this happened, but the report is false.", AnswerKind.CONCEDES),
    ],
)
def test_the_strongest_that_is_said_counts(text: str, kind: AnswerKind) -> None:
    assert answer_kind(passage(answered(text, "Brannock"))) is kind


def test_a_bare_negation_denies_only_in_somebodys_mouth() -> None:
    text = "Not a single crate was old."
    assert answer_kind(passage(answered(text, "Brannock"))) is AnswerKind.DENIES
    assert answer_kind(passage(answered(text))) is AnswerKind.JUSTIFIES


def test_the_accused_accusing_turns_back_only_where_it_accuses_an_accuser() -> None:
    whose = Whose(TOPIC, ())
    back = passage(answered("Brannock accused the Guild of theft.", "Brannock", "accused"))
    away = passage(answered("Brannock blamed the heat for the rot.", "Brannock", "blamed"))
    assert answer_kind(back, whose) is AnswerKind.TURNS_BACK
    assert answer_kind(away, whose) is AnswerKind.JUSTIFIES


def test_words_that_answer_nothing_do_not_say_how() -> None:
    assert says_how(passage(answered("The firm replied at once.", "Brannock")))
    assert not says_how(passage(answered("Apples keep for months.", "Brannock")))


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("Brannock said that it does not comment on single crates.", True),
        ("Brannock declined to comment.", True),
        ("Brannock did not respond to a request for comment.", True),
        ("Brannock has not answered questions by this newspaper.", True),
        ("Brannock declined to comment but called the claim false.", False),
        ("Brannock said that it did not sell a single crate.", False),
        ("Brannock answered that the crates were new.", False),
    ],
)
def test_who_says_nothing_answers_nothing(text: str, silent: bool) -> None:
    assert declines(passage(answered(text, "Brannock"))) is silent
