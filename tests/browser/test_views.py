"""Ways to see the dispute, used with a mouse, a keyboard and a thumb: the table of who says what, the timeline, charge and answer."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


@pytest.fixture
def matrix(page: Page, site: Path) -> Page:
    page.goto((site / "who-says-what.html").as_uri())
    return page


def test_anywhere_in_a_field_leads_to_the_words(matrix: Page) -> None:
    field = matrix.get_by_role("cell", name="alleges")
    box = field.bounding_box()
    assert box is not None
    matrix.mouse.click(box["x"] + 4, box["y"] + box["height"] - 4)
    expect(matrix.locator(".note-card mark")).to_have_text("The toll robs islanders of 12 crowns a day")


def test_a_field_with_two_words_leads_from_each_to_its_own(matrix: Page) -> None:
    field = matrix.get_by_role("cell", name="justifies")
    field.locator(".note-mark > a").nth(1).click()
    expect(matrix.locator(".note-card mark")).to_have_text("The bridge opened in 1931.")


def test_the_table_by_keyboard_leads_to_the_words_and_to_all_that_a_party_says(matrix: Page) -> None:
    table = matrix.get_by_role("table")
    table.get_by_role("link", name="Mira Voss", exact=True).focus()
    matrix.keyboard.press("Tab")
    expect(table.locator(".note-card mark")).to_have_text("The toll robs islanders of 12 crowns a day")
    matrix.keyboard.press("Escape")
    matrix.keyboard.press("Shift+Tab")
    matrix.keyboard.press("Enter")
    assert matrix.url.endswith("#mira-voss")


def test_the_table_is_told_as_one(matrix: Page) -> None:
    table = matrix.get_by_role("table", name="Who says what of which charge.")
    expect(table.get_by_role("columnheader")).to_have_count(5)
    expect(table.get_by_role("rowheader")).to_have_count(2)


def test_on_a_phone_each_party_is_a_card_of_what_it_says_and_no_more(matrix: Page) -> None:
    matrix.set_viewport_size({"width": 400, "height": 800})
    expect(matrix.get_by_role("cell")).to_have_count(2)
    expect(matrix.get_by_role("rowheader")).to_have_count(2)
    expect(matrix.get_by_text("What an entry does not list: nothing in these sources.")).to_be_visible()
    frame = matrix.locator(".matrix-frame")
    assert frame.evaluate("frame => frame.scrollWidth <= frame.clientWidth")
    field = matrix.get_by_role("cell", name="alleges")
    assert "“" in field.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert matrix.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_an_empty_field_is_a_dash_that_is_told_in_words(matrix: Page) -> None:
    empty = matrix.get_by_role("cell", name="nothing in these sources")
    expect(empty).to_have_count(6)
    expect(empty.first.get_by_text("–")).to_be_visible()
    expect(matrix.get_by_text("– means: nothing in these sources.")).to_be_visible()


def test_with_little_room_the_first_column_stays_in_view_and_the_page_does_not_scroll_sideways(matrix: Page) -> None:
    matrix.set_viewport_size({"width": 620, "height": 800})
    frame, name = matrix.locator(".matrix-frame"), matrix.get_by_role("rowheader").first
    before = name.bounding_box()
    frame.evaluate("frame => frame.scrollTo(300, 0)")
    assert frame.evaluate("frame => frame.scrollLeft") > 20
    assert name.bounding_box() == before
    expect(matrix.get_by_text("the table scrolls sideways")).to_be_visible()
    assert matrix.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_timeline_leads_by_keyboard_to_its_entries(page: Page, site: Path) -> None:
    page.goto((site / "timeline.html").as_uri())
    lines = page.locator(".timeline a")
    expect(lines).to_have_count(3)
    lines.nth(1).focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#3-march-2031-or-4-march-2031")
    expect(page.get_by_role("group", name="Timeline as a picture").get_by_role("link", name="planned")).to_have_count(1)


@pytest.mark.parametrize("width", [1300, 400])
def test_the_timeline_stays_within_the_page(page: Page, site: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((site / "timeline.html").as_uri())
    outside = "found => found.filter(f => f.getBoundingClientRect().right > innerWidth).length"
    assert page.eval_on_selector_all(".timeline text, .timeline .timeline-spot", outside) == 0


def test_from_a_charge_to_its_answers_and_back(page: Page, site: Path) -> None:
    page.goto((site / "allegations.html").as_uri())
    page.get_by_role("link", name="Answer: ").click()
    expect(page.locator("h1")).to_contain_text("Rebuttals")
    expect(page.locator("h2").first).to_be_in_viewport()
    page.get_by_role("link", name="Charge: ").click()
    expect(page.locator('[id="fnref:robs"]')).to_be_in_viewport()
    expect(page.locator("h2").first).to_be_in_viewport()


def test_wordings_stand_side_by_side_where_there_is_room(page: Page, site: Path) -> None:
    page.goto((site / "disagreements.html").as_uri())
    tops = "found => new Set(found.map(f => f.getBoundingClientRect().top)).size"
    assert page.eval_on_selector_all(".side-by-side > li", tops) == 1
    page.set_viewport_size({"width": 400, "height": 800})
    assert page.eval_on_selector_all(".side-by-side > li", tops) == 2


def test_on_a_phone_a_table_of_pairs_becomes_cards_that_are_still_told_as_a_table(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 400, "height": 800})
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    cell = page.get_by_role("cell", name="Mira Voss")
    expect(cell).to_be_visible()
    assert cell.evaluate("cell => getComputedStyle(cell, '::before').content") == '"Who"'
    expect(page.get_by_role("columnheader", name="Who")).to_have_count(1)
    context.close()
