from __future__ import annotations

from dataclasses import replace

from generator.analysis.confirmed import confirmed
from generator.model import Answer, AnswerKind, BlockKind, Charge, Claim, Passage, Role


def passage(order: int, role: Role, *, sure: bool) -> Passage:
    return Passage(
        "wire", order, (), (), "Words.", BlockKind.PARAGRAPH, 0, "", True, role, 0.6, sure=sure, claim=f"wire:{order}"
    )


def test_what_answers_a_charge_is_sure_and_nothing_else_is() -> None:
    alleged = passage(0, Role.ALLEGATION, sure=True)
    answer, other = (passage(n, Role.REBUTTAL, sure=False) for n in (1, 2))
    claims = tuple(Claim(p.id, p.role, (p,)) for p in (alleged, answer, other))
    charge = Charge("words", "The Guild", claims[:1], (Answer(claims[1], AnswerKind.DENIES, "it follows"),))
    passages, changed, charges = confirmed((alleged, answer, other), claims, (charge,))
    certain = replace(answer, sure=True)
    assert passages == (alleged, certain, other)
    assert changed == (claims[0], replace(claims[1], passages=(certain,)), claims[2])
    assert charges == (replace(charge, answers=(replace(charge.answers[0], claim=changed[1]),)),)


def test_what_declines_to_answer_is_no_sure_rebuttal() -> None:
    silent = replace(passage(0, Role.REBUTTAL, sure=True), text="The firm declined to comment.")
    passages, claims, _ = confirmed((silent,), (Claim("wire:0", Role.REBUTTAL, (silent,)),), ())
    assert [p.sure for p in (*passages, *claims[0].passages)] == [False, False]
