"""Findings as text for people: where, which rule, what; the line with a caret under the place; what to type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from generator.citations.rows import lines_of
from generator.model import Diagnostic, Severity

WIDTH = 100
"""Most characters of a line that are shown; a longer line is cut to a window around the column."""

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str]) -> str:
    """The findings, parted by blank lines; ends in a newline, and is empty where there is none.

    `sources` has the Markdown of each path; a finding on another path is shown without its line.
    """
    return "\n".join(_finding(finding, sources.get(finding.path, "")) for finding in diagnostics)


def _finding(finding: Diagnostic, markdown: str) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}" if finding.line else finding.path
    warning = " (warning)" if finding.severity is Severity.WARNING else ""
    lines = [f"{place}: {finding.rule}{warning}  {_printable(finding.message)}"]
    margin = " " * len(str(finding.line))
    lines += _excerpt(finding, markdown, margin)
    if finding.help:
        lines.append(f"{margin} = help: {_printable(finding.help)}")
    return "".join(f"{line}\n" for line in lines)


def _excerpt(finding: Diagnostic, markdown: str, margin: str) -> list[str]:
    on_disk = lines_of(markdown)
    if not 1 <= finding.line <= len(on_disk) or not markdown:
        return []
    shown, before = _window(on_disk[finding.line - 1], max(0, finding.column - 1))
    return [f"{margin} |", f"{finding.line} | {shown}", f"{margin} | {' ' * before}^"]


def _window(line: str, at: int) -> tuple[str, int]:
    """The part of the line that is shown, and the width of what stands before the column."""
    start = 0 if at < WIDTH - WIDTH // 4 else at - WIDTH // 2
    end = min(len(line), start + WIDTH)
    shown = _printable(line[start:end])
    head, tail = ("…" if start else ""), ("…" if end < len(line) else "")
    return f"{head}{shown}{tail}", _width(head + shown[: at - start])


def _width(text: str) -> int:
    """Columns that a terminal gives the text."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _printable(text: str) -> str:
    """`text` with nothing in it that moves a terminal's cursor: tabs as blanks, controls as U+FFFD."""
    return _UNPRINTABLE.sub("\ufffd", text.replace("\t", " "))
