"""The rules as Markdown, from their own documentation."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.lint.allowing import BAD_ALLOWANCE, USELESS_ALLOWANCE
from generator.lint.notices import EXPLAINED, NOTICES
from generator.lint.rule import Explained
from generator.lint.rules import RULES
from generator.model import Severity

_HEAD = """\
# The rules of `explainer check`

<!-- Written by `make rules` from generator/lint/rules/; edit it there. -->

An *error* stops the build. A *warning* does not, unless you type `explainer check --strict`. `explainer rule NAME` prints a page of this file.

A warning that is wrong on a line is silenced by a comment, at the end of the line or on a line of its own before it, which names the rule and
gives the reason:

    <!-- explainer: allow ungrounded-name: the sentence before introduces her -->

A comment without a reason, or for a rule that compares the words of notes with a source, is itself a finding ({bad}), and so is one that silences nothing
({useless}).
"""
_NOTICES = """\
# What else it reports

These are no rules of the pages: they are about the evidence, its description and the comments above. They always run.
"""


def page() -> str:
    """One page with all rules, in the order of their names."""
    head = _HEAD.format(bad=f"`{BAD_ALLOWANCE}`", useless=f"`{USELESS_ALLOWANCE}`")
    return f"{head}\n{_listed(RULES.values())}\n{_NOTICES}\n{_listed(NOTICES.values())}"


def _listed(explained: Collection[Explained]) -> str:
    """A table of contents, and each under a heading of its own."""
    contents = "\n".join(f"- [`{one.name}`](#{one.name}), {kind(one)}: {title(one)}" for one in explained)
    pages = "\n".join(f"## {one.name}\n\n{_text(one)}" for one in explained)
    return f"{contents}\n\n{pages}"


def of(rule: Explained) -> str:
    """The page of one rule, for a terminal."""
    silence = (
        f"\nWrong here? End the line with <!-- explainer: allow {rule.name}: your reason -->\n"
        if rule.allowable
        else ""
    )
    return f"{rule.name} ({kind(rule)})\n\n{rule.documentation.strip()}\n{silence}"


def overview() -> Iterator[str]:
    """A line for each name that the check prints."""
    width = max(map(len, EXPLAINED))
    for rule in EXPLAINED.values():
        yield f"{rule.name:<{width}}  {kind(rule):<13}  {title(rule)}"


def kind(rule: Explained) -> str:
    """Error or warning, and whether it runs only when asked for."""
    return f"{rule.severity}{'' if rule.on else ', off'}"


def title(rule: Explained) -> str:
    """The first sentence of the documentation."""
    return rule.documentation.strip().partition("\n")[0]


def _text(rule: Explained) -> str:
    off = "" if rule.on else f" It runs only where it is asked for: `explainer check --select {rule.name}`."
    note = "An error." if rule.severity is Severity.ERROR else "A warning."
    return f"*{note}*{off}\n\n{rule.documentation.strip()}\n"
