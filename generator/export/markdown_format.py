"""The whole site as one Markdown file with plain footnotes, for archives and programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from generator.citations.escape import escape
from generator.export import about, citations
from generator.export.book import Chapter, make_book
from generator.export.content import Content, left_out
from generator.export.edition import Edition
from generator.export.html_format import demote
from generator.export.markdown_writing import Writer
from generator.export.tree import has_class, line_of, remove

_LEAVES_OUT = "pictures, colours, and the links from an excerpt back to the single statements that cite it"


_HINT = "matrix-hint"
"""Of a table that scrolls, which text does not."""


def make(edition: Edition, file: str) -> Content:
    """One file; each paragraph on a line of its own, each note under the address of its statement."""
    book = make_book(edition.site, lambda _from, _chapter, name: f"#{name}", _named)
    leaves_out = (*left_out(edition, book), _LEAVES_OUT)
    last = Chapter(about.SLUG, about.TITLE, about.chapter(edition, file, leaves_out), is_source=False)
    chapters = [*book.chapters, last]
    for chapter in chapters:
        demote(chapter.body)
    writer = Writer(_labels(chapters), _wanted(chapters))
    blocks = [f"# {escape(book.title)}", escape(book.description), _contents(chapters)]
    for chapter in chapters:
        blocks += _chapter(chapter, writer)
    text = "\n\n".join(filter(None, blocks)) + "\n"
    return Content({file: text.encode()}, len(book.chapters), leaves_out)


def _named(file: Path) -> str:
    return file.name


def _labels(chapters: list[Chapter]) -> dict[str, str]:
    """Address of each note by its id."""
    return {note.get("id", ""): note.get("data-note", "") for each in chapters for note in citations.notes(each.body)}


def _wanted(chapters: list[Chapter]) -> frozenset[str]:
    """The ids that links lead to, but for those of marks and notes, which Markdown names in its own way."""
    linked = {link.get("href", "")[1:] for each in chapters for link in each.body.iter("a")}
    own = {mark.get("id", "") for each in chapters for mark in each.body.iter() if _is_mark(mark)}
    return frozenset(name for name in linked if name) - own


def _is_mark(element: Element) -> bool:
    return has_class(element, "note-mark") or has_class(element, citations.NOTE)


def _contents(chapters: list[Chapter]) -> str:
    return "\n".join(f"- [{escape(chapter.title)}](#{chapter.slug})" for chapter in chapters)


def _chapter(chapter: Chapter, writer: Writer) -> Iterator[str]:
    notes = list(citations.notes(chapter.body))
    remove(chapter.body, lambda element: has_class(element, "footnote") or has_class(element, _HINT))
    yield f'<a id="{chapter.slug}"></a>'
    yield from writer.blocks(chapter.body)
    for note in notes:
        remove(note, lambda element: has_class(element, "footnote-backref"))
        first, *rest = [*writer.blocks(note)] or [escape(line_of(note))]
        yield "\n\n".join([f"[^{note.get('data-note')}]: {first}", *(f"    {each}" for each in rest)])
