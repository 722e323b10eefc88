from __future__ import annotations

import pytest

from generator.errors import UsageError
from generator.model import Side
from generator.scaffold import NewParty, NewTopic, address, party


@pytest.mark.parametrize(
    ("described", "expected"),
    [
        ("Ferry Union=accuses", NewParty("Ferry Union", Side.ACCUSES)),
        ("Ministry", NewParty("Ministry")),
        ("Toll & Co, Inc. = accused", NewParty("Toll & Co, Inc.", Side.ACCUSED)),
        ("Harbour  Board| the board |Board=neither", NewParty("Harbour Board", Side.NEITHER, ("the board", "Board"))),
        ("E=mc Labs=accused", NewParty("E=mc Labs", Side.ACCUSED)),
    ],
)
def test_a_party_in_a_word(described: str, expected: NewParty) -> None:
    assert party(described) == expected


@pytest.mark.parametrize(
    ("described", "complaint"),
    [
        ("Union=acuses", "“acuses” is no side of a dispute: expected one of accuses, accused, neither"),
        ("Union=", "“” is no side"),
        ("=accused", "a party without a name"),
        ("Union||the union=accused", "a party without a name"),
    ],
)
def test_a_party_that_cannot_be_read_is_refused_with_the_way_to_write_it(described: str, complaint: str) -> None:
    with pytest.raises(UsageError) as raised:
        party(described)
    assert complaint in str(raised.value)
    assert "--party 'Harbour Board=accused'" in raised.value.help


@pytest.mark.parametrize(("subject", "term"), [("the toll", "toll"), ("An oath", "oath"), ("thermals", "thermals")])
def test_a_subject_is_recognised_without_its_article(subject: str, term: str) -> None:
    assert NewTopic("Title", subject).recognised_by == (term,)
    assert NewTopic("Title", subject, terms=("ferry",)).recognised_by == ("ferry",)


def test_an_address_is_one_that_a_browser_opens() -> None:
    assert address("https://git.example/us/toll/") == "https://git.example/us/toll"
    assert address("") == ""
    for wrong in ("git@git.example:us/toll", "git.example/us", "https://git.example", "https://git.example/a b"):
        with pytest.raises(UsageError, match="is no address of a repository"):
            address(wrong)
