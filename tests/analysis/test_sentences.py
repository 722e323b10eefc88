"""Golden cases: a paragraph, then its sentences, one a line."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.analysis.sentences import split
from tests.golden import cases, parts

CASES = cases(Path(__file__).parent / "cases" / "sentences")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    paragraph, expected = parts(path)
    assert [" ".join(paragraph[span.start : span.end].split()) for span in split(paragraph)] == expected


@pytest.mark.parametrize("text", ["", " ", "\n\t ", "..."])
def test_nothing_to_split(text: str) -> None:
    assert "".join(text[s.start : s.end] for s in split(text)) == text.strip()


@given(st.text(alphabet="aB .?!…“”\"'()1,\n", max_size=60))
def test_sentences_are_in_order_and_lose_no_character_but_white_space(text: str) -> None:
    spans = split(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(text[s.start : s.end] for s in spans).split()) == "".join(text.split())
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() != "" for s in spans)
