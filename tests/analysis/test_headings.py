from __future__ import annotations

import pytest

from generator.analysis.headings import LEAST, LONGEST, heading
from tests.dispute import Said, alleged, passage


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            alleged("The Guild accused Brannock of selling 40,000 crates of old apples.", "Guild", "accused"),
            "selling 40,000 crates of old apples",
        ),
        (
            alleged("The Guild found about 40,000 crates of old apples in a store that nobody knew.", "Guild", "found"),
            "40,000 crates of old apples",
        ),
        (alleged("The Guild called it “a fog of lies” on Monday.", "Guild", "called"), "a fog of lies"),
        (
            alleged("The Guild said that the fog hides the age of fruit, and more.", "Guild", "said"),
            "the fog hides the age of fruit",
        ),
        (alleged("Old apples are sold.", ""), "Old apples are sold"),
        (
            alleged("Because the fog leaves no trace, the stores deceive every buyer.", ""),
            "the stores deceive every buyer",
        ),
        (
            alleged(
                "The Guild warned the council about the use of secret stores created to keep fruit.", "Guild", "warned"
            ),
            "the use of secret stores created to keep fruit",
        ),
        (
            alleged("In 2030 the Guild blamed Brannock for the death of nine buyers, it said.", "Guild", "blamed"),
            "the death of nine buyers",
        ),
    ],
)
def test_a_heading_is_made_of_the_passages_words(said: Said, words: str) -> None:
    assert heading([passage(said)]) == words


@pytest.mark.parametrize(
    "text",
    [
        "The Guild said that apples of last year have been kept for more than nine months in the salted mist of the stores.",
        "The Guild accused Brannock of what it described as systematic efforts to keep the age of fruit from the eyes of buyers.",
        "The Guild alleged that Brannock, which owns 12 stores, told its packers to hide the crates that had come from the north.",
        "The Guild said the company knew since at least the summer of 2028 that its fog broke down in the damp air of the coast.",
    ],
)
def test_a_heading_is_short_and_ends_on_no_word_that_leans(text: str) -> None:
    words = heading([passage(alleged(text, "Guild", text.split()[2]))]).split()
    assert LEAST <= len(words) <= LONGEST
    assert words[-1] not in {
        "the",
        "of",
        "in",
        "than",
        "for",
        "to",
        "that",
        "as",
        "what",
        "describes",
        "described",
        "last",
    }
    assert words[0].lower() not in {"what", "that", "which", "who", "it"}


def test_words_of_a_wrong_win_over_words_that_say_less() -> None:
    vague = passage(alleged("The Guild said that the fog is thick in March.", "Guild", "said"))
    wrong = passage(alleged("The Guild said that Brannock forged the dates of harvest.", "Guild", "said"))
    assert heading([vague, wrong]) == "Brannock forged the dates of harvest"


def test_words_that_are_too_few_are_still_a_heading() -> None:
    assert heading([passage(alleged("It rots."))]) == "It rots"


def test_what_a_source_adds_in_brackets_is_no_heading() -> None:
    said = alleged("Odo Fenn accused Brannock of bribery [unverified information].", "Odo Fenn", "accused")
    assert "[" not in heading([passage(said)])
