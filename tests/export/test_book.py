"""All pages as one text."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from generator.export.book import Book, make_book
from generator.export.tree import text_of
from tests.export import sample


def book(folder: Path, **articles: str) -> Book:
    site = sample.edition(folder, **articles).site
    return make_book(site, lambda _here, _chapter, name: f"#{name}", lambda path: path.name)


def test_sources_come_last_and_are_the_appendix(tmp_path: Path) -> None:
    chapters = book(tmp_path).chapters
    assert [chapter.slug for chapter in chapters] == ["index", "claims", "sources-herald", "sources-index"]
    assert [chapter.is_source for chapter in chapters] == [False, False, True, True]


def test_ids_are_unique_over_all_pages_and_every_link_inside_lands(tmp_path: Path) -> None:
    chapters = book(tmp_path).chapters
    ids = Counter(element.get("id") for chapter in chapters for element in chapter.body.iter() if element.get("id"))
    links = {link.get("href", "") for chapter in chapters for link in chapter.body.iter("a")}
    assert max(ids.values()) == 1
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    assert {link for link in links if not link.startswith("#")} == {"https://example.org/a"}


def test_marks_are_renamed_with_their_anchors(tmp_path: Path) -> None:
    marks = [mark for chapter in book(tmp_path).chapters for mark in chapter.body.iter("mark")]
    cited = [mark.get("data-cited") for mark in marks if mark.get("data-cited")]
    assert cited[0] == "sources-herald--the-toll-robs"
    assert cited[2] == "sources-herald--the-toll-robs other"


def test_what_a_text_cannot_hold_is_named_and_its_words_stay(tmp_path: Path) -> None:
    made = book(tmp_path)
    assert made.left_out == ("claims.json", "https://example.org/b.png")
    words = text_of(made.chapters[0].body)
    assert "the data" in words
    assert "[picture: elsewhere]" in words
    assert "¶" not in words
    assert [image.get("src") for image in made.chapters[0].body.iter("img")] == ["bridge.svg"]


def test_pages_and_labels_whose_names_would_clash_stay_apart(tmp_path: Path) -> None:
    made = book(
        tmp_path,
        home='<h1 id="a:b">x</h1><p id="a-b"><a href="#a:b">1</a><a href="#a-b">2</a><a href="#none">3</a></p>',
    )
    links = [link.get("href") for link in made.chapters[0].body.iter("a")]
    assert links == ["#index--a-b", "#index--a-b-2", "#index"]


def test_the_site_itself_is_not_changed(tmp_path: Path) -> None:
    site = sample.edition(tmp_path).site
    before = [text_of(page.article) for page in site.pages]
    for _ in range(2):
        make_book(site, lambda _here, _chapter, name: name, lambda path: path.name)
    assert [text_of(page.article) for page in site.pages] == before


def test_what_stands_in_for_a_script_is_shown_and_the_page_named(tmp_path: Path) -> None:
    widget = '<div markdown="0"><script src="x.js"></script><noscript><p>It stands still.</p></noscript></div>'
    made = book(tmp_path, claims=sample.CLAIMS + widget)
    claims = next(chapter.body for chapter in made.chapters if chapter.slug == "claims")
    assert "It stands still." in text_of(claims)
    assert not {"script", "noscript"} & {element.tag for element in claims.iter()}
    assert not [element for element in claims.iter() if "markdown" in element.attrib]
    assert made.stilled == ("Claims",)
    assert book(tmp_path / "plain").stilled == ()
