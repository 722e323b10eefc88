"""Comments that silence a rule for a line: `<!-- explainer: allow RULE: reason -->`.

A comment at the end of a line silences the rule for that line; one that stands alone, for the next line that is neither blank nor such a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.citations.fences import hide_fences
from generator.citations.rows import Page, Row
from generator.lint.page import LintPage
from generator.lint.rule import Rule
from generator.model import Diagnostic, Severity

BAD_ALLOWANCE = "bad-allowance"
"""Rule: a comment that names no rule, or one that cannot be silenced, or gives no reason."""
USELESS_ALLOWANCE = "useless-allowance"
"""Rule: a comment that silences nothing."""

_COMMENT = re.compile(r"<!--\s*explainer:\s*allow\b\s*(?P<rule>[\w-]*?)\s*(?::\s*(?P<reason>.*?))?\s*-->")
_FORM = "write <!-- explainer: allow RULE: reason -->"


@dataclass(frozen=True, slots=True)
class Allowance:
    """One such comment."""

    path: str
    rule: str
    reason: str
    line: int
    """Where it stands; likewise `column`."""
    column: int
    of: int
    """The line that it is about."""

    def silences(self, finding: Diagnostic) -> bool:
        return (finding.path, finding.line, finding.rule) == (self.path, self.of, self.rule)


def silence(found: Sequence[Diagnostic], pages: Sequence[LintPage], rules: Mapping[str, Rule]) -> Iterator[Diagnostic]:
    """The findings that no comment silences, and those about the comments themselves."""
    allowances = [one for page in pages for one in _allowances(page)]
    sound = []
    for one in allowances:
        fault = _fault(one, rules)
        if fault:
            yield _about(one, BAD_ALLOWANCE, *fault)
        else:
            sound.append(one)
    silenced = {(one.path, one.of, one.rule) for one in sound}
    yield from (one for one in found if (one.path, one.line, one.rule) not in silenced)
    for one in sound:
        if not any(one.silences(finding) for finding in found):
            yield _about(one, USELESS_ALLOWANCE, f"{one.rule} finds nothing on line {one.of}", "delete the comment")


def _fault(one: Allowance, rules: Mapping[str, Rule]) -> tuple[str, str] | None:
    """Message and help for a comment that silences nothing."""
    rule = rules.get(one.rule)
    if rule is None:
        named = f"there is no rule “{one.rule}”" if one.rule else "the comment names no rule"
        return named, f"{_FORM}; `explainer rule` lists the rules"
    if not rule.allowable:
        return f"{one.rule} cannot be silenced: it compares words, and a page with it is not published", "mend the line"
    if not one.reason:
        return f"no reason is given for silencing {one.rule}", _FORM.replace("RULE", one.rule)
    return None


def _about(one: Allowance, rule: str, message: str, help_: str) -> Diagnostic:
    return Diagnostic(one.path, one.line, one.column, rule, message, help_, Severity.WARNING)


def _allowances(page: LintPage) -> Iterator[Allowance]:
    if "<!--" not in page.markdown:
        return
    rows = hide_fences(Page(page.markdown).rows)
    for number, row in enumerate(rows):
        for match in _COMMENT.finditer(row.text):
            alone = not _COMMENT.sub("", row.text).strip()
            of = _next_line(rows, number) if alone else row.line
            yield Allowance(page.path, match["rule"], match["reason"] or "", row.line, match.start() + 1, of)


def _next_line(rows: Sequence[Row], number: int) -> int:
    after = (row for row in rows[number + 1 :] if _COMMENT.sub("", row.text).strip())
    return next((row.line for row in after), rows[number].line)
