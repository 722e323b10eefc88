"""Reader of RSS (0.9 to 2.0, and RDF) and Atom: each entry becomes an item with what the feed states about it.

Feeds are often not well-formed XML (HTML's character names without a definition, HTML neither escaped nor wrapped), and
escape what they carry once, twice or not at all. Every layer is undone on mapped text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.ingest import entities, plain_text, stated, web_page
from generator.ingest.blocks import Draft, DraftItem, clean
from generator.ingest.mapped import Mapped
from generator.ingest.tags import CDATA_CLOSE, CDATA_OPEN, Token, TokenKind, attributes, pairs, tokens
from generator.model import BlockKind

_ROOTS = frozenset({"feed", "rdf:rdf", "rss"})
_BODIES = ("content:encoded", "content", "description", "summary", "itunes:summary")
"""Elements that hold an entry's text, the fullest first."""
_HTML_TYPES = frozenset({"application/xhtml+xml", "html", "text/html", "xhtml"})
_TEXT_TYPES = frozenset({"text", "text/plain"})
_ESCAPED_TAG = re.compile(r"&lt;/?(?:p|div|br|h[1-6]|[uo]l|li|a|em|strong|b|i|span|blockquote)\b")
_NAMES = {
    "title": ("title", "dc:title"),
    "author": ("dc:creator", "author", "itunes:author"),
    "issued": ("published", "pubdate", "dc:date", "issued"),
    "language": ("dc:language", "language"),
}
"""CSL variable -> elements that state it, the most reliable first."""


@dataclass(frozen=True, slots=True)
class _Element:
    """An element of the feed: a range of its tokens."""

    feed: Mapped
    tokens: Sequence[Token]
    """Of the whole feed; likewise `ends`."""
    ends: Mapping[int, int]
    first: int
    """Index of the start tag."""
    last: int
    """Index behind the content."""

    @property
    def name(self) -> str:
        return self.tokens[self.first].name

    @property
    def attributes(self) -> Mapping[str, str]:
        tag = self.tokens[self.first]
        return attributes(self.feed.text[tag.start : tag.end])

    def children(self) -> Iterator[_Element]:
        """The elements directly inside this one; one that is never closed ends where its next namesake begins."""
        index = self.first + 1
        while index < self.last:
            token = self.tokens[index]
            if token.kind is TokenKind.OPEN:
                last = index + 1 if token.empty else self._end(index)
                yield _Element(self.feed, self.tokens, self.ends, index, last)
                index = max(index + 1, last)
            else:
                index += 1

    def _end(self, opening: int) -> int:
        if opening in self.ends:
            return min(self.ends[opening], self.last)
        name = self.tokens[opening].name
        for index in range(opening + 1, self.last):
            if self.tokens[index].kind is TokenKind.OPEN and self.tokens[index].name == name:
                return index
        return self.last

    def content(self) -> Mapped:
        """What the element carries, the feed's own layer of escaping undone. HTML that is not escaped stays as it is."""
        inside = self.tokens[self.first + 1 : self.last]
        if any(token.kind in (TokenKind.OPEN, TokenKind.CLOSE) for token in inside):
            return self.feed[inside[0].start : inside[-1].end]
        content = Mapped.join(self._carried(token) for token in inside if token.kind is not TokenKind.HIDDEN)
        if _ESCAPED_TAG.search(content.text) and "<" not in content.text:
            return entities.decode(content)
        return content

    def _carried(self, token: Token) -> Mapped:
        text = self.feed[token.start : token.end]
        if token.kind is TokenKind.CDATA:
            return text[len(CDATA_OPEN) : len(text) - len(CDATA_CLOSE)]
        return entities.decode(text)

    def words(self) -> str:
        """The content in one line, without markup."""
        content = self.content()
        if self.attributes.get("type") in _TEXT_TYPES or not web_page.has_markup(content.text):
            return clean(content).text
        return " ".join(clean(block.text).text for block in web_page.read(content))

    def blocks(self) -> list[Draft]:
        """The content as an article's text."""
        kind = self.attributes.get("type", "").lower()
        content = self.content()
        if kind in _HTML_TYPES or (not kind and web_page.has_markup(content.text)):
            return web_page.read(content)
        return plain_text.read(content) if not kind or kind in _TEXT_TYPES else []


def read(feed: Mapped) -> list[DraftItem]:
    """The entries of a feed, in the file's order."""
    found = list(tokens(feed.text))
    ends = pairs(found)
    about: dict[str, str] = {}
    items: list[DraftItem] = []
    for index, token in enumerate(found):
        if token.kind is TokenKind.OPEN and token.name in _ROOTS:
            root = _Element(feed, found, ends, index, ends.get(index, len(found)))
            about = _about(root)
            items = [_item(element, about) for element in _content(root) if element.name in ("entry", "item")]
            break
    return items


def _content(root: _Element) -> Iterator[_Element]:
    """Children of the root and of its channel: RSS nests entries in the channel, RDF sets them beside it."""
    for child in root.children():
        if child.name == "channel":
            yield from child.children()
        else:
            yield child


def _about(root: _Element) -> dict[str, str]:
    """What the feed states for all of its entries."""
    elements = list(_content(root))
    about = {
        "container-title": stated.words(_first(elements, "title")),
        "language": stated.language(_first(elements, "language") or root.attributes.get("xml:lang", "")),
    }
    if root.name == "feed":
        about["author"] = "; ".join(_authors(elements, "author"))
    return about


def _item(entry: _Element, about: Mapping[str, str]) -> DraftItem:
    elements = list(entry.children())
    metadata = dict(about) | {"URL": _address(elements)}
    for variable, names in _NAMES.items():
        for name in names:
            value = "; ".join(_authors(elements, name)) if variable == "author" else _first(elements, name)
            if value := stated.READERS[variable](value):
                metadata[variable] = value
                break
    metadata["language"] = stated.language(entry.attributes.get("xml:lang", "")) or metadata["language"]
    return DraftItem(_body(elements), {name: value for name, value in sorted(metadata.items()) if value})


def _body(elements: Sequence[_Element]) -> list[Draft]:
    """The fullest text of an entry; its title where it has no other."""
    for name in _BODIES:
        for element in elements:
            blocks = element.blocks() if element.name == name else []
            if any(clean(block.text).text for block in blocks):
                return blocks
    return [Draft(element.content(), BlockKind.HEADING, 1) for element in elements if element.name == "title"][:1]


def _first(elements: Sequence[_Element], name: str) -> str:
    return next((element.words() for element in elements if element.name == name), "")


def _authors(elements: Sequence[_Element], name: str) -> list[str]:
    """Names of authors: the element's words, or those of the `name` that Atom nests in it."""
    authors: list[str] = []
    for element in elements:
        if element.name == name:
            nested = _first(list(element.children()), "name")
            author = stated.author(nested or element.words())
            authors += [author] if author and author not in authors else []
    return authors


def _address(elements: Sequence[_Element]) -> str:
    """The first usable address among the entry's links, then its permanent identifier."""
    links = [element for element in elements if element.name == "link"]
    for link in links:
        given = link.attributes
        found = stated.address(given.get("href") or link.words())
        if found and given.get("rel", "alternate") == "alternate":
            return found
    for element in elements:
        if element.name == "guid" and element.attributes.get("ispermalink", "true").lower() != "false":
            return stated.address(element.words())
    return ""
