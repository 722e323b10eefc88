"""Mending the typography of notes, and nothing else."""

from __future__ import annotations

import pytest

from generator.lint import check
from generator.lint.fixing import fixed
from generator.model import Computed, Derivation
from tests.citations.samples import evidence

EVIDENCE = evidence(
    gazette="The board’s “long-term” plan — for 24\u00a0000 boats — was post-\nponed. It fell by 21 percent, and then it rose again."
)


@pytest.mark.parametrize(
    ("written", "own"),
    [
        ('The board\'s "long-term" plan', "The board’s “long-term” plan"),
        ("plan - for", "plan — for"),
        ('The board\'s [...] "long-term" plan', ""),
        (
            'The board\'s "long-term" plan [...] for 24 000 boats',
            "The board’s “long-term” plan [...] for 24\u00a0000 boats",
        ),
        ("It fell by 21 percent", ""),
        ("It fell by 12 percent", ""),
        ("boats - was postponed", ""),
    ],
)
def test_only_what_is_the_same_words_is_mended(written: str, own: str) -> None:
    page = f'# Page\n\nIt was.[^a]\n\n[^a]: @gazette "{written}"\n'
    text, number = fixed(page, "docs/a.md", EVIDENCE)
    assert number == bool(own)
    assert text == (page.replace(written, own) if own else page)
    assert fixed(text, "docs/a.md", EVIDENCE) == (text, 0)


def test_what_is_mended_is_exact_afterwards() -> None:
    page = 'It was.[^a]\r\n\r\n[^a]: @gazette "The board\'s"\r\n'
    text, _ = fixed(page, "docs/a.md", EVIDENCE)

    def compute(_: Derivation) -> Computed:
        return Computed(True, "")

    assert "\r" not in text
    assert not [
        one
        for one in check([("docs/a.md", text)], EVIDENCE, compute, select=["typographic-drift"])
        if one.rule == "typographic-drift"
    ]


def test_other_notes_and_notes_over_two_lines_stay() -> None:
    page = '[^a]: = sources 5\n[^b]: @gazette "The board\'s\n    plan"\n[^c]: see there\n\n[^a] [^b] [^c]\n'
    assert fixed(page, "docs/a.md", EVIDENCE) == (page, 0)
