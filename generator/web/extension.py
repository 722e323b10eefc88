"""The Python-Markdown extension that sets footnotes as citations.

It only marks and lays out; pages are checked before a build, where path and line are known. It works on what
Python-Markdown's own footnotes extension has put into the tree, so that the same page gives the same HTML in whatever
program runs Python-Markdown.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from generator.citations.scanner import scan
from generator.model import Note
from generator.web import corrections, tables
from generator.web.anchors import reference_id
from generator.web.data import Load, SiteData
from generator.web.markup import element, plain
from generator.web.note import INVALID, Kind, NoteRenderer, RenderedNote
from generator.web.views import Views

_BEFORE_EVERY_OTHER = 1000
_AFTER_READING = 999
_AFTER_INLINE_BEFORE_LINKS = 6
"""After the footnotes (15), attribute lists (8) and abbreviations (7); before tables of contents and MkDocs' anchors (5)
and its rewriting of links (0)."""
_AFTER_HEADINGS_BEFORE_LINKS = 3

_MARK = "note-mark"
_UNSOUGHT = {"data-search-exclude": "true"}
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_SHOWN_NUMBER = {Kind.DERIVED: "calc. {}", Kind.EDITOR: "ed. {}"}
_LEGEND = (
    "Each note gives the words that a statement rests on, marked in their sentence, and who wrote them. "
    "“The words match the source” means that the source says so, not that it is so. "
    "A number after calc. is worked out from the sources, and stands in none of them; one after ed. is an editor’s own note. "
    "Words marked as queried look wrong to an editor; their note says why."
)
_QUERIED = "queried"
_KEY = {
    Kind.SOURCED: "a number gives the words of a source",
    Kind.DERIVED: "“calc.” is worked out from the sources",
    Kind.EDITOR: "“ed.” is an editor’s own note",
}
"""What the marks mean, for the line below the first statement of a page that has other marks than plain numbers."""
_KEY_OF_QUERIES = f"“{_QUERIED}” marks where a source looks wrong (the note says why)"
_BESIDE = "note-mark--beside"


class CitationExtension(Extension):
    """Options: `root`, the project's folder, the one that holds `seeds/` and `docs/` (default the current folder), and
    `repository`, the address of the repository where readers report errors (default none).
    """

    def __init__(self, *, load: Load, **options: object) -> None:
        self.config = {
            "root": [".", "the project's folder, the one that holds seeds/ and docs/"],
            "repository": ["", "the address of the repository where readers report errors"],
        }
        super().__init__(**options)
        self._load = load
        self._loaded: tuple[SiteData, NoteRenderer] | None = None
        self.page: str | None = None
        """Path, relative to docs/, of the page that is rendered next, told by whoever knows it; else found by its text."""
        self.invalid: list[str] = []
        """Labels of the notes that were rendered as not valid since somebody last emptied the list."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the steps: read the notes from the page as written, mark what was corrected, lay the notes out in the finished tree."""
        reader = _NoteReader(md)
        md.preprocessors.register(reader, "explainer-notes", _BEFORE_EVERY_OTHER)
        md.preprocessors.register(_CorrectionMarker(md, reader, self), "explainer-corrections", _AFTER_READING)
        md.treeprocessors.register(_NoteSetter(md, reader, self), "explainer-notes", _AFTER_INLINE_BEFORE_LINKS)
        md.treeprocessors.register(_ViewSetter(md, reader, self), "explainer-views", _AFTER_HEADINGS_BEFORE_LINKS)

    def path_of(self, source: str) -> str:
        """The path of the page that is rendered, "" where nobody told it and no page has this text."""
        return _path_of(source, self.site()[0]) if self.page is None else self.page

    @cached_property
    def views(self) -> Views:
        """What pages show besides their text."""
        return Views(self.site()[0])

    def site(self) -> tuple[SiteData, NoteRenderer]:
        """The project's data, read at the first page that has notes."""
        if self._loaded is None:
            data = self._load(Path(str(self.getConfig("root"))))
            self._loaded = (data, NoteRenderer(data, str(self.getConfig("repository"))))
        return self._loaded


class _NoteReader(Preprocessor):
    """Keeps the page as written and changes nothing."""

    source = ""

    def run(self, lines: list[str]) -> list[str]:
        self.source = "\n".join(lines)
        return lines

    def notes(self) -> Mapping[str, Note]:
        """By label; of several under one label the last, which is the one that Python-Markdown shows."""
        return {note.label: note for note in scan(self.source, "").notes}


class _CorrectionMarker(Preprocessor):
    """Marks corrected statements; of a page that nobody told only where it has notes, which is where the project is loaded anyway."""

    def __init__(self, md: Markdown, reader: _NoteReader, extension: CitationExtension) -> None:
        super().__init__(md)
        self._reader = reader
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        if self._extension.page is None and not self._reader.notes():
            return lines
        data, _ = self._extension.site()
        if not corrections.is_logged(data):
            return lines
        page = self._extension.path_of(self._reader.source)
        return corrections.marked(self._reader.source, page, data.evidence.corrections).split("\n")


class _NoteSetter(Treeprocessor):
    def __init__(self, md: Markdown, reader: _NoteReader, extension: CitationExtension) -> None:
        super().__init__(md)
        self._reader = reader
        self._extension = extension

    def run(self, root: Element) -> None:
        block = next((found for found in root.iter("div") if found.get("class") == "footnote"), None)
        items = block.find("ol") if block is not None else None
        if block is None or items is None:
            return
        _, renderer = self._extension.site()
        page = self._extension.path_of(self._reader.source)
        rendered = {label: renderer.render(note, page) for label, note in self._reader.notes().items()}
        marks = _marks_by_label(root, block)
        _number_in_reading_order(items, marks)
        for number, item in enumerate(items, start=1):
            label = _label(item)
            note = rendered.get(label, INVALID)
            if note.kind is Kind.INVALID:
                self._extension.invalid.append(label)
            for mark in marks[label]:
                _set_mark(mark, number, note)
            _set_note(item, note, [mark.get("id", "") for mark in marks[label]])
        _set_block(block)
        _part_neighbours(root)
        _set_key(root, marks, rendered)


class _ViewSetter(Treeprocessor):
    """Tables on every page; what the kind of a page asks for where it has notes, which is where the project is loaded anyway."""

    def __init__(self, md: Markdown, reader: _NoteReader, extension: CitationExtension) -> None:
        super().__init__(md)
        self._reader = reader
        self._extension = extension

    def run(self, root: Element) -> None:
        tables.lay_out(root)
        notes = self._reader.notes()
        if notes:
            self._extension.views.show(root, self._extension.path_of(self._reader.source), notes)


def _path_of(source: str, data: SiteData) -> str:
    """The path of the page whose text `source` is; Python-Markdown is given the text alone, without its front matter."""
    body = source.strip()
    return next((path for path, markdown in data.pages if _body(markdown) == body), "")


def _body(markdown: str) -> str:
    return _FRONT_MATTER.sub("", markdown.removeprefix("\ufeff").replace("\r\n", "\n")).strip()


def _label(found: Element) -> str:
    return found.get("id", "").partition(":")[2]


def _marks_by_label(root: Element, block: Element) -> Mapping[str, list[Element]]:
    """The marks in the running text, in reading order, with ids that count in that order.

    Python-Markdown counts in the order of its own work, which is not that of the page.
    """
    inside_notes = set(block.iter("sup"))
    marks: dict[str, list[Element]] = defaultdict(list)
    for found in root.iter("sup"):
        if found.get("id", "").startswith("fnref") and found not in inside_notes:
            label = _label(found)
            marks[label].append(found)
            found.set("id", reference_id(label, len(marks[label])))
    return marks


def _number_in_reading_order(items: Element, marks: Mapping[str, list[Element]]) -> None:
    order = {label: position for position, label in enumerate(marks)}
    items[:] = sorted(items, key=lambda item: order.get(_label(item), len(order)))


def _set_mark(mark: Element, number: int, note: RenderedNote) -> None:
    mark.set("class", f"{_MARK} {_MARK}--{note.kind}")
    mark.set("data-search-exclude", "true")
    link = mark.find("a")
    if link is None:
        return
    shown = link.text = _SHOWN_NUMBER.get(note.kind, "{}").format(number)
    link.set("role", "doc-noteref")
    link.set("data-note", note.kind)
    link.set("aria-label", plain(f"Note {shown}, {note.spoken}"))
    if note.queried:
        link.text = f"{shown} "
        link.append(element("span", _QUERIED, cls="note-queried"))
        link.set("aria-label", plain(f"Note {shown}, {_QUERIED}, {note.spoken}"))


def _part_neighbours(root: Element) -> None:
    """Marks right behind one another are set apart, so that a finger can tell them; by a class, as an open card stands between them."""
    for parent in root.iter():
        for one, other in pairwise(parent):
            if _is_mark(one) and _is_mark(other) and not (one.tail or "").strip():
                for found in (one, other):
                    found.set("class", " ".join(dict.fromkeys([*found.get("class", "").split(), _BESIDE])))


def _set_key(root: Element, marks: Mapping[str, list[Element]], rendered: Mapping[str, RenderedNote]) -> None:
    """Says what the marks mean below the first statement, where a page has others than plain numbers."""
    used = [rendered.get(label, INVALID) for label in marks]
    kinds = {note.kind for note in used}
    queried = any(note.queried for note in used)
    if not queried and not kinds & {Kind.DERIVED, Kind.EDITOR}:
        return
    said = [text for kind, text in _KEY.items() if kind in kinds] + [_KEY_OF_QUERIES] * queried
    first = next(
        (place for place, child in enumerate(root) if any(_is_mark(found) for found in child.iter("sup"))), None
    )
    if first is not None:
        first += (root[first].text or "").startswith(tables.CAPTION)  # which has to stand right before its table
        root.insert(first + 1, element("p", f"Marks: {'; '.join(said)}.", cls="note-key", attributes=_UNSOUGHT))


def _is_mark(found: Element) -> bool:
    return _MARK in found.get("class", "").split()


def _set_note(item: Element, note: RenderedNote, marks: list[str]) -> None:
    item.set("class", f"note note--{note.kind}")
    if note.kind is Kind.INVALID:
        return
    back = [
        element(
            "a",
            "↩" if count == 1 else f"↩{count}",
            cls="footnote-backref",
            attributes={"href": f"#{mark}", "role": "doc-backlink", "aria-label": _back_label(count, len(marks))},
        )
        for count, mark in enumerate(marks, start=1)
    ]
    item.text = None
    item[:] = [*note.children]
    for link in back:
        link.tail = " "
        item[-1].append(link)


def _back_label(count: int, of: int) -> str:
    return "Back to the statement" if of == 1 else f"Back to statement {count} of {of}"


def _set_block(block: Element) -> None:
    block.set("data-search-exclude", "true")
    block.set("role", "doc-endnotes")
    block.set("aria-label", "Notes")
    rule = block.find("hr")
    if rule is not None:
        block.remove(rule)
    block.insert(0, element("p", _LEGEND, cls="note-legend"))
    block.insert(0, element("p", "Notes", cls="note-title"))
