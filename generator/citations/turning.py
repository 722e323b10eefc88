"""Words that turn the sense of what stands around them. Lower case; `n't` is left to whoever reads the words."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NEGATIONS = _words(
    "no nobody non none nor not nothing nowhere neither never cannot without hardly scarcely barely rarely seldom "
    "false falsely untrue deny denies denied denying "
    "fail fails failed failing failure failures refuse refuses refused refusing refusal refusals lack lacks lacked lacking"
)
HEDGES = _words(
    "may might could would should ought maybe perhaps possibly potentially probably presumably likely unlikely "
    "alleged allegedly reportedly supposedly purportedly purported apparently seemingly ostensibly "
    "seem seems seemed appear appears appeared suggest suggests suggested claim claims claimed unverified unconfirmed if "
    "believe believes believed believing belief beliefs think thinks thought thinking rumor rumors rumored rumour rumours rumoured "
    "approximately roughly about nearly almost"
) | {"up to"}
CONTRASTS = _words(
    "but however yet although though unless except despite whereas instead rather nevertheless nonetheless"
)
