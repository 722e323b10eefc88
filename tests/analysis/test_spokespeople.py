"""Who may speak for a party; in doubt somebody does."""

from __future__ import annotations

import pytest

from generator.analysis.spokespeople import spoken_for
from generator.model import Party, Side, Stated, Topic
from tests.dispute import TOPIC, Said, alleged, analysis, answered, evidence, source

PARTIES = Topic(
    "The courier strike",
    "strike",
    parties=(
        Party("Ministry of Labour", (), Side.ACCUSED),
        Party("Ardel Couriers", ("Ardel",), Side.ACCUSED),
        Party("Ida Ruud", ("Ruud",), Side.ACCUSED, of="Ministry of Labour"),
    ),
)
NAMED = alleged("The drivers accused Ardel Couriers and the Ministry of Labour of delay.", "drivers")


def spoken(*said: Said, topic: Topic = PARTIES, author: str = "") -> set[str]:
    by = source("wire")
    told = {"author": Stated(author)} if author else {}
    of = evidence({"wire": list(said)}, topic, {"wire": by.__class__(by.key, by.file, by.sha256, by.speaks, told)})
    return set(spoken_for(of, analysis({"wire": list(said)}, of).passages))


@pytest.mark.parametrize(
    ("text", "speaker", "party"),
    [
        ("A spokesman for the ministry said that this is false.", "spokesman for the ministry", "Ministry of Labour"),
        ("A spokesman for the ministry said that this is false.", "", "Ministry of Labour"),
        ("The ministry said that this is false.", "ministry", "Ministry of Labour"),
        ("A lawyer for Ardel said that this is false.", "lawyer for Ardel", "Ardel Couriers"),
        ("The company's spokeswoman denied it.", "company's spokeswoman", "Ardel Couriers"),
        ("A spokeswoman denied it.", "spokeswoman", "Ardel Couriers"),
        ("Ida Ruud said that this is false.", "Ida Ruud", "Ministry of Labour"),
        ("Ruud's lawyer called it false.", "", "Ida Ruud"),
    ],
)
def test_whoever_may_speak_for_a_party_does(text: str, speaker: str, party: str) -> None:
    assert party in spoken(NAMED, answered(text, speaker))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The drivers said that a spokesman for the ministry had left.", "drivers"),
        ("Maren Holt said that the strike goes on.", "Maren Holt"),
        ("A spokesman for the harbour board said that the strike goes on.", "spokesman for the harbour board"),
    ],
)
def test_somebody_else_does_not(text: str, speaker: str) -> None:
    assert spoken(NAMED, answered(text, speaker)) == set()


def test_a_spokeswoman_speaks_for_nobody_named_only_later() -> None:
    assert spoken(answered("A spokeswoman denied it.", "spokeswoman"), NAMED) == set()


def test_a_party_speaks_in_what_it_has_written() -> None:
    assert spoken(NAMED, author="Ardel Couriers") == {"Ardel Couriers"}


def test_what_is_off_the_topic_is_no_speech() -> None:
    assert spoken(Said("Brannock denied it.", speaker="Brannock", relevant=False), topic=TOPIC) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Ardel Couriers did not respond to a request for comment.",
        "A spokeswoman for Ardel did not immediately respond to requests for comment.",
        "Lawyers for Ardel declined to comment.",
        "Ardel's lawyers could not be reached.",
        "Officials at Ardel refused to answer questions.",
        "Drivers sent a letter to Ardel and the Ministry of Labour.",
        "The drivers named the Ministry of Labour and Ardel Couriers in their statement.",
    ],
)
def test_whoever_is_only_asked_or_named_stays_silent(text: str) -> None:
    assert spoken(NAMED, answered(text)) == set()


def test_the_envoy_of_one_party_does_not_speak_for_those_accused() -> None:
    said = "A spokesman for Ida Ruud said Ardel Couriers had lied."
    assert spoken(NAMED, answered(said, "spokesman for Ida Ruud")) == {"Ida Ruud", "Ministry of Labour"}


def test_an_envoy_of_a_party_that_the_topic_gives_with_an_article() -> None:
    topic = Topic("Pears", "pears", parties=(Party("Larch Growers' Association", ("the growers",), Side.ACCUSED),))
    assert spoken(answered("The growers’ lawyer denied it.", "growers’ lawyer"), topic=topic)
    assert not spoken(answered("Rival growers denied it.", "rival growers"), topic=topic)
