"""Compose: evidence and analysis to the Markdown of every page, and the writing of pages that people edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.compose.drafts import Draft, Outcome, Written, write
from generator.compose.plan import Plan
from generator.compose.render import PAGE_KINDS, render
from generator.compose.statement import LeftOut
from generator.compose.views import Origins
from generator.model import Analysis, Evidence

__all__ = ["PAGE_KINDS", "Composition", "Draft", "LeftOut", "Outcome", "Written", "compose", "write"]


@dataclass(frozen=True, slots=True)
class Composition:
    """The pages as the generator would write them now."""

    pages: dict[str, str]
    """File name in docs/ -> Markdown."""
    left_out: tuple[LeftOut, ...]
    """Passages that stand on no page, with the reason."""
    moved: tuple[LeftOut, ...] = ()
    """Passages that do not stand on the page of their role but on that of who says what, with the reason."""


def compose(
    evidence: Evidence, analysis: Analysis, silent: Callable[[], Sequence[str]], origins: Origins
) -> Composition:
    """All pages of the topic. `silent` gives the accused for whom nobody speaks, `origins` those of passages that carry one claim."""
    names = silent()
    plan = Plan(evidence, analysis, origins, names)
    pages = render(plan, evidence, names)
    return Composition(pages, plan.register.left_out, plan.register.moved)
