"""The learned part of the role decision: a linear model over `analysis.features`, weights in `roles.json` beside this file.

The weights are whole thousandths and are summed exactly, so that every machine comes to the same decision. They are made by
`benchmarks/quality/train_roles.py` from the bank of labelled sentences.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.model import Role

WEIGHTS = "roles.json"


@dataclass(frozen=True, slots=True)
class Model:
    """A linear model. A score is a sum of thousandths."""

    roles: tuple[Role, ...]
    weights: Mapping[str, tuple[int, ...]]
    """Feature -> one weight a role, in thousandths."""
    sharpness: float
    """What scores are multiplied with to become probabilities; set so that they are calibrated on articles of unseen topics."""
    cue: int
    """What an opinion of the cues adds to its role, in thousandths."""

    def scores(self, features: Iterable[str]) -> list[int]:
        """One sum a role, in the order of `roles`; unknown features count nothing."""
        total = [0] * len(self.roles)
        for feature in features:
            for index, weight in enumerate(self.weights.get(feature, ())):
                total[index] += weight
        return total

    def probabilities(self, scores: Iterable[int]) -> list[float]:
        """The scores as probabilities that sum to one."""
        powers = [math.exp(self.sharpness * score / 1000) for score in scores]
        whole = math.fsum(powers)
        return [power / whole for power in powers]


@cache
def model() -> Model:
    """The shipped model."""
    data = json.loads(files("generator.analysis").joinpath(WEIGHTS).read_text(encoding="utf-8"))
    weights = {feature: tuple(row) for feature, row in data["weights"].items()}
    return Model(tuple(Role(role) for role in data["roles"]), weights, data["sharpness"], data["cue"])
