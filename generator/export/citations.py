"""The citations of a page that was built: what a note quotes, and the excerpt that it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urldefrag
from xml.etree.ElementTree import Element

from generator import text
from generator.citations import joins
from generator.export.tree import has_class, text_of, with_class

NOTE = "note"
SOURCED = "note--sourced"
WORDS = "note-words"
CONTEXT = "note-context"
CITED = "data-cited"
"""On each marked piece of an excerpt: the anchors whose words it belongs to, parted by blanks."""


@dataclass(frozen=True, slots=True, order=True)
class Cited:
    """A citation that the pages make: what a copy has to carry."""

    page: str
    """Path of the page without its ending: `allegations`."""
    label: str
    source: str
    """Key of the source."""
    words: str

    @property
    def address(self) -> str:
        """How messages and copies name the statement's note: `allegations#fraudulent-accounts`."""
        return f"{self.page}#{self.label}"


@dataclass(frozen=True, slots=True)
class Carried:
    """A citation as a copy carries it."""

    quoted: str
    """The words as the note shows them; parts stand apart."""
    excerpt: str
    """The words as the excerpt shows them, where the note leads; "" where it leads nowhere."""


def notes(article: Element) -> Iterator[Element]:
    """The notes of a page, in their order."""
    return with_class(article, NOTE)


def quoted(note: Element) -> str:
    """The words that a note marks as cited."""
    return "".join(_pieces(words) for words in with_class(note, WORDS))


def target(note: Element) -> str:
    """The address of the excerpt that a note leads to, as written; "" where it has none."""
    return next((link.get("href", "") for link in with_class(note, CONTEXT)), "")


def excerpts(article: Element) -> Mapping[str, str]:
    """The marked words on a source's page, by the anchor that notes lead to."""
    found: dict[str, str] = {}
    for block in article.iter():
        last = len(block) - 1
        for at, mark in enumerate(block):
            # Pieces that touch may be parts of one word; others, and those in two blocks, stand apart.
            apart = " " if mark.tail or at == last else ""
            for anchor in mark.get(CITED, "").split() if mark.tag == "mark" else ():
                found[anchor] = found.get(anchor, "") + text_of(mark) + apart
    return found


def carried(pages: Iterable[tuple[str, str, Element]]) -> Mapping[str, Carried]:
    """What the pages of a copy carry, by the address of the note.

    `pages` gives for each page its file in the copy, what the addresses of its notes begin with, and its elements. An
    address is an element's `data-note`, else the page's beginning and the note's id without `fn:`.
    """
    read = list(pages)
    marked = {file: excerpts(article) for file, _, article in read}
    found = {}
    for file, page, article in read:
        for note in notes(article):
            if not has_class(note, SOURCED):
                continue
            address = note.get("data-note") or f"{page}#{note.get('id', '').removeprefix('fn:')}"
            path, anchor = urldefrag(target(note))
            landing = marked.get(_resolved(file, unquote(path)), {})
            found[address] = Carried(quoted(note), landing.get(unquote(anchor), ""))
    return found


def problem(cited: Cited, found: Carried | None) -> str:
    """What is wrong with how a copy carries a citation; "" where its words stand in the note and in the excerpt."""
    if found is None:
        return "the note is not in the copy"
    for part in joins.parts(cited.words):
        if not text.find(part, found.quoted):
            return f"the note does not quote “{part}”"
        if not found.excerpt:
            return "the note leads to no excerpt"
        if not text.find(part, found.excerpt):
            return f"the excerpt does not hold “{part}”"
    return ""


def _pieces(element: Element) -> str:
    return " ".join(text_of(mark) for mark in element.iter("mark"))


def _resolved(file: str, path: str) -> str:
    if not path:
        return file
    parts = file.split("/")[:-1]
    for step in path.split("/"):
        if step == "..":
            del parts[-1:]
        elif step != ".":
            parts.append(step)
    return "/".join(parts)
