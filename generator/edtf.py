"""Dates as EDTF (Extended Date/Time Format, ISO 8601-2, the levels that sources need) and how they read in English."""

from __future__ import annotations

import re

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DATE = re.compile(r"(?P<year>\d{4}|XXXX)(?:-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>\d\d))?)?")


def in_words(value: str) -> str:
    """`2026-04-26` as "26 April 2026", `2026-04` as "April 2026", `XXXX-04-23` as "23 April (year not stated)".

    Intervals read with a dash; anything that is no such date stays as it is.
    """
    return " – ".join(_date(part) for part in value.split("/"))


def _date(value: str) -> str:
    match = _DATE.fullmatch(value)
    if match is None:
        return value
    day = str(int(match["day"])) if match["day"] else ""
    month = MONTHS[int(match["month"]) - 1] if match["month"] else ""
    year = "(year not stated)" if match["year"] == "XXXX" else match["year"]
    return " ".join(part for part in (day, month, year) if part)
