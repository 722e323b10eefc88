"""Two sentences of two sources, and what the comparison makes of them."""

from __future__ import annotations

from generator.analysis.differences import Difference, differences
from tests.dispute import TOPIC, Said, passage


def found(first: str | Said, second: str | Said) -> tuple[Difference, ...]:
    """The differences between two passages of two sources."""
    said = [one if isinstance(one, Said) else Said(one) for one in (first, second)]
    return differences([passage(one, of=key) for one, key in zip(said, ("one", "two"), strict=True)], TOPIC)


def types(first: str | Said, second: str | Said) -> list[str]:
    return [difference.about for difference in found(first, second)]
