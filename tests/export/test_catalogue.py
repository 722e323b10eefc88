"""The list of the copies in a folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.errors import ExportError
from generator.export import Copy, catalogue, make_copy
from tests.export import sample


def made(folder: Path, *forms: str) -> list[Copy]:
    """Copies that were made and recorded."""
    copies = [make_copy(form, sample.edition(folder / "site"), folder / "out") for form in forms]
    for copy in copies:
        catalogue.record(folder / "out", copy)
    return copies


def test_it_tells_size_digest_and_counts_of_each_copy(tmp_path: Path) -> None:
    copies = made(tmp_path, "md", "zip")
    entries = catalogue.unaltered(tmp_path / "out")
    assert [entry.format for entry in entries] == ["zip", "md"]
    assert [entry.size for entry in entries] == [copies[1].size, copies[0].size]
    assert {(entry.pages, entry.statements, entry.citations) for entry in entries} == {(4, 3, 2)}
    assert entries[0].evidence == "cd" * 32


def test_an_earlier_copy_stays_listed_while_it_is_there_unaltered(tmp_path: Path) -> None:
    made(tmp_path, "md", "html")
    (tmp_path / "out" / "explainer.html").write_text("something else", encoding="utf-8")
    made(tmp_path, "zip")
    assert [entry.format for entry in catalogue.read(tmp_path / "out")] == ["zip", "md"]


@pytest.mark.parametrize("becomes", [None, "something else"])
def test_a_copy_that_is_missing_or_altered_is_named(tmp_path: Path, becomes: str | None) -> None:
    made(tmp_path, "md")
    file = tmp_path / "out" / "explainer.md"
    file.unlink()
    if becomes:
        file.write_text(becomes, encoding="utf-8")
    with pytest.raises(ExportError, match=r"explainer\.md is missing or not the one.*\n.*explainer export md"):
        catalogue.unaltered(tmp_path / "out")


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", json.dumps({"copies": [{"format": "zip"}]}), json.dumps({"copies": [3]})]
)
def test_a_list_that_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / catalogue.NAME).write_text(text, encoding="utf-8")
    with pytest.raises(ExportError, match=r"copies\.json: the list of copies cannot be read"):
        catalogue.read(tmp_path)


def test_a_folder_without_copies_says_how_to_make_them(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="explainer export all"):
        catalogue.unaltered(tmp_path)


def test_names_in_the_list_lead_nowhere_else(tmp_path: Path) -> None:
    made(tmp_path, "md")
    path = tmp_path / "out" / catalogue.NAME
    path.write_text(path.read_text(encoding="utf-8").replace("explainer.md", "../site/index.html"), encoding="utf-8")
    with pytest.raises(ExportError):
        catalogue.unaltered(tmp_path / "out")
