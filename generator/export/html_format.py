"""The whole site as one HTML file that needs nothing beside it."""

from __future__ import annotations

import base64
import html
from pathlib import Path
from xml.etree.ElementTree import Element

from generator.export import about
from generator.export.book import Book, make_book
from generator.export.content import Content, left_out, style_of
from generator.export.edition import Edition
from generator.export.media_types import media_type
from generator.export.tree import make as element
from generator.export.tree import to_html

_STYLE = "single.css"
_SITE_STYLE = "explainer/explainer.css"
_SITE_SCRIPTS = ("explainer/card.js", "explainer/page.js")
_SCHEME = (
    'matchMedia("(prefers-color-scheme: dark)").matches&&document.body.setAttribute("data-md-color-scheme","slate")'
)
"""The site's style follows an attribute, which the theme sets on its own pages."""
_DEEPER = {f"h{level}": f"h{level + 1}" for level in range(1, 6)}


def make(edition: Edition, file: str) -> Content:
    """One file with style, script, pictures and all pages, the sources last."""
    book = bound(edition)
    leaves_out = left_out(edition, book)
    sections = [*(chapter.body for chapter in book.chapters), about.chapter(edition, file, leaves_out)]
    for section in sections:
        demote(section)
    content = element("div", _cover(book), contents(book), element("main", *sections))
    folder = edition.site.folder
    style = style_of(_STYLE) + _read(folder, _SITE_STYLE)
    scripts = "".join(f"<script>{_raw(_read(folder, path))}</script>\n" for path in _SITE_SCRIPTS)
    page = (
        f'<!doctype html>\n<html lang="{html.escape(book.language)}" dir="{edition.site.direction}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{html.escape(book.title)}</title>\n<meta name="description" content="{html.escape(book.description)}">\n'
        # A file that needs nothing is not to ask for an icon either.
        f'<link rel="icon" href="data:,">\n<style>{_raw(style)}</style>\n</head>\n'
        f'<body class="md-typeset" data-md-color-scheme="default">\n<script>{_SCHEME}</script>\n'
        f"{to_html(content)}\n{scripts}</body>\n</html>\n"
    )
    return Content({file: page.encode()}, len(book.chapters), leaves_out)


def bound(edition: Edition) -> Book:
    """All pages in one file, pictures inside."""
    return make_book(edition.site, lambda _from, _chapter, name: f"#{name}", _inlined)


def demote(section: Element) -> None:
    """Makes each heading one deeper: above the pages stands the title of the whole."""
    for found in section.iter():
        if isinstance(found.tag, str):
            found.tag = _DEEPER.get(found.tag, found.tag)


def contents(book: Book) -> Element:
    """Links to all chapters, the appendix set apart."""
    pages = [(chapter.slug, chapter.title) for chapter in book.chapters if not chapter.is_source]
    sources = [(chapter.slug, chapter.title) for chapter in book.chapters if chapter.is_source]
    return element(
        "nav",
        element("h2", "Contents", id="contents"),
        element("ul", *_links(pages)),
        element("h2", "The sources"),
        element("ul", *_links([*sources, (about.SLUG, about.TITLE)])),
        cls="contents",
        aria_labelledby="contents",
    )


def _links(entries: list[tuple[str, str]]) -> list[Element]:
    return [element("li", element("a", title, href=f"#{slug}")) for slug, title in entries]


def _cover(book: Book) -> Element:
    return element("header", element("h1", book.title), element("p", book.description), cls="cover")


def _inlined(file: Path) -> str:
    return f"data:{media_type(file.name)};base64,{base64.b64encode(file.read_bytes()).decode()}"


def _read(folder: Path, path: str) -> str:
    file = folder / path
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _raw(code: str) -> str:
    """Style or script that cannot end its own element."""
    return code.replace("</", "<\\/")
