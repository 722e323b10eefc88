"""A page's sentences, with what their notes rest them on."""

from __future__ import annotations

import pytest

from generator.lint.page import Reader
from generator.lint.statements import Statement
from generator.model import Computed, Derivation
from tests.citations.samples import evidence
from tests.lint.readings import reading

EVIDENCE = evidence(gazette="Traffic fell. It fell again. The board said: “It is over. Go home.” Nobody went.")
NOTES = """
[^a]: @gazette "Traffic fell"
[^b]: @gazette "It fell again"
[^c]: = sources 1
[^d]: editor: Ada Editor, 2026-11-22, https://example.org/
[^e]: @gazette "Traffic rose"
"""


def read(markdown: str) -> tuple[Statement, ...]:
    def compute(_: Derivation) -> Computed:
        return Computed(True, "Counted.")

    return Reader.of(EVIDENCE, compute, reading(EVIDENCE)).read("docs/a.md", f"{markdown}\n{NOTES}").statements


@pytest.mark.parametrize(
    ("markdown", "marks"),
    [
        ("Traffic fell.[^a] It fell again.[^b]", [("Traffic fell.", "a"), ("It fell again.", "b")]),
        ("Traffic fell[^a]. It fell again.[^b][^c]", [("Traffic fell.", "a"), ("It fell again.", "bc")]),
        ("Traffic fell. It fell again.[^b]", [("Traffic fell.", ""), ("It fell again.", "b")]),
        ("“It is over. Go home.” they said.[^a]", [("“It is over. Go home.” they said.", "a")]),
        ("- One.[^a]\n- Two.[^b]", [("One.", "a"), ("Two.", "b")]),
        ("| Who | What |\n| --- | --- |\n| It. One | fell[^a] |", [("Who ; What", ""), ("It. One ; fell", "a")]),
        ("", []),
    ],
)
def test_a_mark_belongs_to_the_sentence_it_stands_in_or_after(markdown: str, marks: list[tuple[str, str]]) -> None:
    assert [(one.text, "".join(one.labels)) for one in read(markdown)] == marks


def test_what_it_rests_on() -> None:
    first, second, third, fourth = read("Traffic fell.[^a] There is one.[^c] Later.[^d] It rose.[^e]")
    assert [passage.text for passage in first.passages] == ["Traffic fell."]
    assert first.is_sourced
    assert [computed.explanation for _, computed in second.derived] == ["Counted."]
    assert (third.edited, third.is_sourced) == (True, False)
    assert (len(fourth.cited), fourth.passages, fourth.is_sourced) == (1, (), False)


def test_what_stands_outside_quotation_marks() -> None:
    (one,) = read('They said “it isn’t ‘over’” and ‘it’s not’, or "so".[^a]')
    assert [one.text[span.start : span.end] for span in one.quotations] == ["“it isn’t ‘over’”", "‘it’s not’", '"so"']
    assert one.outside.split() == ["They", "said", "and", ",", "or", "."]
    assert len(one.outside) == len(one.text)


def test_headings_that_run_in_and_paragraphs_in_italics_are_asides() -> None:
    found = {
        one.text: one.aside for one in read("**In brief.** It fell.[^a]\n\n*Of this page. And more.*\n\nIt *fell*.[^b]")
    }
    assert found == {
        "In brief.": True,
        "It fell.": False,
        "Of this page.": True,
        "And more.": True,
    } | {"It fell.": False}


def test_places_lead_back_to_the_page() -> None:
    _, second = read("**Traffic** fell.[^a] It\nfell again.[^b]")
    assert second.place() == (1, 23)
    assert second.place(3) == (2, 1)
