"""The site as an archive."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ExportError
from generator.export import zip_format
from tests.export import sample

STEMMERS = "explainer/assets/javascripts/lunr/"


def names(folder: Path) -> set[str]:
    return set(zip_format.make(sample.edition(folder), "explainer.zip").files)


def test_what_no_page_asks_for_from_disk_is_left_out(tmp_path: Path) -> None:
    made = names(tmp_path)
    assert {"explainer/index.html", "explainer/search/search_index.js", "explainer/claims.json"} <= made
    assert not [name for name in made if name.endswith((".map", "sitemap.xml", "404.html"))]
    assert not [name for name in made if name.startswith(STEMMERS)]


@pytest.mark.parametrize(
    ("languages", "kept"),
    [
        ('"da"', ["min/lunr.da.min.js", "min/lunr.stemmer.support.min.js"]),
        ('"en", "da"', ["min/lunr.da.min.js", "min/lunr.multi.min.js", "min/lunr.stemmer.support.min.js"]),
        ('"ja"', ["min/lunr.stemmer.support.min.js", "tinyseg.js"]),
        ('"th"', ["min/lunr.stemmer.support.min.js", "wordcut.js"]),
    ],
)
def test_search_keeps_what_the_languages_of_the_site_need(tmp_path: Path, languages: str, kept: list[str]) -> None:
    edition = sample.edition(tmp_path)
    (tmp_path / "search" / "search_index.js").write_text(f'var __index = {{"config":{{"lang":[{languages}]}}}}')
    made = zip_format.make(edition, "explainer.zip").files
    assert sorted(name.removeprefix(STEMMERS) for name in made if name.startswith(STEMMERS)) == kept


def test_a_site_that_needs_a_server_is_refused(tmp_path: Path) -> None:
    edition = sample.edition(tmp_path)
    (tmp_path / "search" / "search_index.js").unlink()
    with pytest.raises(ExportError, match="`offline`"):
        zip_format.make(edition, "explainer.zip")


def test_it_carries_the_licence_and_says_what_it_leaves_out(tmp_path: Path) -> None:
    made = zip_format.make(sample.edition(tmp_path), "explainer.zip")
    readme = made.files["explainer/README.txt"].decode()
    assert made.files["explainer/LICENSE.txt"].startswith(b"MIT License")
    assert all(f"- {each}" in readme for each in made.leaves_out)
    assert "explainer verify explainer.zip" in readme
