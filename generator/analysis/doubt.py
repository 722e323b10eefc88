"""What speaks for or against a decision that would put a sentence on a page, as strings: how clear it is, and whether speaker, cues and article agree with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.analysis.cue_roles import Opinion
from generator.model import Role

OTHER_SIDE: Mapping[Role, Role] = {Role.ALLEGATION: Role.REBUTTAL, Role.REBUTTAL: Role.ALLEGATION}
MISLEADING = (Role.ALLEGATION, Role.REBUTTAL, Role.DEFINITION)
"""Roles that have pages of their own on which a sentence of another of them would mislead."""
_FITS = {
    ("side=accuses", Role.ALLEGATION): "fits",
    ("side=accused", Role.REBUTTAL): "fits",
    ("side=accuses", Role.REBUTTAL): "against",
    ("side=accused", Role.ALLEGATION): "against",
}
_VERB_FITS = {
    ("verb=accuse", Role.ALLEGATION): "fits",
    ("verb=deny", Role.REBUTTAL): "fits",
    ("verb=accuse", Role.REBUTTAL): "against",
    ("verb=deny", Role.ALLEGATION): "against",
}
_OF_THE_SENTENCE = ("side=", "kind=", "verb=", "block=", "points-back", "best=")


def group(role: Role, seen: Sequence[str]) -> str:
    """What is decided of whom: a definition, or the side of a party that takes one, of someone else who is named, or of the article in its own voice.
    Each has a limit of its own, because an article's own voice is on the wrong page three times as often as a party or a definition.
    """
    if role is Role.DEFINITION:
        return "definition"
    if "side=accuses" in seen or "side=accused" in seen:
        return "side"
    return "voice" if "kind=voice" in seen else "named"


def reasons(
    role: Role,
    roles: Sequence[Role],
    first: Sequence[int],
    last: Sequence[int],
    opinion: Opinion,
    lean: int,
    seen: Sequence[str],
) -> tuple[str, ...]:
    """The strings of one decision.

    `first` and `last` are the scores of both readings, in the order of `roles` and in thousandths; `seen` what `analysis.features` sees of the sentence.
    """
    facts = {one for one in seen if one.startswith(_OF_THE_SENTENCE)}
    kind = next((one for one in facts if one.startswith("kind=")), "kind=")
    at = roles.index(role)
    margin = _step(last[at] - max(score for i, score in enumerate(last) if i != at), 150, 10)
    return tuple(
        dict.fromkeys(
            (
                "bias",
                f"role={role}",
                f"role+{kind}={role}",
                f"margin={margin}",
                f"margin+{kind}={margin // 2}",
                f"first-margin={_step(first[at] - max(score for i, score in enumerate(first) if i != at), 200, 6)}",
                f"cue={_cue(role, opinion)}",
                f"cue+{kind}={_cue(role, opinion)}",
                *(f"{role}:{one}" for one in sorted(facts)),
                *_of_a_side(role, roles, first, last, lean, facts, kind),
            )
        )
    )


def _cue(role: Role, opinion: Opinion) -> str:
    if opinion.role is role:
        return f"agrees{int(opinion.plainness * 5)}"
    return "against" if opinion.role is OTHER_SIDE.get(role) else "other"


def _of_a_side(
    role: Role, roles: Sequence[Role], first: Sequence[int], last: Sequence[int], lean: int, facts: set[str], kind: str
) -> Iterator[str]:
    if role not in OTHER_SIDE:
        return
    at, other = roles.index(role), roles.index(OTHER_SIDE[role])
    over, over_first = _step(last[at] - last[other], 200, 10), _step(first[at] - first[other], 250, 6)
    towards = _step(lean if role is Role.ALLEGATION else -lean, 200, 4)
    yield f"over-other-side={over}"
    yield f"over-other-side+{kind}={over // 2}"
    yield f"first-over-other-side={over_first}"
    yield f"towards={towards}"
    yield f"towards+{kind}={towards}"
    for name, table in (("speaker", _FITS), ("verb", _VERB_FITS)):
        fit = next((word for (fact, of), word in table.items() if of is role and fact in facts), "open")
        yield f"{name}={fit}"
        yield f"{name}+over={fit}+{over // 3}"


def _step(value: int, width: int, most: int) -> int:
    return max(-most, min(most, value // width))
