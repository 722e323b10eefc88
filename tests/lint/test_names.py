"""Proper names in sentences."""

from __future__ import annotations

import pytest

from generator.lint.names import Known, equivalents, listings, mentions, named, names, proper
from generator.model import Party, Span

COMPANIES = Party("Norwegian yards", ("Norwegian shipyards", "U.K. yards", "British yards"))
BOARD = Party("Harbour Board", ("the Board's office",))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The clerk of Porto met Ana Reis's lawyer.", ["The", "Porto", "Ana", "Reis"]),
        ("In April the U.S. and Anglo-Dutch firms met on Monday.", ["In", "U.S.", "Anglo", "Dutch"]),
        ("I sold GPT-5.4 and 3.4 million of it.", ["GPT-5.4"]),
        ("nothing here", []),
    ],
)
def test_names_are_the_capitalised_words_but_for_the_calendar_s(text: str, found: list[str]) -> None:
    assert [name.word for name in names(text)] == found


def test_a_word_that_opens_a_sentence_or_a_clause_says_so() -> None:
    opens = [name.word for name in names("Dockers met: Sailors of Porto “Whalers” agreed. Cooks did.") if name.opens]
    assert opens == ["Dockers", "Sailors", "Whalers", "Cooks"]


@pytest.mark.parametrize(
    ("text", "name", "known"),
    [
        ("the Chinese yards", "China", True),
        ("Norwegian owners", "Norway", True),
        ("the Italian yards", "Italy", True),
        ("Michigan", "Michael", False),
        ("the Federal Trade Commission", "FTC", True),
        ("the Federal Trade Commission", "FCC", False),
        ("U.S. yards", "US", True),
        ("the president of the board", "President", True),
        ("Australia", "Austria", False),
    ],
)
def test_a_name_is_known_by_its_forms(text: str, name: str, known: bool) -> None:
    assert Known.of([text]).has(name) == known


def test_words_that_two_names_of_a_party_differ_in_mean_the_same() -> None:
    same = equivalents([COMPANIES, BOARD])
    assert same["british"] == {"norwegian", "uk", "british"} - {"norwegian"} or "uk" in same["british"]
    assert Known.of(["British owners"], same).has("U.K.")
    assert not Known.of(["British owners"]).has("U.K.")


def test_parties_are_found_by_every_name_and_the_longest_wins() -> None:
    port = Party("Porto")
    authority = Party("Porto Authority")
    text = "The Porto Authority met the Board’s office in Porto."
    assert named([BOARD, COMPANIES], text) == (BOARD,)
    assert [(party.name, text[span.start : span.end]) for party, span in mentions([port, authority, BOARD], text)] == [
        ("Porto Authority", "Porto Authority"),
        ("Harbour Board", "the Board’s office"),
        ("Porto", "Porto"),
    ]
    assert [*mentions([], text)] == []
    assert next(iter(mentions([port], text)))[1] == Span(4, 9)


def test_lists_of_names_are_counted() -> None:
    assert listings("It names Ana Reis, Coast Radio and Brannock, but not Porto or Faro.") == {3, 2}
    assert listings("nobody") == set()


def test_words_in_capitals_and_small_letters_are_no_proper_names() -> None:
    found = proper(["Critics say the Guild and critics met. The Union did."], [Party("Harbour Board")])
    assert found == {"guild", "union", "harbour", "board"} - {"union"} | ({"union"} & found)
    assert "critics" not in found
