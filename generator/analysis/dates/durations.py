"""Lengths of time ("three weeks") and what recurs ("every Monday"): no dates, told apart so that nothing takes them for one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.dates import lexicon
from generator.analysis.dates.expression import Expression, Family, Kind, Rule, Scene, found
from generator.analysis.dates.lexicon import COUNT, MONTH, SEASON

_ABOUT = r"(?:(?:about|nearly|almost|around|roughly|some|just|over|up\s+to|another|within|the|(?:more|less|fewer)\s+than|at\s+least|no\s+more\s+than|as\s+(?:long|many|much)\s+as)\s+)?"
_SPAN = r"(?:(?:past|last|next|first|previous|latest|final|coming|following|preceding)\s+)?"
_KIND = r"(?:(?:more|full|consecutive|straight|successive|additional|whole|fiscal|trading|business|working|calendar|long|different)\s+)?"
_UNIT = r"(?P<unit>second|minute|hour|day|week|weekend|month|quarter|year|decade|centur)"
_COUNTED = re.compile(
    rf"\b{_ABOUT}{_SPAN}(?:(?P<least>{COUNT})\s+(?:to|or)\s+)?(?P<count>{COUNT})(?:[\s-]|\s+or\s+\w+\s+|\s+and\s+a\s+(?P<mixed>half)\s+){_KIND}{_UNIT}(?P<plural>s|ies|y)?\b(?:\s+and\s+a\s+(?P<half>half))?(?![-\s]olds?\b)(?![’']s\b)",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    rf"\b(?:for|in|over|within|after|took|take|takes|spent)\s+(?:the\s+)?{_UNIT}(?P<plural>s|ies)\b(?!\s+(?:earlier|later))",
    re.IGNORECASE,
)
_THE_PAST = re.compile(
    rf"\bthe\s+(?:past|coming|last|next)\s+{_UNIT}(?P<plural>y?)\b|\b(?:the\s+)?(?:full|entire|whole|fiscal)\s+(?P<whole>year|week|month|day|quarter)\b|\bthe\s+(?P<ended>year|quarter)(?=\s+end(?:ed|ing)\b)",
    re.IGNORECASE,
)
_EVERY = re.compile(
    rf"\b(?:each|every)\s+(?P<other>other\s+)?(?:{_UNIT}(?P<plural>y?)|(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|{SEASON}|(?-i:{MONTH}))\b",
    re.IGNORECASE,
)
_WEEKDAYS = re.compile(r"\b(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s\b")
_HALVES = {"year": "6M", "hour": "30M", "minute": "30S"}
_NOT_A_LENGTH = frozenset({"second", "quarter"})
"""Units that are ordinals or fractions unless they stand in the plural or after a hyphen."""


def _counted(match: re.Match[str], scene: Scene) -> Iterator[Expression]:  # noqa: ARG001  # as every reader
    unit = match["unit"].lower()
    if unit in _NOT_A_LENGTH and not match["plural"]:
        return
    if unit == "quarter" and re.search(r"(?:one|three)-quarters?$", match[0], re.IGNORECASE):
        return
    if re.fullmatch(r"(?:1[5-9]|20)[0-9][0-9]", match["count"]):
        return  # a year: "the 1990 quarters"
    value = lexicon.duration("" if match["least"] else match["count"], unit)
    if match["half"] or match["mixed"]:
        value += _HALVES.get(lexicon.singular(unit), "")
    yield found(match, value, kind=Kind.DURATION)


def _vague(match: re.Match[str], scene: Scene) -> Iterator[Expression]:  # noqa: ARG001  # as every reader
    yield found(match, lexicon.duration("", match["unit"]), kind=Kind.DURATION)


def _the_past(match: re.Match[str], scene: Scene) -> Iterator[Expression]:  # noqa: ARG001  # as every reader
    yield found(match, lexicon.duration("one", match["unit"] or match["whole"] or match["ended"]), kind=Kind.DURATION)


def _every(match: re.Match[str], scene: Scene) -> Iterator[Expression]:  # noqa: ARG001  # as every reader
    if match["weekday"]:
        value = f"XXXX-WXX-{lexicon.weekday_number(match['weekday']) + 1}"
    elif match["season"]:
        value = f"XXXX-{lexicon.season_number(match['season'])}"
    elif match["month"]:
        value = f"XXXX-{lexicon.month_number(match['month']):02}"
    else:
        value = lexicon.duration("two" if match["other"] else "one", match["unit"])
    yield found(match, value, kind=Kind.SET)


def _weekdays(match: re.Match[str], scene: Scene) -> Iterator[Expression]:  # noqa: ARG001  # as every reader
    yield found(match, f"XXXX-WXX-{lexicon.weekday_number(match['weekday']) + 1}", kind=Kind.SET)


RECURRENCES = Family((Rule(_EVERY, _every, ("each", "every")), Rule(_WEEKDAYS, _weekdays, ("days",))))
_UNITS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "centur")
DURATIONS = Family(
    (
        Rule(_COUNTED, _counted, _UNITS),
        Rule(_THE_PAST, _the_past, ("past", "coming", "last", "next", "full", "entire", "whole", "fiscal", "end")),
        Rule(
            _VAGUE,
            _vague,
            ("seconds", "minutes", "hours", "days", "weeks", "months", "quarters", "years", "decades", "centuries"),
        ),
    )
)
