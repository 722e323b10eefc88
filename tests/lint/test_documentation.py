"""The rules' own pages."""

from __future__ import annotations

from pathlib import Path

from generator.lint import documentation
from generator.lint.rules import RULES

RULES_PAGE = Path(__file__).parents[2] / "RULES.md"


def test_the_page_of_the_rules_is_current() -> None:
    assert RULES_PAGE.read_text(encoding="utf-8") == documentation.page(), "type: make rules"


def test_every_rule_is_listed_with_what_it_is() -> None:
    lines = [*documentation.overview()]
    assert [line.split()[0] for line in lines] == [*RULES]
    assert any(line.startswith("typographic-drift") and " warning, off " in line for line in lines)
    assert documentation.of(RULES["altered-quote"]).startswith("altered-quote (error)\n\nThe source does not have")
