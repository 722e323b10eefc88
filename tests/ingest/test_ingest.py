"""What holds for whatever is read, and what the real articles of the repository must give."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import SourceError
from generator.ingest import read, read_bytes
from generator.model import BlockKind, Document, Span
from tests.ingest.mapping import check_map

SEEDS = Path(__file__).parents[2] / "seeds"
WORDS = ["word ", "A", "&amp;", "&amp;ldquo;", "&lt;p&gt;", "\u202e", "\xa0", "\u200b", "\t", "\r\n", "\n", "\n\n", "\r", "\u2028", "é"]  # fmt: skip
MARKDOWN = [
    "# ",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "[",
    "](",
    ")",
    "![",
    "]: http://x",
    "- ",
    "> ",
    "|",
    "---\n",
    "\\",
    "~~",
    "1. ",
]
MARKUP = ["<p>", "</p>", "<b>", "<li>", "<ul>", "</ul>", "<h2>", "</h2>", "<br>", "<pre>", "</pre>", "<nav>", "</nav>", "<q>",
          "<script>", "</script>", "<!--", "-->", "<![CDATA[", "]]>", "<a href='", "'>", "<", ">"]  # fmt: skip
FEED = ["<item>", "</item>", "<title>", "</title>", "<description>", "</description>", "<link/>", "<content:encoded>"]


def soup(*pieces: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces), max_size=40).map("".join)


def read_if_any(text: str, name: str) -> Document | None:
    try:
        return read_bytes(text.encode(), name)
    except SourceError:
        return None


@settings(deadline=None)
@given(soup(*WORDS, *MARKDOWN, *MARKUP))
def test_the_map_holds_for_any_text(text: str) -> None:
    document = read_if_any(text, "x.txt")
    if document:
        check_map(document)


@settings(deadline=None)
@given(soup(*WORDS, *MARKDOWN, "<b>", "</b>", "<br>"))
def test_the_map_holds_for_markdown(text: str) -> None:
    document = read_if_any(text, "x.md")
    if document:
        check_map(document)


@settings(deadline=None)
@given(soup(*WORDS, *MARKUP))
def test_the_map_holds_for_pages(text: str) -> None:
    document = read_if_any(f"<html><body>{text}", "x.txt")
    if document:
        assert document.format == "html"
        check_map(document)


@settings(deadline=None)
@given(soup(*WORDS, *MARKUP, *FEED))
def test_the_map_holds_for_feeds(text: str) -> None:
    document = read_if_any(f"<rss><channel><item>{text}", "x.txt")
    if document:
        assert document.format == "feed"
        check_map(document)


@settings(deadline=None)
@given(st.text(st.characters(codec="utf-8", exclude_characters="&*`#[]<>=|\0"), min_size=1))
def test_plain_text_is_the_file_s_own_but_for_white_space(text: str) -> None:
    document = read_if_any(text, "x.txt")
    if not document or document.encoding != "utf-8" or document.format != "text":
        return
    for block in document.blocks:
        for at in range(block.span.start, block.span.end):
            raw = document.raw(Span(at, at + 1))
            shown = document.text[at]
            assert shown in (text[raw.start : raw.end], "\ufffd") or (
                shown == " " and not text[raw.start : raw.end].split()
            )


def test_files_are_read_by_their_bytes(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"One.\r\nTwo.\rThree.")
    document = read(tmp_path / "x.txt", "seeds/x.txt")
    assert document.file == "seeds/x.txt"
    assert [document.raw(block.span) for block in document.blocks] == [Span(0, 4), Span(6, 10), Span(11, 17)]


@pytest.mark.parametrize("name", ["missing.txt", "."])
def test_what_cannot_be_opened_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(SourceError, match=r"^seeds/a.txt: cannot be opened: ") as caught:
        read(tmp_path / name, "seeds/a.txt")
    assert "Traceback" not in str(caught.value)


def test_a_byte_order_mark_is_not_counted() -> None:
    document = read_bytes("\ufeffOne".encode(), "x")
    assert (document.text, list(document.starts), document.raw_length) == ("One", [0, 1, 2], 3)


@pytest.mark.parametrize(
    "text",
    ["<html><body>" + "<div><ul><li>" * 5_000 + "deep", "<rss><channel><item><description>" + "<b>" * 5_000 + "deep",
     "# x\n\n" + "*a **" * 5_000 + "deep", "# x\n\n" + "[" * 5_000 + "deep" + "](x)" * 5_000, "> " * 5_000 + "*deep*",
     "---\n" + " a: b\n" * 5_000 + "deep", "# x\n\n[a]: " + "/" * 50_000 + " b c deep", "# x\n\ndeep" + "[^" * 50_000,
     "word " * 100_000 + "deep"],
    ids=["page", "feed", "emphasis", "links", "quotations", "front matter", "target", "notes", "line"],
)  # fmt: skip
def test_depth_and_length_do_no_harm(text: str) -> None:
    assert "deep" in read_bytes(text.encode(), "x.txt").text


def test_characters_that_references_name_are_made_safe_as_well() -> None:
    assert read_bytes(b"<p>a&#8238;b&#x200b;c&#7;d&lt;/p&gt;</p>", "x").text == "a\ufffdbcd</p>"


# --- the repository's own articles -----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {path.name[:3]: read(path, path.name) for path in sorted(SEEDS.glob("*.txt"))}


def test_the_seeds_are_of_the_formats_that_they_look_like(documents: dict[str, Document]) -> None:
    formats = {name: document.format for name, document in documents.items()}
    assert formats == {"000": "markdown", "001": "text", "002": "feed", "003": "text", "004": "text"}


def test_the_map_holds_for_the_seeds(documents: dict[str, Document]) -> None:
    for document in documents.values():
        check_map(document)
        assert not any(mark in document.text for mark in ("&amp;", "&lt;", "&ldquo;", "</", "**"))


def test_newspaper_page(documents: dict[str, Document]) -> None:
    page = documents["000"]
    headings = [page.slice(block.span) for block in page.blocks if block.kind is BlockKind.HEADING]
    assert headings[:2] == ["INSIGHTS", "U.S. 'Distillation' Hype on China's AI Is Absurd"]
    assert "By LIANG Yilian & HU Dingkun" in page.text
    assert "a paper in Nature detailing" in page.text
    assert "starting point to de-\n\nploy" in page.text


def test_feed_that_is_escaped_twice(documents: dict[str, Document]) -> None:
    feed = documents["002"]
    raw = (SEEDS / feed.file).read_text(encoding="utf-8")
    assert len(feed.items) == 1
    assert feed.items[0].metadata["issued"] == "2026-04-26"
    assert feed.items[0].metadata["URL"].startswith("https://goodinfo.net/en/posts/")
    kinds = [block.kind for block in feed.blocks]
    assert (kinds.count(BlockKind.HEADING), kinds.count(BlockKind.ITEM), len(kinds)) == (5, 6, 20)
    at = feed.text.index("“")
    span = feed.raw(Span(at, at + 1))
    assert raw[span.start : span.end] == "&amp;ldquo;"


def test_list_whose_dashes_touch_the_words(documents: dict[str, Document]) -> None:
    blog = documents["004"]
    items = [blog.slice(block.span) for block in blog.blocks if block.kind is BlockKind.ITEM]
    assert len(items) == 5
    assert items[0].startswith("Intellectual property theft")
    assert "response...On April 23" in blog.text
