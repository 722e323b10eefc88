"""HTML as a tree of elements and back: what copies are cut from and put together with.

Only the markup that this generator, Python-Markdown and the theme write has to be read; a stray end tag is dropped, and
what is left open ends with its parent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from copy import copy
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, tostring

VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
_ATTRIBUTE = re.compile(r"[^\s\"'=<>/]+(?=\s*=)")
_TAG = re.compile(r"</?([^\s/>]+)")


class _Builder(HTMLParser):
    def __init__(self, *, xml: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._xml = xml
        self.root = Element("div")
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, attrs)
        if tag in VOID:
            self._open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, attrs)
        if tag in VOID or self._xml or self._in_drawing():
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        depth = next((at for at in range(len(self._open) - 1, 0, -1) if self._open[at].tag.lower() == tag), 0)
        if depth:
            del self._open[depth:]

    def handle_data(self, data: str) -> None:
        add_text(self._open[-1], data)

    def _start(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if tag == "svg" or self._in_drawing():
            # The parser folds case, which names in a drawing depend on: viewBox, linearGradient.
            written = self.get_starttag_text() or ""
            cased = {name.lower(): name for name in _ATTRIBUTE.findall(written)}
            named = {cased.get(name, name): value for name, value in named.items()}
            found = _TAG.match(written)
            tag = found[1] if found else tag
        made = Element(tag, named)
        self._open[-1].append(made)
        self._open.append(made)

    def _in_drawing(self) -> bool:
        return any(found.tag == "svg" for found in self._open)


def parse(html: str, *, xml: bool = False) -> Element:
    """The elements of `html` under a `div` of our own; in XML any element may be closed where it opens."""
    builder = _Builder(xml=xml)
    builder.feed(html)
    builder.close()
    return builder.root


def to_html(element: Element) -> str:
    """HTML for browsers. What stands after the element is left out."""
    return tostring(_alone(element), encoding="unicode", method="html")


def to_xhtml(element: Element) -> str:
    """The same as well-formed XML, without namespaces of its own."""
    return tostring(_alone(element), encoding="unicode", method="xml")


def _alone(element: Element) -> Element:
    alone = copy(element)
    alone.tail = None
    return alone


def text_of(element: Element) -> str:
    """All text inside, as it stands."""
    return "".join(element.itertext())


def line_of(element: Element) -> str:
    """All text inside on one line, white space folded."""
    return " ".join(text_of(element).split())


def has_class(element: Element, name: str) -> bool:
    return name in element.get("class", "").split()


def with_class(root: Element, name: str) -> Iterator[Element]:
    """Descendants that have the class, in the order of the document."""
    return (found for found in root.iter() if has_class(found, name))


def make(tag: str, *children: str | Element, **attributes: str) -> Element:
    """An element with text and elements inside; `cls` stands for the attribute `class`, `_` in a name for a hyphen."""
    made = Element(
        tag, {"class" if name == "cls" else name.replace("_", "-"): value for name, value in attributes.items()}
    )
    for child in children:
        if isinstance(child, str):
            add_text(made, child)
        else:
            made.append(child)
    return made


def add_text(element: Element, text: str) -> None:
    """Puts `text` after whatever the element holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def remove(root: Element, unwanted: Callable[[Element], bool]) -> None:
    """Takes out every descendant that `unwanted` says so of; the text after it stays."""
    for parent in list(root.iter()):
        kept: list[Element] = []
        changed = False
        for child in list(parent):
            if not unwanted(child):
                kept.append(child)
                continue
            changed = True
            if child.tail:
                if kept:
                    kept[-1].tail = (kept[-1].tail or "") + child.tail
                else:
                    parent.text = (parent.text or "") + child.tail
        if changed:
            parent[:] = kept
