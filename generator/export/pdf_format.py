"""The site as a printed book: cover, contents with page numbers, running heads, notes at the end of each chapter."""

from __future__ import annotations

import html
import re
from typing import Any
from xml.etree.ElementTree import Element

from generator import edtf
from generator.errors import ExportError
from generator.export import about, extras
from generator.export.book import Book
from generator.export.content import DRAWINGS, Content, left_out, style_of
from generator.export.edition import Edition
from generator.export.html_format import bound, contents, demote
from generator.export.manifest import sha256
from generator.export.pdf_reading import name_notes
from generator.export.tree import make as element
from generator.export.tree import to_html

EXTRA = "pdf-copy"
"""The extra of the package that brings what lays out pages."""

_STYLE = "print.css"
_VARIANT = "pdf/ua-1"
"""Tagged, with a title and a language, fonts embedded: ISO 14289-1, for readers that speak."""
_WIDE = 7
"""Columns of the narrowest table that is printed on a page on its side: six of four words each fill an upright one."""
_WIDTH = re.compile(r"(?<!-)\bwidth\s*:")
_EDGES = 4
"""Numbers of a drawing's viewBox: left, top, width, height."""
_WIDE_TABLE = "wide-table"


def make(edition: Edition, file: str) -> Content:
    """One file. Raises ExportError where the extra is not installed, or its system library is not there."""
    weasyprint = _weasyprint()
    book = bound(edition)
    leaves_out = left_out(edition, book)
    page = _page(edition, book, about.chapter(edition, file, leaves_out))
    # Everything is in the page: nothing is asked of the disk or of another host.
    alone = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    data: bytes = weasyprint.HTML(string=page, url_fetcher=alone).write_pdf(
        pdf_variant=_VARIANT, pdf_tags=True, pdf_identifier=sha256(page.encode()).encode()[:16]
    )
    return Content({file: data}, len(book.chapters), leaves_out)


def _weasyprint() -> Any:
    try:
        return extras.required("weasyprint", "WeasyPrint", EXTRA)
    except OSError as error:
        raise ExportError(
            f"WeasyPrint does not find a library of the system: {error}",
            help="install Pango: apt install libpango-1.0-0 libpangoft2-1.0-0, or brew install pango",
        ) from error


def _set_drawing(drawing: Element) -> None:
    """Gives a drawing its style, as the layout lets none of the page's in, and a size, without which it may get none."""
    drawing.insert(0, element("style", style_of(DRAWINGS)))
    box = drawing.get("viewBox", "").replace(",", " ").split()
    style = drawing.get("style", "")
    if len(box) == _EDGES and "width" not in drawing.attrib and not _WIDTH.search(style):
        drawing.set("style", f"{style};width:100%;max-width:{box[2]}px;height:auto")


def _turn_wide_tables(section: Element) -> None:
    """Marks the tables that a page takes only on its side."""
    for table in section.iter("table"):
        first = next(table.iter("tr"), None)
        if first is not None and len(first) >= _WIDE:
            table.set("class", f"{table.get('class', '')} {_WIDE_TABLE}".strip())


def _page(edition: Edition, book: Book, last: Element) -> str:
    sections = [*(chapter.body for chapter in book.chapters), last]
    first_source = next((chapter.body for chapter in book.chapters if chapter.is_source), None)
    if first_source is not None:
        first_source.set("class", "chapter appendix")
    for section in sections:
        demote(section)
        name_notes(section)
        _turn_wide_tables(section)
        for drawing in section.iter("svg"):
            _set_drawing(drawing)
    style = style_of(_STYLE, DRAWINGS)
    day = edtf.in_words(f"{edition.made:%Y-%m-%d}")
    cover = element(
        "header",
        element("h1", book.title),
        element("p", book.description),
        element("p", f"As of {day}", cls="cover-date"),
        cls="cover",
    )
    moment = f"{edition.made:%Y-%m-%dT%H:%M:%SZ}"
    body = to_html(element("main", cover, contents(book), *sections))
    return (
        f'<!doctype html>\n<html lang="{html.escape(book.language)}" dir="{edition.site.direction}">\n'
        f'<head><meta charset="utf-8"><title>{html.escape(book.title)}</title>\n'
        f'<meta name="description" content="{html.escape(book.description)}">\n'
        f'<meta name="dcterms.created" content="{moment}"><meta name="dcterms.modified" content="{moment}">\n'
        f"<style>{style}</style></head>\n<body>{body}</body></html>\n"
    )
