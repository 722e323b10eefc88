from __future__ import annotations

import pytest

from generator.analysis.names import head, is_person, mentions, party_in, plausible
from generator.model import Party, Topic

TOPIC = Topic(
    "The fog",
    "fog",
    parties=(
        Party("Orchard Guild", ("the Guild", "Guild")),
        Party("US", ("Washington",)),
        Party("US Fruit Office", ()),
        Party("Brannock’s Stores"),
    ),
)


@pytest.mark.parametrize("name", ["Maren Holt", "J. K. Rowe", "Ludwig van Hoorn", "Jon Saad-Falcon"])
def test_persons(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize(
    "name", ["Holt", "The Orchard Guild", "Harbour University", "Ministry of Fruit", "the man", "", "Radio Tarn News"]
)
def test_not_persons(name: str) -> None:
    assert not is_person(name)


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the Orchard Guild", "Orchard Guild"),
        ("The Orchard Guild", "Orchard Guild"),
        ("the director of the Fruit Office, Maren Holt", "Maren Holt"),
        ("Maren Holt, the director of the Fruit Office", "Maren Holt"),
        ("fruit firm Brannock", "Brannock"),
        ("the cold store engineer Maren Holt", "Maren Holt"),
        ("some growers", "growers"),
        ("", ""),
        (" , ", ""),
    ],
)
def test_head(phrase: str, name: str) -> None:
    assert head(phrase) == name


def test_the_longest_name_decides() -> None:
    found = party_in(TOPIC, "a clerk of the us fruit office")
    assert found is not None
    assert found.name == "US Fruit Office"
    assert party_in(TOPIC, "Guildford's growers") is None


def test_mentions_respects_case_and_folds_apostrophes() -> None:
    us, stores = TOPIC.parties[1], TOPIC.parties[3]
    assert mentions(us, "The US said so.")
    assert not mentions(us, "They told us so, in the USA.")
    assert mentions(stores, "At Brannock's Stores it is cold.")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Growers said so.", True),
        ("The growers said so.", True),
        ("It was the growers who said so.", True),
        ("the growers' lawyer", True),
        ("Rival growers said so.", False),
        ("So said some growers.", False),
    ],
)
def test_a_name_with_an_article_is_found_behind_one_and_at_the_beginning(text: str, meant: bool) -> None:
    party = Party("Larch Growers' Association", ("the growers",))
    topic = Topic("Pears", "pears", parties=(party,))
    assert mentions(party, text) is meant
    assert (party_in(topic, text) is party) is meant
    assert topic.party("growers") is topic.party("The Growers") is party


@pytest.mark.parametrize(
    ("phrase", "possible"),
    [("the researchers", True), ("Holt", True), ("the fog", False), ("", False), ("A " + "word " * 15, False)],
)
def test_plausible(phrase: str, possible: bool) -> None:
    assert plausible(phrase) is possible
