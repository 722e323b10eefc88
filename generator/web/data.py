"""What the site needs from the rest of the generator, handed in from outside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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


Load: TypeAlias = Callable[[Path], SiteData]
