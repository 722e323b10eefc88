"""The site as an EPUB 3."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.export import make_copy
from tests.export import sample

CHECKER = Path("/usr/share/java/epubcheck.jar")
TYPE = "{http://www.idpf.org/2007/ops}type"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return make_copy("epub", sample.edition(tmp_path / "site"), tmp_path / "out").path


def test_the_type_of_the_file_comes_first_and_is_not_compressed(book: Path) -> None:
    with zipfile.ZipFile(book) as opened:
        first = opened.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        assert opened.read(first) == b"application/epub+zip"


def test_every_part_is_well_formed_and_notes_are_footnotes_that_marks_call(book: Path) -> None:
    with zipfile.ZipFile(book) as opened:
        parts = {name: opened.read(name) for name in opened.namelist() if name.endswith((".xhtml", ".opf", ".xml"))}
    trees = {name: ET.fromstring(data) for name, data in parts.items()}
    claims = trees["EPUB/claims.xhtml"]
    notes = {found.get("id") for found in claims.iter() if found.get(TYPE) == "footnote"}
    called = {found.get("href", "")[1:] for found in claims.iter() if found.get(TYPE) == "noteref"}
    assert called == notes == {"claims--fn-robs", "claims--fn-open", "claims--fn-count"}


def test_every_link_lands_in_the_file_it_names(book: Path) -> None:
    with zipfile.ZipFile(book) as opened:
        pages = {n: ET.fromstring(opened.read(n)) for n in opened.namelist() if n.endswith(".xhtml")}
    ids = {f"{name}#{found.get('id')}" for name, page in pages.items() for found in page.iter() if found.get("id")}
    for name, page in pages.items():
        for link in (found.get("href", "") for found in page.iter("{http://www.w3.org/1999/xhtml}a")):
            file, _, place = link.partition("#")
            if "://" not in link:
                target = f"EPUB/{file}" if file else name
                assert target in pages
                assert not place or f"{target}#{place}" in ids


def test_it_states_language_rights_landmarks_and_accessibility(book: Path) -> None:
    with zipfile.ZipFile(book) as opened:
        package, nav = opened.read("EPUB/package.opf").decode(), opened.read("EPUB/nav.xhtml").decode()
    assert "<dc:language>en</dc:language>" in package
    assert "<dc:rights>MIT License</dc:rights>" in package
    assert '<meta property="dcterms:modified">2026-01-01T00:00:00Z</meta>' in package
    assert 'media-type="image/svg+xml"' in package
    assert "schema:accessibilitySummary" in package
    assert 'epub:type="landmarks"' in nav


@pytest.mark.skipif(
    not CHECKER.is_file() or not shutil.which("java"), reason="needs epubcheck: apt-get install epubcheck"
)
def test_epubcheck_finds_nothing(book: Path) -> None:
    command = ["java", "-jar", str(CHECKER), "--failonwarnings", str(book)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_drawing_with_links_has_the_role_and_the_titles_that_the_format_asks_for(tmp_path: Path) -> None:
    drawing = (
        '<figure><svg role="group" viewBox="0 0 9 9"><a href="#charge"><text>2031 <tspan>Mira Voss</tspan></text></a>'
        '<a href="#charge" aria-label="the vote"><rect/></a></svg><svg role="list"><rect/></svg></figure>'
    )
    edition = sample.edition(tmp_path / "site", claims=sample.CLAIMS + drawing)
    path = make_copy("epub", edition, tmp_path / "out").path
    with zipfile.ZipFile(path) as opened:
        page = ET.fromstring(opened.read("EPUB/claims.xhtml"))
    space = "{http://www.w3.org/2000/svg}"
    assert [found.get("role") for found in page.iter(f"{space}svg")] == ["document", "img"]
    assert [found.text for found in page.iter(f"{space}title")] == ["2031 Mira Voss", "the vote"]
