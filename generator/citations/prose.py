"""A page's running text as a reader sees it, with the way back to where each character stands.

Marks, markup, comments and code are gone; escapes and entities are the characters they stand for. Notes are not prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.citations.blocks import RULES
from generator.citations.escape import unescape
from generator.citations.fences import hide_fences
from generator.citations.inline import hide_code
from generator.citations.raw_html import hide_html
from generator.citations.rows import OPAQUE, Page
from generator.citations.structure import BlockParser, Text, TextKind
from generator.model import Span

_TOKEN = re.compile(
    r"""
    (?P<comment> <!--.*?--> )
  | (?P<shown>   \\[!-/:-@\[-`{-~] | &(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*); )
  | (?P<mark>    \[\^(?P<label>[^\]]*)\] )
  | (?P<image>   !\[[^\]]*\]\([^)]*\) )
  | (?P<opens>   \[(?=(?:[^\[\]\\]|\\.)*\]\() )
  | (?P<closes>  \]\((?P<target>[^()\s]*)(?:\s+"[^"]*")?\) )
  | (?P<tag>     </?[A-Za-z][^<>]*> | <https?://[^<>\s]*> )
  | (?P<list>    \{[:.#][^{}]*\} )
  | (?P<emphasis> \*+ | (?<!\w)_+(?=\S) | (?<=\S)_+(?!\w) )
  | (?P<break>   \n )
  | (?P<opaque>  \x02+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_HEADING = re.compile(r"#+ *(?P<words>.*?)(?: +#+)? *")
_BORDER = re.compile(r"(?<!\\)\|")
_ITALICS = re.compile(r"([*_])(?!\1)(?:(?!\1).)+\1(?:\[\^[^\]]*\])*", re.DOTALL)
BETWEEN_CELLS = "; "
"""Stands between the cells of a table's row."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A note's mark, gone from the text."""

    label: str
    at: int
    """Offset in the text at which it stood."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link's words in the text, and where they lead."""

    span: Span
    target: str


@dataclass(slots=True)
class Prose:
    """A paragraph, a list item, a heading or a table's row."""

    kind: TextKind
    italic: bool
    """Whether the whole of it stands in italics."""
    text: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)
    """Line and column on disk of each character of `text`."""
    marks: list[Mark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    emphasised: list[Span] = field(default_factory=list)
    """Ranges of `text` in italics or bold."""


def read(markdown: str) -> tuple[Prose, ...]:
    """The page's prose, in the order of the page. Never fails."""
    page = Page(markdown)
    parser = BlockParser(RULES)
    parser.parse(hide_html(hide_fences(page.rows)))
    return tuple(_prose(page, text) for text in parser.texts[: parser.of_page])


def _prose(page: Page, text: Text) -> Prose:
    rows = text.rows
    if text.kind is TextKind.HEADING and (heading := _HEADING.fullmatch(rows[0].text)):
        rows = [rows[0].cut(*heading.span("words"))]
    while rows and not rows[-1].text:
        rows = rows[:-1]
    written = "\n".join(row.text for row in rows)
    where = [(row.line, row.offset + at) for row in rows for at in range(len(row.text) + 1)]
    found = Prose(text.kind, _ITALICS.fullmatch(written.strip()) is not None)
    builder = _Builder(found)
    for piece, at, token in _pieces(hide_code(written), text.kind):
        builder.take(piece, token)
        found.places += [(line, page.column(line, offset)) for line, offset in _along(where, at, piece, token)]
    return builder.done()


class _Builder:
    """Puts a text together from its pieces."""

    def __init__(self, found: Prose) -> None:
        self._found = found
        self._pieces: list[str] = []
        self._length = 0
        self._link = 0
        self._emphasis: int | None = None

    def take(self, piece: str, token: re.Match[str] | None) -> None:
        if token is not None and token["mark"]:
            self._found.marks.append(Mark(token["label"], self._length))
        elif token is not None and token["opens"]:
            self._link = self._length
        elif token is not None and token["closes"]:
            self._found.links.append(Link(Span(self._link, self._length), token["target"]))
        elif token is not None and token["emphasis"]:
            self._turn()
        self._pieces.append(piece)
        self._length += len(piece)

    def _turn(self) -> None:
        """Emphasis begins or ends; inside bold italics nothing is told apart."""
        if self._emphasis is None:
            self._emphasis = self._length
        else:
            self._found.emphasised.append(Span(self._emphasis, self._length))
            self._emphasis = None

    def done(self) -> Prose:
        self._found.text = "".join(self._pieces)
        return self._found


def _along(where: list[tuple[int, int]], at: int, piece: str, token: re.Match[str] | None) -> list[tuple[int, int]]:
    """Where the characters of a piece stand; those that are written otherwise all stand at its beginning."""
    return where[at : at + len(piece)] if token is None else [where[at]] * len(piece)


def _pieces(written: str, kind: TextKind) -> Iterator[tuple[str, int, re.Match[str] | None]]:
    """What a reader sees of each piece of the text, where it begins, and the markup it comes from."""
    if kind in (TextKind.ROW, TextKind.HEAD):
        written = _BORDER.sub("\x03", written)
    done = 0
    for token in _TOKEN.finditer(written):
        yield from _cells(written[done : token.start()], done)
        done = token.end()
        yield _seen(token), token.start(), token
    yield from _cells(written[done:], done)


def _cells(piece: str, at: int) -> Iterator[tuple[str, int, None]]:
    """The piece with a semicolon for each border between two cells."""
    for number, cell in enumerate(piece.split("\x03")):
        if number:
            yield BETWEEN_CELLS[:1], at - 1, None
        yield cell, at, None
        at += len(cell) + 1


def _seen(token: re.Match[str]) -> str:
    if token["shown"]:
        return unescape(token[0])
    if token["opaque"]:
        return OPAQUE * len(token[0])
    return " " if token["break"] else ""
