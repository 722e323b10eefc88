"""The grammar of a note: the truth table of GRAMMAR.md, and that writing and reading are inverse."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import citations
from generator.citations.grammar import parse, write
from generator.model import Citation, Derivation, EditorNote, Malformed

TABLE = (Path(citations.__file__).parent / "GRAMMAR.md").read_text(encoding="utf-8").partition("## Truth table")[2]
ROWS = re.findall(r"^\| `(.*)` \| (.*) \|$", TABLE, re.MULTILINE)

PLAIN = st.text(
    st.characters(
        exclude_categories=("Cc", "Cs", "Zl", "Zp"),
        exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    )
)
KEYS = st.from_regex(r"[a-z0-9][a-z0-9-]*", fullmatch=True)


def told(body: Citation | Derivation | EditorNote | Malformed) -> str:
    """A body as the truth table writes it."""
    match body:
        case Citation(key, words):
            return f"citation of {key}: {words}"
        case Derivation(name, arguments):
            return f"derivation {name}" + (f": {'; '.join(arguments)}" if arguments else "")
        case EditorNote(editor, date, reference):
            return f"editor's note of {editor}, {date}, {reference}"
        case Malformed(problem, _):
            return f"malformed: {problem}"


def test_the_truth_table_is_read() -> None:
    assert len(ROWS) == TABLE.count("\n| `") >= 40


@pytest.mark.parametrize(("line", "meaning"), ROWS)
def test_truth_table(line: str, meaning: str) -> None:
    assert told(parse(line)).rstrip() == meaning


@given(KEYS, PLAIN.filter(str.strip))
def test_citations_come_back(key: str, words: str) -> None:
    assert parse(write(Citation(key, words))) == Citation(key, words)


@given(KEYS, st.lists(PLAIN))
def test_derivations_come_back(name: str, arguments: list[str]) -> None:
    assert parse(write(Derivation(name, tuple(arguments)))) == Derivation(name, tuple(arguments))


@given(PLAIN.map(str.strip).filter(bool), st.dates())
def test_editors_notes_come_back(editor: str, date: object) -> None:
    note = EditorNote(editor, str(date), "https://example.org/a_b*c?d=e,f#g")
    assert parse(write(note)) == note


def test_an_editor_may_be_called_by_a_date() -> None:
    note = EditorNote("Ana, 2020-01-01", "2026-11-22", "https://example.org/a,2020,b")
    assert parse(write(note)) == note


@given(st.text())
def test_any_line_is_read(line: str) -> None:
    assert not isinstance(parse(line), Malformed) or told(parse(line)).startswith("malformed: ")


@given(st.text('@=editor: "“”gazette,2026-11-22https://x.[]\\&;', max_size=60))
def test_whatever_is_not_malformed_can_be_written(line: str) -> None:
    body = parse(line)
    if not isinstance(body, Malformed):
        assert parse(write(body)) == body


@pytest.mark.parametrize(
    ("line", "help_"),
    [
        ('@Daily Gazette "fell"', "@daily-gazette"),
        ('"fell by half"', '@key "fell by half"'),
        ("@gazette", '@gazette "words"'),
        ('= sum a"b', "&quot;"),
        ("editor: Ana Reis, yesterday", "YYYY-MM-DD"),
    ],
)
def test_help_says_what_to_type(line: str, help_: str) -> None:
    body = parse(line)
    assert isinstance(body, Malformed)
    assert help_ in body.help


def test_a_long_line_is_clipped_in_the_message() -> None:
    body = parse("word " * 200)
    assert isinstance(body, Malformed)
    assert len(body.problem) < 150
