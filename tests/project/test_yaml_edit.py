from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ProjectError
from generator.project.yaml_edit import (
    Value,
    YamlText,
    add_field,
    add_item,
    delete,
    rename_field,
    replace_text,
    scalar,
)
from generator.project.yaml_file import parse

ENTRY: Mapping[str, Value] = {
    "file": "b.txt",
    "sha256": "1" * 64,
    "author": ["Ada Reed", "Sands, B."],
    "speaks": {"inferred": "a report", "because": "it says so"},
}
WRITTEN = """\
  b:
    file: b.txt
    sha256: "1111111111111111111111111111111111111111111111111111111111111111"
    author: [Ada Reed, "Sands, B."]
    speaks: {inferred: a report, because: it says so}
"""


def added(text: str) -> str:
    return add_field(YamlText("sources.yml", text), ("sources",), "b", ENTRY).text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sources:\n", "sources:\n" + WRITTEN),
        ("sources:  # none yet", "sources:  # none yet\n" + WRITTEN),
        ("# head\nsources: {}\n# foot\n", "# head\nsources:\n" + WRITTEN + "# foot\n"),
        (
            "sources:\n  a: {file: a.txt,   speaks: 'x'}\n",
            "sources:\n  a: {file: a.txt,   speaks: 'x'}\n\n" + WRITTEN,
        ),
        (
            "sources:\n  z: {x: 1}\n  a: {x: 1}   # tight\n  # about nothing\n",
            "sources:\n  z: {x: 1}\n  a: {x: 1}   # tight\n" + WRITTEN + "  # about nothing\n",
        ),
        (
            "sources:\n  a:\n    x: |\n      words\n    # of a\n\n# end\n",
            "sources:\n  a:\n    x: |\n      words\n    # of a\n\n" + WRITTEN + "\n# end\n",
        ),
        (
            "sources:\n  z:\n    x: 1\n\n  # above\n  a:\n    x: 1",
            "sources:\n  z:\n    x: 1\n\n  # above\n  a:\n    x: 1\n\n" + WRITTEN,
        ),
    ],
)
def test_an_entry_is_added_and_all_else_stays(before: str, after: str) -> None:
    assert added(before) == after


def test_indentation_line_ends_and_the_byte_order_mark_are_the_file_s() -> None:
    text = "\ufeffsources:\r\n    a:\r\n        x: one\r\n          two\r\n"
    new = added(text)
    assert new.startswith(text + "\r\n    b:\r\n      file: b.txt\r\n")
    assert new.count("\n") == new.count("\r\n")


def test_entries_in_brackets_are_left_to_a_person() -> None:
    with pytest.raises(
        ProjectError, match=r"(?s)sources\.yml:2:1: the entries stand in brackets.*help: write the entr"
    ):
        added("# c\nsources: {a: {x: 1}}\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("queries: []\n", "queries:\n  - source: a\n    words: so, he said\n"),
        ("queries:\n- source: x\n", "queries:\n- source: x\n\n- source: a\n  words: so, he said\n"),
        ("queries:\n  - source: x\n\n  - source: y\n", "queries:\n  - source: x\n\n  - source: y\n\n  - source: a\n    words: so, he said\n"),
        ("queries:\n  - source: x\n  - source: y\n", "queries:\n  - source: x\n  - source: y\n  - source: a\n    words: so, he said\n"),
    ],
)  # fmt: skip
def test_an_item_is_added(before: str, after: str) -> None:
    after = after.replace("so, he said", '"so, he said"')
    assert add_item(YamlText("q", before), ("queries",), {"source": "a", "words": "so, he said"}).text == after


@pytest.mark.parametrize(
    ("steps", "after"),
    [
        (("sources", "a"), "# top\nsources:\n  # of b\n  b: {x: 1}\n\n  c:\n    x: 1\n"),
        (("sources", "b"), "# top\nsources:\n  a:\n    x: 1  # so\n    # in a\n\n  # of b\n  c:\n    x: 1\n"),
        (("sources", "c"), "# top\nsources:\n  a:\n    x: 1  # so\n    # in a\n\n  # of b\n  b: {x: 1}\n\n"),
    ],
)
def test_an_entry_is_deleted(steps: tuple[str, ...], after: str) -> None:
    text = "# top\nsources:\n  a:\n    x: 1  # so\n    # in a\n\n  # of b\n  b: {x: 1}\n\n  c:\n    x: 1\n"
    assert delete(YamlText("s", text), steps).text == after


def test_the_last_entry_leaves_an_empty_field() -> None:
    assert delete(YamlText("s", "sources: # all\n  a:\n    x: 1\n# end\n"), ("sources", "a")).text == (
        "sources: {} # all\n# end\n"
    )
    assert delete(YamlText("s", "queries:\n  - a: 1\n"), ("queries", 0)).text == "queries: []\n"


def test_values_and_names_are_replaced_in_their_place() -> None:
    file = YamlText("s", "sources:\n  a: {file: 'old.txt',  sha256: 12}  # c\n  b:\n    file: >\n      old\n")
    file = replace_text(file, ("sources", "a", "file"), "new, one.txt")
    file = rename_field(file, ("sources", "a"), "z")
    file = replace_text(file, ("sources", "z", "sha256"), "7" * 64)
    assert file.text.startswith(
        f'sources:\n  z: {{file: "new, one.txt",  sha256: "{"7" * 64}"}}  # c\n  b:\n    file: >\n'
    )


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")), min_size=1))
def test_any_text_is_read_back_as_it_was(value: str) -> None:
    assert parse(f"a: {scalar(value)}\n", "").value == {"a": value}
    file = add_field(YamlText("", "a:\n"), ("a",), "b", {"c": {"d": value, "e": "f"}, "g": [value, "h"]})
    assert parse(file.text, "").value == {"a": {"b": {"c": {"d": value, "e": "f"}, "g": [value, "h"]}}}


@pytest.mark.parametrize(
    "value", ["true", "null", "12", "1e5", "0x1f", "- a", "a: b", "a #b", "'a", "~", "=", "a,b", "@a"]
)
def test_what_would_mean_something_else_is_quoted(value: str) -> None:
    assert scalar(value).startswith('"')


@pytest.mark.parametrize("value", ["Harbour news", "2026-04-26", "https://example.org/a?b=c#d", "it’s (so)", "don't"])
def test_what_reads_as_it_is_is_not(value: str) -> None:
    assert scalar(value) == value


def test_a_file_that_is_not_there_has_its_beginning(tmp_path: Path) -> None:
    assert YamlText.read(tmp_path / "q.yml", "q.yml", "queries: []\n").text == "queries: []\n"
    (tmp_path / "q.yml").write_bytes(b"\xff")
    with pytest.raises(ProjectError, match=r"q\.yml: cannot be read: not UTF-8"):
        YamlText.read(tmp_path / "q.yml", "q.yml")
