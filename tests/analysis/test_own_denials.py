"""Direct speech that answers a charge by its form alone."""

from __future__ import annotations

import pytest

from generator import ingest
from generator.analysis import cues
from generator.analysis.layout import articles
from generator.analysis.own_denials import answers
from generator.analysis.reading import read
from generator.analysis.speakers import attribute
from generator.analysis.units import units
from generator.model import Party, Role, Side, Source, Stated, Topic

TOPIC = Topic(
    "The dam",
    "gauges",
    terms=("gauge",),
    parties=(
        Party("Weir Board", (), Side.ACCUSED),
        Party("Rhea Sund", (), Side.NEITHER, of="Weir Board"),
        Party("Brook Anglers", (), Side.ACCUSES),
    ),
)


def last(text: str) -> bool:
    document = ingest.read_bytes(text.encode(), "dam.txt")
    (article,) = articles(document)
    parts = units(document, article)
    return answers(len(parts) - 1, parts, attribute(parts, TOPIC), TOPIC)


@pytest.mark.parametrize(
    "words",
    [
        "We have never moved the gauges by fraud",
        "Our engineers did not mislead the inspectors",
        "No gauge was switched off to mislead anybody",
        "Fourteen gauges were replaced because rust had spoilt them",
    ],
)
@pytest.mark.parametrize("speaker", ["the Weir Board", "Rhea Sund", "a spokesman for the Weir Board"])
def test_the_accused_deny_and_explain_by_the_form(words: str, speaker: str) -> None:
    assert last(f"“{words},” {speaker} said.")


@pytest.mark.parametrize("speaker", ["the Brook Anglers", "Maren Holt"])
def test_others_do_not(speaker: str) -> None:
    assert not last(f"“No gauge was switched on when it rained,” {speaker} said.")


def test_whoever_is_charged_in_the_sentence_before_does() -> None:
    charged = "The inspectors accused Maren Holt of fraud with the gauges. “No gauge was switched off,” Holt said."
    assert last(charged)
    assert last(f"{charged} “The gauges were moved because of the rust,” she added.")
    assert not last("The inspectors met Maren Holt at the gauges. “No gauge was switched on,” Holt said.")


@pytest.mark.parametrize(
    "words",
    ["We do not know who moved the gauges", "We have not decided", "Why did we never look?", "They moved the gauges"],
)
def test_what_denies_nothing(words: str) -> None:
    assert not cues.answers_by_form(words)


def test_reported_speech_is_left_to_what_is_learned() -> None:
    assert not last("The Weir Board said that no gauge was switched off.")


def test_it_wins_over_the_words_of_the_charge() -> None:
    text = (
        "The anglers are angry. “We have never used fraudulent gauges to mislead the inspectors,” the Weir Board said."
    )
    document = ingest.read_bytes(text.encode(), "dam.txt")
    passages = read(Source("dam", "dam.txt", "0" * 64, Stated("x")), document, TOPIC)
    assert (passages[-1].role, passages[-1].sure) == (Role.REBUTTAL, True)
