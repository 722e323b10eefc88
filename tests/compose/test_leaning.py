from __future__ import annotations

import pytest

from generator.compose.leaning import leans, reach_back, spoken_words_lean, without_connective
from tests.dispute import Said, alleged, analysis, answered, evidence


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("However, old fruit was sold.", "old fruit was sold."),
        ("Yet the claim that fruit is old is weak.", "the claim that fruit is old is weak."),
        ("In response, Brannock opened its halls.", "Brannock opened its halls."),
        ("On the same day, the council met.", "the council met."),
        ("But they sold it.", ""),
        ("Yet this is old.", ""),
        ("But not all fruit is old.", ""),
        ("However hard it rained, fruit was sold.", ""),
        ("Still water was salted.", ""),
        ("Old fruit was sold, but not here.", ""),
    ],
)
def test_a_connective_at_the_front_is_left_out_where_the_rest_stands_alone(words: str, rest: str) -> None:
    assert without_connective(words) == rest


@pytest.mark.parametrize(
    "words",
    [
        "This hides the age.",
        "The company sold it.",
        "The claim is weak.",
        "In March 2031, the firm sold it.",
        "In a short note it named two firms.",
        "Asked on the way out, he named two firms.",
        "On the same day, fruit was sold.",
        "Will she say that fruit was sold?",
        "It was founded to sell fruit.",
        "It is a firm that sold fruit.",
    ],
)
def test_leaning(words: str) -> None:
    assert leans(words)


@pytest.mark.parametrize(
    "words",
    [
        "The claim that fruit is old is weak.",
        "The report of the Guild is old.",
        "Asked by Radio Tarn, he named two firms.",
        "In March 2031, Brannock sold it.",
        "Fruit was sold.",
        "It is not yet known whether fruit was sold.",
        "It remains unclear who sold it.",
    ],
)
def test_standing_alone(words: str) -> None:
    assert not leans(words)


def together(*said: Said) -> str:
    pile = {"gazette": list(said)}
    passages = analysis(pile, evidence(pile)).passages
    return reach_back(passages[-1], passages[:-1], lambda *_: "")


LEANING = alleged("They hide the age of fruit.", paragraph=1)


def test_a_sentence_is_quoted_with_one_that_names_its_own_speaker() -> None:
    named = alleged("Maren Holt accused two firms.", "Maren Holt", "accused", paragraph=1)
    assert together(named, LEANING) == "Maren Holt accused two firms. They hide the age of fruit."


def test_nobody_is_made_to_say_what_a_neighbour_says() -> None:
    spoken = alleged("They hide the age, Holt said.", "Maren Holt", paragraph=1)
    assert together(alleged("Two firms sell old fruit.", paragraph=1), spoken) == ""
    assert together(alleged("Two firms sell old fruit, she said.", "Maren Holt", paragraph=1), LEANING) == ""


def test_a_charge_and_its_answer_are_never_one_quotation() -> None:
    assert together(alleged("Two firms sell old fruit.", paragraph=1), answered("They sell none.", paragraph=1)) == ""


def test_several_sentences_are_taken_in_until_one_stands_alone() -> None:
    first, second = alleged("Two firms sell fruit.", paragraph=1), alleged("It is old.", paragraph=1)
    assert together(first, second, LEANING) == "Two firms sell fruit. It is old. They hide the age of fruit."
    assert together(alleged("Both sell fruit.", paragraph=1), second, LEANING) == ""


@pytest.mark.parametrize(
    "words", ["They came in a line.", "It's old.", "I cannot, and nobody can.", "That is why fruit is cold."]
)
def test_spoken_words_that_lean_on_what_was_said_before(words: str) -> None:
    assert spoken_words_lean(words)


@pytest.mark.parametrize(
    "words", ["We sold old fruit.", "I cannot say why fruit is old.", "It is false to say that fruit is old."]
)
def test_spoken_words_that_stand_alone(words: str) -> None:
    assert not spoken_words_lean(words)


def test_a_sentence_that_points_further_back_takes_in_the_one_that_names_it() -> None:
    pile = {"gazette": [alleged("Two firms sell fruit.", paragraph=1), alleged("The older sells ice.", paragraph=1)]}
    passages = analysis(pile, evidence(pile)).passages
    assert reach_back(passages[1], passages[:1], lambda *_: "") == "Two firms sell fruit. The older sells ice."
    assert reach_back(passages[1], passages[:1], lambda *_: "the older") == ""
