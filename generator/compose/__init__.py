"""Compose: evidence and analysis to the Markdown of every page, and the writing of pages that people edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.compose.drafts import Draft, Outcome, Written, write
from generator.compose.plan import Plan
from generator.compose.render import PAGE_KINDS, render
from generator.compose.statement import LeftOut
from generator.model import Analysis, Evidence

__all__ = ["PAGE_KINDS", "Composition", "Draft", "LeftOut", "Outcome", "Written", "compose", "write"]


@dataclass(frozen=True, slots=True)
class Composition:
    """The pages as the generator would write them now."""

    pages: dict[str, str]
    """File name in docs/ -> Markdown."""
    left_out: tuple[LeftOut, ...]
    """Passages that no page can state, with the reason."""


def compose(evidence: Evidence, analysis: Analysis, silent: Callable[[], Sequence[str]]) -> Composition:
    """All pages of the topic. `silent` gives the accused for whom nobody speaks."""
    plan = Plan(evidence, analysis)
    pages = render(plan, evidence, silent())
    return Composition(pages, tuple(plan.left_out.values()))
