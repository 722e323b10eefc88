"""The words that name times: months, days of the week, seasons, units, counts; as patterns, and what each stands for."""

from __future__ import annotations

import re

from generator import edtf
from generator.analysis.dates.periods import Unit

MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
DAY_OF_WEEK = r"(?P<weekday>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Fri|Sat|Sun)\.)"
SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
YEAR = r"(?P<year>(?:1[5-9]|20)[0-9][0-9])"
DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
PART_OF_DAY = r"(?P<part>morning|afternoon|evening|night)"
ORDINAL = r"(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)"
LENGTH = r"(?P<unit>day|weekend|week|month|quarter|half|year|decade|century)"

_TEENS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SINGLE = {word: number for number, word in enumerate(_TEENS, 1)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
_SINGLE |= {"a": 1, "an": 1, "dozen": 12, "hundred": 100, "thousand": 1000, "couple": 2}
VAGUE = ("several", "few", "many", "some", "dozens", "hundreds", "thousands")
_WORD = "|".join(sorted((*_TEENS, *_TENS), key=lambda word: (-len(word), word)))
SPELLED = rf"(?:{_WORD})(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine)\b(?![-\s]hundred))?"
COUNT = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?(?:\s1/2)?|(?:{SPELLED}|a)\s(?:hundred|thousand|dozen)"
    rf"|{SPELLED}|a\s(?:good\s|very\s)?few|a\scouple(?:\sof)?|an?|several|few|many|dozens\sof|hundreds\sof)"
)

UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "week": "W",
    "weekend": "WE",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "Y",
    "century": "Y",
}
"""Letters of ISO 8601's durations."""
_YEARS_IN = {"decade": 10, "century": 100}
CLOCK_UNITS = frozenset({"second", "minute", "hour"})


def month_number(name: str) -> int:
    """1 to 12 of a month's name or abbreviation."""
    return next(i for i, month in enumerate(edtf.MONTHS, 1) if month.startswith(name[:3].capitalize()))


def weekday_number(name: str) -> int:
    """0 (Monday) to 6."""
    return ("mon", "tue", "wed", "thu", "fri", "sat", "sun").index(name[:3].lower())


def weekday_name(number: int) -> str:
    """The English name of a day of the week, 0 (Monday) to 6, whatever the locale."""
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[number]


def season_number(name: str) -> int:
    """EDTF's number in the place of the month."""
    return {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}[name.lower()]


def ordinal_number(word: str) -> int:
    """1 to 4."""
    return {"f": 1, "s": 2, "t": 3}[word[0].lower()] if word.lower() in {"first", "second", "third"} else _fourth(word)


def _fourth(word: str) -> int:
    return int(word[0]) if word[0].isdigit() else 4


def calendar_unit(name: str) -> Unit:
    """The period that a noun such as "week" names."""
    return Unit[singular(name).upper()]


def singular(name: str) -> str:
    """A unit's name in lower case and in the singular: "week" of "Weeks"."""
    name = name.lower()
    return "century" if name.startswith("centur") else name.removesuffix("s")


def number(words: str) -> float | None:
    """What a count in words or digits comes to; None for a vague one ("several")."""
    parts = re.split(r"[-\s]+", words.lower().replace(",", ""))
    if any(part in VAGUE for part in parts):
        return None
    total = 0.0
    for part in parts:
        if part == "1/2":
            total += 0.5
        elif part in {"hundred", "thousand", "dozen", "couple"}:
            total = max(total, 1) * _SINGLE[part]
        elif part != "of":
            total += _SINGLE[part] if part in _SINGLE else float(part)
    return total


def whole(words: str) -> int | None:
    """The same where it comes to a whole number, else None."""
    count = number(words)
    return int(count) if count is not None and count == int(count) else None


def duration(words: str, unit: str) -> str:
    """ISO 8601's form of a length of time, with X for a count that is vague: "P2M", "PT36H", "PXY"."""
    unit = singular(unit)
    count = number(words) if words else None
    time = "T" if unit in CLOCK_UNITS else ""
    if count is None:
        letter = {"decade": "E", "century": "C"}.get(unit, UNITS[unit])
        return f"P{time}X{letter}"
    if count != int(count) and unit == "year":
        return f"P{int(count)}Y{int(count % 1 * 12)}M"
    count *= _YEARS_IN.get(unit, 1)
    return f"P{time}{count:g}{UNITS[unit]}"
