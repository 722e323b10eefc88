"""The same words: what is folded, what is not, where a quote may begin and end, and the way back to the given text."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.model import Span
from generator.text import completed, find, longer_word, nearest, normalise, shortest_unique

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))

TROUBLE = st.text(
    st.sampled_from("abÀe\u0301\u0323가각\u1100\u1161\u11a8 \n\t\xa0-–—\xad\u200b\u2060\ufeff'’\"“«1.,"), max_size=30
)
ANY = st.one_of(TROUBLE, st.text())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“steal”", '"steal"'),
        ("‘steal’", '"steal"'),
        ("« steal »", '" steal "'),
        ("„steal“", "'steal'"),
        ("it’s", "it's"),
        ("itʼs", "it's"),
        ("2010–2015", "2010-2015"),
        ("so — they say", "so - they say"),
        ("so -- they say", "so — they say"),
        ("a \n\t b", "a b"),
        ("a\xa0b", "a b"),
        ("  a b\n", "a b"),
        ("de-\n\nploy", "deploy"),
        ("de-\n  ploy", "deploy"),
        ("de\xad\n\nploy", "deploy"),
        ("de\xadploy", "deploy"),
        ("de\xad\u200b\xad \nploy", "deploy"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("cafe\u0301", "café"),
        ("e\u200b\u0301", "é"),
        ("\u1100\u1161\u11a8", "각"),
    ],
)
def test_same_words(one: str, other: str) -> None:
    assert normalise(one).text == normalise(other).text


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("May", "may"),
        ("12 percent", "21 percent"),
        ("did not prove", "did prove"),
        ("accounts", "accounts,"),
        ("24,000", "24.000"),
        ("a b", "ab"),
        ("co-op", "coop"),
        ("New-\nYork", "NewYork"),
        ("1990-\n2000", "19902000"),
        ("naïve", "naive"),
        ("½", "1/2"),
        ("ﬁ", "fi"),
        ("…", "..."),
    ],
)
def test_other_words(one: str, other: str) -> None:
    assert normalise(one).text != normalise(other).text


@given(ANY)
@example("\xad\n\xad a")
def test_the_map_covers_the_text_in_order(text: str) -> None:
    form = normalise(text)
    assert len(form.text) == len(form.starts) == len(form.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(form.starts, form.ends, strict=True))
    assert list(form.starts) == sorted(form.starts)
    assert list(form.ends) == sorted(form.ends)


@given(ANY)
def test_normalising_again_changes_nothing(text: str) -> None:
    once = normalise(text).text
    assert normalise(once).text == once


@given(
    st.text(st.characters(exclude_categories=("Zs", "Zl", "Zp", "Cc", "Cf", "Pd", "Pi", "Pf", "Po", "Ps", "Pe", "Sk")))
)
def test_composition_is_that_of_unicode(text: str) -> None:
    plain = "".join(character for character in text if character not in "-`´ʼ−")
    assert normalise(plain).text == unicodedata.normalize("NFC", plain)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("a" + "\xad" * 50_000 + "b", "ab"),
        ("a-" + "\n" * 50_000 + "1", "a- 1"),
    ],
)
def test_long_runs_of_what_is_folded(text: str, form: str) -> None:
    assert normalise(text).text == form


@given(TROUBLE, TROUBLE, TROUBLE)
@example("", "\u1161", ".\u1161a\u0301")
def test_words_are_found_where_they_stand(before: str, words: str, after: str) -> None:
    text = f"{before} . {words} . {after}"
    for span in find(words, text):
        # A newline may be a break of a word, and a letter that composes with the one before changes with what is cut away.
        cut = text[span.start : span.end]
        assert (
            normalise(cut).text == normalise(words).text or "\n" in text or not unicodedata.is_normalized("NFC", text)
        )


@given(st.lists(st.text("abc", min_size=1), min_size=1), st.sampled_from([" ", "\n", "  ", "\xa0", "\n\n"]))
def test_any_white_space_parts_words(words: list[str], blank: str) -> None:
    text = blank.join(["start", *words, "end"])
    assert text.index(words[0], 5) in [span.start for span in find(" ".join(words), text)]


def test_find_gives_the_texts_own_characters() -> None:
    text = "He said “it’s\n\na de-\n\nploy\xadment – twice”. It's a deployment - once."
    spans = find("it's a deployment - twice", text)
    assert [text[span.start : span.end] for span in spans] == ["it’s\n\na de-\n\nploy\xadment – twice"]


def test_find_gives_every_place() -> None:
    assert find("a b", "a b a b, a b") == (Span(0, 3), Span(4, 7), Span(9, 12))
    assert find("a b a", "a b a b a") == (Span(0, 5), Span(4, 9))


def test_nothing_is_found_nowhere() -> None:
    assert find("", "text") == ()
    assert find(" \xad", "text") == ()
    assert find("text", "") == ()


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("can", "they can't"),
        ("can", "they can’t"),
        ("t", "they can't"),
        ("distil", "distillation"),
        ("distilled", "non-distilled"),
        ("state", "state-of-the-art"),
        ("24", "24,000"),
        ("000", "24,000"),
        ("5", "3.5"),
        ("3", "3.5"),
        ("30", "12:30"),
        ("20", "10-20"),
        ("5 degrees", "-5 degrees"),
        ("5 degrees", "−5 degrees"),
        ("5 percent", ".5 percent"),
        ("ploy", "de-\n\nploy"),
        ("de", "de-\n\nploy"),
        ("x", "x\u0302"),
        ("tilled", "dis\u200btilled"),
        ("500 accounts", "1 500 accounts"),
        ("500 accounts", "1\xa0500 accounts"),
        ("500 accounts", "some 1\u202f500 accounts"),
        ("1 500", "1 500 000"),
        ("500 000", "1 500 000"),
        ("some 1", "some 1 500 accounts"),
        ("5 percent", "by –5 percent"),
        ("20 percent", "10–20 percent"),
        ("2", "1⁄2"),
        ("wrote it in C", "wrote it in C++"),
        ("wrote it in C+", "wrote it in C++"),
        ("wrote it in C", "wrote it in C#"),
    ],
)
def test_a_quote_does_not_split_words_and_numbers(words: str, text: str) -> None:
    assert find(words, text) == ()


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("steal", "“steal”"),
        ("steal", "they 'steal'."),
        ("On April 23", "the response...On April 23"),
        ("On April 23", "the response.On April 23"),
        ("word", "a—word—b"),
        ("word", "a--word--b"),
        ("5 degrees", "it fell - 5 degrees"),
        ("12", "12%"),
        ("500 accounts", "in 2010 500 accounts"),
        ("5000 accounts", "in 10 5000 accounts"),
        ("accounts", "1 500 accounts"),
        ("1 500", "1 500 accounts"),
        ("5 degrees", "it fell – 5 degrees"),
        ("in C++", "wrote it in C++."),
        ("that the company fell", "said that the compa-\nny fell"),
        ("Boats", "(Boats)"),
        ("companies", "the companies' boats"),
        ("long-term", "long-\n\nterm"),
        ("longterm", "long-\n\nterm"),
        ("模型", "大模型蒸馏"),
        ("DeepSeek", "公司DeepSeek的"),
    ],
)
def test_a_quote_may_begin_and_end_at_marks(words: str, text: str) -> None:
    assert len(find(words, text)) == 1


@pytest.mark.parametrize(
    ("words", "text", "whole"),
    [
        ("can", "they can't go", "can't"),
        ("000 boats", "some 24,000 boats", "24,000 boats"),
        ("til", "a distilled", "distilled"),
    ],
)
def test_the_longer_word_around_a_quote(words: str, text: str, whole: str) -> None:
    found = longer_word(words, text)
    assert found is not None
    assert text[found.start : found.end] == whole


def test_no_longer_word_where_the_words_do_not_occur() -> None:
    assert longer_word("boat", "harbour") is None


def test_shortest_unique_grows_by_whole_words_on_the_cheaper_side() -> None:
    text = "In Porto prices rose again. In Faro prices rose again, they said."
    first, second = find("prices rose", text)
    assert text[slice(*_ends(shortest_unique(first, text)))] == "Porto prices rose"
    assert text[slice(*_ends(shortest_unique(second, text)))] == "Faro prices rose"


def test_shortest_unique_stays_in_the_block_if_it_can() -> None:
    text = "one\n\nprices rose in the end\n\ntwo\n\nprices rose in the evening"
    first = find("prices rose", text)[0]
    assert text[slice(*_ends(shortest_unique(first, text)))] == "prices rose in the end"
    text = "one\n\nprices rose\n\ntwo\n\nprices rose"
    first = find("prices rose", text)[0]
    assert find(text[slice(*_ends(shortest_unique(first, text)))], text) == (shortest_unique(first, text),)


def test_shortest_unique_gives_up_where_everything_is_repeated() -> None:
    text = "\n\n".join(["word " * 200] * 2)
    span = find("word word", text)[100]
    assert shortest_unique(span, text) == span


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("traffic fell by 12 percent on Monday", "traffic fell by 21 percent on Monday"),
        ("In Monday traffic fell by 21 percent", "On Monday traffic fell by 21 percent"),
        ("trafic felt by 21 percent", "traffic fell by 21 percent"),
        ("TRAFFIC FELL", "traffic fell"),
    ],
)
def test_nearest(words: str, passage: str) -> None:
    text = f"The harbour was quiet. On Monday the {passage}. Nobody knows why. The board of the harbour met."
    if passage.startswith("On"):
        text = text.replace("On Monday the ", "")
    found = nearest(words, text)
    assert found is not None
    assert text[found.start : found.end] == passage


def test_nearest_reads_slips_among_very_many_words() -> None:
    letters = "abcdefghij"
    many = " ".join(f"{a}{b}{c}{d}n" for a in letters for b in letters for c in letters for d in letters)
    found = nearest("trafic quietly droped by 12 percent", f"{many} traffic quietly dropped by 21 percent")
    assert found is not None
    assert len(found) == len("traffic quietly dropped by 21 percent")
    assert nearest(" ".join(f"{a}{b}{b}xxxx{a}" for a in letters for b in letters), many) is None


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("asked for a list in March", "asked for a list in early April"),
        ("asked for a list in April", "asked for a list in early April"),
        ("asked for the list in early April", "asked for a list in early April"),
        ("had been refused in June", "had been refused on Monday"),
    ],
)
def test_what_is_nearest_goes_to_the_end_of_its_phrase(words: str, shown: str) -> None:
    text = "Nobody came. The board asked for a list in early April and had been refused on Monday, it said."
    found = nearest(words, text)
    assert found is not None
    assert text[found.start : completed(found, words, text).end] == shown


def test_a_phrase_without_an_end_in_sight_stays_as_it_was_found() -> None:
    text = "the board asked for a list in early April of the second year after the great storm over the old harbour of Tarn"
    found = nearest("asked for a list in March", text)
    assert found is not None
    assert completed(found, "asked for a list in March", text) == found


def test_nearest_is_nothing_where_little_is_alike() -> None:
    assert nearest("seventeen penguins marched northwards", "The harbour was quiet in the morning.") is None
    assert nearest("...", "The harbour.") is None
    assert nearest("harbour", "") is None


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_real_articles(path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    words = list(re.finditer(r"\S+", text))
    for at in range(0, len(words) - 12, 37):
        span = Span(words[at].start(), words[at + 11].end())
        quote = text[span.start : span.end]
        assert span in find(quote, text)
        assert span in find(normalise(quote).text, text)
        altered = " ".join([*quote.split()[:5], "penguins", *quote.split()[6:]])
        near = nearest(altered, text)
        assert near is not None
        assert near.overlap(span) > len(span) // 2


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end
