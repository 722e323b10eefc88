"""The measurement of what the check catches: its changes are made one at a time, and the certain ones are all caught."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from generator.analysis.figures import Figure

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
SAMPLE = Path(__file__).parent / "sample"


@pytest.fixture(scope="module")
def mutations() -> Iterator[ModuleType]:
    sys.path.insert(0, str(BENCHMARKS))
    import mutations as module  # type: ignore[import-not-found]

    most, module.MOST = module.MOST, 12
    yield module
    module.MOST = most
    sys.path.remove(str(BENCHMARKS))


@pytest.fixture(scope="module")
def figures(mutations: ModuleType) -> dict[str, Figure]:
    return {one.name: one for one in mutations.figures(SAMPLE)}


@pytest.mark.parametrize(
    "kind",
    [
        "another digit in a note",
        "an adjective in a note",
        "a word less in a note",
        "an unknown key",
        "another source's key",
        "an adjective in a quotation",
    ],
)
def test_what_compares_words_is_always_caught(figures: dict[str, Figure], kind: str) -> None:
    found = figures[f"{kind}: caught"]
    assert found.count > 0
    assert found.value == 1


def test_other_changes_are_mostly_caught(figures: dict[str, Figure]) -> None:
    for kind in ("another digit in a sentence", "another name in a sentence"):
        assert figures[f"{kind}: caught"].value >= 0.75


def test_pages_that_the_generator_wrote_are_hardly_flagged(figures: dict[str, Figure]) -> None:
    alarms = {name: one.value for name, one in figures.items() if name.startswith("untouched: ")}
    assert len(alarms) > 10
    assert max(alarms.values()) <= 0.02


def test_each_change_leaves_the_rest_of_the_page(mutations: ModuleType) -> None:
    (pages,) = mutations.piles(SAMPLE)
    for kind in mutations.kinds(pages.work):
        for path, page in pages.read.items():
            for markdown, was, _ in kind.make(page, random.Random(0)):
                before, after = page.markdown.split("\n"), markdown.split("\n")
                assert len(before) == len(after), (kind.name, path)
                assert sum(one != other for one, other in zip(before, after, strict=True)) <= 1
                assert was
