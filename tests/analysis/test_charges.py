from __future__ import annotations

import pytest

from generator.analysis.charges import answer_kind, heading
from generator.model import AnswerKind, BlockKind, Charge, Role
from tests.dispute import Said, alleged, analysis, answered, evidence, passage


def charges_of(**said: list[Said]) -> tuple[Charge, ...]:
    return analysis(said, evidence(said)).charges


CHARGE = alleged(
    "The Guild accused Brannock of selling 40,000 crates of old apples.", "Orchard Guild", "accused", paragraph=1
)


def test_allegations_of_one_paragraph_and_accuser_are_one_charge() -> None:
    further = alleged("It said nobody was told.", "Orchard Guild", "said", paragraph=1)
    other = alleged("Maren Holt said the fog hides rot.", "Maren Holt", "said", paragraph=1)
    found = charges_of(wire=[CHARGE, further, other])
    assert [[c.passages[0].id for c in charge.claims] for charge in found] == [["wire:0", "wire:1"], ["wire:2"]]
    assert [charge.accuser for charge in found] == ["Orchard Guild", "Maren Holt"]


def test_paragraphs_without_a_speaker_are_not_put_together() -> None:
    found = charges_of(
        wire=[alleged("Old apples are sold as new.", paragraph=1), alleged("The fog harms farmers.", paragraph=2)]
    )
    assert [len(charge.claims) for charge in found] == [1, 1]


def test_a_heading_alone_is_no_charge() -> None:
    assert charges_of(wire=[alleged("Guild accuses Brannock", "Orchard Guild", block=BlockKind.HEADING)]) == ()


def test_the_most_specific_charge_leads_and_an_unnamed_one_never() -> None:
    unnamed = alleged("Brannock and Sund Packers sold 40,000 crates, 12 percent of them on 3 March 2031.")
    vague = alleged("Maren Holt said the fog is bad.", "Maren Holt", "said")
    assert [c.accuser for c in charges_of(a=[unnamed], b=[vague], c=[CHARGE])] == ["Orchard Guild", "Maren Holt", ""]


def test_a_charge_that_its_source_marks_as_unverified_comes_after_sure_ones() -> None:
    marked = alleged(
        "Odo Fenn accused Brannock of taking 3 million crowns [unverified information].", "Odo Fenn", "accused"
    )
    vague = alleged("Maren Holt accused Brannock of fraud.", "Maren Holt", "accused")
    assert [c.accuser for c in charges_of(a=[marked], b=[vague])] == ["Maren Holt", "Odo Fenn"]


def test_what_answers_the_accusations_is_paired_with_none_where_several_accuse() -> None:
    other = alleged("Maren Holt accused Brannock of fraud.", "Maren Holt", "accused", paragraph=1)
    whole = answered("The accusations are baseless, the firm said.", "Brannock", paragraph=3)
    assert [c.answers for c in charges_of(wire=[CHARGE, other, whole]) if not c.counter] == [(), ()]


@pytest.mark.parametrize(
    ("answer", "paired"),
    [
        (answered("That claim is false, the firm said.", "Brannock", paragraph=2), True),
        (answered("This is slander.", "Brannock", paragraph=1), True),
        (answered("This is slander.", "Brannock", paragraph=2), False),
        (answered("The Guild's figures are false.", "Brannock", paragraph=1), True),
        (answered("The Guild's figures are false.", "Brannock", paragraph=2), False),
        (answered("The accusations are baseless.", "Brannock", paragraph=2), True),
        (answered("Brannock denied the charge.", "Brannock", paragraph=2), True),
        (answered("Our apples are new.", "Brannock", paragraph=1), False),
    ],
)
def test_an_answer_is_paired_only_where_the_text_ties_it_to_the_charge(answer: Said, paired: bool) -> None:
    (charge,) = (c for c in charges_of(wire=[CHARGE, answer]) if not c.counter)
    assert [a.claim.passages[0].text for a in charge.answers] == [answer.text] * paired
    assert all(a.ground for a in charge.answers)


def test_an_answer_in_another_source_or_before_the_charge_is_not_paired() -> None:
    answer = answered("That claim is false.", "Brannock", paragraph=0)
    assert not any(c.answers for c in charges_of(wire=[answer, CHARGE]))
    assert not any(c.answers for c in charges_of(wire=[CHARGE], post=[answer]))


def test_the_answer_to_the_next_charge_is_not_taken_for_the_first() -> None:
    second = alleged("Maren Holt said the fog hides rot.", "Maren Holt", "said", paragraph=2)
    answer = answered("That claim is false.", "Brannock", paragraph=3)
    found = {c.accuser: len(c.answers) for c in charges_of(wire=[CHARGE, second, answer])}
    assert found == {"Orchard Guild": 0, "Maren Holt": 1}


def test_what_turns_the_charge_back_is_a_charge_of_its_own() -> None:
    back = answered("Ilse Brannock said the Guild fears fair competition.", "Ilse Brannock", "said", paragraph=4)
    (charge,) = charges_of(wire=[back])
    assert (charge.accuser, charge.counter, charge.answers) == ("Ilse Brannock", True, ())
    assert charges_of(wire=[answered("Ironically, the Guild fogs pears too.")]) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They denied the slander and hegemony.", AnswerKind.DENIES),
        ("They admitted that it was false.", AnswerKind.CONCEDES),
        ("The figures did not rely on the laboratory.", AnswerKind.DOUBTS),
        ("It is a pretext.", AnswerKind.TURNS_BACK),
        ("The fog is lawful.", AnswerKind.JUSTIFIES),
    ],
)
def test_answer_kind(text: str, kind: AnswerKind) -> None:
    assert answer_kind(passage(Said(text, Role.REBUTTAL))) is kind


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (CHARGE, "40,000 crates"),
        (alleged("The Guild called it “a fog of lies” on Monday.", "Guild", "called"), "a fog of lies"),
        (
            alleged("The Guild said that the fog hides the age of fruit, and more.", "Guild", "said"),
            "the fog hides the age of fruit",
        ),
        (alleged("Old apples are sold.", ""), "Old apples are sold"),
    ],
)
def test_a_heading_is_made_of_the_passages_words(said: Said, words: str) -> None:
    assert heading(passage(said)) == words


def test_a_heading_is_short_and_ends_on_no_word_that_leans() -> None:
    long = alleged(
        "The Guild said that apples of last year have been kept for more than nine months in the salted mist of the stores.",
        "Guild",
        "said",
    )
    words = heading(passage(long)).split()
    assert len(words) <= 11
    assert words[-1] not in {"the", "of", "in", "than", "for"}
