"""What a rule finds in a text, and what it may look at to complete it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from generator.analysis.dates import periods, tense
from generator.analysis.dates.periods import Unit
from generator.model import DateMention, Span

UNKNOWN = "the article's date is not known"
TOO_COARSE = "the article's date is not known closely enough"
NEIGHBOUR_UNKNOWN = "the date that it counts from is not known"


@dataclass(frozen=True, slots=True)
class Anchor:
    """What completes a date that leaves something out."""

    issued: str = ""
    """EDTF date of the article, "" where unknown."""
    inferred: bool = False
    """Whether that date is itself inferred."""


class Kind(StrEnum):
    """What words of time stand for."""

    DATE = "date"
    DATELINE = "dateline"
    """"GENEVA, May 3 (Agency) --": the article's own date, not when something happened."""
    TIME = "time"
    DURATION = "duration"
    SET = "set"
    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Expression:
    """Words of time in a text."""

    words: str
    kind: Kind
    value: str
    """EDTF for a date; with `T19:15` for a time of the day, and that alone where the day is not beside it; ISO 8601 with X for what is vague for a
    duration or a set ("P2M", "PXY", "XXXX-WXX-1"); "" where nothing resolves and for what names no date ("now", "recently")."""
    span: Span
    basis: str = ""
    """What completed the value, in plain words; empty where the words state it."""
    relative: bool = False
    """Whether the words say nothing outside their text: "Monday", "last week", "the same day"."""

    @property
    def mention(self) -> DateMention:
        """The same as a date; of a time, its day."""
        return DateMention(self.words, self.value.partition("T")[0], self.span, self.basis, self.relative)


@dataclass(slots=True)
class Scene:
    """The text around an expression, the article's date, and the date mentioned last."""

    text: str
    anchor: Anchor
    last: DateMention | None = None

    def now(self, unit: Unit) -> dt.date | None:
        """A day in the article's own period of that length; None where its date is not known so closely."""
        ends = periods.bounds(self.anchor.issued)
        if ends is None or periods.period(ends[0], unit) != periods.period(ends[1], unit):
            return None
        return ends[0]

    def year(self, which: str | None) -> str:
        """The year that "this", "last" or "next" year is; "" where nothing says."""
        now = self.now(Unit.YEAR)
        if not which or now is None:
            return ""
        return f"{now.year + {'this': 0, 'last': -1, 'next': 1}[which.lower()]:04}"

    def direction(self, match: re.Match[str]) -> int:
        """-1 past, 1 future, 0 open, by the verb nearest to the match."""
        return tense.direction(self.text, Span(match.start(), match.end()))

    def coming(self, match: re.Match[str]) -> bool:
        """Whether a day of the week that the match names is the next one."""
        return tense.coming(self.text, Span(match.start(), match.end()))

    def happened(self, match: re.Match[str]) -> bool:
        """Whether the verb right before the match tells of what is over."""
        return tense.happened(self.text, Span(match.start(), match.end()))

    def from_article(self, match: re.Match[str], unit: Unit, count: int, kind: Kind = Kind.DATE) -> Expression:
        """The period that lies so many units from the article's own."""
        day = self.now(unit)
        moved = periods.step(day, unit, count) if day else None
        if moved is None:
            return found(match, "", UNKNOWN if not self.anchor.issued else TOO_COARSE, kind)
        return found(match, periods.period(moved, unit), self.counted("counted from the article's date"), kind)

    def from_last(self, match: re.Match[str], unit: Unit, count: int) -> Expression:
        """The date mentioned last, moved; a date less precise than the unit can't be moved by it."""
        own = periods.unit_of(self.last.value) if self.last else None
        if self.last is None or own is None or own > unit:
            return found(match, "", NEIGHBOUR_UNKNOWN)
        value = periods.shifted(self.last.value, unit, count)
        return found(match, value, f"counted from “{self.last.words}”" if value else NEIGHBOUR_UNKNOWN)

    def counted(self, ground: str) -> str:
        """The ground, and that the article's date is itself inferred where it is."""
        return ground + (", which is itself inferred" if self.anchor.inferred else "")


def found(match: re.Match[str], value: str, basis: str = "", kind: Kind = Kind.DATE) -> Expression:
    """The whole match as an expression."""
    return Expression(match[0], kind, value, Span(match.start(), match.end()), basis)


Reader = Callable[[re.Match[str], Scene], Iterator[Expression]]


def always(match: re.Match[str]) -> bool:  # noqa: ARG001  # as every condition
    """Every match fits."""
    return True


class Rule(NamedTuple):
    """A form of words, and what it means in a scene."""

    pattern: re.Pattern[str]
    read: Reader
    hints: tuple[str, ...]
    """Lower-case letters of which at least one stands wherever the pattern matches: most sentences are passed over by looking for these alone."""
    fits: Callable[[re.Match[str]], bool] = always
    """Whether a match is one at all ("February 30" is not); what does not fit is left to the rules that follow."""


@dataclass(frozen=True, slots=True)
class Family:
    """Rules of one kind."""

    rules: tuple[Rule, ...]
    relative: bool = False
    """Whether what they find says nothing outside its text."""
