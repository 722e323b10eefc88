from __future__ import annotations

import pytest

from generator.compose import order
from generator.compose.leaning import Setting
from generator.compose.statement import Statement, state
from generator.model import Role, Speech
from tests.dispute import TOPIC, Said, alleged, analysis, answered, evidence


def statements(*said: Said) -> list[Statement]:
    pile = {"gazette": list(said)}
    of = evidence(pile)
    made = [state(p, of, Setting()) for p in analysis(pile, of).passages]
    return [s for s in made if isinstance(s, Statement)]


def _stated(said: Said) -> Statement:
    (made,) = statements(said)
    return made


@pytest.mark.parametrize(
    ("names", "ordered"),
    [
        (
            "Ada Holm|Odo Fenn|Ada Holm, Ib Lund, and Mo Ree|Mo Ree",
            "Odo Fenn|Ada Holm, Ib Lund, and Mo Ree|Ada Holm|Mo Ree",
        ),
        ("Odo Fenn|Ada Holm", "Odo Fenn|Ada Holm"),
        ("Guild|Guild and Union", "Guild and Union|Guild"),
        ("", ""),
    ],
)
def test_who_is_one_of_several_named_together_stands_after_them(names: str, ordered: str) -> None:
    assert order.together(names.split("|"), str) == ordered.split("|")


def test_what_says_what_the_subject_is_comes_first() -> None:
    said = [
        "Salt keeps a mist cold.",
        "Cold-fogging began in Tarn.",
        "The so-called cold-fogging is a way to keep fruit.",
    ]
    made = statements(*(Said(text, Role.DEFINITION) for text in said))
    assert [s.passage.order for s in order.definitions(made, TOPIC)] == [2, 1, 0]


def test_the_accused_come_first_then_what_meets_the_accusation_then_what_is_said_directly() -> None:
    made = statements(
        answered("Residents like the fruit of Tarn.", "Residents", "like"),
        answered("“Fruit is sound,” residents said.", "Residents", kind=Speech.QUOTE),
        answered("Growers called the charge of fraud false.", "Growers", "called"),
        answered("Ilse Brannock praised the fruit of Tarn.", "Ilse Brannock", "praised"),
    )
    assert [s.passage.order for s in order.answers(made, TOPIC)] == [3, 2, 1, 0]


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Holt", "Maren Holt"),
        ("Chief Inspector Maren Holt", "Maren Holt"),
        ("Ms. Holt", "Maren Holt"),
        ("critics of Brannock", "critics of Brannock"),
        ("Brannock spokesman", "Brannock spokesman"),
        ("", ""),
    ],
)
def test_a_title_does_not_hide_a_party(speaker: str, name: str) -> None:
    assert order.party_name(speaker, TOPIC) == name


def test_a_sentence_that_names_neither_party_nor_subject_is_not_plain() -> None:
    named, subject, neither = statements(
        Said("Sund Packers sells fruit."), Said("Cold-fogging is old."), Said("Nothing is invented.")
    )
    assert order.plain(named, TOPIC)
    assert order.plain(subject, TOPIC)
    assert not order.plain(neither, TOPIC)


def test_few_words_that_name_nothing_are_too_little() -> None:
    short, named, longer = statements(
        Said("Where did old fruit go?"),
        Said("Brannock denied."),
        Said("None of the letters found in Tarn bears a date or a name."),
    )
    assert [order.says_enough(s, TOPIC) for s in (short, named, longer)] == [False, True, True]


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("Brannock Cold Stores", "Brannock"),
        ("Holt", "Maren Holt"),
        ("the Guild", "Orchard Guild"),
        ("Maren Holt", "Maren Holt"),
        ("growers", "growers"),
    ],
)
def test_a_heading_calls_a_party_by_one_name(name: str, heading: str) -> None:
    assert order.heading_name(name, TOPIC) == heading


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Brannock claims that its apples rival the best of the Tarn valley, namely those of Holt.", True),
        ("Brannock launched a store that outperforms all others.", True),
        ("Brannock said that its cold-fogging outperforms all others.", False),
        ("Brannock said its apples beat all others and denied every charge.", False),
        ("Brannock said that nobody launched anything.", False),
    ],
)
def test_praise_alone_answers_nothing(text: str, alone: bool) -> None:
    assert order.only_praises(_stated(answered(text, "Brannock")), TOPIC) is alone


def test_who_is_not_accused_has_to_say_that_they_answer() -> None:
    neutral = answered(
        "The dispute comes less than three weeks before the market of Tarn, said Radio Tarn.", "Radio Tarn"
    )
    doubting = answered("Odo Fenn said that all evidence rests on one crate.", "Odo Fenn")
    accused = answered("Brannock said that fruit came from Tarn.", "Brannock")
    assert [order.meets(_stated(said), TOPIC) for said in (neutral, doubting, accused)] == [False, True, True]


def test_a_short_denial_by_a_named_speaker_says_enough() -> None:
    assert order.says_enough(_stated(answered("Odo Fenn called it all untrue.", "Odo Fenn")), TOPIC)
    assert not order.says_enough(_stated(alleged("Odo Fenn called it all untrue.", "Odo Fenn")), TOPIC)
    assert order.says_enough(_stated(alleged("Holt accused clerks of forging labels.", "Holt")), TOPIC)
