"""Findings as commands of a GitHub workflow."""

from __future__ import annotations

from generator.lint.github_format import render
from generator.model import Diagnostic, Severity


def test_a_finding_is_one_command() -> None:
    findings = [
        Diagnostic("docs/a,b:c.md", 3, 10, "altered-quote", "100% of\nit: changed", "write it"),
        Diagnostic("seeds/sources.yml", 0, 0, "unused-source", "no page cites it", "", Severity.WARNING),
    ]
    assert render(findings, {}) == (
        "::error file=docs/a%2Cb%3Ac.md,line=3,col=10,title=altered-quote::100%25 of%0Ait: changed%0Ahelp: write it\n"
        "::warning file=seeds/sources.yml,title=unused-source::no page cites it\n"
    )


def test_nothing_found() -> None:
    assert render([], {}) == ""
