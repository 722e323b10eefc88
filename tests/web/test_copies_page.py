"""The page that offers offline copies."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.export import FORMATS
from generator.web import OfflineCopy, build
from generator.web.copies_page import PATH, copies_page, copy_files, in_words
from tests.web import sample


def copies(folder: Path, *forms: str) -> list[OfflineCopy]:
    made = []
    for form in forms:
        file = folder / f"explainer.{form}"
        file.write_bytes(b"x" * 1500)
        made.append(OfflineCopy(form, file, 1500, "2031-06-07"))
    (folder / "explainer.md.MANIFEST.json").write_text("{}", encoding="utf-8")
    return made


def test_every_format_has_its_use(tmp_path: Path) -> None:
    page = copies_page(copies(tmp_path, *FORMATS), "")[PATH]
    assert len(re.findall(r"^\| \*\*", page, re.MULTILINE)) == len(FORMATS)
    assert "| 1.5 kB | 7 June 2031 |" in page


def test_without_copies_there_is_no_page() -> None:
    assert copies_page((), "") == {}


@pytest.mark.parametrize("folders", [False, True])
def test_the_site_offers_the_copies_and_links_land(tmp_path: Path, folders: bool) -> None:
    config = sample.project(tmp_path)
    if folders:
        plain = config.read_text(encoding="utf-8")
        config.write_text(
            plain.replace("use_directory_urls: false", "use_directory_urls: true").replace("offline, ", ""),
            encoding="utf-8",
        )
    made = copies(tmp_path, "zip", "md", "html")
    with sample.registered():
        site = build(config, tmp_path / "site", strict=True, copies=made)
    page = site / ("offline-copies/index.html" if folders else "offline-copies.html")
    links = re.findall(r'<a href="([^"]+)" download', page.read_text(encoding="utf-8"))
    assert len(links) == 4
    assert all((page.parent / link).is_file() for link in links)
    assert "Offline copies</a>" in (site / "index.html").read_text(encoding="utf-8")
    assert {path.relative_to(site).as_posix() for path in (site / "copies").iterdir()} == set(copy_files(made))


def test_a_site_without_copies_says_nothing_of_them(tmp_path: Path) -> None:
    with sample.registered():
        site = build(sample.project(tmp_path), tmp_path / "site", strict=True)
    assert not (site / "copies").exists()
    assert "Offline copies" not in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("size", "said"),
    [(999, "999 bytes"), (1500, "1.5 kB"), (260137, "260 kB"), (1.2e6, "1.2 MB"), (121e6, "121 MB"), (3e9, "3.0 GB")],
)
def test_sizes_are_told_as_readers_know_them(size: int, said: str) -> None:
    assert in_words(size) == said
