"""The rules' own pages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.lint import documentation
from generator.lint.notices import EXPLAINED, NOTICES
from generator.lint.rules import RULES

ROOT = Path(__file__).parents[2]
RULES_PAGE = ROOT / "RULES.md"
NAME = re.compile(r"[a-z]+(-[a-z]+)+")


def test_the_page_of_the_rules_is_current() -> None:
    assert RULES_PAGE.read_text(encoding="utf-8") == documentation.page(), "type: make rules"


def test_every_rule_is_listed_with_what_it_is() -> None:
    lines = [*documentation.overview()]
    assert [line.split()[0] for line in lines] == [*EXPLAINED]
    assert any(line.startswith("typographic-drift") and " warning, off " in line for line in lines)
    assert documentation.of(RULES["altered-quote"]).startswith("altered-quote (error)\n\nThe source does not have")


def _printed() -> Iterator[str]:
    """The names under which any module of the generator makes a finding."""
    for path in sorted((ROOT / "generator").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "Diagnostic(" in text or path.parent.name == "rules":
            yield from (
                _names(ast.parse(text))
                if path.parent.name != "rules"
                else re.findall('^NAME = "(.*)"', text, re.MULTILINE)
            )


def _names(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and NAME.fullmatch(node.value):
            yield node.value


def test_every_name_that_is_printed_is_explained() -> None:
    printed = {*_printed()}
    assert {"bad-allowance", "evidence-changed", "unlisted-source", "altered-quote"} <= printed
    assert printed - {*EXPLAINED} == set()
    assert {*EXPLAINED} - printed == set()


@pytest.mark.parametrize("name", NOTICES)
def test_what_is_no_rule_is_explained_as_rules_are(name: str) -> None:
    text = documentation.of(NOTICES[name])
    assert re.match(rf"{name} \((error|warning)\)\n\n[A-Z][^\n]+\.\n\n\S", text)
    assert "\nBad:" in text
    assert "\nGood:" in text
    assert "Wrong here?" not in text
