"""What Python-Markdown makes of a page with our extension: one golden file a case in cases/, Markdown above, HTML below.

The line between is the path of the page, between equals signs: `=== index.md ===`.
"""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from generator.web import CitationExtension, SiteData
from tests.web import sample

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
_DIVIDER = re.compile(r"^=== (\S+) ===\n", re.MULTILINE)
EXTENSIONS = ["footnotes", "tables", "attr_list", "md_in_html", "toc", "abbr", "pymdownx.superfences"]


def render(page: str, source: str) -> str:
    body = re.sub(r"\A---\n.*?\n---\n", "", source, flags=re.DOTALL)  # as every builder does before Markdown
    ours = CitationExtension(load=lambda _root: sample.site_data([(page, source)]))
    return markdown.markdown(body, extensions=[*EXTENSIONS, ours])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_golden(case: Path) -> None:
    source, page, expected = _DIVIDER.split(case.read_text(encoding="utf-8"))
    assert render(page, source) + "\n" == expected


def test_there_are_cases() -> None:
    assert len(CASES) >= 15


WORDS = {
    "toll": '@herald "The toll robs islanders of 12 crowns a day"',
    "denies": '@herald "The authority denies that."',
    "none": "= unquoted mayor",
}


def with_notes(text: str) -> str:
    return render(
        "index.md", "\n\n".join([text, *(f"[^{label}]: {body}" for label, body in WORDS.items() if label in text)])
    )


def test_a_statement_on_queried_words_is_marked_so_and_says_so() -> None:
    html = with_notes("It robs.[^toll] It denies.[^denies]")
    assert html.count('<span class="note-queried">queried</span>') == 1
    assert 'aria-label="Note 1, queried, words of a source: The Saltholm Herald"' in html
    assert html.index("note-queried") < html.index("It denies")


def test_what_the_marks_mean_is_said_below_the_first_statement_where_there_are_others_than_numbers() -> None:
    html = with_notes("Text.\n\nNobody.[^none] It denies.[^denies]\n\nMore.")
    key = "Marks: a number gives the words of a source; “calc.” is worked out from the sources."
    assert html.count(key) == 1
    assert html.index("It denies") < html.index(key) < html.index("More")
    assert "note-key" not in with_notes("It denies.[^denies]")


def test_that_line_does_not_part_a_table_from_its_caption() -> None:
    html = with_notes("Table: Who.[^none]\n\n| A | B |\n|---|---|\n| a | b |")
    assert "<caption" in html
    assert html.index("</table>") < html.index("note-key")


def test_marks_side_by_side_are_set_apart() -> None:
    assert with_notes("It denies.[^toll][^denies] No.[^none]").count("note-mark--beside") == 2
    assert "note-mark--beside" not in with_notes("It denies.[^toll] No.[^none]")


def test_a_page_without_notes_loads_nothing() -> None:
    def load(_root: Path) -> SiteData:
        raise AssertionError

    assert markdown.markdown("Plain.", extensions=["footnotes", CitationExtension(load=load)]) == "<p>Plain.</p>"


def test_the_project_is_loaded_once_from_the_root_that_the_option_names() -> None:
    roots: list[Path] = []

    def load(root: Path) -> SiteData:
        roots.append(root)
        return sample.site_data()

    extension = CitationExtension(load=load, root="somewhere")
    converter = markdown.Markdown(extensions=["footnotes", extension])
    for _ in range(2):
        converter.reset()
        converter.convert('Said.[^n]\n\n[^n]: @herald "The authority denies that."\n')
    assert roots == [Path("somewhere")]


def test_without_the_footnotes_extension_nothing_happens() -> None:
    ours = CitationExtension(load=lambda _root: sample.site_data())
    assert markdown.markdown("Said.[^n]", extensions=[ours]) == "<p>Said.[^n]</p>"


def test_a_page_whose_text_another_page_ends_with_keeps_its_own_path() -> None:
    body = 'Said.[^n]\n\n[^n]: @herald "The authority denies that."\n'
    pages = [("deep/longer.md", f"# More\n\n{body}"), ("page.md", f"---\r\ntitle: Page\r\n---\r\n\r\n{body}")]
    ours = CitationExtension(load=lambda _root: sample.site_data(pages))
    assert 'href="sources/herald.md#' in markdown.markdown(body, extensions=[*EXTENSIONS, ours])
