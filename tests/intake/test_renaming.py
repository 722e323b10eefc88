from __future__ import annotations

from pathlib import Path

import pytest

from generator.analysis.derived import COMPUTATIONS
from generator.citations.grammar import parse
from generator.errors import UsageError
from generator.intake.renaming import key_places, pages, renamed
from generator.model import Derivation

PAGE = """\
---
title: The dock
---

The dock said so.[^so] See [it](sources/dock.md#w1), [all](sources/index.md#dock) and [another](sources/dock-2.md).[^other]
`@dock` is code, and so is this:

    [^code]: @dock "not a note"

[^so]: @dock "the words of @dock, they said"
[^other]: @dock-2 "dock"
[^none]: = unanswered dock "dock"
[^carried]: = carriers 2 dock "the dock"
[^dates]: = differ 2031-03-05 dock "on dock day" 2031-03-06 dock-2 "later"
[^unstated]: = not-stated author dock quay dock
[^party]: = not-quoted "dock"
[^own]: editor: dock, 2031-03-05, https://dock.example/dock
"""

RENAMED = """\
---
title: The dock
---

The dock said so.[^so] See [it](sources/pier.md#w1), [all](sources/index.md#pier) and [another](sources/dock-2.md).[^other]
`@dock` is code, and so is this:

    [^code]: @dock "not a note"

[^so]: @pier "the words of @dock, they said"
[^other]: @dock-2 "dock"
[^none]: = unanswered pier "dock"
[^carried]: = carriers 2 pier "the dock"
[^dates]: = differ 2031-03-05 pier "on dock day" 2031-03-06 dock-2 "later"
[^unstated]: = not-stated author pier quay pier
[^party]: = not-quoted "dock"
[^own]: editor: dock, 2031-03-05, https://dock.example/dock
"""


def test_only_the_key_changes() -> None:
    assert renamed(PAGE, "dock", "pier", "docs/a.md") == RENAMED
    assert renamed(RENAMED, "pier", "dock", "docs/a.md") == PAGE


def test_line_ends_stay() -> None:
    crlf = PAGE.replace("\n", "\r\n")
    assert renamed(crlf, "dock", "pier", "docs/a.md") == RENAMED.replace("\n", "\r\n")


def test_a_note_over_two_lines_is_left_to_a_person_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text('A.[^a]\n\n[^a]: = carriers 2\n    dock "the words"\n')
    with pytest.raises(
        UsageError, match=r"(?s)a\.md:3: the note \[\^a\] cannot be changed safely.*write it on one line"
    ):
        pages(tmp_path, "dock", "pier")


def test_pages_drafts_and_what_waits_are_renamed(tmp_path: Path) -> None:
    (tmp_path / ".drafts").mkdir()
    for name in ("a.md", ".drafts/a.md", ".drafts/a.md.new"):
        (tmp_path / name).write_text('A.[^a]\n\n[^a]: @dock "the words"\n')
    (tmp_path / "b.md").write_text("Nothing of the dock.\n")
    (tmp_path / "c.txt").write_text('[^a]: @dock "no page"\n')
    found = pages(tmp_path, "dock", "pier")
    assert sorted(path.relative_to(tmp_path).as_posix() for path in found) == [
        ".drafts/a.md",
        ".drafts/a.md.new",
        "a.md",
    ]
    assert set(found.values()) == {b'A.[^a]\n\n[^a]: @pier "the words"\n'}


@pytest.mark.parametrize("rule", COMPUTATIONS.values(), ids=COMPUTATIONS)
def test_the_usage_of_every_computation_says_where_its_keys_stand(rule: object) -> None:
    usage: str = rule.usage  # type: ignore[attr-defined]
    parsed = parse(usage.removesuffix(" ...").replace('"words"', '"some words"').replace('"PARTY"', '"A party"'))
    assert isinstance(parsed, Derivation)
    assert [parsed.arguments[place] for place in key_places(parsed)] == ["KEY"] * usage.count("KEY")
