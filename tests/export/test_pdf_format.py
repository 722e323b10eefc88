"""The site as a printed book; where WeasyPrint is installed."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from generator.errors import ExportError
from generator.export import make_copy, verify
from generator.export.html_format import bound
from tests.export import sample


@pytest.fixture
def reader(tmp_path: Path) -> Any:
    pytest.importorskip("weasyprint", reason="needs the extra “pdf-copy”", exc_type=ImportError)
    pypdf = pytest.importorskip("pypdf")
    return pypdf.PdfReader(make_copy("pdf", sample.edition(tmp_path / "site"), tmp_path / "out").path)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def test_no_word_of_the_site_is_lost_or_broken(reader: Any, tmp_path: Path) -> None:
    chapters = bound(sample.edition(tmp_path / "again")).chapters
    site = words(" ".join(piece for chapter in chapters for piece in chapter.body.itertext()))
    printed = words(" ".join(page.extract_text() for page in reader.pages))
    assert site.total() > 80
    assert site - printed == Counter()


def test_it_is_tagged_has_a_language_bookmarks_and_its_fonts(reader: Any) -> None:
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert reader.outline
    fonts = [font.get_object()["/BaseFont"] for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    assert fonts
    assert all(re.match(r"/[A-Z]{6}\+", name) for name in fonts)


def test_contents_give_page_numbers_and_every_link_lands(reader: Any) -> None:
    assert re.search(r"Claims[ .]+\d", reader.pages[1].extract_text())
    places = set(reader.named_destinations)
    links = [link.get_object() for page in reader.pages for link in page.get("/Annots") or ()]
    inside = {str(link["/Dest"]) for link in links if "/Dest" in link}
    assert {"claims--fn-robs", "claims--fnref-robs", "sources-herald--the-toll-robs"} <= inside <= places


def test_its_citations_are_followed_on_the_printed_pages(tmp_path: Path) -> None:
    pytest.importorskip("weasyprint", reason="needs the extra “pdf-copy”", exc_type=ImportError)
    pytest.importorskip("pypdf")
    made = make_copy("pdf", sample.edition(tmp_path / "site"), tmp_path / "out")
    assert made.followed == 2
    again = make_copy("pdf", sample.edition(tmp_path / "other"), tmp_path / "other")
    assert made.path.read_bytes() == again.path.read_bytes()


def test_without_the_extra_the_message_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(ExportError, match=r'pip install "explainer-generator\[pdf-copy\]"'):
        make_copy("pdf", sample.edition(tmp_path / "site"), tmp_path / "out")


def test_without_the_extra_its_bytes_are_verified_and_its_words_said_to_be_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_copy("md", sample.edition(tmp_path / "site"), tmp_path / "out")
    monkeypatch.setattr("generator.export.reading._READERS", {})
    found = verify(made.path)
    assert found.whole
    assert "its words not" in found.limits
