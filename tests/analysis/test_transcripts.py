from __future__ import annotations

import pytest

from generator.analysis import transcripts
from generator.analysis.known import Known
from generator.model import Party, Topic

TOPIC = Topic("The fog", "fog", parties=(Party("Orchard Guild", ("Guild",)),))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("old_crate_61: never seen one", "old_crate_61"),
        ("PierHand: never seen one", "PierHand"),
        ("MAREN HOLT: The crates were old.", "MAREN HOLT"),
        ("Maren Holt (Port Tarn): The crates were old.", "Maren Holt"),
        ("The Secretary (Maren Holt): The crates were old.", "Maren Holt"),
        ("Mrs Holt: The crates were old.", "Mrs Holt"),
        ("Guild: The crates were old.", "Guild"),
        ("Guild: the fog explained", ""),
        ("Crates: The whole story", ""),
        ("The Gap Goes On: It was long ago.", ""),
        ("edit: never seen one", ""),
        ("Question: Is it late?", ""),
        ("pierhand: never seen one", ""),
    ],
)
def test_a_label_names_a_speaker_or_nobody(text: str, speaker: str) -> None:
    assert transcripts.label(text, Known(TOPIC))[0] == speaker


def test_a_word_that_stands_as_a_label_twice_is_a_name() -> None:
    assert transcripts.label("pierhand: seen two", Known(TOPIC, labels=("pierhand", "pierhand")))[0] == "pierhand"
    assert transcripts.label("pierhand: seen two", Known(TOPIC, labels=("pierhand",), transcript=True))[0] == "pierhand"


@pytest.mark.parametrize(
    ("labels", "transcript"),
    [
        (("Holt", "Fenn", "Holt"), True),
        (("Holt", "Holt", "Holt"), False),
        (("Date", "Place", "Price"), False),
        (("Holt", "Fenn"), False),
    ],
)
def test_people_who_take_turns_make_a_transcript(labels: tuple[str, ...], transcript: bool) -> None:
    assert transcripts.is_transcript(labels) is transcript


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Auditor: the stores will cost twice as much", "Auditor"),
        ("City growers: nobody asked us", "City growers"),
        ("Orchard Guild: the maker of the fog", ""),
        ("Cold fog: what we know so far", ""),
        ("Growers: who are they?", ""),
    ],
)
def test_a_headline_may_name_who_speaks(text: str, speaker: str) -> None:
    assert transcripts.headed(text, Known(TOPIC)) == speaker
