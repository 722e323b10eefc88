"""What cannot speak is no speaker; on invented sentences, through the whole of attribution."""

from __future__ import annotations

import pytest

from generator import ingest
from generator.analysis.layout import articles
from generator.analysis.somebody import common_words
from generator.analysis.speakers import attribute
from generator.analysis.units import units
from generator.model import Party, Topic

TOPIC = Topic("The quay", "quay", parties=(Party("Harbour Works"),))


def speakers(text: str) -> list[str]:
    document = ingest.read_bytes(text.encode(), "wire.txt")
    return [a.speaker for one in articles(document) for a in attribute(units(document, one), TOPIC)]


@pytest.mark.parametrize(
    "text",
    [
        "Every claimed that it was soft.",
        "A small lie told the town that the sea was safe.",
        "Attitude to the strike suggests that the town is tired.",
        "Attitude matters, insisted nobody at the time.",
        "Work at the harbour site said little about the plan.",
        "Work on the pier stopped, suggesting that it is unsafe.",
        "Benches say that the town is proud.",
        "In Tarn, studies found that the sand is soft.",
        "The wind told us that it was late.",
        "Maren's victory suggested that the town was tired.",
    ],
)
def test_what_is_nobody_says_nothing(text: str) -> None:
    assert speakers(text) == [""]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A rider said that the vans were late.", "rider"),
        ("His wife said that the vans were late.", "wife"),
        ("Fenn said that the vans were late.", "Fenn"),
        ("Several of the fishermen said that the sand is soft.", "fishermen"),
        ("The studies found that the sand is soft.", "studies"),
        ("The harbour study found that the sand is soft.", "harbour study"),
        ("Harbour Works said that the sand is soft.", "Harbour Works"),
        ("One of the riders, harbour pilot Ada Fenn, said that the sand is soft.", "Ada Fenn"),
        ("The quay is safe, said one rider in Tarn.", "one rider"),
        ("Following a so-called hasty meeting, Harbour Works issued a statement calling it soft.", "Harbour Works"),
        ("Work stops early, the mayor said.", "mayor"),
    ],
)
def test_whoever_can_speak_does(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


def test_a_word_that_the_article_has_in_small_letters_is_no_name() -> None:
    assert speakers("Lanterns say that the town is proud. The lanterns hang on the quay.") == ["", ""]


def test_common_words_never_stand_within_a_sentence_with_a_capital() -> None:
    assert common_words(["The lamp and the Fenn lamp.", "A fenn is wet."]) == {"the", "and", "lamp", "wet"}
