from __future__ import annotations

import pytest

from generator.analysis.accusing import accused, accuses, agree, opens_another, tells_of_wrong
from generator.analysis.whose import Whose
from tests.dispute import TOPIC, alleged, answered, passage

WHOSE = Whose(TOPIC, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Odo Fenn said Brannock is to be watched.", True),
        ("Odo Fenn said the books were forged.", True),
        ("Odo Fenn blamed the packers.", True),
        ("Odo Fenn warned that the fog could harm trade.", False),
        ("Odo Fenn warned that Brannock could harm trade.", True),
        ("Odo Fenn praised the weather.", False),
        ("Odo Fenn (Tarn North): To ask the Minister what talks she has had with Brannock on the fraud.", False),
    ],
)
def test_an_accusation_has_an_accused_or_a_wrong(text: str, expected: bool) -> None:
    assert accuses(passage(alleged(text, "Odo Fenn")), WHOSE) is expected


def test_the_accused_stand_on_the_other_side_than_the_speaker() -> None:
    text = "The Guild and Maren Holt met Brannock."
    assert accused(passage(alleged(text, "Maren Holt")), WHOSE) == ("Brannock",)
    assert accused(passage(alleged(text, "Ilse Brannock")), WHOSE) == ("Orchard Guild", "Maren Holt")
    assert accused(passage(answered(text, "Odo Fenn")), WHOSE) == ("Orchard Guild", "Maren Holt")


def test_a_charge_that_names_nobody_agrees_with_any() -> None:
    assert agree((), ("Brannock",), WHOSE)
    assert agree(("Brannock",), ("Ilse Brannock",), WHOSE)
    assert not agree(("Brannock",), ("Sund Packers",), WHOSE)


def test_words_that_open_another_accusation() -> None:
    assert opens_another("It also said so.")
    assert opens_another("She accused the firm of theft.")
    assert not opens_another("The notes were signed by a clerk.")


def test_words_of_a_wrong() -> None:
    assert tells_of_wrong("forging the dates")
    assert not tells_of_wrong("selling the apples")
