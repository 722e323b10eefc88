from __future__ import annotations

import re

import pytest

from generator.analysis import verbs
from generator.analysis.contents import ends_with, passes_on
from generator.analysis.quotations import outside


def verb_in(text: str) -> re.Match[str]:
    found = verbs.REPORTING_VERB.search(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "text",
    [
        "The Guild added that the fog was warm.",
        "Holt wrote he would count the crates.",
        "Brannock pledged to open the cold store.",
        "Holt wrote: “The fog is warm.”",
        "“The fog is warm,” Holt wrote.",
        "The fog, the Guild added, is warm.",
        "The Guild praised the crates that Brannock keeps on the northern quay.",
        "After two days of talks in the old hall on the northern quay, Brannock denied it.",
        "After two days of talks in the old hall on the northern quay, Holt said no.",
    ],
)
def test_a_content_is_passed_on(text: str) -> None:
    assert passes_on(outside(text), verb_in(outside(text)))


@pytest.mark.parametrize(
    "text",
    [
        "The Guild added a week to the trial.",
        "Holt endorsed the keeper of the northern quay.",
        "Holt wrote a book on fog and crates.",
        "Holt reported from Port Tarn.",
        "After two days of talks in the old hall on the northern quay, the Guild praised it.",
    ],
)
def test_an_act_is_told(text: str) -> None:
    assert not passes_on(outside(text), verb_in(outside(text)))


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("In all, the crates are old, Holt said.", True),
        ("The crates are old, Holt said on Monday.", True),
        ("On Monday, Holt said.", False),
        ("In all, the crates are old, Holt said of the store.", False),
    ],
)
def test_a_speaker_at_the_end(text: str, ends: bool) -> None:
    assert ends_with(text, "Holt", verb_in(text)) is ends
