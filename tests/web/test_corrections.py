from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from markdown import Markdown

from generator.model import Correction
from generator.web import CitationExtension, SiteData, build
from generator.web.corrections import anchor, marked
from tests.web import sample

FOUND = Correction("2031-03-05", "a <digit> was wrong", "21 crowns", "12 crowns a day", page="deep/toll.md")
PAGE = """\
# The toll

Mira Voss said the toll “robs islanders of *12 crowns* a day”.[^robs]

[^robs]: @herald "The toll robs islanders of 12 crowns a day"
"""


def test_the_mark_stands_behind_the_words_and_leads_to_the_entry() -> None:
    own = anchor(FOUND)
    assert re.fullmatch(r"correction-2031-03-05-[0-9a-f]{6}", own)
    before, _, after = marked(PAGE, "deep/toll.md", [FOUND]).partition("<sup ")
    assert before.endswith("robs islanders of *12 crowns* a day")
    assert f"[corrected](<../corrections.md#{own}>){{: #{own} title=" in after
    assert "”.[^robs]\n" in after


@pytest.mark.parametrize(
    "other",
    [
        replace(FOUND, page="index.md"),
        replace(FOUND, now=""),
        replace(FOUND, now="13 crowns"),
        replace(FOUND, now="the toll"),  # in the heading, and once in the text
    ],
)
def test_what_is_not_on_the_page_once_is_not_marked(other: Correction) -> None:
    marks = marked(PAGE, "deep/toll.md", [other]).count("[corrected]")
    assert marks == (1 if other.now == "the toll" else 0)
    twice = PAGE.replace("Mira Voss said", "Mira Voss says 12 crowns a day, and said")
    assert marked(twice, "deep/toll.md", [FOUND]) == twice


def test_several_corrections_of_one_line() -> None:
    second = replace(FOUND, now="Mira Voss", was="Mara Voss")
    text = marked(PAGE, "deep/toll.md", [FOUND, second])
    assert re.sub(r"<sup .*?</sup>", "+", text).splitlines()[2] == (
        "Mira Voss+ said the toll “robs islanders of *12 crowns* a day+”.[^robs]"
    )


def log(site: SiteData, *corrections: Correction) -> SiteData:
    return replace(site, evidence=replace(site.evidence, corrections=corrections))


def test_without_mkdocs_too() -> None:
    site = log(sample.site_data([("deep/toll.md", PAGE)]), FOUND)
    ours = CitationExtension(load=lambda _root: site)
    html = Markdown(extensions=["attr_list", "footnotes", ours]).convert(PAGE)
    assert 'a day<sup class="correction-mark" data-search-exclude>\u202f<a href="../corrections.md#' in html
    assert ">corrected</a></sup>”.<sup" in html


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        ("- Of 12 crowns a day\n- more", "<li>Of 12 crowns a day<sup"),
        ("| a | b |\n|---|---|\n| x | 12 crowns a day |", ">12 crowns a day<sup"),
        ("| a | b |\n|---|---|\n| x | **12 crowns a day**[^robs] |", "</sup><sup class"),
        ("See [12 crowns a day and more](index.md).", "more</a><sup"),
        ('!!! note "12"\n\n    Of 12 crowns a day', "Of 12 crowns a day<sup"),
    ],
)
def test_in_every_kind_of_block(block: str, shown: str) -> None:
    page = f'# The toll\n\n{block}\n\n[^robs]: @herald "The toll robs islanders of 12 crowns a day"\n'
    extensions = ["admonition", "attr_list", "footnotes", "md_in_html", "tables"]
    ours = CitationExtension(load=lambda _root: log(sample.site_data([("deep/toll.md", page)]), FOUND))
    ours.page = "deep/toll.md"
    html = Markdown(extensions=[*extensions, ours]).convert(page)
    assert shown in html
    assert (
        f'id="{anchor(FOUND)}" title="Corrected on 5 March 2031: see what stood here, and why">corrected</a></sup>'
        in html
    )


def test_a_page_of_corrections_that_people_wrote_gets_no_links() -> None:
    pages = [("deep/toll.md", PAGE), ("corrections.md", "# Corrections\n")]
    ours = CitationExtension(load=lambda _root: log(sample.site_data(pages), FOUND))
    assert "corrected" not in Markdown(extensions=["attr_list", "footnotes", ours]).convert(PAGE)


def test_every_link_of_the_built_site_lands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A strict build fails for a link or an anchor that leads nowhere."""
    plain = sample.load
    monkeypatch.setattr(
        sample.Plugin, "load", staticmethod(lambda root: log(plain(root), FOUND, replace(FOUND, now="gone")))
    )
    pages = {"index.md": sample.INDEX, "deep/toll.md": PAGE}
    with sample.registered():
        site = build(sample.project(tmp_path, pages), tmp_path / "site", strict=True)
    own = anchor(FOUND)
    page = (site / "deep" / "toll.html").read_text(encoding="utf-8")
    assert page.count('class="correction-mark"') == 1
    assert (
        f'href="../corrections.html#{own}" id="{own}" title="Corrected on 5 March 2031: see what stood here, and why"'
        in page
    )
    entries = (site / "corrections.html").read_text(encoding="utf-8")
    assert f'<strong id="{own}">5 March 2031</strong>' in entries
    assert f'<a href="deep/toll.html#{own}">where it stands</a>' in entries
    assert "these words are not marked on the page: the page has been reworded since" in entries
