"""Words that point to the past, the present or the future without naming a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.dates.expression import Expression, Family, Kind, Reader, Rule, Scene, found

_PRESENT = re.compile(
    r"\b(?:right\s+now|until\s+now|for\s+now|now|currently|nowadays|these\s+days|at\s+present|presently|at\s+the\s+moment|current(?=\s+[a-z]))\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:(?:more\s+|most\s+)?recently|(?:(?:in|of)\s+)?(?:recent|past)\s+(?:years|days|times|weeks|months|quarters|decades)|recent|the\s+(?:recent\s+)?past(?!\s+\w+(?:\s+\w+)?\s+(?:days|weeks|months|years))(?!\s+(?:few|several|\w*day|week|month|year|quarter|decade|century|season|two|three|four|five|six|seven|eight|nine|ten|\d+))"
    r"|long\s+ago|lately)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:as\s+soon\s+as\s+possible|soon(?!\s+(?:after|as)\b)|the\s+(?:near\s+|foreseeable\s+|not-too-distant\s+)?future(?!s)|(?:for\s+|in\s+)?(?:the\s+)?(?:coming|future)\s+(?:days|weeks|months|years|quarters)|shortly(?!\s+(?:after|before)))\b",
    re.IGNORECASE,
)


def _reader(kind: Kind) -> Reader:
    def read(match: re.Match[str], scene: Scene) -> Iterator[Expression]:  # noqa: ARG001  # as every reader
        yield found(match, "", kind=kind)

    return read


VAGUE = Family(
    (
        Rule(_PRESENT, _reader(Kind.PRESENT), ("now", "current", "these", "present", "moment")),
        Rule(_PAST, _reader(Kind.PAST), ("recent", "past", "long", "lately")),
        Rule(_FUTURE, _reader(Kind.FUTURE), ("soon", "future", "coming", "shortly")),
    )
)
