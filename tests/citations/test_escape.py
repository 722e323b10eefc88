"""Escaped text is plain text wherever it is put, comes back as it was, and reads well where nothing is dangerous."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.citations.escape import escape, unescape

EXTENSIONS = (
    "abbr admonition attr_list def_list footnotes md_in_html tables toc pymdownx.betterem pymdownx.blocks.admonition"
    " pymdownx.caret pymdownx.critic pymdownx.details pymdownx.emoji pymdownx.keys pymdownx.magiclink pymdownx.mark"
    " pymdownx.superfences pymdownx.tabbed pymdownx.tilde"
)
PYTHON_MARKDOWN = markdown.Markdown(
    extensions=EXTENSIONS.split(), extension_configs={"pymdownx.tabbed": {"alternate_style": True}}
)
COMMONMARK = MarkdownIt("gfm-like", {"linkify": False})

MARKUP = [
    "<b>",
    "</div>",
    "<script>",
    "<!--",
    "-->",
    "<?x?>",
    "<![CDATA[x]]>",
    "[^1]",
    "[x](y)",
    "![a](b)",
    "**a**",
    "_a_",
    "__a__",
    "`c`",
    "```",
    "~~~",
    "~~a~~",
    "H~2~O",
    "x^2^",
    "^^x^^",
    "==m==",
    "++k++",
    ":smile:",
    "&amp;",
    "&lt;",
    "&copy",
    "&#60;",
    "http://x.org",
    "www.x.org",
    "_www.x.org",
    "a@b.cd",
    "{{7*7}}",
    "{%x%}",
    "{:.x}",
    "{.x}",
    "!!!",
    "???",
    "===",
    "---",
    "...",
    "1.",
    "1)",
    "-",
    "+",
    "#",
    ">",
    "|",
    ":",
    "=",
    "!",
    "\\",
    "\\\\",
    "$x$",
    "$$",
    "///",
    "[TOC]",
    "*[X]:",
    ":::",
    "[x]:",
    "--8<--",
    "it's",
    "U.S.",
    "24,000",
]
CHARACTERS = st.characters(
    exclude_categories=("Cc", "Cs", "Zl", "Zp"),
    exclude_characters="\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
)
PIECES = st.one_of(
    st.text(st.one_of(st.sampled_from(" ab1.,:;'\"!?#+-*_`~^=|\\/<>[](){}&@$%"), CHARACTERS), max_size=5),
    st.sampled_from(
        [*MARKUP, "!!! note", "??? x", "1. a", "- a", "# h", "> q", "| a | b |", "    code", "///Footnotes Go Here///"]
    ),
)
PLAIN = st.lists(PIECES, max_size=6).map("".join)
SHOWN = PLAIN.filter(str.strip)


class Seen(HTMLParser):
    """The elements and the text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag if not attrs else f"{tag}*")

    def handle_comment(self, data: str) -> None:
        self.tags.append(f"<!--{data}-->")

    def handle_data(self, data: str) -> None:
        self.text += data


def python_markdown(source: str) -> str:
    PYTHON_MARKDOWN.reset()
    return PYTHON_MARKDOWN.convert(source)


def commonmark(source: str) -> str:
    return str(COMMONMARK.render(source))


@given(PLAIN)
def test_unescape_undoes_escape(text: str) -> None:
    assert unescape(escape(text)) == text


@pytest.mark.parametrize("render", [python_markdown, commonmark])
@given(text=SHOWN)
def test_as_a_paragraph(render: Callable[[str], str], text: str) -> None:
    seen = Seen(render(escape(text)))
    assert seen.tags == ["p"]
    assert seen.text.removesuffix("\n") == text


@pytest.mark.parametrize("render", [python_markdown, commonmark])
@given(text=SHOWN)
def test_inside_a_sentence(render: Callable[[str], str], text: str) -> None:
    seen = Seen(render(f"He said “{escape(text)}” aloud.\n\nThen he left."))
    assert seen.tags == ["p", "p"]
    assert seen.text.removesuffix("\n") == f"He said “{text}” aloud.\nThen he left."


@pytest.mark.parametrize("render", [python_markdown, commonmark])
@given(text=SHOWN)
def test_as_a_table_cell(render: Callable[[str], str], text: str) -> None:
    seen = Seen(render(f"| a | b |\n|---|---|\n| {escape(text)} | c |"))
    assert seen.tags == ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"]
    assert seen.text.replace("\n", "") == f"ab{text}c"


@pytest.mark.parametrize("render", [python_markdown, commonmark])
@given(text=SHOWN)
def test_as_a_list_item_and_a_heading(render: Callable[[str], str], text: str) -> None:
    assert Seen(render(f"- {escape(text)}")).tags == ["ul", "li"]
    assert Seen(render(f"## {escape(text)} x")).tags in (["h2"], ["h2*"])


@given(text=SHOWN)
def test_as_a_notes_body(text: str) -> None:
    seen = Seen(python_markdown(f"Said.[^n]\n\n[^n]: {escape(text)}"))
    assert seen.tags == ["p", "sup*", "a*", "div*", "hr", "ol", "li*", "p", "a*"]
    assert seen.text.replace("\n", "") == f"Said.1{text}\xa0↩"


@pytest.mark.parametrize(
    "text",
    [
        "it's",
        "U.S.",
        "24,000",
        "“Yes,” she said (twice); 5 > 3 and 3 = 3!",
        "AT&T, R&D",
        "US$5 million, -5 degrees, C# and snake_case",
        "10:30, 1/2, a/b, 50%",
        "2026 was – as they say — a year…",
    ],
)
def test_harmless_text_is_left_alone(text: str) -> None:
    assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("*Nature*", r"\*Nature\*"),
        ("[unverified information]", r"\[unverified information\]"),
        ("<script>", "&lt;script>"),
        ("&lt;", "&amp;lt;"),
        ("{{ 7*7 }}", r"\{\{ 7\*7 }}"),
        ("2026. That year", r"2026\. That year"),
        ("a|b", "a&#124;b"),
        ("https://example.org", "https&#58;//example.org"),
        ("two\r\nlines\tand\u2028more", "two lines and more"),
        ("a\x00b\x1bc\u202ed\u2066e\x9ff\ud800", "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\ufffd"),
    ],
)
def test_what_is_written(text: str, written: str) -> None:
    assert escape(text) == written


@pytest.mark.parametrize(
    ("markdown_text", "text"),
    [
        (r"\*a\* \\ \. \- \|", r"*a* \ . - |"),
        (r"\d and \é stay", r"\d and \é stay"),
        ("&lt;&#60;&#x3c;&quot;&eacute;", '<<<"é'),
        ("&nosuchname; &amp &;", "&nosuchname; &amp &;"),
        ("&#0; &#xD800;", "\ufffd \ufffd"),
    ],
)
def test_unescape(markdown_text: str, text: str) -> None:
    assert unescape(markdown_text) == text


def test_a_very_long_word_after_a_colon() -> None:
    assert escape(":a" + "a" * 50_000) == "&#58;" + "a" * 50_001
    assert escape("x:" + "a" * 50_000) == "x:" + "a" * 50_000
    assert escape("x:1a:") == "x&#58;1a:"
    assert escape("12:30:15") == "12:30:15"
