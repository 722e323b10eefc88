"""Golden cases: one file a case, with sources, pages and the text that the check prints for them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.lint import check
from generator.lint.rules import RULES
from generator.lint.text_format import render
from generator.model import Computed, Derivation
from tests.citations.samples import evidence

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def compute(derivation: Derivation) -> Computed:
    if derivation.name == "none-quoted":
        return Computed(True, "Computed: nobody is quoted.")
    return Computed(False, f"there is no computation {derivation.name}")


def run(case: str) -> str:
    """What the check prints for a case."""
    sections = [
        (match["head"].split(), match["body"].replace("<TAB>", "\t").removesuffix("\n"))
        for match in re.finditer(r"^=== (?P<head>.*)\n(?P<body>(?:(?!=== ).*\n)*)", case, re.MULTILINE)
    ]
    texts = {head[1]: body for head, body in sections if head[0] == "source"}
    unreadable = tuple(head[1] for head, _ in sections if head[0] == "unreadable")
    pages = [(head[1], body) for head, body in sections if head[0] == "page"]
    return render(check(pages, evidence(unreadable, **texts), compute), dict(pages))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = path.read_text(encoding="utf-8")
    assert run(case) == case.partition("=== expected\n")[2]


def test_every_rule_has_a_case() -> None:
    assert {name for name in RULES if any(path.stem.startswith(name) for path in CASES)} == set(RULES)
