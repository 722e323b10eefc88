"""Which part of a source's file is its article, and how much of that its page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Admission, Analysis, Block, Document, Source, Span
from generator.text import find
from generator.web.cited import CitedWords


@dataclass(frozen=True, slots=True)
class Article:
    """The blocks of one source's page, in the order of the file."""

    blocks: tuple[Block, ...]
    """The article's own, and those of other articles that are cited or admitted."""
    own: tuple[Block, ...] = ()
    """The article's own."""
    shown: tuple[Block, ...] = ()
    """The article's own that are shown."""
    foreign: tuple[tuple[Block, str], ...] = ()
    """Blocks of other articles with the reason why they were let in."""

    def shows(self, block: Block) -> bool:
        return block in self.shown or any(block == one for one, _ in self.foreign)

    def reason(self, block: Block) -> str:
        """Why a block of another article was let in; "" for the article's own."""
        return next((reason for one, reason in self.foreign if one == block), "")

    @property
    def characters(self) -> int:
        return sum(len(block.span) for block in self.own)

    @property
    def shown_characters(self) -> int:
        return sum(len(block.span) for block in self.shown)


def article_of(source: Source, document: Document, analysis: Analysis, words: Sequence[CitedWords]) -> Article:
    """The article of `source` and what of it is shown.

    Shown is every block that holds cited words, or all of it where the text may be published in full.
    """
    own = _own_blocks(source, document, analysis)
    cited = [span for one in words for span in one.spans]
    shown = tuple(block for block in own if source.publish == "full" or _touched(block, cited))
    foreign = tuple(
        (block, _reason(source.admits, block, document))
        for block in document.blocks
        if block not in own and _touched(block, cited)
    )
    ordered = sorted([*own, *(block for block, _ in foreign)], key=lambda block: block.span)
    return Article(tuple(ordered), own, shown, foreign)


def _own_blocks(source: Source, document: Document, analysis: Analysis) -> tuple[Block, ...]:
    """The blocks of the entry's article as analysis delimits it; the whole file where the entry names no article."""
    if not source.article:
        return document.blocks
    pieces = [
        piece
        for passage in analysis.passages
        if passage.source == source.key and find(source.article, passage.headline)
        for piece in passage.pieces
    ]
    return tuple(block for block in document.blocks if _touched(block, pieces)) or document.blocks


def _touched(block: Block, spans: Sequence[Span]) -> bool:
    return any(block.span.overlap(span) for span in spans)


def _reason(admits: Sequence[Admission], block: Block, document: Document) -> str:
    text = document.slice(block.span)
    return next((admission.reason for admission in admits if find(admission.words, text)), "cited from another article")
