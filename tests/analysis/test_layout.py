"""Golden cases: a raw file, then its articles with their paragraphs; ` + ` stands where a paragraph was put together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import ingest
from generator.analysis.layout import Article, articles
from generator.model import Document
from tests.golden import cases, parts

CASES = cases(Path(__file__).parent / "cases" / "layout")


def read(path: Path) -> Document:
    return ingest.read_bytes(parts(path)[0].encode(), path.stem)


def listed(document: Document, found: tuple[Article, ...]) -> Iterator[str]:
    for article in found:
        yield f"article: {article.headline}".strip()
        for paragraph in article.paragraphs:
            head = "(furniture)" if paragraph.furniture else f"{paragraph.kind}:"
            yield f"{head} " + " + ".join(document.slice(piece) for piece in paragraph.pieces)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    document = read(path)
    assert list(listed(document, articles(document))) == parts(path)[1]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_block_is_lost_or_taken_twice(path: Path) -> None:
    document = read(path)
    pieces = [piece for article in articles(document) for paragraph in article.paragraphs for piece in paragraph.pieces]
    assert sorted(pieces) == [block.span for block in document.blocks]


def test_articles_are_numbered_in_order() -> None:
    path = Path(__file__).parents[1] / "sample" / "seeds" / "evening-page.txt"
    found = articles(ingest.read(path, path.name))
    assert [article.number for article in found] == [0, 1, 2]
