"""Figures in a sentence: as written, their value, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Number, Span

_SCALE = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
}
_WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = re.compile(
    r"(?P<vague>(?:approximately|about|around|roughly|nearly|almost|some|over|more than|at least|up to|fewer than|less than|an estimated)\s+)?"
    r"(?P<currency>[$€£¥]\s?)?(?<![\w.,-])(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?=[\s-](?:hundred|thousand|million|billion|trillion)\b))"
    r"(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|mn|bn|tn|[km])\b)?"
    r"(?P<percent>\s?(?:%|per\s?cent\b))?(?![\w-]|[.,]\d)",
    re.IGNORECASE,
)
_NOUN = re.compile(
    r"\s+(?:of\s+(?:(?:the|these|those|its|his|her|their|our)\s+)?)?(?P<words>[^\W\d_][\w'’-]*(?:\s+[^\W\d_][\w'’-]*){0,3})"
)
_STOP = frozenset(
    "and or in on at by for from to of the a an per with as is are was were has have had that which who but than".split()  # noqa: SIM905
)


def numbers(text: str, offset: int = 0) -> tuple[Number, ...]:
    """Figures in `text`; `offset` is added to their spans. Days of dates and years are left to `analysis.dates`."""
    return tuple(_numbers(text, offset))


def _numbers(text: str, offset: int) -> Iterator[Number]:
    for match in _NUMBER.finditer(text):
        if _belongs_to_date(text, match):
            continue
        value = _value(match["digits"]) * _SCALE.get((match["scale"] or "").lower(), 1.0)
        yield Number(match[0].strip(), value, _unit(text, match), Span(offset + match.start(), offset + match.end()))


def _value(digits: str) -> float:
    return float(_WORDS.index(digits.lower())) if digits.lower() in _WORDS else float(digits.replace(",", ""))


_MONTH_BEFORE = re.compile(
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?\s*(?:,|and|to|[-–])\s*)?$",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(r"\s+(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b", re.IGNORECASE)


def _belongs_to_date(text: str, match: re.Match[str]) -> bool:
    plain = not (
        match["scale"] or match["percent"] or match["currency"] or "," in match["digits"] or "." in match["digits"]
    )
    if not plain:
        return False
    if _MONTH_BEFORE.search(text[: match.start("digits")]) or _MONTH_AFTER.match(text[match.end() :]):
        return True
    return bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", match["digits"])) and not match["vague"]


def _unit(text: str, match: re.Match[str]) -> str:
    if match["percent"]:
        return "percent"
    if match["currency"]:
        return match["currency"].strip()
    noun = _NOUN.match(text[match.end() :])
    if noun is None:
        return ""
    words: list[str] = []
    for word in noun["words"].lower().split():
        if word in _STOP:
            break
        words.append(word)
    plural = next((word for word in words if word.endswith("s") and not word.endswith("ss")), "")
    return plural or (words[0] if words else "")
