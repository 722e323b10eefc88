"""Each rule is documented, and the examples of its documentation are true."""

from __future__ import annotations

import re
import textwrap

import pytest

from generator.lint import check
from generator.lint.rules import DOCUMENTATION, RULES
from generator.model import Computed, Derivation
from tests.citations.samples import evidence

EVIDENCE = evidence(
    gazette="Traffic fell by 21 percent, and the vote was postponed. In Lisbon prices rose again. In Porto prices rose again.\n\n"
    "On Monday the ministry did not, its spokesman said, approve the sale of the mine.",
    herald="The clerk wrote that the vote took place.",
)
EXAMPLE = re.compile(r"^(Bad|Good)\b[^\n]*\n\n((?:    [^\n]*\n+)+)", re.MULTILINE)


def compute(derivation: Derivation) -> Computed:
    return Computed("Harbour Board" not in derivation.arguments, "the Harbour Board is quoted")


def found(markdown: str) -> set[str]:
    return {finding.rule for finding in check([("docs/page.md", markdown)], EVIDENCE, compute)}


@pytest.mark.parametrize("name", RULES)
def test_documentation(name: str) -> None:
    text = DOCUMENTATION[name]
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", name)
    assert re.match(r"[A-Z`][^\n]+\.\n\n\S", text)
    assert "\nBad" in text
    assert "\nGood" in text


@pytest.mark.parametrize("name", sorted(RULES))
def test_examples(name: str) -> None:
    for kind, example in EXAMPLE.findall(DOCUMENTATION[name]):
        assert (name in found(textwrap.dedent(example))) == (kind == "Bad")


def test_most_rules_have_examples() -> None:
    assert sum(len(EXAMPLE.findall(text)) == 2 for text in DOCUMENTATION.values()) >= len(RULES) - 3
