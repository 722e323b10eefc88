"""A corrected statement: its mark leads to the log, and the entry leads back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.model import Correction
from generator.web import SiteData, build
from generator.web.corrections import anchor
from tests.web import sample

pytestmark = pytest.mark.browser

CORRECTED = Correction("2031-03-05", "a digit was wrong", "21 crowns a day", "12 crowns a day", page="index.md")


def corrected(root: Path) -> SiteData:
    site = sample.load(root)
    return replace(site, evidence=replace(site.evidence, corrections=(CORRECTED,)))


@pytest.fixture(scope="module")
def corrected_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    root = tmp_path_factory.mktemp("corrected")
    plain = sample.Plugin.load
    sample.Plugin.load = staticmethod(corrected)
    try:
        with sample.registered():
            yield build(sample.project(root), root / "site", strict=True)
    finally:
        sample.Plugin.load = staticmethod(plain)


def test_there_and_back(page: Page, corrected_site: Path) -> None:
    page.goto((corrected_site / "index.html").as_uri())
    mark = page.get_by_role("link", name="corrected", exact=True)
    expect(mark).to_have_count(1)
    expect(mark).to_have_attribute("title", "Corrected on 5 March 2031: see what stood here, and why")
    statement = page.locator(".md-content p", has=mark)
    expect(statement).to_contain_text("12 crowns a day\N{NARROW NO-BREAK SPACE}corrected”")
    mark.focus()
    page.keyboard.press("Enter")
    entry = page.locator(f'[id="{anchor(CORRECTED)}"]')
    expect(entry).to_have_text("5 March 2031")
    expect(entry).to_be_in_viewport()
    expect(page.locator(".md-content li", has=entry).first).to_contain_text("It was: “21 crowns a day”")
    page.get_by_role("link", name="where it stands").click()
    expect(mark).to_be_in_viewport()
    assert page.url.endswith(f"index.html#{anchor(CORRECTED)}")


def test_the_mark_is_large_enough_for_a_finger_and_does_not_part_the_lines(page: Page, corrected_site: Path) -> None:
    page.goto((corrected_site / "index.html").as_uri())
    size = page.locator(".correction-mark > a").evaluate(
        "mark => { const s = getComputedStyle(mark, '::after'); return [parseFloat(s.width), parseFloat(s.height)]; }"
    )
    assert min(size) >= 24
    assert page.locator(".correction-mark").evaluate("mark => getComputedStyle(mark).lineHeight") == "0px"
