"""The scanner sees the notes and the marks that Python-Markdown sees, and says where they stand."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

import markdown
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from markdown.extensions.footnotes import FootnoteExtension

from generator.citations.scanner import scan
from generator.model import Citation, EditorNote, Malformed, Note, Reference

EXTENSIONS = "footnotes tables attr_list md_in_html admonition pymdownx.details pymdownx.superfences toc"
PYTHON_MARKDOWN = markdown.Markdown(extensions=EXTENSIONS.split())
FOOTNOTES = next(found for found in PYTHON_MARKDOWN.registeredExtensions if isinstance(found, FootnoteExtension))

LINES = (
    # running text and marks
    *("", "", "", "text[^a]", "more [^b] and [^a]", "lazy", "a\t[^b]", '"quoted"[^b].', "![^a]", "[x](y) [^a](z)"),
    *("\\[^a]", "\\\\[^b]", "<b>x [^a]</b>", "<span title='x'>[^a]</span>", "<br>", "[^unknown]", "[^]"),
    # notes
    *('[^a]: @k "words"', "[^b]: one", "[^c]:", "   [^a]: three", "    [^b]: four", "  [^a]: two [^c]"),
    *("    text [^c]", "  text two", "   three [^b]", "        deep [^a]", "\ttabbed [^a]"),
    # lists and quotations
    *("- item [^a]", "- [^a]: in item", "* star", "  - two [^b]", "    - nested [^c]", "1. one [^a]", "2. two"),
    *("+ plus", "    + more [^a]", "        - deep list [^c]", "- ```", "  [^a]: in li", "- - x [^a]"),
    *("> quote [^a]", "> [^b]: quoted", ">", "> - li [^a]", ">     code [^a]", "> > nested [^a]", "> ```", "> lazy"),
    # code
    *(
        "```",
        "~~~",
        "````",
        "``` python",
        "    ```",
        "  ```",
        "``` {.x}",
        '``` py title="x"',
        "``` a b",
        "```in``` [^a]",
    ),
    *("`code [^a]`", "`` x ` [^b] ``", "a ` tick [^a]", "\\`[^a]`", "\\\\`[^a]`", "``` x `` [^a] ` [^b]"),
    # headings, rules, tables, admonitions
    *("# Head [^a]", "## [^b]", "Set [^c]", "===", "---", "***", "| a [^a] | b |", "|---|---|", "| `x|[^a]` | [^b] |"),
    *(
        "a | b",
        "--|--",
        "| [^c] | y |",
        '!!! note "T [^a]"',
        "!!! tip",
        '??? note "[^b]"',
        "???+ x",
        "    indented [^a]",
    ),
    *("    [^a]: indented note", "    - li [^a]", "        more li [^b]"),
    # HTML
    *(
        "<!-- c [^a] -->",
        "<!--",
        "-->",
        "x <!-- [^a] --> [^b]",
        "<div>",
        "</div>",
        "<p>[^a]</p>",
        "<hr>",
        "</div> tail [^b]",
    ),
    *(
        "<details><summary>x [^a]</summary>",
        "</details>",
        "<pre>",
        "</pre>",
        "<script>\n[^a]: x\n</script>",
        "<?x [^a] ?>",
    ),
    *(
        "<div markdown>\n\n[^b]: in\n\n</div>",
        "<div markdown>\ntext [^a]\n</div>",
        '<div markdown="1">\n- li [^a]\n\n</div>',
    ),
)
PAGES = st.lists(st.sampled_from(LINES), max_size=9).map("\n".join)


class Marks(HTMLParser):
    """Counts the marks of notes in a piece of HTML, by label."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.labels: Counter[str] = Counter()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if tag == "a" and found.get("class") == "footnote-ref":
            self.labels[str(found["href"]).removeprefix("#fn:")] += 1


def python_markdown(source: str) -> tuple[dict[str, str], Counter[str]]:
    """Notes and marks as Python-Markdown has them; not every page can be compared."""
    # An indented line right before a fence makes superfences undo the fence, and so read its code as text.
    assume(not re.search(r"^[> ]*(    |\t).*\n(.+\n)*[> ]*(```|~~~)", source, re.MULTILINE))
    PYTHON_MARKDOWN.reset()
    try:
        html = PYTHON_MARKDOWN.convert(source)
    except RuntimeError:  # a note defined inside a note makes the extension fail
        assume(False)
    notes = dict(FOOTNOTES.footnotes)
    assume(not any(re.search(r"\[\^[^\]]*\]:", note) for note in notes.values()))
    return notes, Marks(html).labels


@settings(max_examples=600, deadline=None)
@given(PAGES)
@example("[^a]: x\n    [^b]: y\n\n\n    text [^a]")
@example("| a | b |\n|---|---|\n| x[^a] | y |\n[^a]: swallowed by the table")
@example("- item\n[^a]: in the item\n\n    goes on [^a]")
@example("[^a]: x\n\n[^a]: y [^a]")
@example("```\n[^a]: x\n``` not the end\n[^b]: y\n```\n[^a] [^b]")
def test_agrees_with_python_markdown(source: str) -> None:
    notes, marks = python_markdown(source)
    page = scan(source, "page.md")
    ours = {note.label: note.raw for note in page.notes}
    assert set(ours) == set(notes)
    assert Counter(reference.label for reference in page.references if reference.label in ours) == marks
    for label, raw in ours.items():
        if not re.search("[`~>]", source):
            assert raw.split() == notes[label].split()


@settings(max_examples=200)
@given(st.one_of(st.text(), st.text(' \t\n>-`~[]^:ab1.<!/div#|=\\"@\r\ufeff', max_size=80)))
def test_places_lie_on_the_page(source: str) -> None:
    page = scan(source, "page.md")
    lines = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    places: list[Note | Reference] = [*page.notes, *page.references]
    for found in places:
        rest = lines[found.line - 1][found.column - 1 :]
        assert "\n" in found.label or rest.replace("\t", "    ").startswith("[^")


def one_note(source: str) -> Note:
    (note,) = scan(source, "docs/page.md").notes
    return note


def labels(source: str) -> list[str]:
    return [reference.label for reference in scan(source, "docs/page.md").references]


def test_a_page() -> None:
    page = scan(
        "---\ntitle: Harbour\n---\n\nFell.[^fell] Later[^x].\n\n"
        '[^fell]: @gazette "traffic fell\n  by half"\n\n    [^x]\n'
        "[^x]: editor: Ana, 2026-11-22, https://example.org\r\n",
        "docs/harbour.md",
    )
    assert page.path == "docs/harbour.md"
    assert page.references == (Reference("fell", 5, 6), Reference("x", 5, 19), Reference("x", 10, 5))
    first, second = page.notes
    assert first == Note(
        "fell",
        Malformed(
            "“[^x]” stands after the closing quotation mark",
            first.body.help if isinstance(first.body, Malformed) else "",
        ),
        7,
        1,
        '@gazette "traffic fell by half" [^x]',
        10,
    )
    assert (second.line, second.column, second.body_column) == (11, 1, 7)
    assert second.body == EditorNote("Ana", "2026-11-22", "https://example.org")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_are_joined_whatever_ends_them(newline: str) -> None:
    note = one_note(newline.join(["Text[^a]", "", '[^a]: @key "one', "two", "\tthree", '    four"', "", "other"]))
    assert note.body == Citation("key", "one two three four")
    assert (note.line, note.column, note.body_column) == (3, 1, 7)


def test_columns_count_tabs_as_one_character() -> None:
    source = '\ufeff-\ta\tb[^a]\n\n[^a]:\t@key "x"'
    page = scan(source, "page.md")
    assert page.references == (Reference("a", 1, 6),)
    assert page.notes[0].body_column == source.split("\n")[2].index("@") + 1


def test_a_note_whose_text_begins_on_the_next_line() -> None:
    assert one_note('[^a]:\n    @key "x"').body == Citation("key", "x")


def test_the_words_of_a_note_are_unescaped() -> None:
    assert one_note(r'[^a]: @key "\*x\* \[^b\] &lt;b>"').body == Citation("key", "*x* [^b] <b>")
    assert labels(r'[^a]: @key "\[^b\]"') == []


def test_every_definition_and_every_mark_is_listed() -> None:
    page = scan("[^a] [^B c] [^nowhere]\n\n[^a]: x\n[^a]: y\n[^B c]: z", "page.md")
    assert [note.label for note in page.notes] == ["a", "a", "B c"]
    assert [reference.label for reference in page.references] == ["a", "B c", "nowhere"]


@pytest.mark.parametrize(
    "source",
    [
        "```\n{}\n```",
        "~~~ text\n{}\n~~~",
        "- item\n\n    ```\n    {}\n    ```",
        "> ```\n> {}\n> ```",
        "    {}",
        "\t{}",
        "<!-- {} -->",
        "<!--\n\n{}\n\n-->",
        "<div>\n{}\n\n{}\n</div>",
        "<pre>\n{}\n</pre>",
        "<script>\n// <div> {}\n</script>",
        "---\ntitle: '{}'\n---",
        "---\nabout: |\n  {}\n...",
    ],
)
@pytest.mark.parametrize("inner", ["mark[^a]", "[^a]: note"])
def test_code_html_and_front_matter_hold_neither(source: str, inner: str) -> None:
    page = scan(source.replace("{}", inner) + "\n\ntext[^z]\n", "page.md")
    assert page.notes == ()
    assert [reference.label for reference in page.references] == ["z"]


@pytest.mark.parametrize("source", ["`[^a]`", "`` ` [^a] ``", "\\[^a]", "x <!-- [^a] --> y"])
def test_code_spans_escapes_and_comments_hold_no_mark(source: str) -> None:
    assert labels(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "\\`[^a]`",
        "`open [^a]",
        "# h[^a]",
        "h[^a]\n===",
        "| x[^a] |\n|---|",
        "> x[^a]",
        '!!! note "x[^a]"',
        "- - - [^a]",
        "\\\\[^a]",
    ],
)
def test_marks_are_found_in_all_running_text(source: str) -> None:
    assert labels(source) == ["a"]


def test_what_looks_like_front_matter_and_is_none() -> None:
    assert labels("---\n\ntext[^a]\n\n---\n") == ["a"]
    assert labels("---\n: : [^a]\n---\n\n") == ["a"]


def test_deep_nesting_does_no_harm() -> None:
    assert labels("> " * 3000 + "[^a]") == ["a"]
    assert labels("- " * 3000 + "[^a]") == ["a"]
    assert isinstance(scan("<div>" * 3000 + "[" * 3000, "page.md").notes, tuple)


@pytest.mark.parametrize("piece", ["<a ", '<a "', "</a ", "<!--", "[^a", "\\`", "<div "])
def test_what_is_opened_very_often_and_never_closed_hides_no_note(piece: str) -> None:
    assert labels(f"[^a]\n\ntext {piece * (50_000 // len(piece))}") == ["a"]


@pytest.mark.parametrize("piece", ["[^a] ", "`c` [^a] ", "<!-- --> [^a] ", "[^a]\\` "])
def test_very_many_marks_in_one_line(piece: str) -> None:
    many = 50_000 // len(piece)
    found = scan(piece * many, "page.md").references
    assert [reference.column for reference in found[-2:]] == [
        (many - n) * len(piece) + piece.index("[") + 1 for n in (2, 1)
    ]
    assert len(found) == many
