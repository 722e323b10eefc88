from __future__ import annotations

import pytest

from generator.analysis.derived import compute
from generator.analysis.origins import origins
from generator.compose import matrix as module
from generator.compose.matrix import Matrix
from generator.compose.plan import Plan
from generator.model import Derivation
from tests.dispute import Said, alleged, analysis, answered, evidence

CHARGE = alleged(
    "The Guild accused Brannock of selling 40,000 crates of old apples.",
    "Orchard Guild",
    "accused",
    chain=("Radio Tarn",),
)
DENIAL = answered("That claim of the Guild is false, Ilse Brannock said.", "Ilse Brannock", "said")
DOUBT = answered("The Guild counts 40,000 crates, and no store in Tarn holds that many crates.")
MARKED = alleged(
    "Odo Fenn accused Sund Packers of taking 3 million crowns [unverified information].", "Odo Fenn", "accused"
)
TO_ALL = answered("Sund Packers rejected all accusations over cold-fogging as groundless.", "Sund Packers", "rejected")


def matrix(**said: list[Said]) -> Matrix:
    of = evidence(said)
    return Plan(of, analysis(said, of), origins).matrix()


def told(found: Matrix) -> dict[str, list[str]]:
    return {row.name: ["; ".join(word.does for word in cell) for cell in row.cells] for row in found.rows}


def test_each_party_has_a_row_with_a_word_for_each_charge() -> None:
    found = matrix(wire=[CHARGE, DENIAL, MARKED])
    assert [view.charge.accuser for view in found.charges] == ["Orchard Guild", "Odo Fenn"]
    assert told(found) == {
        "Orchard Guild": ["alleges", ""],
        "Ilse Brannock": ["denies", ""],
        "Odo Fenn": ["", "alleges"],
    }


def test_of_several_tellings_the_one_that_the_heading_is_taken_from_stands_in_the_field() -> None:
    again = alleged("The Guild accused Brannock of selling old apples.", "Orchard Guild", "accused")
    found = matrix(post=[again], wire=[CHARGE])
    ((word,), *_) = found.rows[0].cells
    assert word.statement == found.charges[0].first


def test_a_word_says_through_whom_it_is_known_and_what_its_source_doubts() -> None:
    rows = {row.name: row for row in matrix(wire=[CHARGE, MARKED]).rows}
    ((word, *_), _) = rows["Orchard Guild"].cells
    assert (word.carrier, word.chain, word.unverified) == ("the Wire", ("Radio Tarn",), False)
    assert [word.unverified for cell in rows["Odo Fenn"].cells for word in cell] == [True]


def test_answers_to_everything_have_a_column_of_their_own() -> None:
    found = matrix(wire=[CHARGE], post=[TO_ALL])
    assert found.to_all
    assert told(found)["Sund Packers"] == ["", "answers"]
    assert not matrix(wire=[CHARGE]).to_all


def test_a_source_that_names_no_speaker_stands_after_the_parties() -> None:
    found = matrix(wire=[CHARGE, DOUBT, DENIAL])
    assert [(row.name, row.speaks) for row in found.rows] == [
        ("Orchard Guild", True),
        ("Ilse Brannock", True),
        ("the Wire", False),
    ]


def test_the_number_of_sentences_is_what_the_computation_counts() -> None:
    said = {"wire": [CHARGE, DENIAL, MARKED], "post": [TO_ALL]}
    of = evidence(said)
    analysed = analysis(said, of)
    found = Plan(of, analysed, origins).matrix()
    holds = compute(Derivation("tied", (str(found.tied), *found.named)), of, analysed)
    assert holds.holds, holds.explanation
    more = compute(Derivation("tied", (str(found.tied + 1), *found.named)), of, analysed)
    assert "make or answer these charges now" in more.explanation


def test_a_charge_in_return_is_called_so_in_the_table_and_under_the_name() -> None:
    back = alleged("Brannock accused the Guild of rigging 900 crates of old apples.", "Brannock", "accused")
    of = evidence({"wire": [CHARGE, back]})
    analysed = analysis({"wire": [CHARGE, back]}, of)
    plan = Plan(of, analysed, origins)
    if not any(charge.counter for charge in analysed.charges):
        pytest.fail("the sample holds no charge in return")
    assert "charges in return" in {word for cells in told(plan.matrix()).values() for word in cells}
    assert plan.returned


def test_no_charge_makes_no_row() -> None:
    found = matrix(wire=[Said("It rained on Tarn for nine days in March.")])
    assert (found.rows, found.charges) == ((), ())


def test_more_rows_than_a_reader_scrolls_through_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ROWS", 2)
    found = matrix(wire=[CHARGE, DENIAL, MARKED])
    assert (list(told(found)), found.more) == (["Orchard Guild", "Ilse Brannock"], 1)
