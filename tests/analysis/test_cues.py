from __future__ import annotations

import re

from generator.analysis import cues


def test_capitals_do_not_hide_a_cue() -> None:
    assert cues.hits("THE CLAIM IS BASELESS") == cues.hits("the claim is baseless")
    assert any(cues.hits("The Claim Is Baseless")[1])


def test_no_pattern_asks_for_a_capital_which_lower_case_never_has() -> None:
    patterns = [pattern.pattern for table in cues.TABLES for _, pattern in table]
    assert not [pattern for pattern in patterns if re.search(r"(?<!\\)[A-Z]", pattern)]


def test_a_cue_counts_once_however_often_it_stands() -> None:
    assert cues.scores("a baseless claim")[1] == cues.scores("a baseless, baseless claim")[1]


def test_plain_text_scores_nothing() -> None:
    assert cues.scores("The apples were red.") == (0, 0, 0, 0, 0)
