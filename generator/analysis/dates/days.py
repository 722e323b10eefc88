"""Days and months by the calendar; a year left out is completed from the article's date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from generator import edtf
from generator.analysis.dates import lexicon, periods
from generator.analysis.dates.expression import Expression, Family, Kind, Rule, Scene, found
from generator.analysis.dates.lexicon import DAY, DAY_OF_WEEK, MONTH, YEAR
from generator.analysis.dates.periods import Unit
from generator.model import Span

_WEEKDAY = rf"(?:{DAY_OF_WEEK},?\s+(?:the\s+)?)?"
_MORE = (
    r"(?P<more>(?:(?:\s*(?:and|or|to|through|until|[-–—])\s*|\s*,\s*(?=\d{1,2}\s*(?:,\s*\d{1,2}\b|and\b|or\b)))"
    r"\d{1,2}(?:st|nd|rd|th)?(?!\d|:|/|,\d|\s*(?:percent\b|%|[ap]\.?m\b))){0,5})"
)
_PART = r"(?:(?:early|late|mid|the\s+(?:early|late)\s+(?:part|days)\s+of|the\s+(?:middle|beginning|start|end|close)\s+of)[\s-]+)"
_IN_YEAR = rf"(?:,?\s+(?:of\s+)?(?:{YEAR}|(?P<which>this|last|next)\s+year))"

_ISO = re.compile(r"(?<![\d-])(?P<year>(?:1[5-9]|20)[0-9][0-9])-(?P<mm>[0-9][0-9])-(?P<day>[0-9][0-9])(?!\d|-\d)")
_NUMERIC = re.compile(
    r"(?<![\d/.,-])(?<!version )(?P<one>[0-9]{1,2})(?P<mark>[/.-])(?P<two>[0-9]{1,2})(?P=mark)(?P<year>(?:19|20)[0-9][0-9]|[0-9][0-9])(?![\d/-]|\.\d)"
)
_MONTH_FIRST = re.compile(rf"\b{_WEEKDAY}{MONTH}\s+{DAY}(?!\d|:\d|,\d|\s*(?:percent\b|%)){_MORE}(?:{_IN_YEAR}\b)?")
_DAY_FIRST = re.compile(rf"(?<![\d,.])\b{_WEEKDAY}{DAY}{_MORE}\s+(?:of\s+)?{MONTH}(?:{_IN_YEAR}\b|\b)")
_MONTH_YEAR = re.compile(rf"\b(?:{_PART})?{MONTH}{_IN_YEAR}\b")
_LED = (
    r"(?:[Ii]n|[Ss]ince|[Ll]ast|[Nn]ext|[Tt]his(?:\s+past)?|[Bb]y|[Uu]ntil|[Dd]uring|[Tt]hrough|[Ff]rom|[Bb]etween|[Aa]fter|[Bb]efore|[Oo]f|[Ff]or|[Tt]o|[Aa]nd"
    r"|[Ee]arlier\s+in|[Ll]ater\s+in|[Ee]arly|[Ll]ate|[Mm]id)"
)
_MONTH_LED = re.compile(
    rf"\b(?P<led>{_LED})[\s-]+(?P<part>(?:the\s+(?:end|middle|beginning|start)\s+of\s+|early[\s-]|late[\s-]|mid-?)?){MONTH}(?![\w’'-]*\s+[A-Z])(?!\s+\d|[-\w])"
)
_MONTH_ALONE = re.compile(
    r"\b(?P<month>January|February|September|October|November|December|July|August|April|June)\b(?![\w’'-]*\s+[A-Z])(?!\s+\d|[-\w])"
)
_DATELINE = re.compile(r"\W*[A-Z][A-Z .’'-]+(?:,[\w .]+)?,\s+")
_DATELINE_END = re.compile(r"\s*(?:\([\w\s]+\)\s*)?(?:[-–—_]|\()")
"""The end of "GENEVA, May 3 (Agency) --"."""


def _stands(match: re.Match[str]) -> bool:
    """Whether there is such a day, of a range the first."""
    return periods.real(int(match.groupdict().get("year") or 2024), _month(match), int(match["day"]))


def _in_dateline(match: re.Match[str]) -> bool:
    text = match.string
    return bool(_DATELINE_END.match(text, match.end()) and _DATELINE.fullmatch(text, 0, match.start()))


def _month(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return int(groups["mm"]) if groups.get("mm") else lexicon.month_number(match["month"])


def _days(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    groups = match.groupdict()
    year = groups.get("year") or scene.year(groups.get("which"))
    for day in (groups["day"], *re.findall(r"\d+", groups.get("more") or "")):
        for one in _day(match, scene, (year, _month(match), int(day))):
            yield replace(one, kind=Kind.DATELINE) if _in_dateline(match) else one


def _day(match: re.Match[str], scene: Scene, date: tuple[str, int, int]) -> Iterator[Expression]:
    year, month, day = date
    if not periods.real(int(year or 2024), month, day):
        return
    named = match.groupdict().get("weekday")
    rest = f"-{month:02}-{day:02}"
    if year:
        yield found(match, year + rest, _mismatch(named, year + rest))
        return
    guessed, ground = _complete(match, scene, month, day, named)
    wrong = _mismatch(named, guessed + rest) if guessed else ""
    yield found(match, f"{guessed or 'XXXX'}{rest}", f"{ground}; {wrong}" if wrong else ground)


def _mismatch(named: str | None, value: str) -> str:
    day = dt.date.fromisoformat(value)
    if not named or lexicon.weekday_number(named) == day.weekday():
        return ""
    return f"the words call it a {named}, but that day was a {lexicon.weekday_name(day.weekday())}"


def _complete(match: re.Match[str], scene: Scene, month: int, day: int, named: str | None = None) -> tuple[str, str]:
    """The year of a day or month that states none, and the ground for it."""
    reference = periods.earliest(scene.anchor.issued)
    if reference is None:
        return "", "the year is not stated"
    years = [year for year in range(reference.year - 1, reference.year + 2) if periods.real(year, month, day)]
    if named:
        wanted = lexicon.weekday_number(named)
        years = [year for year in years if dt.date(year, month, day).weekday() == wanted] or years
    if not years:
        return "", "the year is not stated"
    direction = _DIRECTIONS.get((match.groupdict().get("led") or "").lower()) or scene.direction(match)
    if scene.happened(match):
        years = [year for year in years if (year, month) <= (reference.year, reference.month)] or years
    year = min(years, key=lambda year: _distance(dt.date(year, month, day), reference, direction))
    if year == reference.year:
        return f"{year:04}", scene.counted("the year is that of the article's date")
    return f"{year:04}", scene.counted("the year is the one that lies nearest to the article's date")


WRONG_WAY = 2
"""How many times further a day counts that lies on the other side of the article's date than its verb says; of 1, 2, 4 and 100 the best on TimeBank."""
_DIRECTIONS = {"since": -1, "by": 1, "until": 1}


def _distance(day: dt.date, reference: dt.date, direction: int) -> int:
    """How far a day lies from the article's date; further where the verb tells of the other side."""
    days = (day - reference.replace(day=min(reference.day, 28))).days
    return abs(days) * (WRONG_WAY if days * direction < 0 else 1)


def _numeric(match: re.Match[str], scene: Scene) -> Iterator[Expression]:  # noqa: ARG001  # as every reader
    one, two = int(match["one"]), int(match["two"])
    year = match["year"] if len(match["year"]) == 4 else ("19" if int(match["year"]) > 50 else "20") + match["year"]
    if match["mark"] != "/" and len(match["year"]) == 2:
        return  # a version, a telephone number, a score
    readings = (
        {(month, day) for month, day in ((one, two), (two, one)) if periods.real(int(year), month, day)}
        if max(one, two) <= 31 and min(one, two)
        else set()
    )
    if len(readings) == 1:
        month, day = readings.pop()
        yield found(match, f"{year}-{month:02}-{day:02}")
    elif readings:
        yield found(match, "", "day and month cannot be told apart")


def _month_and_year(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    month = f"-{lexicon.month_number(match['month']):02}"
    if match["year"]:
        yield found(match, match["year"] + month)
        return
    year = scene.year(match["which"])
    yield found(
        match,
        (year or "XXXX") + month,
        scene.counted("counted from the article's date") if year else "the year is not stated",
    )


_PLACED = re.compile(r"(?P<which>last|next|this)\b", re.IGNORECASE)
_NO_PART_OF_IT = re.compile(r"(?:[Oo]f|[Ff]or|[Tt]o|[Aa]nd|[Aa]fter|[Bb]efore|[Ff]rom|[Tt]hrough|[Bb]etween)[\s-]+")


def _month_led(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    month = lexicon.month_number(match["month"])
    placed = _PLACED.match(match["led"])
    now = scene.now(Unit.MONTH)
    year, ground = _complete(match, scene, month, 15)
    if placed and now:
        which = placed["which"].lower()
        shift = {"last": -(month >= now.month), "next": int(month <= now.month), "this": 0}[which]
        year, ground = (
            f"{now.year + shift:04}",
            scene.counted("the year is that of the article's date" if not shift else "counted from the article's date"),
        )
    small = _NO_PART_OF_IT.match(match[0])
    start = match.start() + (small.end() if small else 0)
    yield Expression(
        match.string[start : match.end()],
        Kind.DATE,
        f"{year or 'XXXX'}-{month:02}",
        Span(start, match.end()),
        ground,
    )


def _month_alone(match: re.Match[str], scene: Scene) -> Iterator[Expression]:
    month = lexicon.month_number(match["month"])
    year, ground = _complete(match, scene, month, 15)
    yield found(match, f"{year or 'XXXX'}-{month:02}", ground)


_MONTHS = tuple(month[:3].lower() for month in edtf.MONTHS)
DAYS_AND_MONTHS = Family(
    (
        Rule(_ISO, _days, ("-0", "-1"), _stands),
        Rule(_NUMERIC, _numeric, ("/", "-", ".1", ".2", ".0")),
        Rule(_MONTH_FIRST, _days, _MONTHS, _stands),
        Rule(_DAY_FIRST, _days, _MONTHS, _stands),
        Rule(_MONTH_YEAR, _month_and_year, _MONTHS),
    )
)
MONTHS_ALONE = Family((Rule(_MONTH_LED, _month_led, _MONTHS), Rule(_MONTH_ALONE, _month_alone, _MONTHS)))
