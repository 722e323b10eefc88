from __future__ import annotations

import pytest

from generator.analysis.learned import Model, model
from generator.model import Role

SMALL = Model((Role.ALLEGATION, Role.REBUTTAL), {"bias": (0, 100), "w:fraud": (1500, -500)}, 2.0, 1000)


def test_a_score_is_the_sum_of_the_known_features() -> None:
    assert SMALL.scores(["bias", "w:fraud", "w:unheard-of"]) == [1500, -400]


def test_probabilities_sum_to_one_and_follow_the_scores() -> None:
    first, second = SMALL.probabilities([1500, -400])
    assert first > second
    assert first + second == pytest.approx(1)


def test_the_shipped_weights_are_whole_and_of_every_role() -> None:
    shipped = model()
    assert set(shipped.roles) == set(Role) - {Role.IRRELEVANT}
    assert len(shipped.weights) > 1000
    assert all(
        len(row) == len(shipped.roles) and all(isinstance(x, int) for x in row) for row in shipped.weights.values()
    )
