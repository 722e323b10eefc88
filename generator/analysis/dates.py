"""Dates in a sentence, resolved against the article's own date where they leave something out.

Values are EDTF: `2026-04-23`, `2026-04`, `2026`; `XXXX-04-23` where no year is stated and none can be inferred.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator import edtf
from generator.model import DateMention, Span

_MONTH = r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_SECOND = r"(?:\s*(?:,|and|to|[-–—])\s*(?P<second>\d{1,2})(?:st|nd|rd|th)?(?!\d))?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"

_ISO = re.compile(r"\b(?P<year>(?:1[5-9]|20)\d\d)-(?P<mm>\d\d)-(?P<day>\d\d)\b")
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+{_DAY}{_SECOND}(?:,?\s+{_YEAR})?\b")
_DAY_FIRST = re.compile(rf"\b{_DAY}{_SECOND}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?\b")
_MONTH_YEAR = re.compile(rf"\b{_MONTH},?\s+(?:of\s+)?{_YEAR}\b")
_MONTH_ALONE = re.compile(
    rf"\b(?:[Ii]n|[Ss]ince|[Ll]ast|[Bb]y|[Ee]arly|[Ll]ate|[Mm]id|[Uu]ntil|[Dd]uring)[\s-]+(?:early |late |mid-)?{_MONTH}\b(?!\s+\d)"
)
_YEAR_ALONE = re.compile(rf"(?<![\d,.$€£-])\b{_YEAR}\b(?![\d%]|,\d|\.\d)")
_SAME_DAY = re.compile(r"\b(?:on\s+)?(?:the|that)\s+same\s+day\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What completes a date that leaves something out."""

    issued: str = ""
    """EDTF date of the article, "" where unknown."""
    inferred: bool = False
    """Whether that date is itself inferred."""


def dates(text: str, anchor: Anchor, before: DateMention | None = None, offset: int = 0) -> tuple[DateMention, ...]:
    """Dates in `text`, in order. `before` is the last date mentioned earlier: what "on the same day" refers to."""
    found: list[DateMention] = []
    for pattern, read in _FORMS:
        for match in pattern.finditer(text):
            span = Span(match.start(), match.end())
            if not any(span.overlap(other.span) for other in found):
                found.extend(read(match, anchor))
    found.sort(key=lambda mention: (mention.span, mention.value))
    found = list(_refer_back(text, found, before))
    return tuple(
        replace(mention, span=Span(mention.span.start + offset, mention.span.end + offset)) for mention in found
    )


def _full(match: re.Match[str], anchor: Anchor) -> Iterator[DateMention]:
    groups = match.groupdict()
    month = int(groups["mm"]) if groups.get("mm") else _month_number(match["month"])
    for day in (groups["day"], groups.get("second")):
        if day:
            yield from _mention(match, groups.get("year"), month, int(day), anchor)


def _monthly(match: re.Match[str], anchor: Anchor) -> Iterator[DateMention]:
    yield from _mention(match, match.groupdict().get("year"), _month_number(match["month"]), None, anchor)


def _yearly(match: re.Match[str], anchor: Anchor) -> Iterator[DateMention]:  # noqa: ARG001  # as every form
    yield DateMention(match[0], match["year"], Span(match.start(), match.end()))


_FORMS: Sequence[tuple[re.Pattern[str], Callable[[re.Match[str], Anchor], Iterator[DateMention]]]] = (
    (_ISO, _full),
    (_MONTH_FIRST, _full),
    (_DAY_FIRST, _full),
    (_MONTH_YEAR, _monthly),
    (_MONTH_ALONE, _monthly),
    (_YEAR_ALONE, _yearly),
)


def _month_number(name: str) -> int:
    return next(i for i, month in enumerate(edtf.MONTHS, 1) if month.startswith(name[:3]))


def _mention(
    match: re.Match[str], year: str | None, month: int, day: int | None, anchor: Anchor
) -> Iterator[DateMention]:
    if not 1 <= month <= 12 or (day is not None and not _real_day(year, month, day)):
        return
    rest = f"-{month:02}" + (f"-{day:02}" if day else "")
    span = Span(match.start(), match.end())
    if year:
        yield DateMention(match[0], year + rest, span)
        return
    guessed = _nearest_year(anchor.issued, month, day or 15)
    if not guessed:
        yield DateMention(match[0], "XXXX" + rest, span, "the year is not stated")
        return
    ground = "the year is that of the article's date" + (", which is itself inferred" if anchor.inferred else "")
    yield DateMention(match[0], f"{guessed}{rest}", span, ground)


def _real_day(year: str | None, month: int, day: int) -> bool:
    try:
        dt.date(int(year or 2024), month, day)
    except ValueError:
        return False
    return True


def _nearest_year(issued: str, month: int, day: int) -> str:
    """The year that puts month and day nearest to the article's date; news reports what is near."""
    reference = earliest(issued)
    if reference is None:
        return ""
    middle = dt.date(reference.year, reference.month, min(reference.day, 28))
    candidates = [dt.date(middle.year + shift, month, min(day, 28)) for shift in (-1, 0, 1)]
    return str(min(candidates, key=lambda date: abs((date - middle).days)).year)


def earliest(value: str) -> dt.date | None:
    """The first day that an EDTF value may mean; None where it has no year or is no date. A bare year counts as its middle."""
    match = re.match(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?", value)
    if match is None:
        return None
    try:
        return dt.date(int(match["year"]), int(match["month"] or 7), int(match["day"] or 1))
    except ValueError:
        return None


def _refer_back(text: str, found: Sequence[DateMention], before: DateMention | None) -> Iterator[DateMention]:
    last = before
    pending = list(_SAME_DAY.finditer(text))
    for mention in found:
        while pending and pending[0].start() < mention.span.start:
            yield from _same_day(pending.pop(0), last)
        yield mention
        last = mention
    for match in pending:
        yield from _same_day(match, last)


def _same_day(match: re.Match[str], last: DateMention | None) -> Iterator[DateMention]:
    if last is not None and len(last.value) == len("2026-04-23"):
        yield DateMention(match[0], last.value, Span(match.start(), match.end()), f"refers back to “{last.words}”")
