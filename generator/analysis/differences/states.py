"""How far a thing has come: proposed, done, or given up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.analysis.differences.telling import Telling
from generator.model import Span


class State(StrEnum):
    PENDING = "planned or not yet decided"
    DONE = "done"
    FAILED = "given up or turned down"


_CUES = (
    (
        State.FAILED,
        re.compile(
            r"\b(?:rejected|turned down|voted down|called off|abandoned|cancelled|canceled|withdrawn|withdrew|scrapped|blocked|vetoed|shelved|dropped|thrown out|fell through|overturned)\b",
            re.IGNORECASE,
        ),
    ),
    (
        State.PENDING,
        re.compile(
            r"\b(?:(?:only|merely) (?:proposed|planned)|plan(?:s|ned|ning)? to|is planning|propos(?:es|ed) to|(?:is|are|was|were|has been|remains) (?:only |still )?(?:being )?(?:considered|debated|discussed|drafted|planned|proposed|reviewed|negotiated|pending)"
            r"|(?:is|are) (?:still )?(?:considering|debating|discussing|weighing|reviewing|negotiating)|still before|(?:has|have) yet to(?: (?:vote on|decide on|approve|pass))?|await(?:s|ing)|pending|under (?:review|consideration|discussion)|intends? to|wants? to|hopes? to)\b",
            re.IGNORECASE,
        ),
    ),
    (
        State.DONE,
        re.compile(
            r"\b(?:(?:has|have|had) (?:now |already |been |just )*(?:passed|adopted|approved|completed|enacted|ratified|signed|banned|bought|sold|launched|opened|closed|[a-z]{3,}ed|bought|sold|built|begun)"
            r"|(?:was|were) (?:\w+ly )?(?:passed|adopted|approved|completed|enacted|ratified|signed into law|signed|banned|bought|sold|launched|opened|closed)|became law|in force|took effect|passed|adopted|approved)\b",
            re.IGNORECASE,
        ),
    ),
)
_FORUM = re.compile(r"\b(?:law|parliament|congress|senate|council|committee|assembly|ministers|vote)\b", re.IGNORECASE)
"""Where things are decided: named in one telling and understood in another."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a telling says of how far a thing has come."""

    state: State
    words: str
    spans: tuple[Span, ...]
    """The cue and the forum, in the passage's text: they are no part of the thing."""


def state(telling: Telling) -> Stated | None:
    """The state that a telling gives, None where it gives none or several."""
    found = list(_found(telling))
    if len({one.state for one in found}) > 1:
        found = [one for one in found if one.state is not State.DONE]
    if len({one.state for one in found}) != 1:
        return None
    first = found[0]
    return Stated(
        first.state, first.words, tuple(span for one in found for span in one.spans) + tuple(_forums(telling))
    )


def _found(telling: Telling) -> Iterator[Stated]:
    text = telling.passage.text
    for which, pattern in _CUES:
        for match in pattern.finditer(text, telling.span.start, telling.span.end):
            yield Stated(which, match[0], (Span(match.start(), match.end()),))


def _forums(telling: Telling) -> Iterator[Span]:
    for match in _FORUM.finditer(telling.passage.text, telling.span.start, telling.span.end):
        yield Span(match.start(), match.end())
