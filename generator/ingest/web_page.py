"""Reader of HTML: the blocks of a page, without what frames the article."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from generator.ingest import entities
from generator.ingest.blocks import Draft
from generator.ingest.elements import ARTICLES, BLOCKS, FRAMES, HEADINGS, KNOWN, LISTS, RAW, UNREAD
from generator.ingest.mapped import Mapped
from generator.ingest.tags import CDATA_CLOSE, CDATA_OPEN, Token, TokenKind, attributes, pairs, tokens
from generator.model import BlockKind

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
"""Two line breaks in a row: a blank line to the eye."""
_NEW_LINES = re.compile("[\n\r\v\f\x85\u2028\u2029]+")
_RETURNS = re.compile("\r\n?")
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?/?>")
_UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def read(page: Mapped) -> list[Draft]:
    """The blocks of a page or of a piece of one."""
    return _Page(page).read()


def has_markup(text: str) -> bool:
    """Whether a text holds a tag that HTML knows, or a reference to a character."""
    if any(entities.is_reference(match[0]) for match in entities.STRICT.finditer(text)):
        return True
    return any(match[1].lower() in KNOWN for match in _TAG.finditer(text))


class _Page:
    """One pass over the tokens. What is open is kept in a few counters, so that depth costs nothing."""

    def __init__(self, page: Mapped) -> None:
        self.page = page
        self.tokens = list(tokens(page.text, RAW))
        self.ends = pairs(self.tokens)
        self.blocks: list[Draft] = []
        self.parts: list[Mapped] = []
        self.heading = 0
        self.heading_ends = -1
        self.lists: list[bool] = []
        """For each open list, whether an item is open in it."""
        self.verbatim_until = -1

    def read(self) -> list[Draft]:
        unread = _unread(self.page.text, self.tokens, self.ends)
        index = 0
        while index < len(self.tokens):
            if index in unread:
                self._flush_at(self.tokens[index])
                index = unread[index]
            else:
                self._token(index, self.tokens[index])
            index += 1
        self._flush()
        return self.blocks

    def _token(self, index: int, token: Token) -> None:
        if token.kind is TokenKind.TEXT:
            self._text(entities.decode(self.page[token.start : token.end]), index)
        elif token.kind is TokenKind.CDATA:
            self._text(self.page[token.start + len(CDATA_OPEN) : token.end - len(CDATA_CLOSE)], index)
        elif token.name == "br":
            self._stand_in("\n", token)
        elif token.name == "q":
            self._stand_in('"', token)
        elif token.name in BLOCKS:
            self._flush()
            if token.kind is TokenKind.OPEN:
                self._open(index, token.name)
            elif token.kind is TokenKind.CLOSE:
                self._close(index, token.name)

    def _text(self, text: Mapped, index: int) -> None:
        ends = _RETURNS if index < self.verbatim_until else _NEW_LINES
        self.parts.append(text.sub(ends, lambda _: "\n" if ends is _RETURNS else " "))

    def _stand_in(self, text: str, token: Token) -> None:
        self.parts.append(self.page[token.start : token.end].edited([(0, token.end - token.start, text)]))

    def _open(self, index: int, name: str) -> None:
        if self.heading_ends < index:
            self.heading = 0
        if name in HEADINGS:
            self.heading, self.heading_ends = HEADINGS[name], self.ends.get(index, index)
        elif name in LISTS:
            self.lists.append(False)
        elif name == "li":
            self.lists[-1:] = [True]
        elif name == "pre":
            self.verbatim_until = max(self.verbatim_until, self.ends.get(index, index))

    def _close(self, index: int, name: str) -> None:
        if name in HEADINGS or self.heading_ends < index:
            self.heading = 0
        if name in LISTS and self.lists:
            self.lists.pop()
        elif name == "li" and self.lists:
            self.lists[-1] = False

    def _flush_at(self, token: Token) -> None:
        if token.name in BLOCKS:
            self._flush()

    def _flush(self) -> None:
        if not self.parts:
            return
        text, self.parts = Mapped.join(self.parts), []
        for part in text.split(_BREAK):
            if self.heading:
                self.blocks.append(Draft(part, BlockKind.HEADING, self.heading))
            else:
                item = bool(self.lists) and self.lists[-1]
                self.blocks.append(Draft(part, BlockKind.ITEM if item else BlockKind.PARAGRAPH))


def _unread(source: str, found: Sequence[Token], ends: Mapping[int, int]) -> dict[int, int]:
    """Index of the start tag -> index of the end tag, of the elements that are not read.

    An element that is never closed is read: it would take the rest of the page with it.
    """
    articles = [index for index, token in enumerate(found) if token.kind is TokenKind.OPEN and token.name in ARTICLES]
    unread: dict[int, int] = {}
    for start, end in ends.items():
        token = found[start]
        if (
            token.name in UNREAD
            or _is_hidden(source[token.start : token.end])
            or (token.name in FRAMES and not _any_between(articles, start, end))
        ):
            unread[start] = end
    return unread


def _any_between(indices: Sequence[int], start: int, end: int) -> bool:
    after = bisect_right(indices, start)
    return after < len(indices) and indices[after] < end


def _is_hidden(tag: str) -> bool:
    if "hidden" not in tag.lower() and "style" not in tag.lower():
        return False
    stated = attributes(tag)
    return "hidden" in stated or _UNSHOWN.search(stated.get("style", "")) is not None
