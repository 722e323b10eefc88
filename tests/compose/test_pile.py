from __future__ import annotations

import pytest

from generator.analysis.derived import compute
from generator.compose.pile import kind_of, lines
from generator.model import Derivation, Source, Stated
from tests.dispute import Said, alleged, analysis, evidence, source

SAID = {
    "post": [
        alleged(
            "The Guild accused Brannock of fraud.", "Orchard Guild", "accused", chain=("Radio Tarn", "Tarn and Sons")
        ),
        alleged("Holt accused Brannock of fogging.", "Maren Holt", "accused", chain=("Radio Tarn",)),
        alleged("Fenn accused Brannock of lying.", "Odo Fenn", "accused", chain=("The Pier",)),
    ],
    "wire": [Said("It rained.")],
}
SOURCES = {"post": source("post", "2031-03-06", "it says so"), "wire": source("wire")}


def test_a_line_says_what_a_source_is_its_date_and_whom_it_has_claims_from() -> None:
    of = evidence(SAID, sources=SOURCES)
    post, wire = lines(of, analysis(SAID, of))
    assert (post.name, post.what, post.when) == ("the Post", "a newspaper", "6 March 2031 (inferred)")
    assert (post.origins, post.more) == (("Radio Tarn", "Tarn and Sons"), True)
    assert (wire.when, wire.origins, wire.more) == ("undated", (), False)


def test_a_line_is_a_computation_that_holds() -> None:
    of = evidence(SAID, sources=SOURCES)
    found = analysis(SAID, of)
    for line in lines(of, found):
        computed = compute(Derivation("described", line.arguments), of, found)
        assert computed.holds, computed.explanation


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("pier", "a newspaper", "undated", ""), "there is no source “pier”"),
        (("wire", "a blog", "undated", ""), "has “wire” as “a newspaper” now, not “a blog”"),
        (("wire", "a newspaper", "2031", ""), "the date of “wire” is undated now, not 2031"),
        (("post", "a newspaper", "2031-03-06", "Reuters"), "“post” does not name Reuters now"),
    ],
)
def test_what_is_no_longer_so(arguments: tuple[str, ...], why: str) -> None:
    of = evidence(SAID, sources=SOURCES)
    computed = compute(Derivation("described", arguments), of, analysis(SAID, of))
    assert not computed.holds
    assert why in computed.explanation


def test_of_many_sources_none_has_a_line() -> None:
    said = {f"s{number}": [Said("It rained.")] for number in range(8)}
    of = evidence(said)
    assert lines(of, analysis(said, of)) == ()


@pytest.mark.parametrize(
    ("speaks", "kind"),
    [
        ("aggregator with an opinion in its last paragraph", "aggregator"),
        ("podcast summaries, eleven voices", "podcast summaries"),
        ("news agency", "news agency"),
        ("", ""),
    ],
)
def test_the_kind_is_said_without_what_only_adds_to_it(speaks: str, kind: str) -> None:
    assert kind_of(Source("a", "a.txt", "0" * 64, Stated(speaks))) == kind


def test_original_documents_are_counted_by_their_type() -> None:
    law = Source(
        "law", "law.txt", "0" * 64, Stated("the parliament"), {"type": Stated("legislation")}, called="the act"
    )
    said = {"law": [Said("It rained.")], "wire": [Said("It rained again.")]}
    of = evidence(said, sources={"law": law})
    found = analysis(said, of)
    computed = compute(Derivation("originals", ("1",)), of, found)
    assert computed.holds
    assert "1 of 2 sources (the act)" in computed.explanation
    assert not compute(Derivation("originals", ("0",)), of, found).holds
