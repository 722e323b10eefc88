from __future__ import annotations

import pytest

from generator.analysis import names
from generator.analysis.known import Known
from generator.model import Party, Topic

TOPIC = Topic(
    "The fog",
    "fog",
    parties=(
        Party("Orchard Guild", ("the Guild", "Guild")),
        Party("Blue Harbour", ("Harbour Group",)),
        Party("Odo Fenn", of="Blue Harbour"),
        Party("Coast Growers Guild"),
    ),
)


def test_a_surname_finds_the_full_name_met_last() -> None:
    known = Known(TOPIC)
    known.meet("Maren Holt")
    known.meet("Orchard")
    assert known.full("Holt") == known.full("Maren") == known.full("Maren Holt") == "Maren Holt"
    assert known.full("Fenn") == "Fenn"
    known.meet("Jory Holt")
    assert known.full("Holt") == "Jory Holt"


def test_a_party_to_which_others_belong_is_no_person() -> None:
    known = Known(TOPIC)
    assert known.is_somebody("Odo Fenn")
    assert not known.is_somebody("Blue Harbour")
    assert not known.is_somebody("Harbour Group")
    assert not known.is_somebody("Holt")


def test_a_title_says_for_whom_a_pronoun_stands() -> None:
    known = Known(TOPIC)
    known.read_titles("Mr. Jory Holt met Ms Fenn.")
    assert known.pronouns == {"Holt": "he", "Fenn": "she"}
    known.people_spoken_of.extend(["Jory Holt", "Odo Fenn"])
    assert known.person("he") == "Jory Holt"
    assert known.person("she") == "Odo Fenn"
    assert Known(TOPIC).person("she") == ""


def test_a_word_finds_the_organisation_that_ends_with_it() -> None:
    known = Known(TOPIC)
    assert known.organisation("Guild") == ""
    known.met.add("Coast Growers Guild")
    assert known.organisation("guild") == "Coast Growers Guild"
    known.meet("the Tarn Water Board")
    assert known.organisation("Board") == "Tarn Water Board"


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("They met Maren Holt.", "Maren Holt"),
        ("They met in Port Tarn.", ""),
        ("In Tarn, Port Lund was dark.", ""),
        ("The first to speak, Maren Holt of the Orchard Guild, wept.", "Maren Holt"),
        ("They met Mr Holt.", "Mr Holt"),
    ],
)
def test_people_are_told_from_places(text: str, person: str) -> None:
    found = [known for match in names.NAME.finditer(text) if (known := Known(TOPIC).person_in(match, text))]
    assert found == ([person] if person else [])


def test_an_office_stands_for_whoever_holds_it_alone() -> None:
    known = Known(TOPIC)
    known.read_offices("The city auditor, Maren Holt, met Odo Fenn, a chemist at the works, and the lawyer Jo Lind.")
    assert known.offices == {"auditor": "Maren Holt", "chemist": "Odo Fenn", "lawyer": "Jo Lind"}
    known.read_offices("A second auditor, Jory Ames, wept.")
    assert known.offices["auditor"] == ""
