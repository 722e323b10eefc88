from __future__ import annotations

import pytest

from generator.compose.backward import points_back
from generator.compose.nouns import stems

KNOWN = stems("The cold-fogging of apples in the halls of Brannock")


@pytest.mark.parametrize(
    ("words", "phrase"),
    [
        ("Brannock did not build that machine, and sold it.", "that machine"),
        ("Members asked whether that gauge could be set by hand.", "that gauge"),
        ("Prices fell in that town.", "in that town"),
        ("Crates from the same quay were burned.", "the same quay"),
        ("Holt wrote that the same van had burned.", "the same van"),
        ("A count that lays the whole of it on the third is not fair.", "the third"),
        ("On three of the four the story is one of loss.", "of the four"),
        ("The rest are grey.", "The rest"),
        ("The remaining 118 were bought in Tarn.", "The remaining 118"),
        ("A council that talks so before a vote is not honest.", "talks so"),
        ("We do not know yet.", "We do not know yet."),
        ("A cold test followed in 2020 and a warm one in 2028.", "followed"),
        ("Fruit was used on the minute in question.", "in question"),
        ("The Guild was using the Act to win time.", "the Act"),
        ("The Respondent sold old fruit.", "The Respondent"),
        ("Nobody asked both firms.", "both firms"),
    ],
)
def test_words_whose_meaning_stands_in_another_sentence(words: str, phrase: str) -> None:
    assert points_back(words, KNOWN) == phrase


@pytest.mark.parametrize(
    "words",
    [
        "Holt did not say that fruit was old.",
        "Brannock built a machine and did not sell that machine.",
        "Growers pick at the same time.",
        "Halls at Tarn and at Fenn each use the same fog.",
        "Brannock sells the same fruit as Tarn.",
        "Three halls burned; the third was empty.",
        "Of nine halls two burned and the rest were sold.",
        "Of nine halls two burned, and the remaining seven were sold.",
        "On the other hand, fruit is cheap.",
        "The note of the 7 of October was burned.",
        "We do not know who sold old fruit.",
        "A warm year followed a cold one in Tarn.",
        "The Cold Storage Act of 2020 is old, and the Act is weak.",
        "The Committee of Growers sat in Tarn.",
        "Nobody is so old.",
    ],
)
def test_words_that_their_own_sentence_explains(words: str) -> None:
    assert points_back(words, KNOWN) == ""


def test_words_above_and_what_the_explainer_is_about_name_it() -> None:
    assert points_back("said that the Act was old", KNOWN, above="a Cold Storage Act of 2020") == ""
    assert points_back("Members asked whether that apple was old.", KNOWN) == ""
