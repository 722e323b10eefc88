from __future__ import annotations

from generator.model import BlockKind, Charge
from tests.dispute import Said, alleged, analysis, answered, evidence


def charges_of(**said: list[Said]) -> tuple[Charge, ...]:
    return analysis(said, evidence(said)).charges


CHARGE = alleged(
    "The Guild accused Brannock of selling 40,000 crates of old apples.", "Orchard Guild", "accused", paragraph=1
)


def test_allegations_of_one_paragraph_and_accuser_are_one_charge() -> None:
    further = alleged("It said nobody was told.", "Orchard Guild", "said", paragraph=1)
    other = alleged("Odo Fenn accused Sund Packers of fraud.", "Odo Fenn", "accused", paragraph=1)
    found = charges_of(wire=[CHARGE, further, other])
    assert [[c.passages[0].id for c in charge.claims] for charge in found] == [["wire:0", "wire:1"], ["wire:2"]]
    assert [charge.accuser for charge in found] == ["Orchard Guild", "Odo Fenn"]


def test_paragraphs_without_a_speaker_are_not_put_together() -> None:
    found = charges_of(
        wire=[alleged("Old apples are sold as new.", paragraph=1), alleged("The fog harms farmers.", paragraph=2)]
    )
    assert [len(charge.claims) for charge in found] == [1, 1]


def test_a_heading_alone_is_no_charge() -> None:
    assert charges_of(wire=[alleged("Guild accuses Brannock", "Orchard Guild", block=BlockKind.HEADING)]) == ()


def test_the_most_specific_charge_leads_and_an_unnamed_one_never() -> None:
    unnamed = alleged("Brannock and Sund Packers sold 40,000 crates, 12 percent of them on 3 March 2031.")
    vague = alleged("Maren Holt said the fog is bad.", "Maren Holt", "said")
    assert [c.accuser for c in charges_of(a=[unnamed], b=[vague], c=[CHARGE])] == ["Orchard Guild", "Maren Holt", ""]


def test_a_charge_that_its_source_marks_as_unverified_comes_after_sure_ones() -> None:
    marked = alleged(
        "Odo Fenn accused Brannock of taking 3 million crowns [unverified information].", "Odo Fenn", "accused"
    )
    vague = alleged("Maren Holt accused Brannock of fraud.", "Maren Holt", "accused")
    assert [c.accuser for c in charges_of(a=[marked], b=[vague])] == ["Maren Holt", "Odo Fenn"]


def test_what_turns_the_charge_back_is_a_charge_of_its_own() -> None:
    back = answered("Ilse Brannock said the Guild fears fair competition.", "Ilse Brannock", "said", paragraph=4)
    (charge,) = charges_of(wire=[back])
    assert (charge.accuser, charge.counter, charge.answers) == ("Ilse Brannock", True, ())
    assert charges_of(wire=[answered("Ironically, the Guild fogs pears too.")]) == ()


def test_a_charge_names_whom_it_accuses_in_the_order_of_the_topic() -> None:
    (charge,) = charges_of(
        wire=[alleged("The Guild accused Sund Packers and Brannock of fraud.", "Orchard Guild", "accused")]
    )
    assert charge.accused == ("Brannock", "Sund Packers")


def test_an_accuser_who_only_fears_what_may_happen_makes_no_charge() -> None:
    assert (
        charges_of(wire=[alleged("Odo Fenn warned that strict rules could hamper trade.", "Odo Fenn", "warned")]) == ()
    )


def test_the_accused_side_accusing_the_accusers_makes_a_counter_charge() -> None:
    (charge,) = charges_of(
        wire=[alleged("Ilse Brannock accused the Guild of stealing her books.", "Ilse Brannock", "accused")]
    )
    assert (charge.counter, charge.accused) == (True, ("Orchard Guild",))


def test_words_that_their_source_marks_as_unverified_make_no_heading_where_others_can() -> None:
    marked = alleged(
        "The Guild accused Brannock of selling 40,000 crates of old apples [unverified information].", "Orchard Guild"
    )
    plain = alleged("The Guild accused Brannock of selling old apples as new.", "Orchard Guild", paragraph=0)
    (charge,) = charges_of(a=[marked], b=[plain])
    assert charge.heading == "selling old apples as new"


def test_the_order_of_the_sources_changes_nothing() -> None:
    said = [CHARGE, alleged("Maren Holt said 40,000 crates were old.", "Maren Holt", "said")]
    one, other = charges_of(a=said[:1], b=said[1:]), charges_of(b=said[1:], a=said[:1])
    assert one == other
    assert len(one) == 1
