"""Runs the rules over the pages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from generator.lint.allowing import silence
from generator.lint.page import LintPage, Reader
from generator.lint.reading import NOTHING, Reading
from generator.lint.rules import RULES
from generator.model import Computed, Derivation, Diagnostic, Evidence


def check(
    pages: Sequence[tuple[str, str]],
    evidence: Evidence,
    compute: Callable[[Derivation], Computed],
    reading: Reading = NOTHING,
    *,
    select: Collection[str] = (),
) -> tuple[Diagnostic, ...]:
    """All findings, by path, line and column; the order of the pages makes no difference.

    A page is its path as it is to be printed and its Markdown as it stands on disk. `compute` says whether a derivation
    holds over the evidence; `reading` what the sources' sentences are, without which no sentence of a page is judged by them. The rules
    that are off by default run where `select` names them. Never raises on account of a page.
    """
    reader = Reader.of(evidence, compute, reading)
    read_pages = [reader.read(path, markdown) for path, markdown in pages]
    found = _most_telling([*_found(read_pages, evidence, frozenset(select))])
    return tuple(sorted(finding for finding in silence(found, read_pages, RULES)))


def _found(pages: Sequence[LintPage], evidence: Evidence, select: frozenset[str]) -> Iterator[Diagnostic]:
    for rule in RULES.values():
        if rule.on or rule.name in select:
            for finding in rule.find(pages, evidence):
                yield replace(finding, severity=rule.severity)


def _most_telling(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings without those of which another rule says more."""
    said = {(one.path, one.line, one.column, less) for one in found for less in RULES[one.rule].instead_of}
    return [one for one in found if (one.path, one.line, one.column, one.rule) not in said]
