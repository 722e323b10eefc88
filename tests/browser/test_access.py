"""Whether everybody can use the site: axe-core on every kind of page, the keyboard, targets, reduced motion.

axe-core is no part of the project (it is large, and MPL-2.0): the variable AXE_CORE names an `axe.min.js`, else one in
node_modules is taken, which `npm install --no-save axe-core` brings.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).parents[2]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
KINDS = [
    *("index.html", "deep/page.html", "how-this-site-is-made.html"),
    *("allegations.html", "rebuttals.html", "who-says-what.html", "timeline.html", "disagreements.html"),
    *("sources/index.html", "sources/herald.html", "sources/hostile.html"),
]
RUN = "tags => axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag', values: tags } })"
FIRST = '[id="fnref:robs-islanders"] > a'


@pytest.fixture(scope="session")
def axe() -> str:
    path = Path(os.environ.get("AXE_CORE") or REPOSITORY / "node_modules" / "axe-core" / "axe.min.js")
    if not path.is_file():
        pytest.skip(
            f"no axe-core at {path}; `npm install --no-save axe-core` brings it, or set AXE_CORE to its axe.min.js"
        )
    return path.read_text(encoding="utf-8")


@pytest.fixture(params=[("light", 1300), ("light", 400), ("dark", 1300), ("dark", 400)], ids=str)
def viewed(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    scheme, width = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def violations(page: Page, axe: str) -> list[str]:
    page.evaluate(axe)
    result: dict[str, Any] = page.evaluate(RUN, TAGS)
    return [
        f"{found['id']}: {node['html'][:120]} {node.get('failureSummary', '')}"
        for found in result["violations"]
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(viewed: Page, site: Path, axe: str, kind: str) -> None:
    viewed.goto((site / kind).as_uri())
    assert violations(viewed, axe) == []


def test_axe_finds_nothing_with_a_card_open(viewed: Page, site: Path, axe: str) -> None:
    viewed.goto((site / "index.html").as_uri())
    viewed.focus(FIRST)
    expect(viewed.locator(".note-card")).to_be_visible()
    assert violations(viewed, axe) == []


def test_axe_finds_nothing_with_the_search_open(viewed: Page, site: Path, axe: str) -> None:
    viewed.goto((site / "index.html").as_uri())
    viewed.keyboard.press("f")
    viewed.locator(".md-search__input").press_sequentially("disputed")
    expect(viewed.locator(".md-search-result__item").first).to_contain_text("What it costs")
    assert violations(viewed, axe) == []


@pytest.fixture
def narrow(page: Page, site: Path) -> Page:
    page.set_viewport_size({"width": 400, "height": 800})
    page.goto((site / "index.html").as_uri())
    return page


def test_the_drawer_opens_and_closes_by_keyboard(narrow: Page) -> None:
    button = narrow.get_by_role("button", name="Navigation")
    inside = narrow.locator(".md-sidebar--primary .md-nav__link").last
    expect(inside).to_be_hidden()
    button.focus()
    narrow.keyboard.press("Enter")
    expect(inside).to_be_visible()
    narrow.keyboard.press("Escape")
    expect(inside).to_be_hidden()
    expect(button).to_be_focused()


def test_the_search_opens_by_keyboard(narrow: Page) -> None:
    narrow.get_by_role("button", name="Search").focus()
    narrow.keyboard.press("Enter")
    expect(narrow.locator(".md-search__input")).to_be_focused()


@pytest.mark.parametrize("width", [1300, 400])
@pytest.mark.parametrize("kind", ["index.html", "sources/herald.html", "who-says-what.html", "timeline.html"])
def test_whatever_the_focus_reaches_can_be_seen(page: Page, site: Path, width: int, kind: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((site / kind).as_uri())
    seen = 0
    for _ in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        assert page.evaluate(SEEN), page.evaluate("document.activeElement.outerHTML")
        seen += 1
    assert seen > 10


SEEN = """() => {
  const focused = document.activeElement;
  const shown = focused.matches('.md-option') ? focused.nextElementSibling : focused; // the palette's label shows the focus
  const box = shown.getBoundingClientRect();
  return box.width > 0 && box.right > 0 && box.left < innerWidth && getComputedStyle(focused).visibility === 'visible';
}"""


@pytest.mark.parametrize("width", [1300, 400])
@pytest.mark.parametrize("kind", [*KINDS[:1], "sources/index.html", "sources/herald.html", *KINDS[3:8]])
def test_targets_outside_of_sentences_measure_24_pixels(page: Page, site: Path, width: int, kind: str) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((site / kind).as_uri())
    assert page.evaluate(SMALL) == []


SMALL = """() => {
  const alone = '.note-mark > a, .note-foot > *:not(.note-match), .headerlink, .md-nav__link, .md-header__button, .md-search__icon, .source-back a, .counterpart, .page-foot a, .timeline a, .matrix th a';
  const found = [];
  for (const target of document.querySelectorAll(alone)) {
    const box = target.getBoundingClientRect();
    if (!box.width || getComputedStyle(target).visibility !== 'visible') continue;
    const wider = getComputedStyle(target, '::after');
    const grown = wider.position === 'absolute' ? [parseFloat(wider.width) || 0, parseFloat(wider.height) || 0] : [0, 0];
    const [width, height] = [Math.max(box.width, grown[0]), Math.max(box.height, grown[1])];
    if (width < 24 || height < 24) found.push(`${target.outerHTML.slice(0, 90)} ${width} x ${height}`);
  }
  return found;
}"""


def test_reduced_motion_is_kept(page: Page, site: Path) -> None:
    page.goto((site / "index.html").as_uri())  # the page fixture asks for reduced motion
    moving = "getComputedStyle(document.querySelector('.md-header')).transitionDuration"
    assert all(float(duration.removesuffix("s")) < 0.001 for duration in page.evaluate(moving).split(", "))
