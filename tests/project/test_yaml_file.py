from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.project.yaml_file import Place, YamlFile, parse, quoted, read


def messages(file: YamlFile) -> list[str]:
    return [f"{problem.line}:{problem.column} {problem.message}" for problem in file.problems]


def test_scalars_are_kept_as_written() -> None:
    file = parse("issued: 2026-04-26\nyear: 2026\nlanguage: no\nratio: 1:30\nnothing:\ntilde: ~\n", "f.yml")
    assert file.value == {
        "issued": "2026-04-26",
        "year": "2026",
        "language": "no",
        "ratio": "1:30",
        "nothing": None,
        "tilde": None,
    }
    assert not file.problems


def test_every_value_knows_where_it_stands() -> None:
    file = parse("# first\nparties:\n  - name: Ä and\n    side:   accused\n", "f.yml")
    assert file.names["parties", 0, "side"] == Place(4, 5)
    assert file.values["parties", 0, "side"] == Place(4, 13)
    assert file.values["parties", 0] == Place(3, 5)


def test_a_problem_below_the_last_known_place_is_put_at_the_nearest_one() -> None:
    file = parse("a:\n  b: c\n", "f.yml")
    problem = file.problem(("a", "b", "missing", 3), "message")
    assert (problem.line, problem.column) == (2, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: a: b\n", '1:9 not valid YAML: ": " inside an unquoted text, or wrong indentation'),
        ("title: a\n\tb: c\n", "2:1 not valid YAML: a tab"),
        ('title: "a\nb: c\n', "3:1 not valid YAML: a quotation mark or bracket is never closed (it begins in line 1)"),
        ('title: "a" b\n', "1:12 not valid YAML: this does not continue what stands above it"),
        ("title: @a\n", "1:8 not valid YAML: a text may not begin with this character"),
        ("title: `a\n", "1:8 not valid YAML: a text may not begin with this character"),
        ('title: "\\q"\n', '1:10 not valid YAML: a backslash inside "..."'),
        ("title: &x a\n", "1:8 anchors and aliases (&name, *name) are not used here"),
        ("title: !!python/name:os.system a\n", "1:8 tags (tag:yaml.org,2002:python/name:os.system) are not used here"),
        ("title: a\ntitle: b\n", '2:1 "title" stands here a second time; first in line 1'),
        ("a: b\n---\nc: d\n", "2:1 a second YAML document begins here"),
        ("? [a]\n: b\n", "1:3 a field's name must be text, found a list"),
        ("a: b\x07c\n", "1:5 the character U+0007, which YAML does not allow"),
        ('a:\n  b: "\\uD800"\n', "2:6 half of a surrogate pair (\\uD800 to \\uDFFF)"),
        ('a: "\\U00110000"\n', '0:0 not valid YAML: "\\U..." names no character, or a number is too long'),
        ("a: " + "[" * 5000, "1:15 nested deeper than any field of this file"),
        ("", "0:0 the file is empty"),
        ("# only a comment\n", "0:0 the file is empty"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(text: str, expected: str) -> None:
    assert messages(parse(text, "f.yml")) == [expected]


def test_an_alias_bomb_is_refused_before_it_expands() -> None:
    bomb = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    assert parse(bomb, "f.yml").fatal


def test_messages_never_carry_what_a_terminal_obeys() -> None:
    file = parse('"\\e[31m": a\n"\\e[31m": b\n', "f.yml")
    assert messages(file) == ['2:1 "\\x1b[31m" stands here a second time; first in line 1']


def test_files_that_are_no_utf8_name_the_byte(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    path.write_bytes(b"title: caf\xe9\n")
    assert messages(read(path, "f.yml")) == ["0:0 byte 10 is not UTF-8"]


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "f.yml"
    path.write_bytes(b"\xef\xbb\xbftitle: a\r\nsubject: b\r\n")
    file = read(path, "f.yml")
    assert file.value == {"title": "a", "subject": "b"}
    assert file.names["subject",] == Place(2, 1)


def test_a_folder_in_the_files_place_is_a_message(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, "f.yml").problems
    assert problem.message.startswith("cannot be read: ")


def test_long_values_are_cut() -> None:
    assert quoted("a" * 80) == f'"{"a" * 80}"'
    assert quoted("a" * 81) == f'"{"a" * 79}…"'


@given(st.text())
def test_any_text_gives_a_value_or_a_problem(text: str) -> None:
    file = parse(text, "f.yml")
    assert all(problem.message.isprintable() for problem in file.problems)


@given(st.text(alphabet="ab:-[]{}\"'\\#&*!|>%@`?,~< \n\t\r\x85\u2028\ufeff"))
def test_yaml_like_text_gives_a_value_or_a_problem(text: str) -> None:
    parse(text, "f.yml")
