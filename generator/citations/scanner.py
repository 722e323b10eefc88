"""Finds the notes of a page and the marks that refer to them.

What is a note and what is a mark is what Python-Markdown's footnotes make of the page as Material configures it; code,
comments, raw HTML and front matter hold neither.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.citations import grammar
from generator.citations.blocks import RULES
from generator.citations.fences import hide_fences
from generator.citations.inline import marks
from generator.citations.raw_html import hide_html
from generator.citations.rows import OPAQUE, Page, Row
from generator.citations.structure import BlockParser, Definition
from generator.model import Note, Reference, ScannedPage


def scan(markdown: str, path: str) -> ScannedPage:
    """The page's notes and marks, each in the order in which they stand.

    `path` is only passed on. Every definition is listed, also one whose label was defined before; every mark is listed,
    also one whose label is not defined. Never fails.
    """
    page = Page(markdown)
    parser = BlockParser(RULES)
    parser.parse(hide_html(hide_fences(page.rows)))
    notes = [_note(page, definition) for definition in parser.definitions]
    references = [
        Reference(label, row.line, page.column(row.line, row.offset))
        for text in parser.texts
        for label, row in marks(text.rows)
    ]
    return ScannedPage(
        path,
        tuple(sorted(notes, key=lambda note: (note.line, note.column))),
        tuple(sorted(references, key=lambda reference: (reference.line, reference.column))),
    )


def _note(page: Page, definition: Definition) -> Note:
    raw = _logical_line(definition.body)
    head, body = definition.head, definition.body[0]
    return Note(
        label=definition.label,
        body=grammar.parse(raw),
        line=head.line,
        column=page.column(head.line, head.offset),
        raw=raw,
        body_column=page.column(body.line, body.offset),
    )


def _logical_line(body: Sequence[Row]) -> str:
    return " ".join(filter(None, (row.text.replace(OPAQUE, "").strip() for row in body)))
