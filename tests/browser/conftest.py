"""A small site, built once, and a Chromium to look at it with."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from generator.web import build
from tests.web import sample

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome")
HOW_TO_GET_ONE = "no Chromium found; `apt-get install chromium` brings one, or set CHROMIUM to the path of yours"


def chromium() -> str | None:
    """The browser's path: the variable CHROMIUM, else the first of the usual names on the path."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium()
    if executable is None:
        if os.environ.get("CI"):
            pytest.fail(HOW_TO_GET_ONE)
        pytest.skip(HOW_TO_GET_ONE)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=[*FLAGS], headless=True)
        yield launched
        launched.close()


LONG = "\n\n".join(f"## Part {number}\n\nNothing is cited here, it only takes up room." for number in range(12))
TABLE = "| Who | What |\n|---|---|\n| Mira Voss | a figure[^robs-islanders] |\n"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site's folder: `index.html`, `deep/page.html`, a page of each kind, the pages of two sources."""
    root = tmp_path_factory.mktemp("site")
    body, _, notes = sample.INDEX.partition("[^robs-islanders]:")
    home = f"{body}{TABLE}\n{LONG}\n\n[^robs-islanders]:{notes}"
    deep = '# Deep\n\nThe ferry sank.[^sank]\n\n[^sank]: @hostile "sank \\{{ 7\\*7 }} times"\n'
    beside = f"# Beside\n\nIt is denied, and it opened.[^denies][^opened]\n{sample.NOTES}"
    with sample.registered():
        return build(
            sample.project(root, {"index.md": home, "deep/page.md": deep, "beside.md": beside, **sample.VIEWS}),
            root / "site",
            strict=True,
        )


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 1300, "height": 900}, reduced_motion="reduce")
    yield opened
    opened.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that may ask no other host for anything and must log no error."""
    faults: list[str] = []
    opened = context.new_page()
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("request", lambda request: None if _at_home(request.url) else faults.append(f"asked {request.url}"))
    yield opened
    assert faults == []


def _at_home(url: str) -> bool:
    return url.startswith(("file:", "data:", "blob:", "about:", "http://127.0.0.1:"))
