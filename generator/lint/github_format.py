"""Findings as commands of a GitHub workflow, which shows each beside its line in a pull request."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.model import Diagnostic


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str]) -> str:  # noqa: ARG001  # as every renderer
    """One line a finding, `::error file=docs/a.md,line=3,col=10,title=altered-quote::message`; empty where there is none."""
    return "".join(f"{_command(finding)}\n" for finding in diagnostics)


def _command(finding: Diagnostic) -> str:
    place = {"file": finding.path}
    if finding.line:
        place |= {"line": str(finding.line), "col": str(finding.column)}
    properties = ",".join(f"{name}={_property(value)}" for name, value in (*place.items(), ("title", finding.rule)))
    text = f"{finding.message}\nhelp: {finding.help}" if finding.help else finding.message
    return f"::{finding.severity} {properties}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
