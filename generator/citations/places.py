"""Where words stand in a page's running text, and where on disk something can be put behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.citations import prose
from generator.citations.prose import Prose
from generator.citations.rows import lines_of
from generator.citations.structure import TextKind
from generator.model import Span
from generator.text import find

_TITLES = frozenset({TextKind.HEADING, TextKind.TITLE})


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Behind words of the running text: after the marks and markup that follow them, before the next character."""

    line: int
    column: int
    """Both from 1, on disk."""


def places(words: str, markdown: str) -> tuple[Place, ...]:
    """The places behind `words` in the paragraphs, items and tables of a page, in the order of the page.

    The words are as a reader sees them or as the page has them, markup and all. Headings, notes and code are left out: nothing can be put there.
    """
    lines = lines_of(markdown)
    texts = [text for text in prose.read(markdown) if text.kind not in _TITLES]
    shown = " ".join(one.text for one in prose.read(words))
    found = [(text, span) for text in texts for span in find(words, text.text)]
    found = found or [(text, span) for text in texts for span in find(shown, text.text)]
    return tuple(sorted(_behind(text, span, lines) for text, span in found))


def _behind(text: Prose, span: Span, lines: Sequence[str]) -> Place:
    # Nothing can be put into the words of a link that would be one itself.
    end = next((link.span.end for link in text.links if link.span.start < span.end < link.span.end), span.end)
    if end < len(text.places):
        return Place(*text.places[end])
    line = text.places[-1][0]
    return Place(line, len(lines[line - 1].rstrip()) + 1)
