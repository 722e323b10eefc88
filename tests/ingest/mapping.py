"""What holds for the map of every document, whatever was read."""

from __future__ import annotations

from itertools import pairwise

from generator.model import Document, Span


def check_map(document: Document) -> None:
    text, starts, ends = document.text, document.starts, document.ends
    assert len(text) == len(starts) == len(ends)
    assert all(before <= after for before, after in pairwise(starts))
    assert all(before <= after for before, after in pairwise(ends))
    assert all(0 <= start <= end <= document.raw_length for start, end in zip(starts, ends, strict=True))
    _check_blocks(document)
    for item in document.items:
        assert any(block.span.start == item.span.start for block in document.blocks)
        assert any(block.span.end == item.span.end for block in document.blocks)


def _check_blocks(document: Document) -> None:
    blocks = document.blocks
    assert blocks[0].span.start == 0
    assert blocks[-1].span.end == len(document.text)
    for before, after in pairwise(blocks):
        assert document.slice(Span(before.span.end, after.span.start)) == "\n\n"
        assert set(document.starts[before.span.end : after.span.start]) == {document.raw(before.span).end}
        assert before.item <= after.item
    for block in blocks:
        words = document.slice(block.span)
        assert words
        assert words == " ".join(words.split())
        assert document.items[block.item].span.covers(block.span)
