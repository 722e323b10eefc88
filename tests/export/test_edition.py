"""What every copy of one state of the site has in common."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.export import about
from generator.export.citations import Cited
from generator.export.tree import text_of
from generator.model import Citation, Note, ScannedPage
from tests.export import sample


def test_a_readme_is_the_index_of_its_folder_and_the_last_of_two_notes_counts(tmp_path: Path) -> None:
    notes = tuple(Note("n", Citation("herald", words), 1, 1, "", 1) for words in ("first", "last"))
    pages = (ScannedPage("docs/README.md", notes, ()), ScannedPage("docs/more/README.md", notes, ()))
    edition = replace(sample.edition(tmp_path), scanned=pages)
    assert edition.citations == (Cited("index", "n", "herald", "last"), Cited("more/index", "n", "herald", "last"))


def test_a_copy_tells_its_reader_where_it_comes_from_what_it_lacks_and_its_licence(tmp_path: Path) -> None:
    edition = sample.edition(tmp_path)
    told = text_of(about.chapter(edition, "explainer.md", ["pictures"]))
    for part in (
        "1 January 2026",
        "2 notes quote a source",
        "cd" * 32,
        "pictures",
        "MIT License",
        "Free for all.",
        "No warranty.",
    ):
        assert part in told
    assert "-----" not in told
    assert about.NO_LICENCE in text_of(about.chapter(replace(edition, licence=""), "explainer.md", []))
