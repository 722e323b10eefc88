"""Golden cases, one file a case: what stood before, the page, the new draft, and what comes of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.compose.merging import failing_lines, marker_lines, merge, resolve

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
    assert '[^noise]: @gazette "lorries a night"' in theirs, "the note has its own label again"
    assert theirs.count("[^noise]:") == 1
    assert "[^noise-2]" not in theirs
    assert not marker_lines(theirs)


def test_lines_of_conflicts_and_of_markers_left_over() -> None:
    assert marker_lines("a\n<<<<<<< the page\nb\n=======\nc\n>>>>>>> the new draft\n") == (2,)
    assert marker_lines("a\n>>>>>>> the new draft\n") == (2,)
    assert marker_lines("Title\n=======\n") == ()


def test_what_no_longer_holds_is_said_by_its_first_line_and_resolved_like_the_others() -> None:
    page = read(Path(__file__).parent / "cases" / "source-withdrawn.md")["expected"]
    assert failing_lines(page) == marker_lines(page) != ()
    for keep_mine in (True, False):
        assert not marker_lines(resolve(page, keep_mine=keep_mine))
    assert failing_lines(read(Path(__file__).parent / "cases" / "quote-changed-by-both.md")["expected"]) == ()


def test_resolved_sentences_are_in_their_paragraph_again() -> None:
    case = read(Path(__file__).parent / "cases" / "conflict-in-a-paragraph.md")
    page = case["expected"]
    theirs = resolve(page, keep_mine=False)
    assert theirs == case["theirs"].replace("answers that", "replies that"), "only one side changed that sentence"
    mine = resolve(page, keep_mine=True)
    assert mine == case["mine"].replace("the Gazette, count", "the Valley Gazette, count")
    by_hand = "\n".join(line for line in page.split("\n") if not line.startswith(("<<<", "===", ">>>")))
    assert "Of 5 charges, 2 have no answer.[^open-charges-2] \nThe lane has been loud" in by_hand
    assert not marker_lines(by_hand)


def test_a_sentence_that_one_side_took_away() -> None:
    page = read(Path(__file__).parent / "cases" / "prose-and-a-withdrawn-source.md")["expected"]
    theirs = resolve(page, keep_mine=False)
    assert "“nobody sleeps” there.[^sleep]\n\n## The dust\n\nNo source has an answer.[^no-answer-school]\n\n" in theirs
    assert "[^permit]" not in theirs
    mine = resolve(page, keep_mine=True)
    assert "there.[^sleep] The council does not dispute the number" in mine
    assert "classrooms”.[^school] No source has" in mine


@pytest.mark.parametrize("side", ["mine", "theirs"])
def test_the_notes_of_the_side_that_a_person_deleted_by_hand_leave_with_the_next_merge(side: str) -> None:
    case = read(Path(__file__).parent / "cases" / "conflict-in-a-paragraph.md")
    mine = case["mine"].rstrip("\n") + '\n[^later]: @gazette "a note that a person keeps for later"\n'
    merged = merge(case["base"], mine, case["theirs"], lambda _: True)
    drop = "theirs" if side == "mine" else "mine"
    markers = {"mine": r"<{7}.*\n", "theirs": r"={7}\n"}
    by_hand = re.sub(markers[drop] + r"(?:(?![=>]{7}).*\n)*", "", merged.text)
    by_hand = "\n".join(line for line in by_hand.split("\n") if not re.match(r"[<=>]{7}", line))
    again = merge(merged.draft, by_hand, case["theirs"], lambda _: True)
    labels = set(re.findall(r"^\[\^(.*?)\]:", again.text, re.MULTILINE))
    assert len([label for label in labels if label.startswith("open-charges")]) == 1
    assert "later" in labels
    assert ("= open-charges 1 4" in again.text) == (side == "mine")
    assert "= open-charges 1 4" not in again.draft


def test_what_a_person_dropped_comes_back_neither_before_nor_after_its_news_was_seen() -> None:
    case = read(Path(__file__).parent / "cases" / "prose-and-a-new-source.md")
    first = merge(case["base"], case["mine"], case["theirs"], lambda _: True)
    again = merge(first.draft, first.text, case["theirs"], lambda _: True)
    assert (again.text, again.unplaced) == (first.text, first.unplaced)
    accepted = merge(again.draft, again.text, case["theirs"], lambda _: True, seen=again.unplaced)
    assert (accepted.text, accepted.unplaced, accepted.draft) == (first.text, "", case["theirs"])


def test_what_a_person_has_decided_is_no_conflict_again() -> None:
    case = read(Path(__file__).parent / "cases" / "prose-and-another-count.md")

    def holds(body: str) -> bool:
        return body != "= open-charges 1 3"

    merged = merge(case["base"], case["mine"], case["theirs"], holds)
    mine = resolve(merged.text, keep_mine=True)
    assert mine == case["mine"]
    again = merge(merged.draft, mine, case["theirs"], holds)
    assert (again.text, again.conflicts) == (mine, ())
