"""Terms explained where a page first uses them: a link to the entry of the glossary, whose explanation shows on hover.

The glossary is a page like any other, docs/glossary.md: a heading for each term, and its explanation in the paragraph below.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element

from markdown.extensions.toc import slugify

from generator.citations import prose
from generator.citations.structure import TextKind
from generator.web.markup import element, visible

PAGE = "glossary.md"
"""Path of the glossary, relative to docs/."""
_LEFT_ALONE = frozenset(
    [
        "a",
        "abbr",
        "button",
        "code",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "pre",
        "script",
        "style",
        "sup",
        "svg",
        "th",
    ]
)
_NOTES = "footnote"


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary."""

    name: str
    anchor: str
    explanation: str
    """The paragraph below its heading, as plain text."""


def terms(markdown: str) -> tuple[Term, ...]:
    """The entries of a glossary page, the longest names first."""
    texts = prose.read(markdown)
    found = [
        Term(heading.text, slugify(heading.text, "-"), visible(below.text))
        for heading, below in pairwise(texts)
        if heading.kind is TextKind.HEADING and below.kind is TextKind.PARAGRAPH and not below.italic
    ]
    return tuple(sorted(found, key=lambda term: (-len(term.name), term.name)))


def link(root: Element, page: str, entries: Sequence[Term]) -> None:
    """Links the first use of each term in the running text of a page; headings, links and notes stay as they are."""
    if page == PAGE:
        return
    address = posixpath.relpath(PAGE, posixpath.dirname(page) or ".")
    for term in entries:
        pattern = _use(term.name)
        for holder, at in _texts(root):
            text = (holder.text if at < 0 else holder[at].tail) or ""
            use = pattern.search(text)
            if use:
                _split(holder, at, text, use, f"{address}#{term.anchor}", term.explanation)
                break


def _use(name: str) -> re.Pattern[str]:
    """How running text uses a term: a name that is written in capitals only so, and a capital before another is somebody's name ("Bill Adams")."""
    first, rest = re.escape(name[0]), re.escape(name[1:])
    written = (
        rf"{first}{rest}s?"
        if name[1:] != name[1:].lower()
        else rf"(?:{first.lower()}{rest}s?|{first}{rest}s?(?!\s+[A-Z]))"
    )
    return re.compile(rf"(?<![\w-]){written}(?![\w-])")


def _texts(holder: Element) -> Iterator[tuple[Element, int]]:
    """Every run of text in reading order: an element and the child that it follows, -1 for what stands before the first."""
    yield holder, -1
    for number, child in enumerate(list(holder)):
        if child.tag not in _LEFT_ALONE and child.get("class") != _NOTES:
            yield from _texts(child)
        yield holder, number


def _split(holder: Element, at: int, text: str, use: re.Match[str], address: str, explanation: str) -> None:
    linked = element("a", cls="term", attributes={"href": address, "title": explanation})
    linked.text, linked.tail = use[0], text[use.end() :]
    if at < 0:
        holder.text = text[: use.start()]
    else:
        holder[at].tail = text[: use.start()]
    holder.insert(at + 1, linked)
