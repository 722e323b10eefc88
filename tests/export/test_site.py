"""Reading the built site."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ExportError
from generator.export import read_site
from tests.export import sample


def test_pages_come_in_the_order_of_the_navigation_without_the_frame(tmp_path: Path) -> None:
    site = read_site(sample.write_site(tmp_path))
    assert [(page.path, page.title) for page in site.pages] == [
        ("index.html", "The toll"),
        ("claims.html", "Claims"),
        ("sources/herald.html", "The Herald"),
        ("sources/index.html", "Sources"),
    ]
    assert (site.title, site.description, site.language, site.direction) == (
        "The toll & the bridge",
        "A dispute & its sources",
        "en",
        "ltr",
    )
    assert all(element.tag != "script" for page in site.pages for element in page.article.iter())


def test_files_outside_the_site_are_not_its_own(tmp_path: Path) -> None:
    site = read_site(sample.write_site(tmp_path / "site"))
    (tmp_path / "secret").write_text("x")
    assert site.file("../secret") is None
    assert site.file("claims.json") == tmp_path / "site" / "claims.json"


def test_a_folder_without_a_site_and_a_page_of_another_theme_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="explainer build"):
        read_site(tmp_path)
    sample.write_site(tmp_path)
    (tmp_path / "claims.html").write_text("<html><main>x</main></html>")
    with pytest.raises(ExportError, match=r"claims\.html: the page has no <article>"):
        read_site(tmp_path)
