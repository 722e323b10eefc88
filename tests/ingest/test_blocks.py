from __future__ import annotations

import pytest

from generator.ingest.blocks import Draft, DraftItem, assemble, clean
from generator.ingest.mapped import Mapped
from generator.model import BlockKind, Span


@pytest.mark.parametrize("dangerous", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\u202a", "\u202e", "\u2066", "\u2069"])
def test_dangerous_characters_show_one_for_one(dangerous: str) -> None:
    text = clean(Mapped.whole(f"a{dangerous}{dangerous}b"))
    assert text.text == "a\ufffd\ufffdb"
    assert list(text.starts) == [0, 1, 2, 3]


@pytest.mark.parametrize("invisible", ["\u00ad", "\u200b", "\u200e", "\u200f", "\u2060", "\ufeff"])
def test_invisible_characters_are_dropped(invisible: str) -> None:
    text = clean(Mapped.whole(f"a{invisible}b"))
    assert text.text == "ab"
    assert list(text.starts) == [0, 2]


@pytest.mark.parametrize("joiner", ["\u200c", "\u200d"])
def test_joiners_are_spelling(joiner: str) -> None:
    assert clean(Mapped.whole(f"a{joiner}b")).text == f"a{joiner}b"


def test_white_space_folds_and_covers_what_it_replaced() -> None:
    text = clean(Mapped.whole(" a \t\u00a0\r\n b\u2028"))
    assert text.text == "a b"
    assert (text.starts[1], text.ends[1]) == (2, 8)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("the compa-\n  ny fell", "the compa-\nny fell"),
        ("the compa- \r\nny fell", "the compa-\nny fell"),
        ("the compa\xad\nny fell", "the company fell"),
        ("the Anglo-\nAmerican", "the Anglo- American"),
        ("1990-\nto", "1990- to"),
        ("it fell -\nand rose", "it fell - and rose"),
        ("short-\nand long-term", "short- and long-term"),
        ("well- known", "well- known"),
    ],
)
def test_a_line_break_stays_where_it_may_cut_a_word(raw: str, text: str) -> None:
    assert clean(Mapped.whole(raw)).text == text


def _assemble(*items: DraftItem) -> tuple[str, list[Span], list[tuple[int, Span]]]:
    document = assemble(items, file="x", format_name="text", encoding="utf-8", raw_length=99)
    spans = [item.span for item in document.items]
    return document.text, spans, [(block.item, block.span) for block in document.blocks]


def test_blocks_and_items_without_words_are_left_out() -> None:
    raw = Mapped.whole("one two  ")
    empty = DraftItem([Draft(raw[7:9])], {"title": "empty"})
    text, items, blocks = _assemble(
        DraftItem([Draft(raw[:3]), Draft(raw[7:8])], {}), empty, DraftItem([Draft(raw[4:7])], {})
    )
    assert text == "one\n\ntwo"
    assert items == [Span(0, 3), Span(5, 8)]
    assert blocks == [(0, Span(0, 3)), (1, Span(5, 8))]


def test_the_newlines_between_blocks_stand_where_the_block_before_ends() -> None:
    raw = Mapped.whole("one\n\n\ntwo")
    drafts = [Draft(raw[:3]), Draft(raw[6:], BlockKind.ITEM)]
    document = assemble([DraftItem(drafts, {})], file="x", format_name="text", encoding="utf-8", raw_length=9)
    assert list(document.starts) == [0, 1, 2, 3, 3, 6, 7, 8]
    assert document.raw(Span(0, len(document.text))) == Span(0, 9)
