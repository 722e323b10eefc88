"""Other sources that carry the same claim as cited words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from generator.model import Analysis, Passage

Carried: TypeAlias = Mapping[str, Sequence[Passage]]
"""The passages that carry a claim, by the claim's identifier, in the order of the sources."""


def carried(analysis: Analysis) -> Carried:
    """The passages of every claim."""
    by_claim: dict[str, list[Passage]] = defaultdict(list)
    for passage in analysis.passages:
        if passage.claim:
            by_claim[passage.claim].append(passage)
    return by_claim


def elsewhere(passages: Sequence[Passage], claims: Carried) -> list[Passage]:
    """The passages of other sources with a claim of `passages`: of each source the first, in the order of the sources."""
    own = {passage.source for passage in passages}
    found = {
        other.source: other
        for claim in dict.fromkeys(passage.claim for passage in passages if passage.claim)
        for other in reversed(claims.get(claim, ()))
        if other.source not in own
    }
    return [found[key] for key in sorted(found)]
