"""Values of metadata as a format states them, made into what CSL and EDTF want; "" where a value is of no use."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from generator.ingest.blocks import clean
from generator.ingest.mapped import Mapped

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?![\d-])")
_DAY_FIRST = re.compile(r"\b(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?,?\s+(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})\b")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NOT_IN_ADDRESS = re.compile(r"[\s<>\"\\^`{|}]")
_MAIL = re.compile(r"[^\s@]+@\S+\s*(?:\(([^()]*)\))?")


def words(value: str) -> str:
    """Text in one line, references decoded."""
    return clean(Mapped.whole(html.unescape(value))).text


def day(value: str) -> str:
    """A date in EDTF (`2026-04-26`, `2026-04`, `2026`), from ISO 8601, the form of e-mail, or English.

    It is the day that the value itself names, in the time zone of the value.
    """
    value = value.strip()
    if match := _ISO.match(value):
        return _edtf(match[1], match[2], match[3])
    if match := _DAY_FIRST.search(value):
        return _edtf(match[3], _month(match[2]), match[1])
    if match := _MONTH_FIRST.search(value):
        return _edtf(match[3], _month(match[1]), match[2])
    return ""


def address(value: str) -> str:
    """An http or https address; no other kind is ever taken from a source."""
    value = value.strip()
    try:
        parts = urlsplit(value)
    except ValueError:
        return ""
    usable = (
        parts.scheme in ("http", "https") and parts.netloc and value.isprintable() and not _NOT_IN_ADDRESS.search(value)
    )
    return value if usable else ""


def language(value: str) -> str:
    """A language tag such as `en` or `pt-BR`."""
    value = value.strip().replace("_", "-")
    return value if _LANGUAGE.fullmatch(value) else ""


def author(value: str) -> str:
    """A person's or a publisher's name: mail addresses and links to profiles are not names."""
    name = words(value)
    mail = _MAIL.fullmatch(name)
    if mail:
        return (mail[1] or "").strip()
    return "" if "://" in name else name


def _month(name: str) -> str:
    short = name.lower()
    return str(_MONTHS.index(short) + 1) if short in _MONTHS else ""


def _edtf(year: str, month: str | None, day_of_month: str | None) -> str:
    try:
        whole = date(int(year), int(month or 1), int(day_of_month or 1))
    except ValueError:
        return ""
    if month is None:
        return year
    if not month:
        return ""
    return whole.isoformat()[: 10 if day_of_month else 7]


READERS: Final[Mapping[str, Callable[[str], str]]] = {
    "title": words,
    "author": author,
    "issued": day,
    "URL": address,
    "container-title": words,
    "language": language,
}
"""CSL variable -> how its value is read."""
