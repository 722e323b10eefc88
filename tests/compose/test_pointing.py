from __future__ import annotations

import pytest

from generator.compose.nouns import stems
from generator.compose.pointing import is_kind, means_the_charge, points_outside
from generator.compose.pronouns import without_antecedent

KNOWN = stems("The cold-fogging of apples in the halls of Brannock")


@pytest.mark.parametrize(
    ("words", "noun"),
    [
        ("called the partnership a receipt for stolen fruit", "the partnership"),
        ("What the third gate saw is not known.", "the third gate"),
        ("Holt said that the clerks had burned letters.", "the clerks"),
        ("These crates were sold.", "these crates"),
        ("Nobody asked both companies.", "both companies"),
        ("Fruit has stood on the far side of that bridge.", "of that bridge"),
        ("Nobody was ill in the years that followed.", "years that followed"),
        ("Cranes were rented there.", "there"),
        ("All nine of Tarn's halls hired one", "hired one"),
        ("It repeated no such test.", "such test"),
        ("accused the company of fraud", "the company"),
        ("The report, which is long, names Holt.", "the report"),
        ("Nine of the sixteen halls burned.", "of the sixteen halls"),
        ("Holt said that she knew nothing of this.", "this"),
        ("Ilse Brannock, who sells ice, called that false.", "called that false"),
        ("The oldest grew out of a boycott.", "the oldest"),
        ("The museum drew 9,000 people.", "the museum"),
        ("Holt said the ruling rested on fruit.", "the ruling"),
        ("The judge has yet to rule on fruit.", "the judge"),
        ("Nine men were accused under the law in 2020.", "the law"),
        ("Nobody counted crates, and the company knew.", "the company"),
        ("The 40-metre quay, which is cold, burned.", "the 40-metre quay"),
        ("Holt found that the trial had been made indoors.", "the trial"),
        ("How far those rules reach is open.", "those rules reach"),
        ("Holt ran the original halls on salt.", "the original halls"),
        ("Fog shows the lake rising nine metres.", "the lake"),
    ],
)
def test_a_noun_that_needs_a_sentence_before(words: str, noun: str) -> None:
    assert points_outside(words, KNOWN) == noun


@pytest.mark.parametrize(
    "words",
    [
        "The government denied everything.",
        "The claim that fruit is old is weak.",
        "The charges made by Holt are false.",
        "A partnership was signed; the partnership has ended.",
        "Brannock offered new windows, and the offer stands.",
        "Brannock sued, and the company won.",
        "The halls of Tarn are cold.",
        "The apples are old.",
        "The pumps at Tarn were sold.",
        "People talk to the chatbot Ada.",
        "In those who ate it nothing was found.",
        "This country has no law against fog.",
        "There is no law against fog.",
        "The report that names Holt is long.",
        "Both apples and pears were sold.",
        "Brannock has broken the law.",
        "Brannock won a contract, the largest ever.",
        "The supreme court has not ruled.",
        "A small hall stands by a large one, and the small hall sells salt.",
        "Growers ask Tarn a thousand times for words of theirs, then use those answers to sell fruit.",
        "Those who sell fruit in Tarn are old.",
    ],
)
def test_a_noun_that_the_words_explain_or_everybody_knows(words: str) -> None:
    assert points_outside(words, KNOWN) == ""


def test_who_answers_speaks_of_their_own_company() -> None:
    assert points_outside("said the company had sold nothing", KNOWN, speaker="Ilse Brannock", own=True) == ""
    assert points_outside("said the company had sold nothing", KNOWN, speaker="Maren Holt") == "the company"


@pytest.mark.parametrize(
    ("words", "speaker", "pronoun"),
    [
        ("Perhaps he does not know.", "", "he"),
        ("Perhaps he does not know.", "Maren Holt", ""),
        ("wrote to their mothers about fruit", "Maren Holt", "their"),
        ("characterise their fruit as old", "Tarn officials", ""),
        ("Growers relied on it for years.", "", "it"),
        ("Growers and packers set them in June.", "", "them"),
        ("Fruit is old because its skin is cold.", "", ""),
        ("In its report Radio Tarn names two firms.", "", ""),
        ("Maren Holt says that she knows.", "", ""),
        ("Growers say that they know.", "", ""),
        ("Is it right that fruit is old?", "", ""),
        ("called it a joke", "Maren Holt", "it"),
        ("said it had sold fruit", "Maren Holt", ""),
        ("Maren Holt, who heads the Guild, called it a joke.", "", "it"),
        ("The best years of his life were cold.", "", "his"),
        ("The Court of Tarn asked that she be fined.", "", "she"),
        ("A grower of Tarn said that she knew.", "", ""),
        ("The Duchess of Tarn sold her fruit.", "", ""),
        ("Growers knew what he sold.", "", "he"),
    ],
)
def test_a_pronoun_needs_something_before_it(words: str, speaker: str, pronoun: str) -> None:
    assert without_antecedent(words, speaker) == pronoun


@pytest.mark.parametrize(
    ("speaker", "text", "kind"),
    [
        ("firm", "The firm says so.", True),
        ("the memo", "The memo says so.", True),
        ("defendant", "The defendant said so.", True),
        ("Every", "Every word is true.", True),
        ("90-page report", "The 90-page report says so.", True),
        ("90-page report", "According to the report, fruit is old.", True),
        ("Claimant", "The Claimant says so.", True),
        ("hydrologist", "A hydrologist says so.", False),
        ("officials", "The officials say so.", False),
        ("Brannock", "Brannock says so.", False),
        ("", "", False),
    ],
)
def test_a_speaker_who_is_only_called_by_what_they_are(speaker: str, text: str, kind: bool) -> None:
    assert is_kind(speaker, text) is kind


@pytest.mark.parametrize(
    ("words", "phrase", "meant"),
    [
        ("denied this", "this", True),
        ("denied the dispatcher's account", "the dispatcher", True),
        ("praised the dispatcher's dog", "the dispatcher", False),
        ("Ilse Brannock, who sells ice, called that false", "called that false", True),
        ("said nothing of this", "this", False),
        ("called the claim false", "the claim false", True),
        ("spread such accusations in order not to pay", "such accusations", True),
        ("called the partnership a receipt", "the partnership", False),
        ("", "", False),
    ],
)
def test_what_can_only_mean_the_charge_right_above(words: str, phrase: str, meant: bool) -> None:
    assert means_the_charge(phrase, words) is meant


def test_the_figure_is_that_of_the_charge_where_it_has_one() -> None:
    assert means_the_charge("the figure absurd", "called the figure absurd", above="said that 60 percent burned")
    assert not means_the_charge("the figure absurd", "called the figure absurd", above="said that nearly all burned")


def test_words_right_above_tell_what_several_words_point_back_to() -> None:
    words, charge = (
        "granted that Fenn was right about one of the three halls",
        "accused Brannock of fogging three halls",
    )
    assert points_outside(words, KNOWN) == "of the three halls"
    assert points_outside(words, KNOWN, above=charge) == ""
    assert points_outside("There was never such an agreement.", KNOWN, above="They had agreed on the price.") == ""
    assert points_outside("Holt said that she knew nothing of this.", KNOWN, above="This is sold.") == "this"
    assert points_outside("called the document a fairy tale", KNOWN, above="issued a memo on old fruit") == ""


def test_another_noun_for_the_same_thing_tells_which_is_meant() -> None:
    assert points_outside("Fogging is a technique of cold stores. In this process, salt keeps mist cold.", KNOWN) == ""
    assert points_outside("Fogging keeps apples. In this process, salt keeps mist cold.", KNOWN) == "this process"
