"""Golden cases, one file a case: what stood before, the page, the new draft, and what comes of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.compose.merging import marker_lines, merge, resolve

CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))


def read(path: Path) -> dict[str, str]:
    _, *sections = re.split(r"^~{6} (\w+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(sections[::2], sections[1::2], strict=True))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = read(path)
    fails = case.get("fails", "\0").strip()
    merged = merge(case["base"], case["mine"], case["theirs"], lambda body: not body.startswith(fails))
    assert merged.text == case["expected"]
    assert merged.unplaced == case.get("unplaced", "")
    assert bool(merged.conflicts) == ("<<<<<<<" in case["expected"])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_merging_again_changes_nothing(path: Path) -> None:
    case = read(path)
    merged = merge(case["base"], case["mine"], case["theirs"], lambda _: True)
    if not merged.conflicts:
        again = merge(merged.draft, merged.text, case["theirs"], lambda _: True)
        assert (again.text, again.unplaced) == (merged.text, merged.unplaced)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_merge_that_was_cut_off_before_its_draft_was_written_loses_nothing(path: Path) -> None:
    case = read(path)
    merged = merge(case["base"], case["mine"], case["theirs"], lambda _: True)
    if not merged.conflicts:
        assert merge(case["base"], merged.text, case["theirs"], lambda _: True).text == merged.text


def test_what_was_seen_and_left_out_is_not_offered_again() -> None:
    case = read(Path(__file__).parent / "cases" / "rewritten-as-prose.md")
    first = merge(case["base"], case["mine"], case["theirs"], lambda _: True)
    accepted = merge(case["base"], case["mine"], case["theirs"], lambda _: True, seen=first.unplaced)
    assert accepted.unplaced == ""
    assert accepted.draft == case["theirs"]


def test_a_conflict_resolved_either_way() -> None:
    case = read(Path(__file__).parent / "cases" / "quote-changed-by-both.md")
    page = merge(case["base"], case["mine"], case["theirs"], lambda _: True).text
    assert resolve(page, keep_mine=True) == case["mine"]
    theirs = resolve(page, keep_mine=False)
    assert "[^noise-2]: @gazette" in theirs
    assert "[^noise]" not in theirs
    assert not marker_lines(theirs)


def test_lines_of_conflicts_and_of_markers_left_over() -> None:
    assert marker_lines("a\n<<<<<<< the page\nb\n=======\nc\n>>>>>>> the new draft\n") == (2,)
    assert marker_lines("a\n>>>>>>> the new draft\n") == (2,)
    assert marker_lines("Title\n=======\n") == ()
