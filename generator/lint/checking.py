"""Runs every rule over every page."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.lint.page import read
from generator.lint.rules import RULES
from generator.model import Computed, Derivation, Diagnostic, Evidence


def check(
    pages: Sequence[tuple[str, str]], evidence: Evidence, compute: Callable[[Derivation], Computed]
) -> tuple[Diagnostic, ...]:
    """All findings, by path, line and column; the order of the pages makes no difference.

    A page is its path as it is to be printed and its Markdown as it stands on disk. `compute` says whether a derivation
    holds over the evidence. Never raises on account of a page.
    """
    read_pages = [read(path, markdown, evidence, compute) for path, markdown in pages]
    return tuple(sorted(finding for page in read_pages for rule in RULES.values() for finding in rule(page)))
