from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.mapped import Mapped

RAW = "one &amp; two"


def test_replacement_stands_for_the_whole_match() -> None:
    text = Mapped.whole(RAW).sub(re.compile("&amp;"), lambda _: "&+")
    assert text.text == "one &+ two"
    assert text.starts[4:6] == (4, 4)
    assert text.ends[4:6] == (9, 9)
    assert RAW[text.starts[7] : text.ends[9]] == "two"


def test_layers_compose() -> None:
    once = Mapped.whole("a &amp;amp; b").sub(re.compile("&amp;"), lambda _: "&")
    twice = once.sub(re.compile("&amp;"), lambda _: "&")
    assert twice.text == "a & b"
    assert (twice.starts[2], twice.ends[2]) == (2, 11)


def test_nothing_to_replace_gives_the_same_value() -> None:
    text = Mapped.whole(RAW)
    assert text.sub(re.compile("x"), lambda _: "y") is text


def test_strip_and_split_keep_the_map() -> None:
    parts = list(Mapped.whole("  a ; b ").split(re.compile(";")))
    assert [part.strip().text for part in parts] == ["a", "b"]
    assert list(parts[1].strip().starts) == [6]
    assert Mapped.whole("  ").strip().text == ""


@settings(deadline=None)
@given(st.lists(st.text(max_size=8)), st.sampled_from(["a", "[^a]+", r"\s+", "."]), st.text(max_size=3))
def test_lengths_agree_and_ranges_never_fall(parts: list[str], pattern: str, replacement: str) -> None:
    whole = Mapped.whole("".join(parts))
    pieces, at = [], 0
    for part in parts:
        pieces.append(whole[at : at + len(part)])
        at += len(part)
    text = Mapped.join(pieces).sub(re.compile(pattern), lambda _: replacement).strip()
    assert len(text.text) == len(text.starts) == len(text.ends)
    assert all(before <= after for before, after in pairwise(text.starts))
    assert all(before <= after for before, after in pairwise(text.ends))
    assert all(start <= end for start, end in zip(text.starts, text.ends, strict=True))
