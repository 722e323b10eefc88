"""The check as a whole: order, independence of the pages' order, nothing on a sound page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.lint import check
from generator.model import Computed, Derivation, Severity
from tests.citations.samples import evidence

EVIDENCE = evidence(gazette="Traffic fell by 21 percent.")
PAGES = [
    ("docs/b.md", 'Fell.[^fell] And [^gone]\n\n[^fell]: @gazette "fell by 12 percent"\n'),
    ("docs/a.md", "[^x]\n\n<<<<<<< one\n"),
]


def compute(_: Derivation) -> Computed:
    return Computed(True, "Computed.")


def test_findings_are_sorted_by_place() -> None:
    findings = check(PAGES, EVIDENCE, compute)
    assert [(finding.path, finding.line, finding.column, finding.rule) for finding in findings] == [
        ("docs/a.md", 1, 1, "undefined-note"),
        ("docs/a.md", 3, 1, "conflict-marker"),
        ("docs/b.md", 1, 18, "undefined-note"),
        ("docs/b.md", 3, 10, "altered-quote"),
    ]
    assert {finding.severity for finding in findings} == {Severity.ERROR}
    assert check(PAGES[::-1], EVIDENCE, compute) == findings


def test_a_sound_page_gives_nothing() -> None:
    assert check([("docs/a.md", 'Fell.[^fell]\n\n[^fell]: @gazette "fell by 21 percent"\n')], EVIDENCE, compute) == ()
    assert check([], EVIDENCE, compute) == ()


@given(st.text(st.sampled_from('[^a]: @gazette"fell\n\r\t=<>|`-# 0'), max_size=60))
def test_no_page_makes_it_fail(markdown: str) -> None:
    for finding in check([("docs/a.md", markdown)], EVIDENCE, compute):
        assert finding.line >= 1
        assert finding.column >= 1
        assert finding.message
        assert finding.help
