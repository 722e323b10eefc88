"""Tokens of HTML and of the XML that feeds are written in.

Neither can be trusted to be well formed, so this is no parser: it finds tags, comments and text, never fails, and leaves
what belongs together to its caller. It takes time in proportion to the length of the text, however broken that is.
"""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto


class TokenKind(Enum):
    TEXT = auto()
    OPEN = auto()
    CLOSE = auto()
    CDATA = auto()
    """`<![CDATA[...]]>`; what it holds is text."""
    HIDDEN = auto()
    """A comment, a declaration or a processing instruction."""


@dataclass(frozen=True, slots=True)
class Token:
    kind: TokenKind
    start: int
    """In characters of the tokenised text; likewise `end`."""
    end: int
    name: str = ""
    """Of a tag, in lower case, with its prefix: `p`, `content:encoded`."""
    empty: bool = False
    """A start tag that ends in `/>`."""


_NAME = re.compile(r"/?([A-Za-z][^\s/<>\"'=]*)")
_TAG_STOP = re.compile(r"=\s*([\"'])|>")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=]+)))?")
_HIDDEN = (("<!--", "-->"), ("<!", ">"), ("<?", ">"))
CDATA_OPEN, CDATA_CLOSE = "<![CDATA[", "]]>"


def tokens(source: str, raw_elements: Collection[str] = ()) -> Iterator[Token]:
    """Tokens that cover the text from end to end, in order.

    `raw_elements` are those inside which only their own end tag counts. A `<` that begins none of these is text; a comment
    that never ends, likewise.
    """
    scanner = _Scanner(source)
    text_from = at = 0
    while (at := source.find("<", at)) >= 0:
        token = scanner.markup(at)
        if token is None:
            at += 1
            continue
        if text_from < at:
            yield Token(TokenKind.TEXT, text_from, at)
        yield token
        text_from = at = token.end
        if token.kind is TokenKind.OPEN and token.name in raw_elements:
            at = scanner.raw_end(token)
    if text_from < len(source):
        yield Token(TokenKind.TEXT, text_from, len(source))


def attributes(tag: str) -> Mapping[str, str]:
    """The attributes of a start tag, names in lower case, references decoded; the first of two alike counts."""
    name = _NAME.match(tag, 1)
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(tag, name.end() if name else 1):
        found.setdefault(match[1].lower(), html.unescape(match[2] or match[3] or match[4] or ""))
    return found


def pairs(found: Sequence[Token]) -> dict[int, int]:
    """Index of a start tag -> index of the end tag that closes it. Tags without a partner are left out."""
    waiting: dict[str, list[int]] = {}
    closed: dict[int, int] = {}
    for index, token in enumerate(found):
        if token.kind is TokenKind.OPEN and not token.empty:
            waiting.setdefault(token.name, []).append(index)
        elif token.kind is TokenKind.CLOSE and waiting.get(token.name):
            closed[waiting[token.name].pop()] = index
    return closed


class _Scanner:
    """Finds the ends of tags; remembers which endings do not occur any more, so that no search is made in vain twice."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.absent: set[str] = set()

    def markup(self, at: int) -> Token | None:
        """The token that begins with the `<` at `at`."""
        if self.source.startswith(CDATA_OPEN, at):
            end = self._after(CDATA_CLOSE, at)
            return Token(TokenKind.CDATA, at, end) if end else None
        for opening, closing in _HIDDEN:
            if self.source.startswith(opening, at):
                end = self._after(closing, at)
                return Token(TokenKind.HIDDEN, at, end) if end else None
        name = _NAME.match(self.source, at + 1)
        end = self._tag_end(name.end()) if name else 0
        if name is None or not end:
            return None
        kind = TokenKind.CLOSE if self.source[at + 1] == "/" else TokenKind.OPEN
        return Token(kind, at, end, name[1].lower(), empty=self.source.startswith("/>", end - 2))

    def raw_end(self, token: Token) -> int:
        """Where the end tag of a raw element begins; the end of its start tag where there is none."""
        ending = f"</{token.name}"
        if ending in self.absent:
            return token.end
        found = re.compile(re.escape(ending), re.IGNORECASE).search(self.source, token.end)
        if found:
            return found.start()
        self.absent.add(ending)
        return token.end

    def _tag_end(self, at: int) -> int:
        """Behind the `>` that ends a tag, quoted values passed over; 0 where there is none."""
        if ">" in self.absent:
            return 0
        while stop := _TAG_STOP.search(self.source, at):
            if stop[0] == ">":
                return stop.end()
            closing = self._after(stop[1], stop.end())
            if not closing:
                return self._after(">", stop.end())
            at = closing
        self.absent.add(">")
        return 0

    def _after(self, ending: str, at: int) -> int:
        """Behind the next `ending`; 0 where there is none."""
        if ending in self.absent:
            return 0
        found = self.source.find(ending, at)
        if found < 0:
            self.absent.add(ending)
            return 0
        return found + len(ending)
