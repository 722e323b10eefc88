from __future__ import annotations

from dataclasses import replace

import pytest

from generator.analysis.claims import clusters, speaker_name
from generator.model import BlockKind, Passage, Role
from tests.dispute import TOPIC, Said, alleged, analysis, answered, evidence, passage


def claims_of(**said: list[Said]) -> set[frozenset[str]]:
    """The groups of passages that were taken for one claim."""
    of = evidence(said)
    return {frozenset(p.id for p in claim.passages) for claim in analysis(said, of).claims}


WIRE = "The Guild accused Brannock of fogging 40,000 crates of old apples"
POST = "The Orchard Guild accused Brannock of having fogged 40,000 crates of old apples"


def test_the_same_claim_in_two_sources_is_one() -> None:
    found = claims_of(wire=[alleged(f"{WIRE}.", "the Guild")], post=[alleged(f"{POST}.", "Orchard Guild")])
    assert found == {frozenset({"wire:0", "post:0"})}


@pytest.mark.parametrize(
    "other",
    [
        alleged(f"{POST}.", "Maren Holt"),
        alleged(f"{POST}."),
        answered(f"{POST}.", "Orchard Guild"),
        alleged(f"{POST.replace('40,000', '14,000')}.", "Orchard Guild"),
        alleged(f"{POST.replace('accused', 'never accused')}.", "Orchard Guild"),
        alleged("Brannock hides the age of pears.", "Orchard Guild"),
    ],
    ids=["other speaker", "no speaker", "other role", "other figure", "negated", "other words"],
)
def test_what_differs_is_another_claim(other: Said) -> None:
    found = claims_of(wire=[alleged(f"{WIRE}.", "the Guild")], post=[other])
    assert found == {frozenset({"wire:0"}), frozenset({"post:0"})}


def test_another_day_is_another_claim() -> None:
    found = claims_of(
        wire=[alleged(f"On 3 March, {WIRE}.", "the Guild")], post=[alleged(f"On 4 March, {POST}.", "the Guild")]
    )
    assert len(found) == 2


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("40,000 crates and 300 barrels", "40,000 crates", True),
        ("40,000 crates and 300 barrels", "40,000 crates and 500 barrels", False),
        ("40,000 crates in May 2030", "40,000 crates on 12 May 2030", True),
        ("40,000 crates in May 2030", "40,000 crates on 12 June 2030", False),
        ("40,000 crates on 12 May 2030", "40,000 crates", True),
        ("40,000 crates", "hardly any of 40,000 crates", False),
        ("40,000 crates", "40,000 crates that cannot be sold", False),
    ],
)
def test_the_fuller_may_tell_more_but_nothing_else(one: str, other: str, together: bool) -> None:
    said = (f"The Orchard Guild accused Brannock of having fogged {matter}." for matter in (one, other))
    found = claims_of(wire=[alleged(next(said), "the Guild")], post=[alleged(next(said), "the Guild")])
    assert len(found) == (1 if together else 2)


def test_two_that_contradict_each_other_stay_apart_though_a_third_agrees_with_both() -> None:
    said = {
        key: [alleged(f"{POST}{more}.", "the Guild")]
        for key, more in (("post", " and 300 barrels"), ("sun", ""), ("wire", " and 500 barrels"))
    }
    found = analysis(said, evidence(said)).claims
    assert not any({"post", "wire"} <= {p.source for p in claim.passages} for claim in found)
    assert sorted(len(claim.passages) for claim in found) == [1, 2]


def test_many_carriers_of_one_claim_are_in_one() -> None:
    tails = ("by the river", "behind closed doors", "in a letter", "once more", "in the harbour", "at Tarn")
    said = {f"s{i}": [alleged(f"{POST} {tails[i % len(tails)]}.", "the Guild")] for i in range(60)}
    said["other"] = [Said(f"Ferry {port} sails to port{port} with quay{port}.") for port in range(400)]
    assert [len(c.passages) for c in analysis(said, evidence(said)).claims if c.role is Role.ALLEGATION] == [60]


def test_one_source_does_not_corroborate_itself() -> None:
    assert len(claims_of(wire=[alleged(f"{WIRE}.", "the Guild"), alleged(f"{POST}.", "the Guild")])) == 2


def test_the_fullest_wording_leads_and_a_heading_never_does() -> None:
    said = {
        "a": [alleged(f"{WIRE} in the harbour of Tarn", "the Guild", block=BlockKind.HEADING)],
        "b": [alleged(f"{WIRE}.", "the Guild")],
        "c": [alleged(f"{POST} at Tarn.", "the Guild")],
    }
    (claim,) = analysis(said, evidence(said)).claims
    assert [p.id for p in claim.passages] == ["c:0", "b:0", "a:0"]
    assert claim.id == "c:0"
    assert {p.claim for p in claim.passages} == {"c:0"}


def test_every_relevant_passage_is_in_one_claim_and_no_other_in_any() -> None:
    said = [passage(alleged(f"{WIRE}.", "the Guild")), passage(alleged("Ferries sail.", relevant=False), "post")]
    claims, passages = clusters(said, TOPIC)
    assert [p.claim for p in passages] == ["gazette:0", ""]
    assert [p.id for claim in claims for p in claim.passages] == ["gazette:0"]


def test_headings_that_share_their_common_words_are_two() -> None:
    said = {
        key: [Said(f"What is {matter}?", Role.DEFINITION, block=BlockKind.HEADING)]
        for key, matter in (("post", "a cold store"), ("wire", "a crate"))
    }
    assert len(analysis(said, evidence(said)).claims) == 2


def test_what_nobody_says_and_goes_on_to_something_else_is_another_claim() -> None:
    short = "Fogging slows the ripening of apples in cold stores."
    more = f"{short[:-1]}, and exposes packers, drivers and neighbours to grave harm, lawsuits, fines and shame."
    for speaker, together in (("", False), ("the Guild", True)):
        found = claims_of(post=[alleged(short, speaker)], wire=[alleged(more, speaker)])
        assert (len(found) == 1) is together


def test_nothing_to_cluster() -> None:
    assert clusters((), TOPIC) == ((), ())


def test_the_order_of_the_passages_makes_no_difference_to_pairs() -> None:
    a, b = passage(alleged(f"{WIRE}.", "the Guild"), "wire"), passage(alleged(f"{POST}.", "the Guild"), "post")
    assert clusters((a, b), TOPIC)[0] == clusters((b, a), TOPIC)[0]


def test_speaker_name_is_the_partys() -> None:
    def named(speaker: str) -> Passage:
        return replace(passage(Said("It is old.", Role.ALLEGATION)), speaker=speaker)

    assert speaker_name(TOPIC, named("the guild")) == "Orchard Guild"
    assert speaker_name(TOPIC, named("Odo Fenn")) == "Odo Fenn"
    assert speaker_name(TOPIC, named("")) == ""
