from __future__ import annotations

import pytest

from generator.analysis.charges import charges
from generator.analysis.claims import clusters
from generator.model import Charge
from tests.dispute import TOPIC, Said, alleged, analysis, answered, evidence

CHARGE = alleged(
    "The Guild accused Brannock of selling 40,000 crates of old apples.", "Orchard Guild", "accused", paragraph=1
)
OTHER = alleged("Odo Fenn accused Brannock of bribing the harbour master.", "Odo Fenn", "accused", paragraph=2)


def charges_of(**said: list[Said]) -> tuple[Charge, ...]:
    return analysis(said, evidence(said)).charges


def pairs(**said: list[Said]) -> dict[str, list[str]]:
    """Accuser -> texts of the answers, of the charges that are no counter-charges."""
    return {c.accuser: [a.claim.passages[0].text for a in c.answers] for c in charges_of(**said) if not c.counter}


def by_brannock(text: str, paragraph: int = 1) -> Said:
    return answered(text, "Brannock", paragraph=paragraph)


@pytest.mark.parametrize(
    ("answer", "paired"),
    [
        (by_brannock("That claim is false, the firm said.", 2), True),
        (by_brannock("This is slander."), True),
        (by_brannock("Our apples are new."), True),
        (by_brannock("Our apples are new.", 2), True),
        (by_brannock("Our apples are new.", 3), False),
        (by_brannock("The Guild's figures are false.", 9), True),
        (by_brannock("The accusations are baseless.", 9), True),
        (answered("Our apples are new.", "Odo Fenn", paragraph=1), False),
        (answered("Our pears are new.", "Sund Packers", paragraph=1), False),
        (answered("Apples keep for months.", paragraph=1), False),
        (answered("The photographs show no old apples.", paragraph=1), True),
        (answered("That claim is false.", "Maren Holt", paragraph=1), False),
    ],
)
def test_an_answer_is_paired_only_where_the_text_ties_it_to_the_charge(answer: Said, paired: bool) -> None:
    (charge,) = (c for c in charges_of(wire=[CHARGE, answer]) if not c.counter)
    assert [a.claim.passages[0].text for a in charge.answers] == [answer.text] * paired
    assert all(a.ground for a in charge.answers)


def test_what_names_the_accuser_answers_this_accusers_charge_and_not_the_last_one() -> None:
    answer = by_brannock("Brannock denied the claim by the Guild.", 2)
    assert pairs(wire=[CHARGE, OTHER, answer]) == {"Orchard Guild": [answer.text], "Odo Fenn": []}


def test_what_names_the_accuser_answers_in_another_source_too() -> None:
    answer = by_brannock("Brannock called the Guild's accusation a fairy tale.")
    assert pairs(courier=[CHARGE], wire=[answer]) == {"Orchard Guild": [answer.text]}


def test_a_passing_mention_of_the_accuser_is_no_answer() -> None:
    mention = by_brannock("Brannock has cooled fruit for longer than the Guild exists.", 5)
    assert pairs(courier=[CHARGE], wire=[mention]) == {"Orchard Guild": []}


def test_what_came_out_before_the_charge_does_not_answer_it() -> None:
    answer = by_brannock("Brannock called the Guild's accusation a fairy tale.")
    said = {"courier": [CHARGE], "wire": [answer]}
    for day, count in (("2031-03-02", 0), ("2031-03-04", 1), ("", 1)):
        found = _dated(said, {"courier": "2031-03-04", "wire": day})
        assert [len(c.answers) for c in found if not c.counter] == [count]


def test_an_answer_before_the_charge_in_its_article_is_not_paired() -> None:
    assert pairs(wire=[by_brannock("That claim is false.", 0), CHARGE]) == {"Orchard Guild": []}


def test_what_goes_on_from_an_answer_answers_the_same() -> None:
    first = by_brannock("Brannock denied the claim by the Guild.", 2)
    second = by_brannock("Every crate was new, it said.", 2)
    found = pairs(wire=[CHARGE, OTHER, first, second])
    assert found == {"Orchard Guild": [first.text, second.text], "Odo Fenn": []}


def test_evidence_that_is_announced_against_a_charge_answers_it() -> None:
    announced = answered("That claim was soon challenged by public records.", paragraph=2)
    shown = answered("A register of 2029 lists every crate with its day.", paragraph=3)
    assert pairs(wire=[CHARGE, announced, shown]) == {"Orchard Guild": [announced.text, shown.text]}


def test_the_accusers_noun_or_document_stands_for_the_accuser() -> None:
    memo = alleged("In a memo Odo Fenn accused Brannock of bribing the harbour master.", "Odo Fenn", paragraph=2)
    doubt = answered("The memo names no witness.", paragraph=4)
    assert pairs(wire=[CHARGE, memo, doubt]) == {"Orchard Guild": [], "Odo Fenn": [doubt.text]}
    figures = answered("The guild's figures rest on one photograph.", paragraph=4)
    assert pairs(wire=[CHARGE, memo, figures]) == {"Orchard Guild": [figures.text], "Odo Fenn": []}


def test_what_answers_the_accusations_is_paired_with_none_where_several_accuse() -> None:
    whole = by_brannock("The accusations are baseless, the firm said.", 3)
    assert pairs(wire=[CHARGE, OTHER, whole]) == {"Orchard Guild": [], "Odo Fenn": []}


def test_what_speaks_of_both_accusers_answers_both() -> None:
    both = answered("Both accusers have a commercial interest in harming a rival.", paragraph=2)
    assert pairs(wire=[CHARGE, OTHER, both]) == {"Orchard Guild": [both.text], "Odo Fenn": [both.text]}


def test_between_two_charges_of_one_accuser_the_words_decide_or_nothing_does() -> None:
    bribes = alleged("The Guild also accused Brannock of bribing the harbour master.", "Orchard Guild", paragraph=2)
    meant = by_brannock("Answering the Guild, Brannock said the harbour master had been paid for night work.", 5)
    open_one = by_brannock("Brannock rejected the Guild's statement.", 5)
    found = {c.heading: len(c.answers) for c in charges_of(wire=[CHARGE, bribes, meant]) if not c.counter}
    assert found == {"selling 40,000 crates of old apples": 0, "bribing the harbour master": 1}
    assert not any(c.answers for c in charges_of(wire=[CHARGE, bribes, open_one]))


def test_the_accusers_answer_a_counter_charge() -> None:
    back = alleged("Ilse Brannock accused the Guild of stealing her books.", "Ilse Brannock", "accused", paragraph=3)
    reply = answered("The Guild denied this.", "Orchard Guild", "denied", paragraph=3)
    (counter,) = (c for c in charges_of(wire=[back, reply]) if c.counter)
    assert [a.claim.passages[0].text for a in counter.answers] == [reply.text]


def _dated(said: dict[str, list[Said]], issued: dict[str, str]) -> tuple[Charge, ...]:
    passages = analysis(said, evidence(said)).passages
    claims, found = clusters(passages, TOPIC)
    return charges(claims, found, TOPIC, issued)
