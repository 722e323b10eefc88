from __future__ import annotations

import pytest

from generator.compose.clauses import LONGEST, shortened
from generator.model import Document
from tests.dispute import Said, evidence

HEAD = "accused Brannock of selling forty thousand crates of old apples from the harbour of Tarn to schools and to hospitals"


def document(words: str) -> Document:
    return evidence({"gazette": [Said(f"The Guild {words}.")]}).documents["gazette"]


def cut(words: str, keep: tuple[str, ...] = ()) -> str:
    return shortened(words, document(words), keep)


@pytest.mark.parametrize(
    "tail",
    [
        ", making it the largest fraud of the decade",
        ", thereby ruining the name of the harbour",
        ", which lies in the south of the country",
        ", particularly through a firm in the south of the country",
        " — particularly through a firm in the south of the country",
        "; and the harbour master of Tarn kept the keys to all the halls",
        ", and calls on the inspectors to open the halls to the public",
    ],
)
def test_a_part_that_only_adds_is_left_out(tail: str) -> None:
    assert cut(HEAD + tail) == HEAD


@pytest.mark.parametrize(
    "tail",
    [
        ", but the harbour master of Tarn denied that there were any such crates",
        ", yet the fruit turned out to be as good as any other",
        ", making it perhaps the largest fraud of the decade",
        ", which has not been confirmed by anybody in the harbour",
        ", though nobody in the harbour has seen the crates",
        ", according to a letter that Radio Tarn has seen",
        ", citing a letter that Radio Tarn has seen",
        ", making 3 million crowns in the course of the winter",
        ", making it the largest fraud of the decade [unverified information]",
        ", which only the harbour master and the inspectors could have known",
        ", if the letters that were found in the hall are genuine",
        ", packing and selling the fruit by night",
        ", moving crates, hiding letters, and paying guards",
        ", washing the fruit or salting the mist by night in the halls",
    ],
)
def test_what_turns_hedges_limits_attributes_or_counts_stays(tail: str) -> None:
    assert cut(HEAD + tail) == HEAD + tail


def test_an_inserted_part_is_no_end() -> None:
    words = (
        HEAD.replace("from the harbour", ", which lies in the south, from the harbour") + " of the whole wide country"
    )
    assert cut(words) == words
    dashed = HEAD.replace("from the harbour", "— as everybody knows — from the harbour") + " of the whole wide country"
    assert cut(dashed) == dashed


def test_no_quotation_mark_and_no_bracket_is_left_open() -> None:
    words = HEAD.replace("old apples", '"old apples') + ', which nobody wanted any longer in the whole wide country"'
    assert cut(words) == words


def test_the_closing_mark_after_a_comma_stays_with_the_words() -> None:
    words = HEAD.replace("to hospitals", "to “hospitals,”") + " making it the largest fraud of the decade"
    assert cut(words).endswith("to “hospitals,”")


def test_short_quotations_and_what_has_to_stay_are_left_alone() -> None:
    short = "accused Brannock of fraud, making it rich"
    assert cut(short) == short
    words = HEAD + ", making it the largest fraud of last winter"
    assert cut(words, ("last winter",)) == words


def test_the_longest_beginning_that_is_short_enough_is_taken() -> None:
    words = (
        "accused Brannock of selling old apples to all the schools of Tarn, which lies in the south, and to hospitals; the inspectors opened the halls"
        " in spring; the harbour master of Tarn kept the keys"
    )
    found = cut(words)
    assert words.startswith(found)
    assert len(found.split()) <= LONGEST < len(words.split())
    assert found.endswith("to hospitals")


def test_a_beginning_that_stands_twice_in_the_source_is_not_taken() -> None:
    words = HEAD + ", making it the largest fraud of the decade"
    twice = evidence({"gazette": [Said(f"The Guild {words}."), Said(f"The Guild {HEAD} again.")]}).documents["gazette"]
    assert shortened(words, twice, ()) == words
