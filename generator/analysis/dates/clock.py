"""Times of the day; `beside` joins them with the day that stands next to them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.dates.expression import Expression, Family, Kind, Rule, Scene, found
from generator.analysis.dates.lexicon import PART_OF_DAY
from generator.analysis.dates.periods import Unit

_ZONE = r"(?:\s+\(?(?:EST|EDT|CST|CDT|MST|MDT|PST|PDT|GMT|UTC|CET|CEST|BST|ET|PT|local\s+time)\b\)?)?"

_CLOCK = re.compile(
    rf"\b(?P<hour>[01]?\d)(?::(?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?\s?m\b\.?{_ZONE}|\b(?P<full>[01]?\d|2[0-3]):(?P<past>[0-5]\d)(?!\d|:\d){_ZONE}",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?P<name>noon|midday|midnight)\b", re.IGNORECASE)
_PART = re.compile(
    rf"\b(?:(?:early|late|later|earlier|mid)[\s-])?(?:(?P<which>this|last|yesterday|tomorrow)\s+{PART_OF_DAY}|(?P<word>tonight|overnight|mid[-\s]?(?:afternoon|morning)))\b",
    re.IGNORECASE,
)
_OF_WEEKDAY = re.compile(r"(?<=day)\s+(?:early\s+|late\s+)?(?P<part>morning|afternoon|evening|night)\b", re.IGNORECASE)


def _clock(match: re.Match[str], scene: Scene) -> Iterator[Expression]:  # noqa: ARG001  # as every reader
    if match["full"]:
        yield _at(match, f"T{int(match['full']):02}:{match['past']}")
        return
    hour = int(match["hour"])
    if 1 <= hour <= 12:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
        yield _at(match, f"T{hour:02}:{match['minute'] or '00'}")


def _named(match: re.Match[str], scene: Scene) -> Iterator[Expression]:  # noqa: ARG001  # as every reader
    yield _at(match, "T24:00" if match["name"].lower() == "midnight" else "T12:00")


def _at(match: re.Match[str], time: str) -> Expression:
    """A time alone: no day is guessed for it."""
    return found(match, time, kind=Kind.TIME)


def _part(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    """The day of a part of the day: EDTF has no value for a morning or a night."""
    if (match["word"] or "").lower().startswith("mid"):
        yield _at(match, "")
        return
    away = {"last": -1, "yesterday": -1, "tomorrow": 1}.get((match["which"] or "").lower(), 0)
    yield scene.from_article(match, Unit.DAY, away, Kind.TIME)


def _of_weekday(match: re.Match[str], scene: Scene) -> Iterator[Expression]:  # noqa: ARG001  # as every reader
    yield _at(match, "")


CLOCK = Family(
    (
        Rule(_CLOCK, _clock, (":", "am", "a.m", "a m", "a. m", "pm", "p.m", "p m", "p. m")),
        Rule(_NAMED, _named, ("noon", "midday", "midnight")),
        Rule(_PART, _part, ("morning", "afternoon", "evening", "night")),
        Rule(_OF_WEEKDAY, _of_weekday, ("morning", "afternoon", "evening", "night")),
    ),
    relative=True,
)
