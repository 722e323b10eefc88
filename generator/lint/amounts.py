"""Figures of a sentence, those in words too, and whether two are the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Number, Span

_UNITS = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {
    **{word: value for value, word in enumerate((*_UNITS, *_TEENS), 2)},
    **{word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)},
    "dozen": 12,
}
_SPELT = re.compile(
    rf"(?<![\w-])(?:(?P<tens>{'|'.join(_TENS)})-(?P<unit>one|{'|'.join(_UNITS)})|(?P<word>{'|'.join(_VALUES)}))(?![\w-])(?! (?:hundred|thousand|million|billion|trillion)\b)",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"(?:approximately|about|around|roughly|nearly|almost|some|an estimated|up to)\b", re.IGNORECASE)
_SAME = 1e-9
"""Relative difference of two figures that are one: what floating point leaves of 13 million and 13,000,000."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure, in digits or in words."""

    words: str
    value: float
    percent: bool
    span: Span

    @property
    def vague(self) -> bool:
        """Whether it is given as near the mark: "approximately 24,000"."""
        return _VAGUE.match(self.words) is not None

    def same(self, other: Amount) -> bool:
        """Whether both give one figure, however written."""
        return abs(self.value - other.value) <= _SAME * abs(self.value) and (self.percent or not other.percent)


def amounts(text: str, numbers: Callable[[str], Sequence[Number]], dates: Sequence[Span] = ()) -> tuple[Amount, ...]:
    """The figures in a text but for those of its dates; "one" counts nothing and is none."""
    read = [Amount(one.words, one.value, one.unit == "percent", one.span) for one in numbers(text)]
    return tuple(one for one in (*read, *_spelt(text)) if not any(one.span.overlap(date) for date in dates))


def _spelt(text: str) -> Iterator[Amount]:
    for match in _SPELT.finditer(text):
        word, tens, unit = (match[name] or "" for name in ("word", "tens", "unit"))
        value = _VALUES[word.lower()] if word else _VALUES[tens.lower()] + _VALUES.get(unit.lower(), 1)
        yield Amount(match[0], float(value), False, Span(*match.span()))
