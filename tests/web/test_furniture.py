"""Head and foot of the pages of a built site."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from generator.web import build
from generator.web.furniture import Furniture, PageFacts
from tests.web import sample

PAGE = 'They deny it.[^d]\n\n[^d]: @herald "The authority denies that."\n'


@pytest.fixture
def _registered():  # type: ignore[no-untyped-def]
    with sample.registered():
        yield


def built(root: Path, more: str = "", **pages: str) -> Path:
    config = sample.project(root, {"index.md": sample.INDEX, **{f"{name}.md": text for name, text in pages.items()}})
    config.write_text(config.read_text(encoding="utf-8") + more, encoding="utf-8")
    return build(config, root / "site", strict=True)


def head(site: Path, page: str) -> str:
    return (site / page).read_text(encoding="utf-8").partition("</head>")[0]


def meta(text: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]*)" content="([^"]*)">', text)
    return {name: unescape(content) for name, content in found}


pytestmark = pytest.mark.usefixtures("_registered")


def test_descriptions_make_no_claim_of_the_dispute_their_own(tmp_path: Path) -> None:
    site = built(tmp_path, page=f"# Denials\n\n{PAGE}")
    about = "Denials, in “The Saltholm toll”: 1 statement, each with the exact words it rests on, from 1 source up to 4 March 2031."
    assert meta(head(site, "page.html"))["description"] == about
    assert meta(head(site, "page.html"))["og:description"] == about
    assert meta(head(site, "sources/herald.html"))["description"] == (
        "“Toll divides Saltholm”: signed news report. 4 statements rest on this source; the cited words in their paragraphs."
    )


def test_a_description_in_the_front_matter_stands(tmp_path: Path) -> None:
    site = built(tmp_path, page=f'---\ndescription: Our "own" words\n---\n\n# Denials\n\n{PAGE}')
    assert meta(head(site, "page.html"))["description"] == 'Our "own" words'
    assert meta(head(site, "page.html"))["og:description"] == 'Our "own" words'


def test_a_source_s_page_has_its_record_and_the_bibliography_all_of_them(tmp_path: Path) -> None:
    site = built(tmp_path)
    assert meta(head(site, "sources/herald.html"))["citation_title"] == "Toll divides Saltholm"
    assert "citation_title" not in meta(head(site, "index.html"))
    page = (site / "sources" / "index.html").read_text(encoding="utf-8")
    assert page.count('<span class="Z3988" title="ctx_ver=Z39.88-2004') == 2
    for name in re.findall(r'<link rel="describedby" type="[^"]*" title="[^"]*" href="([^"]*)">', page):
        assert (site / "sources" / name).resolve().is_file()


def test_the_json_in_the_head_cannot_end_its_element(tmp_path: Path) -> None:
    hostile = 'It sank.[^s]\n\n[^s]: @hostile "the ferry &lt;img src=x onerror=alert(2)> sank"\n'.replace(
        "the ferry", "The ferry"
    )
    text = head(built(tmp_path, page=f"# Ferry\n\n{hostile}"), "page.html")
    (script,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert json.loads(script)["citation"][0]["name"] == "<script>alert(1)</script> & *stars*"


def test_with_an_address_of_the_site_pages_are_canonical_and_data_absolute(tmp_path: Path) -> None:
    site = built(tmp_path, "site_url: https://toll.example/x/\n")
    assert meta(head(site, "sources/herald.html"))["og:url"] == "https://toll.example/x/sources/herald.html"
    assert '<link rel="canonical" href="https://toll.example/x/sources/herald.html">' in head(
        site, "sources/herald.html"
    )
    row = json.loads((site / "claims.json").read_text(encoding="utf-8"))["claims"][0]
    assert row["in_context"].startswith("https://toll.example/x/sources/herald.html#")
    assert row["cited"][0]["address"].startswith("https://toll.example/x/index.html#fnref:")
    assert "https://toll.example/x/index.html" in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_a_picture_in_docs_is_named_by_its_address_where_that_is_known(tmp_path: Path) -> None:
    (tmp_path / "a" / "docs").mkdir(parents=True)
    (tmp_path / "a" / "docs" / "social.png").write_bytes(b"a picture")
    said = meta(head(built(tmp_path / "a", "site_url: https://toll.example/x/\n"), "sources/herald.html"))
    assert said["og:image"] == "https://toll.example/x/social.png"
    assert (said["og:image:width"], said["og:image:alt"]) == ("1200", "The Saltholm toll.")
    assert said["twitter:card"] == "summary_large_image"
    without = meta(head(built(tmp_path / "b", "site_url: https://toll.example/x/\n"), "index.html"))
    assert "og:image" not in without
    assert without["twitter:card"] == "summary"


def test_the_foot_says_when_a_page_was_last_edited_and_last_generated(tmp_path: Path) -> None:
    site = sample.site_data([("page.md", PAGE)])
    edited = {"page.md": "2031-05-06", ".drafts/page.md": "2031-04-05"}
    facts = PageFacts("page.md", "Page", "Site", "", "", "", "")
    foot = Furniture(site, {}, edited, "").foot(facts)
    assert "Last edited 6 May 2031. Last generated 5 April 2031." in foot


@pytest.mark.parametrize("directories", ["true", "false"])
def test_every_page_ends_with_what_it_covers_and_the_way_on(tmp_path: Path, directories: str) -> None:
    config = sample.project(tmp_path, {"index.md": sample.INDEX, "deep/page.md": f"# Denials\n\n{PAGE}"})
    text = config.read_text(encoding="utf-8").replace("use_directory_urls: false", f"use_directory_urls: {directories}")
    config.write_text(f"{text}repo_url: https://github.com/us/toll\n".replace("offline, ", ""), encoding="utf-8")
    site = build(config, tmp_path / "site", strict=True)
    for path in sorted(site.rglob("*.html")):
        if path.name == "404.html":
            continue
        (foot,) = re.findall(r'<p class="page-foot" data-search-exclude>(.*?)</p>', path.read_text(encoding="utf-8"))
        assert foot.startswith("Covers sources up to 4 March 2031.")
        assert "https://github.com/us/toll/issues/new?" in foot
        for link in re.findall(r'<a href="([^"]*)">How this site is made</a>', foot):
            target = (path.parent / link).resolve()
            assert (target / "index.html" if target.is_dir() else target).is_file()


def test_the_foot_stays_out_of_the_search_index(tmp_path: Path) -> None:
    assert "Covers sources up to" not in (built(tmp_path) / "search" / "search_index.json").read_text(encoding="utf-8")
