"""The rules as Markdown, from their own documentation."""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.allowing import BAD_ALLOWANCE, USELESS_ALLOWANCE
from generator.lint.rule import Rule
from generator.lint.rules import RULES
from generator.model import Severity

_HEAD = """\
# The rules of `explainer check`

<!-- Written by `make rules` from generator/lint/rules/; edit it there. -->

An *error* stops the build. A *warning* does not, unless you type `explainer check --strict`. `explainer rule NAME` prints a page of this file.

A warning that is wrong on a line is silenced by a comment, at the end of the line or on a line of its own before it, which names the rule and
gives the reason:

    <!-- explainer: allow ungrounded-name: the sentence before introduces her -->

A comment without a reason, or for a rule that compares words with a source, is itself a finding ({bad}), and so is one that silences nothing
({useless}).
"""


def page() -> str:
    """One page with all rules, in the order of their names."""
    head = _HEAD.format(bad=f"`{BAD_ALLOWANCE}`", useless=f"`{USELESS_ALLOWANCE}`")
    contents = "\n".join(f"- [`{rule.name}`](#{rule.name}), {kind(rule)}: {title(rule)}" for rule in RULES.values())
    rules = "\n".join(f"## {rule.name}\n\n{_text(rule)}" for rule in RULES.values())
    return f"{head}\n{contents}\n\n{rules}"


def of(rule: Rule) -> str:
    """The page of one rule, for a terminal."""
    silence = (
        f"\nWrong here? End the line with <!-- explainer: allow {rule.name}: your reason -->\n"
        if rule.allowable
        else ""
    )
    return f"{rule.name} ({kind(rule)})\n\n{rule.documentation.strip()}\n{silence}"


def overview() -> Iterator[str]:
    """A line a rule."""
    width = max(map(len, RULES))
    for rule in RULES.values():
        yield f"{rule.name:<{width}}  {kind(rule):<13}  {title(rule)}"


def kind(rule: Rule) -> str:
    """Error or warning, and whether it runs only when asked for."""
    return f"{rule.severity}{'' if rule.on else ', off'}"


def title(rule: Rule) -> str:
    """The first sentence of the documentation."""
    return rule.documentation.strip().partition("\n")[0]


def _text(rule: Rule) -> str:
    off = "" if rule.on else f" It runs only where it is asked for: `explainer check --select {rule.name}`."
    note = "An error." if rule.severity is Severity.ERROR else "A warning."
    return f"*{note}*{off}\n\n{rule.documentation.strip()}\n"
