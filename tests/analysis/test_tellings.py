from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Charge, Party, Side
from tests.dispute import TOPIC, Said, alleged, analysis, answered, evidence

MEMO = alleged(
    "On 3 March, the Guild issued a memo accusing Brannock of selling 40,000 crates of old apples.",
    "Orchard Guild",
    "issued",
    paragraph=1,
)
DENIAL = answered("Brannock denied this.", "Brannock", "denied", paragraph=1)
LEAGUE = replace(TOPIC, parties=(*TOPIC.parties, Party("Fruit League", (), Side.ACCUSES)))


def found(other: Said) -> dict[str, Charge]:
    said = {"post": [other], "wire": [MEMO, DENIAL]}
    return {charge.accuser: charge for charge in analysis(said, evidence(said, LEAGUE)).charges}


@pytest.mark.parametrize("who", ["Odo Fenn", "Fruit League"])
def test_what_answers_one_telling_of_a_document_answers_the_other(who: str) -> None:
    charges = found(
        alleged(
            f"{who} issued a memo on 4 March accusing Brannock of selling 40,000 crates of old apples.", who, "issued"
        )
    )
    assert [answer.claim.id for answer in charges[who].answers] == ["wire:1"]
    assert charges[who].answers[0].ground == "it answers another telling of this charge"
    assert [answer.claim.id for answer in charges["Orchard Guild"].answers] == ["wire:1"]


def test_somebody_unknown_who_gives_the_same_figure_tells_the_same() -> None:
    text = "Odo Fenn said that Brannock was selling 40,000 crates of old apples."
    assert found(alleged(text, "Odo Fenn", "said"))["Odo Fenn"].answers


def test_two_parties_that_give_the_same_figure_are_two_accusers() -> None:
    text = "The Fruit League said that Brannock was selling 40,000 crates of old apples."
    assert found(alleged(text, "Fruit League", "said"))["Fruit League"].answers == ()


@pytest.mark.parametrize(
    "text",
    [
        "Odo Fenn issued a memo on 4 March accusing Brannock of hiding a fire in hall 7.",
        "Odo Fenn issued a memo on 4 May accusing Brannock of hiding a fire in hall 7.",
        "Odo Fenn issued a memo on 4 March accusing Sund Packers of selling 40,000 crates of old apples.",
    ],
)
def test_another_matter_another_time_and_another_accused_are_another_charge(text: str) -> None:
    assert found(alleged(text, "Odo Fenn", "issued"))["Odo Fenn"].answers == ()


def test_nobody_answers_their_own_charge() -> None:
    text = "Brannock said that Brannock was selling 40,000 crates of old apples."
    assert all(
        a.claim.passages[0].speaker != c.accuser
        for c in found(alleged(text, "Brannock", "said")).values()
        for a in c.answers
    )
