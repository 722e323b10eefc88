"""What the notes of a built page quote and where they lead."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.export import citations
from generator.export.book import page_name
from generator.export.citations import Carried, Cited
from tests.export import sample


def test_words_are_read_from_the_note_and_from_where_it_leads(tmp_path: Path) -> None:
    site = sample.edition(tmp_path).site
    found = citations.carried((page.path, page_name(page.path), page.article) for page in site.pages)
    assert found.keys() == {"claims#robs", "claims#open"}
    assert found["claims#robs"].quoted == sample.WORDS
    # Pieces in two paragraphs stand apart, pieces that touch do not.
    assert " ".join(found["claims#robs"].excerpt.split()) == sample.WORDS
    assert found["claims#open"].excerpt.strip() == sample.OPEN


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Carried("a 12 crowns toll", "the 12 crowns toll"), ""),
        (None, "the note is not in the copy"),
        (Carried("21 crowns toll", "12 crowns toll"), "the note does not quote “12 crowns toll”"),
        (Carried("12 crowns toll", ""), "the note leads to no excerpt"),
        (Carried("12 crowns toll", "112 crowns toll"), "the excerpt does not hold “12 crowns toll”"),
    ],
)
def test_what_is_wrong_with_a_citation(found: Carried | None, said: str) -> None:
    assert citations.problem(Cited("claims", "toll", "herald", "12 crowns toll"), found) == said


def test_parts_that_are_joined_are_looked_for_one_by_one() -> None:
    cited = Cited("claims", "toll", "herald", "the toll of 12 [...] on the bridge")
    assert not citations.problem(cited, Carried("the toll of 12 on the bridge", "the toll of 12 crowns on the bridge"))
