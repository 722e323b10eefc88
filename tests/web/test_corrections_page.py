from __future__ import annotations

from dataclasses import replace

from generator.model import Correction
from generator.web import SiteData
from generator.web.corrections_page import corrections_page
from generator.web.source_pages import source_pages
from tests.web import sample

LOG = (
    Correction("2031-03-05", "it was misread.", "on 4 March", "on 3 March", page="toll.md"),
    Correction("2031-04-01", "its publisher [retracted](x) it", "<b>A title</b>", source="gone"),
    Correction("2031-03-09", "a new version came", "the first version", source="herald"),
)


def data(*log: Correction, page: str = "toll.md") -> SiteData:
    site = sample.site_data([(page, "# The toll\n\nText.\n")])
    return replace(site, evidence=replace(site.evidence, corrections=log))


def test_without_corrections_there_is_no_page_and_no_link() -> None:
    assert corrections_page(data()) == {}
    assert "corrections.md" not in source_pages(data())["sources/index.md"]


def test_a_page_of_that_name_that_people_wrote_stays_theirs() -> None:
    assert corrections_page(data(*LOG, page="corrections.md")) == {}


def test_the_newest_stands_first_and_leads_to_what_is_still_there() -> None:
    pages = source_pages(data(*LOG))
    entries = pages["corrections.md"].partition("first.\n\n")[2]
    assert entries.startswith("- **1 April 2031**, gone: ")
    assert (
        "](<sources/herald.md>): a new version came.\n    - It was: “the first version”\n    - It is: nothing"
        in entries
    )
    assert "[The toll](<toll.md>): it was misread.\n    - It was: “on 4 March”\n    - It is: “on 3 March”\n" in entries
    assert "[corrections](../corrections.md)" in pages["sources/index.md"]


def test_nothing_in_the_log_becomes_markup() -> None:
    page = corrections_page(data(*LOG))["corrections.md"]
    assert "<b>" not in page
    assert r"\[retracted\](x)" in page
