"""The card, by mouse, keyboard and touch."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

FIRST = '[id="fnref:robs-islanders"] > a'
SECOND = '[id="fnref:authority-denies"] > a'


def card(page: Page) -> Locator:
    return page.locator(".note-card")


@pytest.fixture
def home(page: Page, site: Path) -> Page:
    page.goto((site / "index.html").as_uri())
    return page


def test_it_opens_on_hover_and_shows_words_speaker_chain_source_and_query(home: Page) -> None:
    home.hover(FIRST)
    expect(card(home)).to_be_visible()
    expect(card(home).locator("mark")).to_have_text("The toll robs islanders of 12 crowns a day")
    expect(card(home)).to_contain_text("Mira Voss (quoted), according to Radio North, according to The Saltholm Herald")
    expect(card(home)).to_contain_text("4 March 2031")
    expect(card(home)).to_contain_text("The same page gives 21 crowns.")
    expect(card(home)).to_contain_text("The words match the source; whether the source is right is another matter.")


def test_the_pointer_may_move_onto_it_and_it_closes_when_the_pointer_leaves(home: Page) -> None:
    home.hover(FIRST)
    card(home).locator(".note-match").hover()
    home.wait_for_timeout(600)
    expect(card(home)).to_be_visible()
    home.mouse.move(5, 5)
    expect(card(home)).to_have_count(0)


def test_it_opens_on_focus_and_tab_leads_into_it(home: Page) -> None:
    home.focus(FIRST)
    expect(card(home)).to_be_visible()
    home.keyboard.press("Tab")
    expect(card(home).locator("a.note-context")).to_be_focused()


def test_escape_closes_it_and_keeps_the_focus(home: Page) -> None:
    home.focus(FIRST)
    home.keyboard.press("Escape")
    expect(card(home)).to_have_count(0)
    expect(home.locator(FIRST)).to_be_focused()
    expect(home.locator(FIRST)).not_to_have_attribute("aria-expanded", "true")


def test_escape_inside_it_gives_the_focus_back_to_the_mark(home: Page) -> None:
    home.focus(FIRST)
    home.keyboard.press("Tab")
    home.keyboard.press("Escape")
    expect(card(home)).to_have_count(0)
    expect(home.locator(FIRST)).to_be_focused()


def test_only_one_is_open(home: Page) -> None:
    home.focus(FIRST)
    home.focus(SECOND)
    expect(card(home)).to_have_count(1)
    expect(card(home)).to_contain_text("The authority denies that.")


def test_it_has_a_name(home: Page) -> None:
    home.focus(FIRST)
    expect(home.get_by_role("dialog", name="Note 1, queried, words of a source: The Saltholm Herald")).to_be_visible()


def test_it_repeats_no_id(home: Page) -> None:
    home.focus(FIRST)
    repeated = "() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.length - new Set(ids).size }"
    with_card = home.evaluate(repeated)
    home.keyboard.press("Escape")
    assert with_card == home.evaluate(repeated)


def test_a_click_of_the_mouse_pins_it_where_it_is(home: Page) -> None:
    home.click(SECOND)
    home.mouse.move(5, 5)
    home.hover(FIRST)
    home.wait_for_timeout(700)  # longer than the card waits before it opens or closes
    expect(card(home)).to_contain_text("The authority denies that.")
    assert "#" not in home.url
    assert home.evaluate("scrollY") == 0


@pytest.mark.parametrize("how", ["second click", "Escape", "click elsewhere"])
def test_a_pinned_card_is_closed_by(home: Page, how: str) -> None:
    home.click(SECOND)
    if how == "second click":
        home.click(SECOND)
    elif how == "Escape":
        home.keyboard.press("Escape")
    else:
        home.click("h1")
    expect(card(home)).to_have_count(0)


def test_a_click_inside_it_leaves_it_open(home: Page) -> None:
    home.click(SECOND)
    card(home).locator(".note-match").click()
    expect(card(home)).to_be_visible()


def test_enter_pins_it_and_leads_into_it_and_escape_leads_back(home: Page) -> None:
    home.focus(SECOND)
    home.keyboard.press("Enter")
    expect(card(home)).to_be_focused()
    assert "#" not in home.url
    home.keyboard.press("Tab")
    expect(card(home).locator("a.note-context")).to_be_focused()
    home.keyboard.press("Escape")
    expect(card(home)).to_have_count(0)
    expect(home.locator(SECOND)).to_be_focused()


def test_with_control_the_mark_is_a_link_like_any_other(home: Page) -> None:
    with home.context.expect_page() as opened:
        home.click(SECOND, modifiers=["Control"])
    expect(opened.value).to_have_url(re.compile("#fn:authority-denies$"))


def test_beside_a_statement_that_leaves_no_room_above_or_below(home: Page) -> None:
    home.set_viewport_size({"width": 1300, "height": 260})
    home.evaluate(TALL)
    home.locator(FIRST).evaluate("link => link.focus({ preventScroll: true })")
    text = home.evaluate("document.querySelector('.note-mark').closest('p').getBoundingClientRect().right")
    box = card(home).bounding_box()
    assert box is not None
    assert box["x"] >= text
    assert box["x"] + box["width"] <= 1300
    assert box["y"] + box["height"] <= 260


TALL = """() => {
  const block = document.querySelector('.note-mark').closest('p');
  block.prepend('word '.repeat(150));
  scrollTo(0, block.getBoundingClientRect().top - 60);
}"""


@pytest.mark.parametrize("width", [1300, 400])
@pytest.mark.parametrize("scroll", [0, 120])
def test_it_never_covers_its_statement(home: Page, width: int, scroll: int) -> None:
    home.set_viewport_size({"width": width, "height": 700})
    home.evaluate(f"scrollTo(0, {scroll})")
    marks = home.locator(".md-content .note-mark > a")
    for number in range(marks.count()):
        marks.nth(number).focus()
        overlap = home.evaluate(STATEMENT_OVERLAP)
        assert overlap is not None
        assert overlap <= 0, f"mark {number}"


STATEMENT_OVERLAP = """() => {
  const mark = document.activeElement.parentElement, card = document.querySelector('.note-card');
  if (!card) return null;
  const line = mark.getBoundingClientRect(), box = card.getBoundingClientRect();
  const range = document.createRange();
  const before = mark.previousSibling;
  const start = mark.parentElement.querySelector('.note-mark') === mark ? 0 : before.textContent.search(/\\S/);
  range.setStart(before, start);
  range.setEndBefore(mark);
  const rects = [...range.getClientRects(), line];
  const top = Math.min(...rects.map(r => r.top)), bottom = Math.max(...rects.map(r => r.bottom));
  return Math.min(bottom, box.bottom) - Math.max(top, box.top);
}"""


def test_a_card_that_has_more_than_it_shows_has_a_shade_at_its_end(home: Page) -> None:
    home.set_viewport_size({"width": 400, "height": 420})
    home.focus(FIRST)
    assert card(home).evaluate("card => card.scrollHeight > card.clientHeight")
    assert card(home).evaluate("card => getComputedStyle(card).backgroundAttachment").startswith("local, local, scroll")


def test_marks_side_by_side_have_targets_that_do_not_overlap(page: Page, site: Path) -> None:
    page.goto((site / "beside.html").as_uri())
    first, second = (mark.bounding_box() for mark in page.locator(".note-mark--beside > a").all())
    assert first is not None
    assert second is not None
    assert second["x"] + second["width"] / 2 - first["x"] - first["width"] / 2 >= 24


def test_it_stays_inside_a_narrow_window(home: Page) -> None:
    home.set_viewport_size({"width": 320, "height": 600})
    home.focus(FIRST)
    box = card(home).bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320


def test_a_tap_opens_it_instead_of_jumping_and_a_second_tap_closes_it(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 400, "height": 800}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.tap(FIRST)
    expect(card(page)).to_be_visible()
    assert "#" not in page.url
    page.tap(FIRST)
    expect(card(page)).to_have_count(0)
    page.tap(FIRST)
    page.tap("h1")
    expect(card(page)).to_have_count(0)
    context.close()


def test_without_script_the_note_at_the_foot_serves(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.click(FIRST)
    expect(page.locator('[id="fn:robs-islanders"]')).to_be_in_viewport()
    expect(page.locator('[id="fn:robs-islanders"] mark')).to_be_visible()
    context.close()


def test_a_citation_is_copied_with_all_that_makes_it_readable_alone(browser: Browser, site: Path) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto((site / "index.html").as_uri())
    page.focus(FIRST)
    card(page).locator(".note-copy").click()
    expect(card(page).locator(".note-copy")).to_have_text("copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    for part in (
        "“The toll robs islanders of 12 crowns a day”",
        "Mira Voss (quoted), according to Radio North, according to The Saltholm Herald.",
        "4 March 2031",
        "The same page gives 21 crowns.",
        "sources/herald.html#",
    ):
        assert part in copied
    context.close()


def test_print_shows_the_notes_in_full_and_no_card(home: Page) -> None:
    home.focus(FIRST)
    home.emulate_media(media="print")
    expect(card(home)).to_be_hidden()
    note = home.locator('[id="fn:robs-islanders"]')
    for part in (".note-words", ".note-says", ".note-source", ".note-query", ".note-match"):
        expect(note.locator(part)).to_be_visible()
    expect(note.locator(".note-copy")).to_be_hidden()
