from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Correction
from generator.web import SiteData
from generator.web.corrections import anchor
from generator.web.corrections_page import corrections_page
from generator.web.source_pages import source_pages
from tests.web import sample

LOG = (
    Correction("2031-03-05", "it was misread.", "on 4 March", "on 3 March", page="toll.md"),
    Correction("2031-04-01", "its publisher [retracted](x) it", "<b>A title</b>", source="gone"),
    Correction("2031-03-09", "a new version came", "the first version", source="herald"),
)


def data(*log: Correction, page: str = "toll.md", text: str = "The memo came on 3 March.") -> SiteData:
    site = sample.site_data([(page, f"# The toll\n\n{text}\n")])
    return replace(site, evidence=replace(site.evidence, corrections=log))


def test_without_corrections_there_is_no_page_and_no_link() -> None:
    assert corrections_page(data()) == {}
    assert "corrections.md" not in source_pages(data())["sources/index.md"]


def test_a_page_of_that_name_that_people_wrote_stays_theirs() -> None:
    assert corrections_page(data(*LOG, page="corrections.md")) == {}


def test_the_newest_stands_first_and_leads_to_what_is_still_there() -> None:
    pages = source_pages(data(*LOG))
    entries = pages["corrections.md"].partition("first.\n\n")[2]
    assert entries.startswith(f"- **1 April 2031**{{: #{anchor(LOG[1])} }}, gone: ")
    assert (
        "](<sources/herald.md>): a new version came.\n    - It was: “the first version”\n    - It is: nothing"
        in entries
    )
    assert (
        "[The toll](<toll.md>): it was misread.\n    - It was: “on 4 March”\n"
        f"    - It is: “on 3 March”, [where it stands](<toll.md#{anchor(LOG[0])}>)\n"
    ) in entries
    assert "[corrections](../corrections.md)" in pages["sources/index.md"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It came on 3 March, the one on 3 March.", "they stand there 2 times"),
        ("## On 3 March", "the page has been reworded since"),
    ],
)
def test_an_entry_says_why_its_words_are_not_marked(text: str, why: str) -> None:
    page = corrections_page(data(LOG[0], text=text))["corrections.md"]
    assert f"“on 3 March” (these words are not marked on the page: {why})\n" in page
    assert "where it stands" not in page


def test_nothing_in_the_log_becomes_markup() -> None:
    page = corrections_page(data(*LOG))["corrections.md"]
    assert "<b>" not in page
    assert r"\[retracted\](x)" in page
