from __future__ import annotations

from generator.analysis.grouping import grouped
from generator.analysis.matters import Matters
from generator.analysis.whose import Whose
from generator.model import BlockKind, Claim
from tests.dispute import TOPIC, Said, alleged, analysis, evidence


def charges_of(**said: list[Said]) -> list[list[str]]:
    """The passages of each charge, every passage a claim of its own."""
    passages = analysis(said, evidence(said)).passages
    whose = Whose(TOPIC, passages)
    claims = [Claim(p.id, p.role, (p,)) for p in passages]
    return [[p.id for p in group.passages] for group in grouped(claims, whose, Matters(whose, passages))]


def by_guild(text: str, paragraph: int | None = None, block: BlockKind = BlockKind.PARAGRAPH) -> Said:
    return alleged(text, "Orchard Guild", paragraph=paragraph, block=block)


SOLD = by_guild("The Guild accused Brannock of selling 40,000 crates of old apples.")


def test_one_matter_in_two_sources_is_one_charge() -> None:
    again = alleged("Brannock sold old apples by the crate, Maren Holt told a court.", "Maren Holt")
    assert charges_of(a=[SOLD], b=[again]) == [["a:0", "b:0"]]


def test_another_accuser_makes_another_charge() -> None:
    again = alleged("Odo Fenn accused Brannock of selling 40,000 crates of old apples.", "Odo Fenn")
    assert charges_of(a=[SOLD], b=[again]) == [["a:0"], ["b:0"]]


def test_another_accused_makes_another_charge() -> None:
    other = by_guild("Forty trucks of pears and 40,000 crates of old apples left Sund Packers by night, it said.")
    assert charges_of(a=[SOLD], b=[other]) == [["a:0"], ["b:0"]]


def test_another_wrong_of_the_same_accused_makes_another_charge() -> None:
    other = by_guild("Brannock bribed the harbour master with free pears, according to the Guild.")
    assert charges_of(a=[SOLD], b=[other]) == [["a:0"], ["b:0"]]


def test_a_further_accusation_in_the_same_paragraph_is_another_charge() -> None:
    other = by_guild("It also accused Brannock of bribing the harbour master.", paragraph=0)
    assert charges_of(a=[by_guild(SOLD.text, paragraph=0), other]) == [["a:0"], ["a:1"]]


def test_another_figure_of_one_happening_stays_in_the_charge_and_of_another_does_not() -> None:
    dismissed = by_guild("Brannock dismissed 18 packers over slow work, the Guild said.")
    same = by_guild("The Guild said Brannock dismissed 22 packers over slow work.")
    other = by_guild("Brannock fined 30 packers who had come late, the Guild said.")
    assert charges_of(a=[dismissed], b=[same]) == [["a:0", "b:0"]]
    assert charges_of(a=[dismissed], b=[other]) == [["a:0"], ["b:0"]]


def test_one_document_dated_by_two_sources_is_one_charge() -> None:
    first = by_guild("On 3 March 2031 the Guild issued a memo accusing Brannock of fraud.")
    second = alleged("Maren Holt issued a memo on 5 March 2031, charging Brannock with deceit.", "Maren Holt")
    later = alleged("Maren Holt issued a memo on 5 June 2031, charging Brannock with deceit.", "Maren Holt")
    assert charges_of(a=[first], b=[second]) == [["a:0", "b:0"]]
    assert charges_of(a=[first], b=[later]) == [["a:0"], ["b:0"]]


def test_what_begins_with_the_allegations_goes_with_them() -> None:
    told = alleged("The allegations, detailed by Maren Holt, concern secret stores.", "Maren Holt")
    assert charges_of(a=[SOLD, told]) == [["a:0", "a:1"]]


def test_a_list_goes_with_its_lead_in() -> None:
    items = [by_guild(f"{words} by Brannock", block=BlockKind.ITEM) for words in ("Fogging of pears", "Fees for air")]
    assert charges_of(a=[by_guild("The Guild alleges three wrongs:"), *items]) == [["a:0", "a:1", "a:2"]]
