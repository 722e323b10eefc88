from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.analysis.origins import Origin, origins
from generator.model import Source, Stated
from tests.dispute import Said, alleged, evidence, passage, source

WORDS = "The Guild accused Brannock of fogging 40,000 crates of old apples."


def found(chains: Mapping[str, tuple[str, ...]], *described: Source, speaker: str = "the Guild") -> tuple[Origin, ...]:
    """The origins of a claim that these sources carry, each with its chain."""
    said: dict[str, list[Said]] = {key: [alleged(WORDS, speaker, chain=chain)] for key, chain in chains.items()}
    of = evidence(said, sources={one.key: one for one in described})
    return origins([passage(said[key][0], key) for key in chains], of)


def stating(key: str, variable: str, value: str) -> Source:
    return replace(source(key), metadata={variable: Stated(value)})


def test_two_that_pass_on_the_same_report_are_one_origin() -> None:
    (only,) = found({"gazette": ("Radio Tarn",), "post": ("Radio Tarn",)})
    assert only == Origin(("Radio Tarn",), ("gazette", "post"), named=True)


def test_a_carrier_that_names_no_origin_is_itself_one() -> None:
    wire, own = found({"gazette": ("Radio Tarn",), "post": ()})
    assert wire == Origin(("Radio Tarn",), ("gazette",), named=True)
    assert own == Origin(("the Post",), ("post",), named=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tarn Press", "the Tarn Press"),
        ("Tarn Press", "Tarn Press news agency"),
        ("TARN PRESS", "Tarn Press"),
        ("Guild", "Orchard Guild"),
    ],
)
def test_forms_of_one_name_are_one_origin(one: str, other: str) -> None:
    (only,) = found({"gazette": (one,), "post": (other,)}, speaker="")
    assert only.names == (one,)


@pytest.mark.parametrize("variable", ["container-title", "publisher", "author"])
def test_an_outlet_and_who_passes_its_report_on_are_one_origin(variable: str) -> None:
    (only,) = found({"gazette": ("Tarn Press",), "post": ()}, stating("post", variable, "Tarn Press"))
    assert only.carriers == ("gazette", "post")
    assert only.named


def test_two_of_one_author_or_publisher_are_one_origin() -> None:
    told = [
        stating(key, "author", "Ada Venn; Piet Adair" if key == "post" else "Ada Venn") for key in ("gazette", "post")
    ]
    assert len(found({"gazette": (), "post": ()}, *told)) == 1


@pytest.mark.parametrize("nobody", ["Staff", "Editorial Board", "By our correspondent", "Staff writer"])
def test_an_author_who_is_nobody_joins_nothing(nobody: str) -> None:
    told = [stating(key, "author", nobody) for key in ("gazette", "post")]
    assert len(found({"gazette": (), "post": ()}, *told)) == 2


def test_the_speaker_is_no_origin_of_what_he_says_and_a_carrier_none_of_what_it_carries() -> None:
    chains = {"gazette": ("Orchard Guild",), "post": ("the Post",), "sun": ("the Guild",)}
    assert [one.names for one in found(chains)] == [("the Gazette",), ("the Post",), ("the Sun",)]
    assert not any(one.named for one in found(chains))


def test_origins_that_a_third_carrier_names_together_are_counted_once() -> None:
    chains = {"gazette": ("Tarn Press",), "post": ("Coast Wire",), "sun": ("Coast Wire", "Tarn Press")}
    (only,) = found(chains)
    assert only == Origin(("Tarn Press", "Coast Wire"), ("gazette", "post", "sun"), named=True)


def test_nothing_has_no_origin() -> None:
    assert origins((), evidence({})) == ()
