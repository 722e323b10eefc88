from __future__ import annotations

import pytest

from generator.analysis import referents
from generator.analysis.known import Known
from generator.model import Party, Topic

TOPIC = Topic(
    "The fog", "fog", parties=(Party("Orchard Guild", ("Guild",)), Party("Brannock Cold Stores", ("Brannock",)))
)


@pytest.fixture
def known() -> Known:
    found = Known(TOPIC)
    found.meet("Maren Holt")
    found.people_spoken_of.append("Maren Holt")
    found.last_party = "Brannock"
    found.last_document = "Orchard Guild"
    return found


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("Holt", "Maren Holt"),
        ("Dr. Holt", "Maren Holt"),
        ("Mayor Maren Holt", "Maren Holt"),
        ("Maren Holt of the Tidal Trust", "Maren Holt"),
        ("Mr Lind", "Mr Lind"),
        ("she", "Maren Holt"),
        ("it", "Brannock"),
        ("they", ""),
        ("the company", "Brannock"),
        ("the memo", "Orchard Guild"),
        ("a memo", "memo"),
        ("the Guild's latest report", "Guild"),
        ("the report by Brannock", "Brannock"),
        ("But the Orchard Guild", "Orchard Guild"),
        ("some of the keepers", "keepers"),
        ("the keepers of the harbour", "keepers of the harbour"),
    ],
)
def test_name(known: Known, phrase: str, name: str) -> None:
    assert referents.name(phrase, known) == name


def test_they_are_those_who_spoke_last(known: Known) -> None:
    known.last = "growers"
    assert referents.name("they", known) == "growers"
    known.last = "Brannock"
    assert referents.name("they", known) == ""


def test_a_person_without_a_name_speaks_on(known: Known) -> None:
    known.last = "spokesman"
    assert referents.name("he", known) == "spokesman"


def test_the_person_whom_the_sentence_has_named(known: Known) -> None:
    assert referents.named_before("Odo Fenn wept as ", "he", known) == "Odo Fenn"
    assert referents.named_before("Odo Fenn met Jory Lind as ", "he", known) == ""
    assert referents.named_before("Odo Fenn wept as ", "the Guild", known) == ""
