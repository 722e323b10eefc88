"""Dates as EDTF (Extended Date/Time Format, ISO 8601-2, the levels that sources need) and how they read in English."""

from __future__ import annotations

import re

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_PARTS = {
    "21": "spring",
    "22": "summer",
    "23": "autumn",
    "24": "winter",
    "33": "first quarter of",
    "34": "second quarter of",
    "35": "third quarter of",
    "36": "fourth quarter of",
    "40": "first half of",
    "41": "second half of",
}
"""EDTF's numbers of seasons, quarters and halves, in the place of the month."""
_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?|-(?P<part>\d\d))?")
_LONG = re.compile(r"(?P<digits>\d{3}(?=X$)|\d{2}(?=XX$))(?P<open>X{1,2})")


def in_words(value: str) -> str:
    """`2026-04-26` as "26 April 2026", `2026-04` as "April 2026", `XXXX-04-23` as "23 April (year not stated)", `2026-22` as "summer 2026".

    `199X` reads "the 1990s", `19XX` "the 20th century". Intervals read with a dash; anything that is no such date stays as it is.
    """
    return " – ".join(_date(part) for part in value.split("/"))


def _date(value: str) -> str:
    if long := _LONG.fullmatch(value):
        return f"the {long['digits']}0s" if long["open"] == "X" else f"the {_ordinal(int(long['digits']) + 1)} century"
    match = _DATE.fullmatch(value)
    if match is None or (match["part"] and match["part"] not in _PARTS):
        return value
    day = str(int(match["day"])) if match["day"] else ""
    month = MONTHS[int(match["month"]) - 1] if match["month"] else _PARTS.get(match["part"] or "", "")
    if match["year"] == "XXXX":
        return f"{day} {month.removesuffix(' of')} (year not stated)".strip()
    return " ".join(part for part in (day, month, match["year"]) if part)


def _ordinal(number: int) -> str:
    teen = 11 <= number % 100 <= 13
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
