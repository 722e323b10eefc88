from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.analysis import listing
from generator.analysis.evaluation import GoldUnit, Score, Tally, align, read_gold, score
from generator.errors import UsageError
from generator.model import Role
from tests.dispute import Said, alleged, analysis, answered, evidence

SAID = {
    "wire": [
        alleged("The Guild accused Brannock.", "The Guild"),
        answered("It is “false”, T. B. Reeve said.", "T B Reeve"),
        Said("It rained."),
        Said("Ferries sail.", relevant=False),
    ]
}


def gold(order: int, text: str, role: Role, *alternatives: Role, speakers: tuple[str, ...] = ()) -> GoldUnit:
    return GoldUnit("wire.txt", order, text, role, frozenset(alternatives), frozenset(s.casefold() for s in speakers))


RIGHT = (
    gold(0, "The Guild accused Brannock.", Role.ALLEGATION, speakers=("guild",)),
    gold(1, 'It is "false", T. B. Reeve said.', Role.REBUTTAL, speakers=("t. b. reeve",)),
    gold(2, "It rained.", Role.CONTEXT),
    gold(3, "Ferries sail.", Role.IRRELEVANT),
)


def scored(*units: GoldUnit) -> Score:
    of = evidence(SAID)
    return score(units, of, analysis(SAID, of))


def test_everything_right() -> None:
    found = scored(*RIGHT)
    assert (found.units, found.unmatched, dict(found.confused)) == (4, 0, {})
    assert found.accuracy() == found.macro_f1() == found.relevance.f1 == 1
    assert found.speakers == Tally(2, 2, 2)


def test_a_wrong_role_counts_unless_an_alternative_defends_it() -> None:
    found = scored(*RIGHT[:2], gold(2, "It rained.", Role.DEFINITION, Role.CONTEXT), RIGHT[3])
    assert found.accuracy() == 0.75
    assert found.accuracy(lenient=True) == 1
    assert found.strict[Role.DEFINITION] == Tally(0, 0, 1)
    assert found.strict[Role.CONTEXT] == Tally(0, 1, 0)
    assert found.lenient[Role.CONTEXT] == Tally(1, 1, 1)
    assert found.confused == {(Role.DEFINITION, Role.CONTEXT): 1}


def test_a_unit_without_a_partner_is_wrong() -> None:
    found = scored(*RIGHT, gold(4, "Nowhere in the file.", Role.ALLEGATION))
    assert (found.units, found.unmatched, found.accuracy()) == (5, 1, 0.8)
    assert found.strict[Role.ALLEGATION] == Tally(1, 1, 2)


def test_relevance_is_scored_on_its_own() -> None:
    found = scored(*RIGHT[:3], gold(3, "Ferries sail.", Role.CONTEXT))
    assert found.relevance == Tally(3, 3, 4)


def test_a_wrong_speaker_and_a_missing_one() -> None:
    wrong = scored(gold(0, RIGHT[0].text, Role.ALLEGATION, speakers=("Brannock",)))
    assert wrong.speakers == Tally(0, 1, 1)
    missing = scored(gold(2, "It rained.", Role.CONTEXT, speakers=("Holt",)))
    assert missing.speakers == Tally(0, 0, 1)
    optional = scored(gold(2, "It rained.", Role.CONTEXT, speakers=("Holt", "")))
    assert optional.speakers == Tally(0, 0, 0)


def test_units_are_aligned_in_order_even_where_a_text_repeats() -> None:
    said = {"wire": [Said("It rained."), Said("Fog came."), Said("It rained.")]}
    of = evidence(said)
    passages = analysis(said, of).passages
    units = [gold(n, text, Role.CONTEXT) for n, text in enumerate(["It rained.", "Fog came.", "It rained."])]
    paired = align(units, of.documents["wire"], passages)
    assert [p.order if p else None for _, p in paired] == [0, 1, 2]


def test_a_unit_goes_with_the_passage_that_shares_most_of_it() -> None:
    of = evidence(SAID)
    (pair,) = align(
        [gold(0, "Brannock. It is false, T. B. Reeve said. It", Role.CONTEXT)],
        of.documents["wire"],
        analysis(SAID, of).passages,
    )
    assert pair[1] is not None
    assert pair[1].order == 1


def test_no_units_and_no_passages() -> None:
    empty = scored()
    assert (empty.units, empty.accuracy(), empty.macro_f1()) == (0, 0, 0)
    of = evidence(SAID)
    ((_, partner),) = align([RIGHT[0]], of.documents["wire"], ())
    assert partner is None


def test_gold_of_a_file_that_is_no_source() -> None:
    with pytest.raises(UsageError, match=r"not among the sources: other\.txt\n  help: the sources are: wire\.txt"):
        scored(GoldUnit("other.txt", 0, "x", Role.CONTEXT, frozenset(), frozenset()))


def test_read_gold(tmp_path: Path) -> None:
    rows = [
        {
            "seed": "a.txt",
            "unit": 0,
            "text": "x",
            "role": "allegation",
            "alt_roles": ["context"],
            "speaker": "The Guild",
            "speaker_alts": ["Guild’s"],
        },
        {"seed": "a.txt", "unit": "1", "text": "y", "role": "context", "speaker": "", "speaker_alts": ["ignored"]},
    ]
    path = tmp_path / "gold.jsonl"
    path.write_text("\n\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8")
    first, second = read_gold(path)
    assert first == GoldUnit(
        "a.txt", 0, "x", Role.ALLEGATION, frozenset({Role.CONTEXT}), frozenset({"guild", "guild's"})
    )
    assert (second.order, second.speakers) == (1, frozenset())


@pytest.mark.parametrize(
    "line",
    [
        "not json",
        "[]",
        "3",
        "null",
        "{}",
        '{"seed": "a", "unit": "x", "text": "t", "role": "context"}',
        '{"seed": "a", "unit": 1, "text": "t", "role": "opinion"}',
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(
        UsageError, match=r"gold\.jsonl:2: not a labelled unit: .*\n  help: expected one JSON object a line"
    ):
        read_gold(path)


def test_a_gold_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="the gold file cannot be read"):
        read_gold(tmp_path / "none.jsonl")
    (tmp_path / "bytes.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UsageError, match="the gold file cannot be read"):
        read_gold(tmp_path / "bytes.jsonl")


def test_the_report_shows_every_role_and_what_was_confused() -> None:
    lines = list(listing.report(scored(*RIGHT[:2], gold(2, "It rained.", Role.DEFINITION), RIGHT[3])))
    assert lines[0] == "units 4, of them without a passage 0"
    for role in Role:
        assert any(line.startswith(role.value) for line in lines)
    assert lines[-1].split() == ["1", "definition", "->", "context"]
    assert "accuracy       strict 0.750   with alternative roles 0.750" in lines
