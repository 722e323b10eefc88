from __future__ import annotations

import json

import pytest

from generator.analysis.learned import Model, Table, model, parse
from generator.model import Role

TABLE = Table({"bias": (0, 100), "w:fraud": (1500, -500)}, 2)
NONE = Table({}, 1)


def test_a_score_is_the_sum_of_the_known_features() -> None:
    assert TABLE.scores(["bias", "w:fraud", "w:unheard-of"]) == (1500, -400)


def test_nothing_known_scores_nothing_in_every_column() -> None:
    assert TABLE.scores([]) == (0, 0)


def test_probabilities_sum_to_one_and_follow_the_scores() -> None:
    small = Model((Role.ALLEGATION, Role.REBUTTAL), TABLE, NONE, TABLE, NONE, sharpness=2.0, cue=1000, limits={})
    first, second = small.probabilities([1500, -400])
    assert first > second
    assert first + second == pytest.approx(1)


def test_the_shipped_weights_are_whole_and_of_every_role() -> None:
    shipped = model()
    assert set(shipped.roles) == set(Role) - {Role.IRRELEVANT}
    for table in (shipped.first, shipped.lean, shipped.second, shipped.doubt):
        assert len(table.weights) > 50
        assert all(len(row) == table.columns for row in table.weights.values())
        assert all(isinstance(weight, int) for row in table.weights.values() for weight in row)


def test_a_file_of_weights_is_read_as_it_says() -> None:
    tables = {"first": {"a": [1, 2]}, "lean": {"b": [3]}, "second": {"c": [4, 5]}, "doubt": {"d": [6]}}
    numbers = {"sharpness": 1.5, "cue": 700, "limits": {"side": -2000}}
    read = parse(json.dumps({"roles": ["allegation", "context"], **numbers, **tables}))
    assert read.roles == (Role.ALLEGATION, Role.CONTEXT)
    assert [one.scores("abcd") for one in (read.first, read.lean, read.second, read.doubt)] == [
        (1, 2),
        (3,),
        (4, 5),
        (6,),
    ]
    assert (read.sharpness, read.cue, read.limits) == (1.5, 700, {"side": -2000})
