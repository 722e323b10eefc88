"""A charge before its answers are known."""

from __future__ import annotations

from dataclasses import dataclass

from generator.analysis.matters import Matter
from generator.model import Claim, Passage


@dataclass(frozen=True, slots=True)
class Alleged:
    """What one charge alleges, before its answers are known."""

    claims: tuple[Claim, ...]
    passages: tuple[Passage, ...]
    accused: tuple[str, ...]
    matter: Matter
    counter: bool

    @property
    def accuser(self) -> str:
        """As the first passage names it; "" where nobody is named."""
        return self.passages[0].speaker
