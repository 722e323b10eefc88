from __future__ import annotations

import pytest

from generator.model import Query, Source, Speech, Stated
from generator.web import wording
from tests.web.sample import document, passage

WHERE = document("a.txt", ["Words."])
PAPER = Source("paper", "a.txt", "0" * 64, Stated("news report"), {"container-title": Stated("The Paper")})
CALLED = Source("paper", "a.txt", "0" * 64, Stated(""), called="the unsigned page")


@pytest.mark.parametrize(
    ("details", "line"),
    [
        ({"speaker": "Acme", "kind": Speech.QUOTE}, "Acme (quoted), according to The Paper"),
        (
            {"speaker": "Acme", "kind": Speech.REPORTED, "chain": ("Radio",)},
            "Acme (paraphrased), according to Radio, according to The Paper",
        ),
        ({"speaker": "The Paper"}, "The Paper"),
        ({"chain": ("Radio",)}, "no speaker named, according to Radio, according to The Paper"),
        ({}, "The Paper, in its own voice (news report)"),
    ],
)
def test_the_chain_is_never_cut(details: dict[str, object], line: str) -> None:
    assert wording.attributions(PAPER, [passage("paper", 0, WHERE, "Words.", **details)]) == [line]


def test_each_speaker_once() -> None:
    said = [
        passage("paper", order, WHERE, "Words.", speaker=name, kind=Speech.QUOTE)
        for order, name in enumerate(("A", "B", "A"))
    ]
    assert wording.attributions(PAPER, said) == [
        "A (quoted), according to The Paper",
        "B (quoted), according to The Paper",
    ]


def test_a_name_with_an_article_opens_with_a_capital() -> None:
    assert wording.attributions(CALLED, []) == ["The unsigned page, in its own voice"]
    assert wording.heading(CALLED) == "The unsigned page"


def test_what_is_not_stated_says_so_and_what_is_inferred_too() -> None:
    source = Source("a", "a.txt", "0" * 64, Stated("x"), {"issued": Stated("2026-05", "a ground")})
    assert wording.brief_value(source, "issued", "date") == "May 2026 (inferred)"
    assert wording.brief_value(source, "author", "author") == "author not stated"
    rows = dict(wording.metadata_rows(source))
    assert rows["Title"] is None
    assert rows["Date"] == Stated("May 2026", "a ground")


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (0, 10, "0 percent"),
        (10, 10, "100 percent"),
        (1, 3, "33 percent"),
        (1, 1000, "less than 1 percent"),
        (999, 1000, "99 percent"),
        (0, 0, "0 percent"),
    ],
)
def test_percent(part: int, whole: int, shown: str) -> None:
    assert wording.percent(part, whole) == shown


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (0, "No statement rests on this source"),
        (1, "1 statement rests on this source"),
        (2, "2 statements rest on this source"),
    ],
)
def test_rests(count: int, shown: str) -> None:
    assert wording.rests(count) == shown


@pytest.mark.parametrize(
    ("ground", "shown"),
    [
        ("paper and radio-one differ", "The unsigned page and Radio One differ"),
        ("as radio-one, not paper, has it", "As Radio One, not the unsigned page, has it"),
        ("the paper is thin", "The paper is thin"),
        ("paper.example, newspaper and paper-thin stay", "Paper.example, newspaper and paper-thin stay"),
        ("the date is that of radio-one.", "The date is that of Radio One."),
    ],
)
def test_the_ground_of_a_query_is_a_sentence_that_names_sources(ground: str, shown: str) -> None:
    names = {"paper": "the unsigned page", "radio-one": "Radio One"}
    assert wording.ground(Query("paper", "Words", ground, "editors", "2031-01-01"), names) == shown
