"""What the site gets besides its pages, whoever builds it: style and scripts, and a head for machines in every page."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files as resources
from importlib.resources.abc import Traversable

FOLDER = "explainer"
"""Of the site, for what this package brings along."""
STYLES = (f"{FOLDER}/explainer.css",)
SCRIPTS = (f"{FOLDER}/card.js", f"{FOLDER}/page.js")
POLYFILL = f"{FOLDER}/iframe-worker/shim.js"
"""Search needs this under file://; the theme would name one on another host."""
NOT_FOUND = "404.html"

_ASKS_ANOTHER_HOST = ' data-md-component="source"'
"""The mark by which the theme's script would ask the host of `repo_url` for figures."""


def assets() -> Iterator[tuple[str, bytes]]:
    """(path in the site, content) of style and scripts."""
    yield from _below(resources("generator.web") / "assets", FOLDER)


def not_found_page() -> bytes:
    """The page for addresses that are not there, for a site of which nobody knows where it will stand."""
    return (resources("generator.web") / "templates" / NOT_FOUND).read_bytes()


def dressed(page: str, head: str) -> str:
    """A page as the builder made it, with `head` added to its head; it asks no other host for anything."""
    return page.replace(_ASKS_ANOTHER_HOST, "").replace("</head>", f"{head}</head>", 1)


def _below(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda found: found.name):
        if entry.is_dir():
            yield from _below(entry, f"{path}/{entry.name}")
        else:
            yield f"{path}/{entry.name}", entry.read_bytes()
