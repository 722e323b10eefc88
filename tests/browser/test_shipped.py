"""The shipped explainer from disk: the figure to play with, the glossary's terms, the links between its pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from generator.web import build

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("shipped"), strict=True)


def agreement(page: Page) -> int:
    return int(page.locator('[data-shows="agreement"]').inner_text().removesuffix("%"))


def test_the_student_learns_more_from_more_answers(page: Page, shipped: Path) -> None:
    page.goto((shipped / "try-it.html").as_uri())
    slider = page.get_by_label("Questions asked")
    slider.focus()
    page.keyboard.press("Home")
    few = agreement(page)
    page.keyboard.press("End")
    many = agreement(page)
    assert 50 <= few < many <= 100


def test_wrong_answers_are_learned_as_well(page: Page, shipped: Path) -> None:
    page.goto((shipped / "try-it.html").as_uri())
    right = agreement(page)
    page.get_by_label("Wrong answers").focus()
    page.keyboard.press("End")
    assert agreement(page) < right - 10


def test_the_same_questions_are_asked_on_every_visit(page: Page, shipped: Path) -> None:
    page.goto((shipped / "try-it.html").as_uri())
    first = page.locator('[data-part="asked"]').inner_html()
    page.reload()
    assert page.locator('[data-part="asked"]').inner_html() == first
    page.get_by_role("button", name="Ask other questions").click()
    assert page.locator('[data-part="asked"]').inner_html() != first


def test_without_scripts_a_picture_and_its_text_stand_there(browser: Browser, shipped: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((shipped / "try-it.html").as_uri())
    assert page.locator("#imitation svg").is_visible()
    assert page.get_by_text("Without scripts the picture stands still").is_visible()
    assert page.locator('[data-part="controls"]').is_hidden()
    context.close()


def test_a_term_leads_to_its_entry(page: Page, shipped: Path) -> None:
    page.goto((shipped / "what-is-distillation.html").as_uri())
    term = page.locator("a.term", has_text="student").first
    assert "smaller model in distillation" in (term.get_attribute("title") or "")
    term.click()
    assert page.url.endswith("glossary.html#student")


def test_every_link_between_charges_and_answers_lands(page: Page, shipped: Path) -> None:
    for name in ("allegations", "rebuttals"):
        page.goto((shipped / f"{name}.html").as_uri())
        links = page.locator('.md-content a[href*="allegations.html#"], .md-content a[href*="rebuttals.html#"]')
        targets = [link.get_attribute("href") or "" for link in links.all()]
        assert targets
        for target in targets:
            other, _, anchor = target.partition("#")
            page.goto((shipped / other).as_uri())
            assert page.locator(f'[id="{anchor}"]').count() == 1, target
            page.go_back()
