"""Findings as JSON, for editors and other programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from generator.model import Diagnostic


def render(diagnostics: Sequence[Diagnostic], sources: Mapping[str, str]) -> str:  # noqa: ARG001  # as every renderer
    """A list of objects with the fields of `Diagnostic`; ends in a newline. Line and column count from 1."""
    return json.dumps([asdict(finding) for finding in diagnostics], indent=2) + "\n"
