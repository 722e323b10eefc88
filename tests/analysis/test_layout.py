"""Golden cases: a raw file, then its articles with their paragraphs; ` + ` stands where a paragraph was put together."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import ingest
from generator.analysis.layout import Article, articles, is_byline, is_furniture
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


@pytest.mark.parametrize(
    "text",
    [
        "By now everybody knows that the fog hides nothing. It is late.",
        "The page 3 report was wrong.",
        "Sources said it was cold.",
        "Copyright law is silent on the fog.",
        "Related companies denied it.",
        "Images of the crates were sent to the council, which kept them.",
        (
            "The growers told the court that a letter had asked them to click here and to sign up for a list of prices, that they had done so in "
            "good faith, and that nothing else had come of it in all of the four years since the harbour office wrote to them."
        ),
    ],
)
def test_sentences_are_not_furniture(text: str) -> None:
    assert not is_furniture(text)


def test_a_byline_is_furniture_of_its_own_kind() -> None:
    assert is_byline("By Ada Reeve")
    assert is_byline("From page 1")
    assert not is_byline("Photo: Nel")
