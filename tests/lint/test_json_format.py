"""Findings as JSON."""

from __future__ import annotations

import json

from generator.lint.json_format import render
from generator.model import Diagnostic, Severity


def test_all_fields_are_there() -> None:
    finding = Diagnostic("docs/a.md", 3, 10, "altered-quote", "“fell”", 'write "rose"', Severity.WARNING)
    assert json.loads(render([finding], {})) == [
        {
            "path": "docs/a.md",
            "line": 3,
            "column": 10,
            "rule": "altered-quote",
            "message": "“fell”",
            "help": 'write "rose"',
            "severity": "warning",
        }
    ]


def test_it_is_a_list_and_plain_ascii() -> None:
    assert render([], {}) == "[]\n"
    assert render([Diagnostic("ä.md", 1, 1, "r", "\u202e\ud800")], {}).isascii()
