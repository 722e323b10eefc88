"""What the site needs from the rest of the generator, handed in from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from generator.model import Analysis, Computed, Derivation, Diagnostic, Evidence


@dataclass(frozen=True, slots=True)
class SiteData:
    """The evidence, what analysis makes of it, and the pages as they are on disk."""

    evidence: Evidence
    analysis: Analysis
    diagnostics: tuple[Diagnostic, ...]
    """What checking the pages found; an error among them keeps the site from being built."""
    pages: tuple[tuple[str, str], ...]
    """(path relative to docs/, Markdown), forward slashes, front matter included."""
    compute: Callable[[Derivation], Computed]
    """Evaluates the computation that a derived statement rests on."""
    drafts: Callable[[], Mapping[str, str]] = dict
    """The pages that the generator would write otherwise than they stand in docs/, by path below it."""

    left_out: Callable[[], Sequence[str]] = tuple
    """Of each sentence of the sources that stands on no page of the drafts, the reason."""

    def drafted(self, drafts: Mapping[str, str]) -> SiteData:
        """The same with `drafts` in the place of the pages as they are on disk."""
        return replace(self, pages=tuple({**dict(self.pages), **drafts}.items()))


Load: TypeAlias = Callable[[Path], SiteData]
