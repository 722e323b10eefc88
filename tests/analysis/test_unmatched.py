from __future__ import annotations

import pytest

from generator.model import Charge
from tests.dispute import Said, alleged, analysis, answered, evidence

CHARGE = alleged("The Guild accused Brannock of selling 40,000 crates of old apples.", "Orchard Guild", "accused")


def charge(**said: list[Said]) -> Charge:
    """The charge of the Guild against Brannock."""
    found = analysis(said, evidence(said))
    return next(one for one in found.charges if one.accuser == "Orchard Guild" and not one.counter)


@pytest.mark.parametrize("speaker", ["Brannock", "Ilse Brannock"])
def test_a_rebuttal_beside_the_charge_by_the_accused_may_answer_it(speaker: str) -> None:
    far = answered("Every pallet in the hall was weighed by a notary.", speaker, paragraph=7)
    found = charge(a=[CHARGE, Said("The hall is large.", paragraph=3), far])
    assert found.unmatched is not bool(found.answers)


def test_where_nobody_rebuts_a_charge_has_no_answer() -> None:
    found = charge(a=[CHARGE, Said("The hall is large.", paragraph=3)])
    assert (found.answers, found.unmatched) == ((), False)


def test_what_somebody_else_rebuts_is_no_answer_of_the_accused() -> None:
    other = answered("Sund Packers said that its own pallets were weighed by a notary.", "Sund Packers", paragraph=7)
    assert not charge(a=[CHARGE, other]).unmatched


def test_what_an_article_says_in_its_own_voice_answers_the_dispute_and_no_charge_of_its_own() -> None:
    unnamed = answered("Every pallet in the hall was weighed by a notary.", "", paragraph=7)
    assert not charge(a=[CHARGE, unnamed]).unmatched


def test_what_the_accused_rebut_elsewhere_may_be_another_charge() -> None:
    far = answered("Every pallet in the hall was weighed by a notary.", "Brannock", paragraph=7)
    assert not charge(a=[CHARGE], b=[far]).unmatched


def test_an_answered_charge_is_not_unmatched() -> None:
    found = charge(a=[CHARGE, answered("Brannock denied this.", "Brannock", "denied", paragraph=0)])
    assert found.answers
    assert not found.unmatched
