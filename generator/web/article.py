"""Which part of a source's file is its article, and how much of that its page shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

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
    """The article's own that are shown, wholly or in part."""
    parts: Mapping[Block, tuple[Span, ...]] = field(default_factory=dict)
    """Of every block that is shown, the parts that are, in order."""
    foreign: tuple[tuple[Block, str], ...] = ()
    """Blocks of other articles with the reason why they were let in."""

    def shows(self, block: Block) -> bool:
        return block in self.parts

    def reason(self, block: Block) -> str:
        """Why a block of another article was let in; "" for the article's own."""
        return next((reason for one, reason in self.foreign if one == block), "")

    @property
    def characters(self) -> int:
        return sum(len(block.span) for block in self.own)

    @property
    def shown_characters(self) -> int:
        return sum(len(part) for block in self.shown for part in self.parts[block])


def article_of(source: Source, document: Document, analysis: Analysis, words: Sequence[CitedWords]) -> Article:
    """The article of `source` and what of it is shown.

    Shown is every sentence that holds cited words and the one on each side of it in the same block, or all of the
    article where the text may be published in full.
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
    starts = sorted(
        piece.start for passage in analysis.passages if passage.source == source.key for piece in passage.pieces
    )
    parts = {
        block: (block.span,)
        if source.publish == "full" and block in own
        else _around(document, block.span, starts, cited)
        for block in [*shown, *(block for block, _ in foreign)]
    }
    return Article(tuple(ordered), own, shown, parts, foreign)


def _around(document: Document, whole: Span, starts: Sequence[int], cited: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences in `whole` that hold cited words, with their neighbours; runs of them are one span.

    `starts` are where sentences begin, in order. What stands between two sentences belongs to the first.
    """
    borders = sorted({whole.start, *(at for at in starts if whole.start < at < whole.end), whole.end})
    sentences = [Span(start, end) for start, end in pairwise(borders)]
    holding = {at for at, sentence in enumerate(sentences) if any(sentence.overlap(span) for span in cited)}
    near = [at for at in range(len(sentences)) if holding & {at - 1, at, at + 1}]
    runs: list[Span] = []
    for at in near:
        if runs and runs[-1].end == sentences[at].start:
            runs[-1] = Span(runs[-1].start, sentences[at].end)
        else:
            runs.append(sentences[at])
    return tuple(Span(run.start, run.start + len(document.slice(run).rstrip())) for run in runs)


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
