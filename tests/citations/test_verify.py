"""A citation passes where its words stand once in its source; otherwise the verdict teaches."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.citations.grammar import parse
from generator.citations.verify import verify
from generator.model import Citation, Match, Span, Verdict
from tests.citations.samples import document, evidence

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))

GAZETTE = (
    "The board said on Monday that traffic fell by 21 percent. It did not, its spokesman said, approve the sale.\n\n"
    "In Porto “prices rose” again – in Faro prices rose again. They can’t sell; some 24,000 boats de-\n\nploy.\n\n"
    "As the Herald [...] wrote, the harbour is quiet [unverified]."
)
EVIDENCE = evidence(
    unreadable=("almanac",), gazette=GAZETTE, herald="The vote took place on Sunday, and the harbour is quiet."
)


def told(words: str, key: str = "gazette") -> Verdict:
    return verify(Citation(key, words), EVIDENCE)


def parsed(line: str) -> Citation:
    body = parse(line)
    assert isinstance(body, Citation)
    return body


@pytest.mark.parametrize(
    "words",
    [
        "The board said on Monday",
        "fell by 21 percent.",
        "“prices rose” again",
        "In Porto “prices rose” again – in Faro",
        "As the Herald [...] wrote",
        "[unverified]",
    ],
)
def test_exact(words: str) -> None:
    verdict = told(words)
    assert verdict.match is Match.EXACT
    assert verdict.passes
    assert [GAZETTE[span.start : span.end] for span in verdict.spans] == [words]
    assert verdict.message == verdict.help == ""


@pytest.mark.parametrize(
    ("words", "in_the_source"),
    [
        ('In Porto "prices rose" again - in Faro', "In Porto “prices rose” again – in Faro"),
        ("They can't sell", "They can’t sell"),
        ("24,000 boats deploy", "24,000 boats de-\n\nploy"),
        ("The  board\nsaid", "The board said"),
    ],
)
def test_normalised(words: str, in_the_source: str) -> None:
    verdict = told(words)
    assert verdict.match is Match.NORMALISED
    assert verdict.passes
    assert [GAZETTE[span.start : span.end] for span in verdict.spans] == [in_the_source]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("that traffic fell by 12 percent", "the source has “21 percent” where the note has “12 percent”"),
        ("It did, its spokesman said, approve", "the source has “did not” where the note has “did”"),
        ("the board said on Monday", "the source has “The board” where the note has “the board”"),
        ("24,000 boats de- ploy", "the source has “boats deploy” where the note has “boats de- ploy”"),
        ("In Porto “prices rose” again –in Faro", "only the blanks differ"),
        ("fell by 21 percent today", "nearest in @gazette is “fell by 21 percent"),
        ("seventeen penguins marched", "nor anything like them"),
        ("They can", "but inside “They can’t”: a quote may not begin or end inside a word or a number"),
        ("The vote took place", "; @herald has them"),
    ],
)
def test_absent(words: str, message: str) -> None:
    verdict = told(words)
    assert verdict.match is Match.ABSENT
    assert not verdict.passes
    assert message in verdict.message


@pytest.mark.parametrize(
    "words",
    [
        "that traffic fell by 12 percent",
        "It did, its spokesman said, approve",
        "prices rose",
        "They can",
        "24,000 boats de- ploy",
        "The vote took place",
        "The board said on Monday [...] by 12 percent",
        "on Monday that traffic [...] approve the sale",
    ],
)
def test_the_help_can_be_pasted(words: str) -> None:
    help_ = told(words).help
    body = parse(help_.removeprefix("write ").split(" or @")[0])
    assert isinstance(body, Citation)
    assert verify(body, EVIDENCE).passes


def test_a_long_quote_is_cut_between_words_in_the_message() -> None:
    words = " ".join(f"{n},000" for n in range(100, 160))
    message = verify(Citation("gazette", words), EVIDENCE).message
    assert len(message) < 250
    assert all(number in f"{words} …" for number in message.partition("“")[2].partition("”")[0].split())


def test_the_difference_of_a_long_quote_comes_first_and_is_shown() -> None:
    words = " ".join(f"word{n}" for n in range(100))
    source = evidence(gazette=f"{words} 24,000 {words.replace('word', 'boat')}.")
    verdict = verify(Citation("gazette", f"{words} 24,001 {words.replace('word', 'boat')}"), source)
    assert verdict.message.startswith(
        "the source has “24,000 boat0” where the note has “24,001 boat0”; nearest in @gazette"
    )
    assert "word99 24,000 boat0" in verdict.message.partition("nearest")[2]
    assert len(verdict.message) < 350
    assert verify(parsed(verdict.help.removeprefix("write ")), source).passes


def test_ambiguous() -> None:
    verdict = told("prices rose")
    assert verdict.match is Match.AMBIGUOUS
    assert len(verdict.spans) == 2
    assert verdict.message == "“prices rose” stands 2 times in @gazette"
    assert verdict.help == 'write @gazette "“prices rose" or @gazette "Faro prices rose"'


def test_ambiguous_without_a_way_out() -> None:
    twice = evidence(gazette="\n\n".join([" ".join(f"word{n}" for n in range(200))] * 2))
    verdict = verify(Citation("gazette", "word100 word101"), twice)
    assert verdict.match is Match.AMBIGUOUS
    assert verdict.help == "quote other words: the passage around these is repeated as well"


def test_ambiguous_in_many_places() -> None:
    many = evidence(gazette=". ".join(f"boat {n} sank" for n in range(9)))
    verdict = verify(Citation("gazette", "sank"), many)
    assert verdict.help == (
        'write @gazette "0 sank" or @gazette "1 sank" or @gazette "2 sank" or one for another place'
    )


@pytest.mark.parametrize(
    ("key", "words", "help_"),
    [
        ("gazete", "no such words", "did you mean @gazette?"),
        ("wire", "took place on Sunday", "did you mean @herald, which has these words?"),
        ("wire", "no such words", "the sources are @almanac, @gazette, @herald; add new ones to seeds/sources.yml"),
    ],
)
def test_unknown_source(key: str, words: str, help_: str) -> None:
    verdict = told(words, key)
    assert verdict == Verdict(Match.UNKNOWN_SOURCE, message=f"there is no source @{key}", help=help_)


def test_unknown_source_among_many_or_none() -> None:
    many = evidence((), **{f"key{n:02}": "text" for n in range(30)})
    assert ", @key11, …; add" in verify(Citation("wire", "words"), many).help
    assert "the sources are none" in verify(Citation("wire", "words"), evidence()).help


def test_unreadable_source() -> None:
    verdict = told("words", "almanac")
    assert verdict.match is Match.UNREADABLE_SOURCE
    assert "seeds/almanac.txt" in verdict.help


@pytest.mark.parametrize("join", ["[...]", "[…]", "[ . . . ]"])
def test_a_join_gives_a_span_for_each_part(join: str) -> None:
    verdict = told(f"The board said {join} fell by 21 percent")
    assert verdict.match is Match.EXACT
    assert [GAZETTE[span.start : span.end] for span in verdict.spans] == ["The board said", "fell by 21 percent"]


def test_a_join_of_words_that_differ_in_form() -> None:
    assert told('In Porto "prices rose" [...] Faro prices rose again').match is Match.NORMALISED


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("fell by 21 percent [...] approve the sale", "[...] leaves out “not”, which turns the sense"),
        ("approve the sale [...] on Monday that", "do not stand in this order in one paragraph"),
        ("fell by 21 percent [...] again – in Faro", "do not stand in this order in one paragraph"),
        ("traffic fell by [...] fell by 21", "do not stand in this order in one paragraph"),
        ("The board [...] fell by 21 percent", "“The board” is too short"),
        ("[...] fell by 21 percent", "at the beginning, at the end or twice"),
        ("The board said [...] [...] fell by 21 percent", "at the beginning, at the end or twice"),
    ],
)
def test_bad_joins(words: str, message: str) -> None:
    verdict = told(words)
    assert verdict.match is Match.BAD_JOIN
    assert message in verdict.message
    assert verdict.help


@pytest.mark.parametrize(
    "lost",
    [
        "not",
        "no",
        "never",
        "can’t",
        "won't",
        "failed",
        "refuses",
        "lacks",
        "would",
        "should",
        "believed",
        "thinks",
        "rumoured",
        "rumored",
        "approximately",
        "about",
        "nearly",
        "almost",
        "up to",
        "non",
        "may",
        "might",
        "allegedly",
        "reportedly",
        "but",
        "however",
        "yet",
        "although",
        "unless",
        "NOT",
    ],
)
def test_a_join_keeps_what_turns_the_sense(lost: str) -> None:
    found = evidence(gazette=f"At noon the board said that it {lost} and so on the harbour was closed for good.")
    verdict = verify(Citation("gazette", "the board said [...] harbour was closed"), found)
    assert verdict.match is Match.BAD_JOIN
    assert f"“{lost.replace('’', chr(39))}”" in verdict.message


def test_a_part_that_stands_twice() -> None:
    found = evidence(
        gazette="At noon the mayor of Faro said that prices rose again and that boats and prices rose again."
    )
    verdict = verify(Citation("gazette", "the mayor of Faro [...] prices rose again"), found)
    assert verdict.match is Match.AMBIGUOUS
    assert "“prices rose again” stands 2 times" in verdict.message


def test_a_part_that_stands_twice_and_fits_once() -> None:
    found = evidence(
        gazette="In May prices rose again, the mayor of Faro said, and in June prices rose again.\n\nIn July prices rose again."
    )
    verdict = verify(Citation("gazette", "the mayor of Faro said [...] prices rose again"), found)
    assert verdict.match is Match.EXACT
    assert verdict.spans[1] == Span(62, 79)


def test_a_join_of_much_repeated_parts_is_quick() -> None:
    found = evidence(gazette=" ".join(["a b c d e f"] * 2000))
    assert verify(Citation("gazette", " [...] ".join(["a b c", "d e f"] * 20)), found).match is Match.AMBIGUOUS


@given(
    st.text(st.sampled_from("abc .,'\"[…]-\n12"), max_size=40),
    st.text(st.sampled_from("abc .,'\"[…]-\n12"), max_size=120),
)
def test_never_raises(words: str, text: str) -> None:
    verdict = verify(Citation("gazette", words), evidence(gazette=text, herald=words))
    assert verdict.passes == (not verdict.message)
    assert verdict.passes == (not verdict.help)
    assert "\n" not in verdict.message + verdict.help


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_any_digit_changed_in_a_real_article_is_found(path: Path) -> None:
    text = path.read_text(encoding="utf-8-sig")
    found = evidence(source=text)
    words = [line for line in document(text).text.split("\n") if any(map(str.isdigit, line)) and len(line) < 1500]
    for line in words[:12]:
        at = next(n for n, character in enumerate(line) if character.isdigit())
        altered = f"{line[:at]}{(int(line[at]) + 1) % 10}{line[at + 1 :]}"
        verdict = verify(Citation("source", altered), found)
        assert verdict.match is Match.ABSENT
        assert "where the note has" in verdict.message
