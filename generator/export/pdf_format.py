"""The site as a printed book: cover, contents with page numbers, running heads, notes at the end of each chapter."""

from __future__ import annotations

import html
import re
from importlib import import_module
from importlib.resources import files as resources
from typing import Any
from xml.etree.ElementTree import Element

from generator import edtf
from generator.errors import ExportError
from generator.export import about
from generator.export.book import Book
from generator.export.content import Content, left_out
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
_NO_WORD = re.compile(r"[^\w.]+")


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
        return import_module("weasyprint")
    except ImportError as error:
        raise ExportError(
            "a PDF needs WeasyPrint, which is not installed",
            help=f'it comes with the extra "{EXTRA}"; type: pip install "explainer-generator[{EXTRA}]"',
        ) from error
    except OSError as error:
        raise ExportError(
            f"WeasyPrint does not find a library of the system: {error}",
            help="install Pango: apt install libpango-1.0-0 libpangoft2-1.0-0, or brew install pango",
        ) from error


def _page(edition: Edition, book: Book, last: Element) -> str:
    sections = [*(chapter.body for chapter in book.chapters), last]
    first_source = next((chapter.body for chapter in book.chapters if chapter.is_source), None)
    if first_source is not None:
        first_source.set("class", "chapter appendix")
    for section in sections:
        demote(section)
        name_notes(section)
    style = (resources("generator.export") / "assets" / _STYLE).read_text(encoding="utf-8")
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
