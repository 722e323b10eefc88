from __future__ import annotations

from generator.analysis.differences import differences
from tests.analysis.differences.telling_apart import found, types
from tests.dispute import TOPIC, Said, analysis, evidence

PAPER = "In May 2029, Ada Brown published a paper describing the Heron-8."


def test_a_paper_dated_before_what_it_describes() -> None:
    (difference,) = found(PAPER, "The Heron-8 was released by Brannock in November 2029.")
    assert difference.about == "order"
    assert difference.heading == "Did the paper on Heron-8 come before or after Heron-8 itself?"
    assert types(PAPER, "The Heron-8 was released by Brannock in January 2029.") == []
    assert types(PAPER, "The Heron-9 was released by Brannock in November 2029.") == []


def test_an_answer_dated_before_what_it_answers() -> None:
    answered = "On 12 June 2031, Brannock responded to the audit and called it biased."
    assert types(answered, "The Guild published its audit of Brannock on 19 June 2031.") == ["order"]
    assert types(answered, "The Guild published its audit of Brannock on 5 June 2031.") == []


def test_a_sentence_that_points_back_to_a_later_claim() -> None:
    said = {
        "a": [
            Said("In January 2031, the Guild suggested that Brannock had copied its fog."),
            Said("That claim was soon challenged by published research."),
            Said("In September 2030, Ada Brown explained the fog in a journal."),
        ]
    }
    (difference,) = differences(analysis(said, evidence(said)).passages, TOPIC)
    assert [p.id for p in difference.versions] == ["a:2", "a:0"]
