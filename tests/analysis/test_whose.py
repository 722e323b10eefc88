from __future__ import annotations

import pytest

from generator.analysis.whose import Whose, normal
from generator.model import Party, Side, Topic
from tests.dispute import TOPIC, alleged, passage


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S. Fruit Office", "US Fruit Office"),
        ("Growers’ Union", "growers' union"),
        ("Dr. Holt", "Dr Holt"),
        ("the  Guild", "Guild"),
    ],
)
def test_forms_of_one_name_have_one_normal_form(one: str, other: str) -> None:
    assert normal(one) == normal(other)


def test_names_that_differ_stay_apart() -> None:
    assert normal("Fruit Office") != normal("Fruit Board")


def test_a_short_form_in_brackets_stands_for_its_long_form() -> None:
    text = "The Northern Fruit Council (NFC) said so."
    whose = Whose(TOPIC, [passage(alleged(text, "Northern Fruit Council", "said"))])
    assert whose.related("NFC", "Northern Fruit Council")
    assert not whose.related("NFC", "Orchard Guild")


def test_a_person_is_related_to_the_body_but_not_to_another_person_of_it() -> None:
    topic = Topic("t", "s", parties=(Party("Board"), Party("Ann Lee", of="Board"), Party("Bo Ray", of="Board")))
    whose = Whose(topic, ())
    assert whose.related("Ann Lee", "Board")
    assert whose.related("Board", "Ann Lee")
    assert not whose.related("Ann Lee", "Bo Ray")


def test_of_two_speakers_each_has_to_belong_to_the_body() -> None:
    topic = Topic(
        "t", "s", parties=(Party("Board"), Party("Ann Lee", of="Board"), Party("Bo Ray", of="Board"), Party("Cy Dee"))
    )
    whose = Whose(topic, ())
    assert whose.related("Ann Lee and Bo Ray", "Board")
    assert not whose.related("Ann Lee and Cy Dee", "Board")
    assert not whose.related("Ann Lee", "Board and Cy Dee")


def test_what_the_text_says_of_a_speaker_counts() -> None:
    said = "Odo Fenn, who chairs the Orchard Guild, said so."
    whose = Whose(TOPIC, [passage(alleged(said, "Odo Fenn", "said"))])
    assert whose.related("Odo Fenn", "Orchard Guild")
    assert whose.side("Odo Fenn") is Side.ACCUSES


def test_a_critic_of_a_body_does_not_speak_for_it() -> None:
    said = "Maren Holt, a critic of Brannock, said so."
    whose = Whose(TOPIC, [passage(alleged(said, "Maren Holt", "said"))])
    assert not whose.related("Maren Holt", "Brannock")


def test_circles_of_belonging_end() -> None:
    topic = Topic("t", "s", parties=(Party("A", of="B"), Party("B", of="A")))
    assert Whose(topic, ()).lineage("A") == {"a", "b"}


def test_names_are_found_the_longest_first_and_with_their_place() -> None:
    whose = Whose(TOPIC, ())
    text = "The Guild met Brannock Cold Stores."
    found = whose.mentioned(text)
    assert [(mention.name, text[mention.start : mention.end]) for mention in found] == [
        ("Orchard Guild", "The Guild"),
        ("Brannock", "Brannock Cold Stores"),
    ]
    assert Whose(Topic("t", "s"), ()).mentioned(text) == ()


@pytest.mark.parametrize(
    "speaker", ["spokesman for the ministry", "ministry's lawyer", "officials at the Ministry of Fruit"]
)
def test_an_envoy_stands_where_whoever_is_spoken_for_stands(speaker: str) -> None:
    topic = Topic("Fruit", "fruit", parties=(Party("Ministry of Fruit", (), Side.ACCUSED), Party("Orchard Guild")))
    assert Whose(topic, ()).side(speaker) is Side.ACCUSED
