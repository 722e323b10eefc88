"""The site as an EPUB 3 book whose notes open where they are called."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from html import escape
from pathlib import Path
from xml.etree.ElementTree import Element

from generator.export import about, citations, packaging
from generator.export.book import Book, Chapter, make_book
from generator.export.content import DRAWINGS, Content, left_out, style_of
from generator.export.edition import Edition
from generator.export.manifest import sha256
from generator.export.packaging import FOLDER, Entry, Publication
from generator.export.tree import has_class, line_of, to_xhtml, with_class
from generator.export.tree import make as element

_MIMETYPE = "mimetype"
_STYLE = "book.css"
_TYPE = "epub:type"
_DRAWING_ROLES = ("application", "document", "img")
_NOTE_TEXT = ("p", "blockquote")


def make(edition: Edition, file: str) -> Content:
    """The files of the book, in the order that the format asks for."""
    pictures: dict[str, bytes] = {}
    book = make_book(edition.site, _address, lambda path: _picture(path, pictures))
    leaves_out = left_out(edition, book)
    chapters = [
        *book.chapters,
        Chapter(about.SLUG, about.TITLE, about.chapter(edition, file, leaves_out), is_source=False),
    ]
    entries = [
        Entry(f"{chapter.slug}.xhtml", chapter.title, _page(chapter, book), _outline(chapter)) for chapter in chapters
    ]
    extras = {_STYLE: style_of(_STYLE, DRAWINGS).encode(), **dict(sorted(pictures.items()))}
    publication = Publication(
        identifier=uuid.uuid5(uuid.NAMESPACE_URL, "\n".join((book.title, *edition.evidence.sources))).urn,
        title=book.title,
        description=book.description,
        language=book.language,
        rights=edition.licence.strip().partition("\n")[0],
        made=edition.made,
        entries=entries,
        extras=extras,
        bibliography=next((f"{chapter.slug}.xhtml" for chapter in book.chapters if chapter.is_source), ""),
    )
    files = {
        _MIMETYPE: b"application/epub+zip",
        **packaging.description(publication),
        **{f"{FOLDER}{entry.file}": entry.page.encode() for entry in entries},
        **{f"{FOLDER}{name}": data for name, data in extras.items()},
    }
    return Content(files, len(book.chapters), leaves_out, "META-INF/MANIFEST.json", frozenset((_MIMETYPE,)))


def _address(here: str, chapter: str, name: str) -> str:
    return f"#{name}" if here == chapter else f"{chapter}.xhtml#{name}"


def _picture(path: Path, pictures: dict[str, bytes]) -> str:
    data = path.read_bytes()
    name = f"picture-{sha256(data)[:16]}{path.suffix.lower()}"
    pictures[name] = data
    return name


def _outline(chapter: Chapter) -> tuple[tuple[str, str], ...]:
    """(address, text) of the headings below the chapter's own."""
    return tuple((f"{chapter.slug}.xhtml#{h.get('id')}", line_of(h)) for h in chapter.body.iter("h2") if h.get("id"))


def _page(chapter: Chapter, book: Book) -> str:
    for block in list(with_class(chapter.body, "footnote")):
        _set_notes(block)
    for link in with_class(chapter.body, "footnote-ref"):
        link.set(_TYPE, "noteref")
    for drawing in chapter.body.iter("svg"):
        _set_drawing(drawing)
        drawing.set("xmlns", "http://www.w3.org/2000/svg")
        drawing.set("xmlns:xlink", "http://www.w3.org/1999/xlink")
    return packaging.xhtml(escape(chapter.title), book.language, to_xhtml(chapter.body))


def _set_drawing(drawing: Element) -> None:
    """Gives a drawing the role that the format knows for one with links, and each link in it a title."""
    links = list(drawing.iter("a"))
    if links or drawing.get("role") not in _DRAWING_ROLES:
        drawing.set("role", "document" if links else "img")
    for link in links:
        if link.find("title") is None:
            title = element("title", link.get("aria-label") or " ".join(filter(None, map(line_of, link))))
            link.insert(0, title)


def _set_notes(block: Element) -> None:
    """Makes the list of notes a run of footnotes: a reading system shows one in a window of its own where it is called."""
    block.tag = "section"
    block.set(_TYPE, "footnotes")
    block.set("role", "doc-endnotes")
    for parent in list(block):
        if parent.tag == "ol":
            at = list(block).index(parent)
            block[at : at + 1] = list(_footnotes(parent))


def _footnotes(items: Element) -> Iterator[Element]:
    for number, note in enumerate(items, start=1):
        note.tag = "aside"
        note.set(_TYPE, "footnote")
        note.set("role", "doc-footnote")
        if not has_class(note, citations.NOTE):
            note.set("class", citations.NOTE)
        _open_with(note, element("span", f"{number}.", cls="note-number"))
        yield note


def _open_with(note: Element, number: Element) -> None:
    """Puts the number before the first words of the note."""
    first = note
    while len(first) and first[0].tag in _NOTE_TEXT and not (first.text or "").strip():
        first = first[0]
    number.tail = f" {first.text or ''}"
    first.text = None
    first.insert(0, number)
