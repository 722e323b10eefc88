"""Floors under the quality of the analysis: a figure cannot fall unnoticed. They stand a little below what was measured."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from generator import pipeline
from generator.analysis.evaluation import Score, figures
from generator.model import Role
from generator.pipeline import Work

GOLD = Path(__file__).parent / "gold" / "seeds.jsonl"
ROOT = Path(__file__).parents[1]
BENCHMARKS = ROOT / "benchmarks"
BANK = ROOT / "generator" / "analysis" / "bank"


@pytest.fixture(scope="module")
def score(seeds_work: Work) -> Score:
    return pipeline.evaluate(GOLD, seeds_work)


def test_every_labelled_sentence_is_found(score: Score) -> None:
    assert score.unmatched == 0


def test_roles(score: Score) -> None:
    assert score.accuracy() >= 0.88
    assert score.macro_f1() >= 0.80


def test_relevance(score: Score) -> None:
    assert score.relevance.f1 >= 0.99


def test_nothing_irrelevant_is_taken_for_relevant(score: Score) -> None:
    assert not [pair for pair in score.confused if pair[0] is Role.IRRELEVANT]


def test_no_side_stands_on_the_page_of_the_other(score: Score) -> None:
    swapped, irrelevant = (
        next(one for one in figures(score) if word in one.name) for word in ("swapped", "irrelevant")
    )
    assert (swapped.value, irrelevant.value) == (0, 0)
    assert swapped.count > 10


def test_speakers(score: Score) -> None:
    assert score.speakers.precision >= 0.9
    assert score.speakers.recall >= 0.9


@pytest.fixture(scope="module")
def yardsticks() -> Iterator[Callable[[str], ModuleType]]:
    """The measurements, by name, whose data is part of the project."""
    sys.path[:0] = [str(BENCHMARKS), str(BENCHMARKS / "quality")]
    yield import_module
    del sys.path[:2]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("answers", BENCHMARKS / "quality" / "data" / "answers"),
        ("audit", BENCHMARKS / "quality" / "data" / "audit.tsv"),
        pytest.param("own_exam", BANK, marks=pytest.mark.slow),
        pytest.param("conflicts", BANK, marks=pytest.mark.slow),
        pytest.param("layout", BANK, marks=pytest.mark.slow),
    ],
)
def test_no_pinned_figure_has_fallen(yardsticks: Callable[[str], ModuleType], name: str, data: Path) -> None:
    pins = yardsticks("pins")
    found = yardsticks(name).figures(data)
    held = pins.read()
    assert [one.name for one in found if one.name not in held] == []
    assert list(pins.fallen(found, held)) == []
