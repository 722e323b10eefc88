"""The site as a printed book; where WeasyPrint is installed."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

from generator import pipeline
from generator.errors import ExportError
from generator.export import Edition, make_copy, verify
from generator.export.html_format import bound
from generator.export.tree import with_class
from generator.model import Citation
from generator.web import build
from tests.cli.commands import run
from tests.export import sample as hand_made


@pytest.fixture
def reader(tmp_path: Path) -> Any:
    pytest.importorskip("weasyprint", reason="needs the extra “pdf-copy”", exc_type=ImportError)
    pypdf = pytest.importorskip("pypdf")
    return pypdf.PdfReader(make_copy("pdf", hand_made.edition(tmp_path / "site"), tmp_path / "out").path)


@pytest.fixture
def built(sample: Path) -> Edition:
    """The sample project as MkDocs builds it."""
    run(sample, "generate")
    site = build(sample / "mkdocs.yml", sample / "site", strict=True)
    return pipeline.edition(pipeline.study(sample), site, hand_made.MOMENT, "1")


def printed_copy(edition: Edition, folder: Path) -> Path:
    pytest.importorskip("weasyprint", reason="needs the extra “pdf-copy”", exc_type=ImportError)
    return make_copy("pdf", edition, folder / "out").path


def shown(element: Element) -> Iterator[str]:
    """The text that is printed: not the hint at a table that scrolls, nor what describes a drawing to those who hear it."""
    silent = [*with_class(element, "matrix-hint"), *element.iter("title"), *element.iter("desc")]
    hidden = {piece for each in silent for piece in each.itertext()}
    return (piece for piece in element.itertext() if piece not in hidden)


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def test_no_word_of_the_site_is_lost_or_broken(reader: Any, tmp_path: Path) -> None:
    chapters = bound(hand_made.edition(tmp_path / "again")).chapters
    site = words(" ".join(piece for chapter in chapters for piece in chapter.body.itertext()))
    printed = words(" ".join(page.extract_text() for page in reader.pages))
    assert site.total() > 80
    assert site - printed == Counter()


def test_no_word_of_a_built_site_is_lost(built: Edition, tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    printed = " ".join(page.extract_text() for page in pypdf.PdfReader(printed_copy(built, tmp_path)).pages)
    site = words(" ".join(piece for chapter in bound(built).chapters for piece in shown(chapter.body)))
    # A long word of a narrow column is broken over two lines.
    whole = re.sub(r"\s+", "", printed)
    lost = [word for word in site - words(printed) if whole.count(word) < site[word]]
    assert site.total() > 1000
    assert lost == []


def test_a_wide_table_stays_on_its_page(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    heads = "".join(f"<th>Charge{number:02} of somebody</th>" for number in range(14))
    cells = "".join("<td>nothing in these sources</td>" for _ in range(14))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"
    edition = hand_made.edition(tmp_path / "site", claims=hand_made.CLAIMS + table)
    pages = pypdf.PdfReader(printed_copy(edition, tmp_path)).pages
    (page,) = (page for page in pages if "Charge00" in page.extract_text())
    assert page.mediabox.width > page.mediabox.height
    places: list[float] = []

    def take(text: str, user: list[float], place: list[float], *_: object) -> None:
        if text.strip():
            places.append(user[0] * place[4] + user[4])

    page.extract_text(visitor_text=take)
    assert max(places) < page.mediabox.width - 60


def test_a_drawing_is_printed_whatever_says_its_size(tmp_path: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    sizes = ('style="max-width:100%;height:auto"', 'style="width:100%"', 'width="100%" height="40"', "")
    drawings = "".join(
        f'<figure><svg viewBox="0 0 640 200" {size}><text x="9" y="90">Drawing{number}</text></svg></figure>'
        for number, size in enumerate(sizes)
    )
    edition = hand_made.edition(tmp_path / "site", claims=hand_made.CLAIMS + drawings)
    printed = " ".join(page.extract_text() for page in pypdf.PdfReader(printed_copy(edition, tmp_path)).pages)
    assert [number for number in range(len(sizes)) if f"Drawing{number}" not in printed] == []


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
    made = make_copy("pdf", hand_made.edition(tmp_path / "site"), tmp_path / "out")
    assert made.followed == 2
    again = make_copy("pdf", hand_made.edition(tmp_path / "other"), tmp_path / "other")
    assert made.path.read_bytes() == again.path.read_bytes()


def test_without_the_extra_the_message_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "weasyprint", None)
    with pytest.raises(ExportError, match=r'pip install "explainer-generator\[pdf-copy\]"'):
        make_copy("pdf", hand_made.edition(tmp_path / "site"), tmp_path / "out")


def test_without_the_extra_its_bytes_are_verified_and_its_words_said_to_be_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = make_copy("md", hand_made.edition(tmp_path / "site"), tmp_path / "out")
    monkeypatch.setattr("generator.export.reading._READERS", {})
    found = verify(made.path)
    assert found.whole
    assert "its words not" in found.limits


def test_a_citation_whose_line_ends_with_a_dash_is_followed(tmp_path: Path) -> None:
    pytest.importorskip("weasyprint", reason="needs the extra “pdf-copy”", exc_type=ImportError)
    pytest.importorskip("pypdf")
    dashed = hand_made.WORDS.replace("a day", f"{'islanderslong' * 4}—plainly{'x' * 30} a day")
    changed = {
        "claims": hand_made.CLAIMS.replace(hand_made.WORDS, dashed),
        "herald": hand_made.HERALD.replace(
            "of 12 crowns a </mark>", f"of 12 crowns {'islanderslong' * 4}—plainly{'x' * 30} a </mark>"
        ),
    }
    edition = hand_made.edition(tmp_path / "site", **changed)
    (page,) = (page for page in edition.scanned if page.notes)
    robs, *rest = page.notes
    cited = replace(page, notes=(replace(robs, body=Citation("herald", dashed)), *rest))
    made = make_copy("pdf", replace(edition, scanned=(edition.scanned[0], cited)), tmp_path / "out")
    assert made.followed == 2
