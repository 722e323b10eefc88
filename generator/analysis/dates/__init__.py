"""Dates in a sentence, resolved against the article's own date where they leave something out.

Values are EDTF: `2026-04-23`, `2026-04`, `2026`; `2026-04-20/2026-04-26` for a week; `2026-22` for a season, `2026-35` for a quarter; `199X`;
`XXXX-04-23` where no year is stated and none can be inferred; "" where nothing resolves. Reading goes in two steps: rules find the words
(`expression.Rule`, by family), then each reader completes its match, in the order of the text, from the article's date and the date mentioned last.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.analysis.dates.beside import joined
from generator.analysis.dates.clock import CLOCK
from generator.analysis.dates.days import DAYS_AND_MONTHS, MONTHS_ALONE
from generator.analysis.dates.durations import DURATIONS, RECURRENCES
from generator.analysis.dates.expression import Anchor, Expression, Kind, Reader, Scene
from generator.analysis.dates.periods import earliest
from generator.analysis.dates.relative import RELATIVE
from generator.analysis.dates.vague import VAGUE
from generator.analysis.dates.years import PARTS_OF_YEARS, YEARS
from generator.model import DateMention, Span

__all__ = ["Anchor", "Expression", "Kind", "dates", "earliest", "expressions"]

_FAMILIES = (RECURRENCES, DAYS_AND_MONTHS, PARTS_OF_YEARS, MONTHS_ALONE, YEARS, RELATIVE, CLOCK, VAGUE, DURATIONS)
"""In order of precedence: words that an earlier one took are not read again."""
# Most hints stand in several rules, so each is looked for once.
_HINTS = tuple(dict.fromkeys(hint for family in _FAMILIES for rule in family.rules for hint in rule.hints))
_POINTING = re.compile(r"(?:last|next|this)\b|.*\b(?:last|next|this) year", re.IGNORECASE)


def dates(text: str, anchor: Anchor, before: DateMention | None = None, offset: int = 0) -> tuple[DateMention, ...]:
    """Dates in `text`, in order, of a time its day. `before` is the last date mentioned earlier: what "on the same day" refers to.

    "Today" is none of them: as often as the article's day it means nowadays.
    """
    return tuple(one.mention for one in expressions(text, anchor, before, offset) if _is_date(one))


def _is_date(one: Expression) -> bool:
    if one.kind is Kind.TIME:
        return bool(one.value or one.basis) and not one.value.startswith("T")
    return one.kind is Kind.DATE and one.words.lower() != "today"


def expressions(
    text: str, anchor: Anchor, before: DateMention | None = None, offset: int = 0
) -> tuple[Expression, ...]:
    """All words of time in `text`, in order: dates, and also times, durations, what recurs, and vague words.

    `offset` is added to the spans.
    """
    scene = Scene(text, anchor, before)
    made: list[Expression] = []
    for read, match, relative in sorted(_found(text), key=lambda item: item[1].span()):
        for one in read(match, scene):
            made.append(replace(one, relative=relative or _POINTING.match(one.words) is not None))
            if one.kind is Kind.DATE and one.value:
                scene.last = one.mention
    return tuple(replace(one, span=Span(one.span.start + offset, one.span.end + offset)) for one in joined(text, made))


def _found(text: str) -> Iterator[tuple[Reader, re.Match[str], bool]]:
    folded = text.lower()
    taken = bytearray(len(text))
    hinted = {hint for hint in _HINTS if hint in folded}
    for family in _FAMILIES:
        for rule in family.rules:
            if hinted.isdisjoint(rule.hints):
                continue
            for match in rule.pattern.finditer(text):
                start, end = match.span()
                if 1 not in taken[start:end] and rule.fits(match):
                    taken[start:end] = b"\1" * (end - start)
                    yield rule.read, match, family.relative
