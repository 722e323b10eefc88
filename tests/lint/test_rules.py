"""Each rule is documented, and the examples of its documentation are true."""

from __future__ import annotations

import re
import textwrap
from dataclasses import replace

import pytest

from generator.lint import check
from generator.lint.rules import RULES
from generator.model import Computed, Derivation, Role, Severity, Stated
from tests.citations.samples import evidence
from tests.lint.readings import Said, reading

BARE = evidence(
    gazette="Traffic fell by 21 percent, and the vote was postponed. In Lisbon prices rose again. In Porto prices rose again.\n\n"
    "On 14 April the ministry did not, its spokesman said, approve the sale of the mine. The minister resigned on 2 May, according to Coast Radio.",
    herald="Mine hid accidents, says union\n\nThe clerk wrote that the vote took place. The union alleged that the mine hid three accidents. "
    "The board may have approved the sale. The board regretted the accident, but denied that it was at fault. Several residents complained of the noise. "
    "The residents don’t object. They say the mayor took the money [unverified].",
)
EVIDENCE = replace(
    BARE,
    sources={
        key: replace(source, metadata={"container-title": Stated(f"the {key.title()}"), "type": Stated("article")})
        for key, source in BARE.sources.items()
    },
)
READING = reading(
    EVIDENCE,
    [
        Said("according to Coast Radio", chain=("Coast Radio",)),
        Said("Mine hid accidents, says union", heading=True),
        Said("alleged that the mine", Role.ALLEGATION, speaker="The union"),
        Said("took the money", caveats=("[unverified]",)),
    ],
)
EXAMPLE = re.compile(r"^(Bad|Good)\b[^\n]*\n\n((?:    [^\n]*\n+)+)", re.MULTILINE)


def compute(derivation: Derivation) -> Computed:
    return Computed("Harbour Board" not in derivation.arguments, "the Harbour Board is quoted")


def found(markdown: str, name: str = "") -> set[str]:
    select = [name] if name else []
    return {one.rule for one in check([("docs/page.md", markdown)], EVIDENCE, compute, READING, select=select)}


@pytest.mark.parametrize("name", RULES)
def test_documentation(name: str) -> None:
    text = RULES[name].documentation
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", name)
    assert re.match(r"[A-Z`][^\n]+\.\n\n\S", text)
    assert "\nBad" in text
    assert "\nGood" in text


@pytest.mark.parametrize("name", RULES)
def test_examples(name: str) -> None:
    for kind, example in EXAMPLE.findall(RULES[name].documentation):
        assert (name in found(textwrap.dedent(example), name)) == (kind == "Bad")


@pytest.mark.parametrize("name", [rule.name for rule in RULES.values() if rule.severity is Severity.WARNING])
def test_the_good_example_of_a_warning_is_free_of_every_warning(name: str) -> None:
    for kind, example in EXAMPLE.findall(RULES[name].documentation):
        if kind == "Good":
            assert found(textwrap.dedent(example)) <= {"unused-source"}


def test_most_rules_have_examples() -> None:
    without = {name for name, rule in RULES.items() if len(EXAMPLE.findall(rule.documentation)) != 2}
    assert without <= {
        "conflict-marker",
        "false-derivation",
        "unreadable-source",
        "quote-too-long",
        "unused-source",
        "undescribed-source",
        "one-source-page",
    }


def test_a_rule_that_is_off_runs_only_when_asked_for() -> None:
    page = "The residents don't object.[^a]\n\n[^a]: @herald \"The residents don't object\"\n"
    assert "typographic-drift" not in found(page)
    assert "typographic-drift" in found(page, "typographic-drift")
