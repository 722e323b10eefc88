"""Golden cases: one file a case, with sources, pages and the text that the check prints for them.

A case begins each part with `=== `: `source KEY`, `unreadable KEY`, `page PATH`, `expected`; and for the rules that read, `reads` (as analysis
would, in sentences of context), `says ROLE` (of the sentences that hold the words of its first line; then `speaker:`, `through:`, `caveat:`,
`headline`), `party NAME` (then `also:`, `of:`), `called KEY` (a name for it), `undescribed KEY`, `select RULE`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.lint import Reading, check
from generator.lint.rules import RULES
from generator.lint.text_format import render
from generator.model import Computed, Derivation, Evidence, Party, Role
from tests.citations.samples import evidence
from tests.lint.readings import Said, reading

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))

Sections = Sequence[tuple[list[str], str]]


def compute(derivation: Derivation) -> Computed:
    if derivation.name == "none-quoted":
        return Computed(True, "Computed: nobody is quoted.")
    if derivation.name == "sources":
        return Computed(True, "Counted: 3 sources.")
    if derivation.name == "unanswered":
        return Computed(False, "no passage is tied to this charge as an answer to it, nor is it a charge")
    return Computed(False, f"there is no computation {derivation.name}")


def run(case: str) -> str:
    """What the check prints for a case."""
    sections: Sections = [
        (match["head"].split(maxsplit=1), match["body"].replace("<TAB>", "\t").removesuffix("\n"))
        for match in re.finditer(r"^=== (?P<head>.*)\n(?P<body>(?:(?!=== ).*\n)*)", case, re.MULTILINE)
    ]
    given = of_case(sections)
    pages = [(head[1], body) for head, body in sections if head[0] == "page"]
    select = [head[1] for head, _ in sections if head[0] == "select"]
    read = reading(given, [_said(head[1], body) for head, body in sections if head[0] == "says"])
    told = read if any(head[0] == "reads" for head, _ in sections) else Reading()
    return render(check(pages, given, compute, told, select=select), dict(pages))


def of_case(sections: Sections) -> Evidence:
    texts = {head[1]: body for head, body in sections if head[0] == "source"}
    unreadable = tuple(head[1] for head, _ in sections if head[0] == "unreadable")
    undescribed = {head[1] for head, _ in sections if head[0] == "undescribed"}
    called = {head[1]: body.strip() for head, body in sections if head[0] == "called"}
    bare = evidence(unreadable, **texts)
    parties = tuple(_party(head[1], body) for head, body in sections if head[0] == "party")
    sources = {
        key: replace(source, called=called.get(key, ""), metadata={} if key in undescribed else source.metadata)
        for key, source in bare.sources.items()
    }
    return replace(bare, sources=sources, topic=replace(bare.topic, parties=parties))


def _party(name: str, body: str) -> Party:
    fields = _fields(body)
    return Party(name, tuple(filter(None, fields.get("also", "").split("; "))), of=fields.get("of", ""))


def _said(role: str, body: str) -> Said:
    words, _, rest = body.partition("\n")
    fields = _fields(rest)
    return Said(
        words,
        Role(role),
        fields.get("speaker", ""),
        tuple(filter(None, fields.get("through", "").split("; "))),
        tuple(filter(None, [fields.get("caveat", "")])),
        "headline" in fields,
    )


def _fields(body: str) -> dict[str, str]:
    return {name: value.strip() for name, _, value in (line.partition(":") for line in body.splitlines())}


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = path.read_text(encoding="utf-8")
    assert run(case) == case.partition("=== expected\n")[2]


def test_every_rule_has_a_case() -> None:
    assert {name for name in RULES if any(path.stem.startswith(name) for path in CASES)} == set(RULES)
