from __future__ import annotations

from generator.compose.register import Register
from generator.model import BlockKind, Role
from tests.dispute import Said, alleged, analysis, answered, evidence


def register(*said: Said) -> Register:
    pile = {"wire": list(said)}
    of = evidence(pile)
    return Register(of, analysis(pile, of))


def test_what_is_on_no_page_of_its_role_is_named_with_the_page_where_it_stands() -> None:
    found = register(alleged("Old cold-fogging fruit is sold."), answered("Brannock sells none."), Said("Fog is cold."))
    first = found.sure[0]
    assert [left.passage.id for left in found.moved] == ["wire:0", "wire:1"]
    found.print_on("allegations", [first])
    (left,) = found.moved
    assert (left.passage.id, left.reason) == ("wire:1", "over the budget of rebuttals.md; stands on who-says-what.md")


def test_an_answer_that_leans_is_stated_under_its_charge_and_then_not_left_out() -> None:
    pile = {"wire": [alleged("The Guild accused Brannock.", "Guild", "accused"), answered("This is slander.")]}
    of = evidence(pile)
    found_in = analysis(pile, of)
    found = Register(of, found_in)
    assert [left.passage.id for left in found.left_out] == ["wire:1"]
    (charge, *_) = found.statements(found_in.charges[0].claims)
    answer = found.answer(next(claim for claim in found_in.claims if claim.role is Role.REBUTTAL), charge)
    assert answer is not None
    found.print_on("allegations", [answer])
    assert found.left_out == ()


def test_headings_and_what_is_not_relevant_are_neither_stated_nor_left_out() -> None:
    found = register(
        alleged("Guild accuses Brannock", block=BlockKind.HEADING), alleged("The mayor took bribes.", relevant=False)
    )
    assert (found.sure, found.left_out, found.moved) == ((), (), ())


def test_a_charge_is_told_in_the_wording_that_its_heading_is_taken_from() -> None:
    pile = {
        "gazette": [alleged("The Guild accused Brannock of selling old apples and pears.", "Guild", "accused")],
        "wire": [alleged("The Guild accused Brannock of selling old apples.", "Guild", "accused")],
    }
    of = evidence(pile)
    found = analysis(pile, of)
    assert len(found.claims) == 1
    for source, heading in (("gazette", "apples and pears"), ("wire", "accused Brannock of selling old apples.")):
        (statement, *_) = Register(of, found).statements(found.claims, heading.rstrip("."))
        assert heading.rstrip(".") in statement.words, source


def test_a_named_allegation_that_charges_nobody_is_listed_with_that_reason() -> None:
    found = register(
        alleged("Growers of Tarn said that cold-fogging may slow trade in fruit.", "Growers of Tarn", "said")
    )
    assert [left.reason for left in found.moved] == ["it charges nobody; stands on who-says-what.md"]


def test_what_says_of_nothing_that_it_is_open_is_no_open_question() -> None:
    found = register(
        Said("Whether by night or by day, cold-fogging will go on.", Role.OPEN_QUESTION),
        Said("Whether cold-fogging will go on is not known.", Role.OPEN_QUESTION),
    )
    assert [left.reason for left in found.left_out] == ["it asks nothing, and calls nothing open"]
