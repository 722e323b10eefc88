from __future__ import annotations

import pytest

from generator.analysis.cue_roles import Opinion
from generator.analysis.doubt import reasons
from generator.model import Role

ROLES = (Role.ALLEGATION, Role.CONTEXT, Role.REBUTTAL)
SEEN = ("side=accuses", "kind=quote", "verb=accuse", "w:apple")


def why(role: Role, opinion: Role = Role.CONTEXT, lean: int = 0) -> tuple[str, ...]:
    return reasons(role, ROLES, (300, 0, -300), (900, 0, -100), Opinion(opinion, 0.6), lean, SEEN)


@pytest.mark.parametrize(("role", "fit"), [(Role.ALLEGATION, "fits"), (Role.REBUTTAL, "against")])
def test_the_speakers_side_and_verb_speak_for_or_against_the_role(role: Role, fit: str) -> None:
    assert {f"speaker={fit}", f"verb={fit}"} <= set(why(role))


def test_cues_agree_oppose_or_say_something_else() -> None:
    found = [next(one for one in why(Role.ALLEGATION, role) if one.startswith("cue=")) for role in ROLES]
    assert found == ["cue=agrees3", "cue=other", "cue=against"]


def test_a_lean_counts_towards_the_role_it_favours() -> None:
    assert "towards=3" in why(Role.ALLEGATION, lean=600)
    assert "towards=-3" in why(Role.REBUTTAL, lean=600)


def test_what_has_no_other_side_is_judged_by_clearness_alone() -> None:
    assert not any(one.startswith(("towards", "over-other-side", "speaker=")) for one in why(Role.CONTEXT))


def test_words_of_the_sentence_do_not_count() -> None:
    assert not any("apple" in one for one in why(Role.ALLEGATION))
