"""One file a case: what it shows, the input, and the document (or the message) that it gives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.errors import SourceError
from generator.ingest import read_bytes
from tests.ingest.mapping import check_map
from tests.ingest.rendering import render

CASES = sorted((Path(__file__).parent / "cases").glob("*.case"))
PARTS = re.compile(r".*?^=== input (?P<name>[^\n]+)\n(?P<input>.*)^=== gives\n(?P<gives>.*)", re.DOTALL | re.MULTILINE)


def outcome(data: bytes, name: str) -> str:
    """The document in a form to compare, or the message where it cannot be read."""
    try:
        document = read_bytes(data, name)
    except SourceError as error:
        return f"{error}\n"
    check_map(document)
    return render(document)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path) -> None:
    parts = PARTS.fullmatch(case.read_text(encoding="utf-8"))
    assert parts, "a case has a line `=== input NAME` and a line `=== gives`"
    assert outcome(parts["input"].encode(), parts["name"]) == parts["gives"]


def test_every_reader_has_cases() -> None:
    assert {case.stem.split("-")[0] for case in CASES} >= {"text", "markdown", "html", "feed", "error"}
