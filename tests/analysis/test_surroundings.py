from __future__ import annotations

from generator import ingest
from generator.analysis.layout import articles
from generator.analysis.speakers import Attribution, attribute
from generator.analysis.surroundings import FirstReading, surroundings, tallies
from generator.analysis.units import Unit, units
from generator.model import Role
from tests.dispute import TOPIC

ROLES = (Role.ALLEGATION, Role.CONTEXT, Role.REBUTTAL)
ACCUSING, PLAIN, DENYING = (900, -300, -400), (-500, 800, -600), (-700, -200, 600)


def article(text: str) -> tuple[list[Unit], tuple[Attribution, ...]]:
    document = ingest.read_bytes(text.encode(), "sample.md")
    split = [unit for one in articles(document) for unit in units(document, one)]
    return split, attribute(split, TOPIC)


TEXT = "It rained. The crates were wet. They were sold.\n\nNobody asked.\n"


def test_what_the_first_reading_says() -> None:
    reading = FirstReading(ROLES, {0: ACCUSING, 1: PLAIN})
    assert reading.best(0) is Role.ALLEGATION
    assert reading.leans(0) == 1300
    assert reading.plain(1) == 1300


def test_neighbours_are_those_that_were_read() -> None:
    split, said = article(TEXT)
    found = surroundings(split, said, (), FirstReading(ROLES, {0: ACCUSING, 2: PLAIN, 3: DENYING}), 0)
    assert set(found) == {0, 2, 3}
    assert "2:before=allegation+True" in found[2]
    assert "2:after=rebuttal+False" in found[2]
    assert not any(one.startswith("2:before=") for one in found[0])


def test_the_lean_of_the_article_is_counted_in_steps() -> None:
    split, said = article(TEXT)
    reading = FirstReading(ROLES, {0: ACCUSING})
    assert "2:lean=3+voice+body" in surroundings(split, said, (), reading, 600)[0]
    assert "2:lean=-4+voice+body" in surroundings(split, said, (), reading, -5000)[0]


def test_other_sentences_of_a_speaker_count_and_the_sentence_itself_does_not() -> None:
    split, said = article("Maren Holt said it rained. Maren Holt said it was wet.\n")
    found = surroundings(split, said, (), FirstReading(ROLES, {0: ACCUSING, 1: DENYING}), 0)
    assert "2:speaker=rebuttal" in found[0]
    assert "2:speaker=allegation" in found[1]


def test_tallies_are_of_the_own_voice() -> None:
    _, said = article("It rained. It was wet. Maren Holt said it was nobody's fault.\n")
    one_side = tallies(FirstReading(ROLES, {0: ACCUSING, 1: ACCUSING, 2: DENYING}), said)
    assert "tally:argued=5" in one_side
    assert tallies(FirstReading(ROLES, {2: DENYING}), said) == ("tally:no-voice",)
