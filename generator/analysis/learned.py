"""The learned part of the role decision: linear tables over strings that describe a sentence or an article, kept in `roles.json` beside this file.

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
class Table:
    """A linear map from strings to scores."""

    weights: Mapping[str, tuple[int, ...]]
    """Feature -> one weight a column, in thousandths."""
    columns: int

    def scores(self, features: Iterable[str]) -> tuple[int, ...]:
        """One sum a column; unknown features count nothing."""
        rows = [row for row in map(self.weights.get, features) if row]
        return tuple(map(sum, zip(*rows, strict=True))) if rows else (0,) * self.columns


@dataclass(frozen=True, slots=True)
class Model:
    """The tables in the order of their use, and what turns scores into confidence."""

    roles: tuple[Role, ...]
    """The roles that the columns of `first` and `second` stand for."""
    first: Table
    """A sentence by itself (`analysis.features`) -> one score a role."""
    lean: Table
    """An article (`analysis.stance`) -> which way its own voice leans: 1000 wholly accusing, -1000 wholly defending."""
    second: Table
    """A sentence among what was made of its neighbours (`analysis.surroundings`) -> one score a role."""
    doubt: Table
    """A decision (`analysis.doubt`) -> log-odds, in thousandths, that it puts the sentence on the wrong page."""
    sharpness: float
    """What scores are multiplied with to become probabilities; set so that they are calibrated on articles of unseen topics."""
    cue: int
    """What an opinion of the cues adds to its role, in thousandths."""
    limits: Mapping[str, int]
    """By what is decided of whom (`doubt.group`): the doubt from which on a person decides."""

    def probabilities(self, scores: Iterable[int]) -> list[float]:
        """The scores as probabilities that sum to one."""
        powers = [math.exp(self.sharpness * score / 1000) for score in scores]
        whole = math.fsum(powers)
        return [power / whole for power in powers]


@cache
def model() -> Model:
    """The shipped model."""
    return parse(files("generator.analysis").joinpath(WEIGHTS).read_text(encoding="utf-8"))


def parse(text: str) -> Model:
    """The model that a file of weights holds."""
    data = json.loads(text)
    roles = tuple(Role(role) for role in data["roles"])

    def table(name: str, columns: int) -> Table:
        return Table({feature: tuple(row) for feature, row in data[name].items()}, columns)

    return Model(
        roles,
        table("first", len(roles)),
        table("lean", 1),
        table("second", len(roles)),
        table("doubt", 1),
        data["sharpness"],
        data["cue"],
        data["limits"],
    )
