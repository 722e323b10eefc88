"""The site opened from disk: links, search, and no other host asked."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing."""


@pytest.fixture(scope="module")
def served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def pages_of(site: Path) -> list[Path]:
    """Every page but the one that a host serves for unknown addresses: its links begin at the root."""
    return [path for path in sorted(site.rglob("*.html")) if path.name != "404.html"]


@pytest.fixture(params=["file", "http"])
def address(request: pytest.FixtureRequest, site: Path, served: str) -> str:
    return site.as_uri() if request.param == "file" else served


def test_from_a_note_to_the_highlighted_words_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    page.locator('[id="fn:robs-islanders"] a.note-context').click()
    words = page.locator("mark:target")
    expect(words).to_have_text("The toll robs islanders of 12 crowns a day")
    expect(words).to_be_in_viewport()
    page.locator('a[href$="#fnref2:robs-islanders"]').click()
    expect(page.locator('[id="fnref2:robs-islanders"]')).to_be_in_viewport()


def test_from_a_page_in_a_subfolder_to_the_words(page: Page, address: str) -> None:
    page.goto(f"{address}/deep/page.html")
    page.locator("a.note-context").click()
    expect(page.locator("mark:target")).to_have_text("sank {{ 7*7 }} times")


def test_search_finds_a_page_and_names_it_without_its_notes(page: Page, context: BrowserContext, address: str) -> None:
    context.set_offline(address.startswith("file:"))
    page.goto(f"{address}/index.html")
    page.locator(".md-search__input").click()
    page.locator(".md-search__input").press_sequentially("disputed")
    hit = page.locator(".md-search-result__item").first
    expect(hit).to_contain_text("What it costs")
    expect(hit).not_to_contain_text("12 crowns")


def test_every_page_opens_without_error_or_foreign_request(page: Page, site: Path) -> None:
    for path in pages_of(site):
        page.goto(path.as_uri(), wait_until="load")


RESOLVED = "links => links.map(link => new URL(link.getAttribute('href'), location).href)"
"""The property href of a link in a picture is no text."""


def test_every_link_inside_the_site_leads_somewhere(page: Page, site: Path) -> None:
    for path in pages_of(site):
        page.goto(path.as_uri())
        for link in page.eval_on_selector_all("a[href]", RESOLVED):
            if not link.startswith("file:"):
                continue
            target, _, anchor = link.removeprefix("file://").partition("#")
            assert Path(target).is_file(), f"{path}: {link}"
            if anchor and not anchor.startswith("__"):
                assert f'id="{anchor}"' in Path(target).read_text(encoding="utf-8"), f"{path}: {link}"


def test_a_source_shows_markup_as_text(page: Page, site: Path) -> None:
    page.goto((site / "sources" / "hostile.html").as_uri())
    expect(page.locator("h1")).to_have_text(re.compile(re.escape("<script>alert(1)</script> & *stars*")))
    expect(page.locator(".source-excerpts img")).to_have_count(0)


def test_the_search_dialog_has_a_name(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())
    expect(page.locator('[data-md-component="search"][role="dialog"]')).to_have_attribute("aria-label", "Search")


@pytest.mark.parametrize("name", ["index", "sources/herald"])
def test_an_address_with_a_broken_escape_does_no_harm(page: Page, site: Path, name: str) -> None:
    page.goto((site / f"{name}.html").as_uri() + "#100%")
    expect(page.locator("h1")).to_be_visible()
