"""Two figures of one thing, one figure in two units, and two extents: all or some, two or three."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.analysis.differences import vocabulary
from generator.analysis.differences.telling import Sentence, places
from generator.model import Number, Span

_ABOUT = re.compile(
    r"(?:about|around|approximately|roughly|nearly|almost|some|an estimated|close to|up to)\b", re.IGNORECASE
)
_ABOVE = re.compile(r"(?:more than|over|at least|no fewer than|upwards of)\b", re.IGNORECASE)
_BELOW = re.compile(r"(?:less than|fewer than|under|at most|up to|as many as|as much as)\b", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:about|around|approximately|roughly|nearly|almost|some|an estimated|close to|up to|more than|over|at least|no fewer than|upwards of|less than|fewer than"
    r"|under|at most|as many as|as much as)\s+(?:a\s+)?$",
    re.IGNORECASE,
)
_ABOVE_AT_MOST = 1.5
"""A figure over this many times "more than" the other is another figure; set by judgement, not measured."""
_UNITS = {
    "percent": "%", "per cent": "%", "tons": "ton", "tonnes": "ton", "tonne": "ton", "metric": "ton", "kilometres": "km", "kilometers": "km", "dollars": "$", "euros": "€", "pounds": "£",
    "metres": "metre", "meters": "metre", "litres": "litre", "liters": "litre", "deaths": "dead", "fatalities": "dead",
}  # fmt: skip

_CARDINALS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_EXTENT = re.compile(
    rf"\b(?:(?:all\s+)?(?P<count>{'|'.join(_CARDINALS)})|(?P<all>all|every|each|both)|(?P<none>none|no)|(?P<most>most|the majority|a majority)|(?P<half>half)|(?P<few>only some|only a few|just a few|few|a few|a handful|only a handful|a minority|only part)"
    r"|(?P<some>some|several|many|various|numerous|a number))"
    r"(?P<link>\s+of)?(?:\s+(?:the|its|their|his|her|these|those|our))?\s+(?P<noun>[a-z]+(?:[ -][a-z]+){0,2})",
    re.IGNORECASE,
)
_FUNCTION = re.compile(
    r"\s(?:of|in|on|at|by|for|to|from|with|that|who|which|were|was|are|is|have|had|has|as|and|or|the)\b.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and where it stands in the sentence, with what makes it vague."""

    number: Number
    span: Span
    """From the words that make it vague to the end of the figure, in the passage's text."""
    lead: str
    """"about", "more than", in lower case; "" for an exact figure."""
    modifiers: frozenset[str]
    """Stems of what stands between the figure and the noun it counts: "total" in "284 billion total parameters"."""
    measures: tuple[str, ...]
    """Stems of the noun phrase that it measures: "context window" in "context windows of up to one million"; empty where it counts."""

    @property
    def unit(self) -> str:
        return _UNITS.get(self.number.unit, vocabulary.stem(self.number.unit))


def figures(sentence: Sentence) -> tuple[Figure, ...]:
    """The figures of a sentence that count or measure something."""
    return tuple(_figures(sentence))


def _figures(sentence: Sentence) -> Iterator[Figure]:
    passage = sentence.passage
    for number, (start, end) in zip(passage.numbers, places(passage, passage.numbers), strict=True):
        if start < 0 or not number.unit:
            continue
        before = _BEFORE.search(passage.text[:start])
        lead = (before[0] if before else passage.text[start:end]).lower()
        begins = before.start() if before else start
        between = _MODIFIERS.match(passage.text, end)
        yield Figure(
            number,
            Span(begins, end),
            lead if before or not lead[0].isdigit() else "",
            _modifiers(between[0].lower().split() if between else [], number.unit),
            _measured(passage.text[:begins]),
        )


_MODIFIERS = re.compile(r"(?:\s+[A-Za-z][\w-]*){1,4}")


def _modifiers(words: list[str], unit: str) -> frozenset[str]:
    inside = words[: words.index(unit)] if unit in words else []
    return frozenset(vocabulary.stem(word) for word in inside if not vocabulary.is_stop(word))


_MEASURED = re.compile(r"(?P<thing>[a-z]+ [a-z]+) of (?:up to )?$")


def _measured(before: str) -> tuple[str, ...]:
    match = _MEASURED.search(before)
    words = match["thing"].split() if match else []
    return tuple(vocabulary.stem(word) for word in words) if words and not any(map(vocabulary.is_stop, words)) else ()


def may_be_equal(a: Figure, b: Figure) -> bool:
    """Whether one number can be meant by both: the same, a rounded form of it, "more than" a little less."""
    x, y = a.number.value, b.number.value
    if math.isclose(x, y):
        return True
    if _bounded(a, y) or _bounded(b, x):
        return True
    rounded = _ABOUT.match(a.lead) or _ABOUT.match(b.lead)
    tolerance = max(_grain(x), _grain(y)) * (1.0 if rounded else 0.5)
    return abs(x - y) <= tolerance and (bool(rounded) or _grain(x) != _grain(y))


def of_two_kinds(a: Figure, b: Figure) -> bool:
    """Whether the counted things are told apart: "total parameters", "active parameters"."""
    return bool(a.modifiers and b.modifiers) and not a.modifiers & b.modifiers


def _bounded(bound: Figure, value: float) -> bool:
    limit = bound.number.value
    if _ABOVE.match(bound.lead):
        return limit <= value <= limit * _ABOVE_AT_MOST
    return bool(_BELOW.match(bound.lead)) and limit / _ABOVE_AT_MOST <= value <= limit


def _grain(value: float) -> float:
    """The place of the last digit that is not zero: 1,200 -> 100, 13.5 -> 0.1."""
    if value <= 0:
        return 0.0
    digits = f"{value:.6f}".rstrip("0").rstrip(".")
    if "." in digits:
        return float(10 ** -len(digits.split(".")[1]))
    return float(10 ** (len(digits) - len(digits.rstrip("0"))))


@dataclass(frozen=True, slots=True)
class Extent:
    """How many of a kind: "all tanks", "two ministers"."""

    how: str
    """"all", "none", "most", "half", "few", "some", or the number in words."""
    noun: str
    """Stem of the counted noun."""
    span: Span
    words: str

    @property
    def count(self) -> int:
        """The number, 0 where it is none."""
        return _CARDINALS.index(self.how) + 2 if self.how in _CARDINALS else 0


def extents(sentence: Sentence) -> tuple[Extent, ...]:
    """The extents that a sentence speaks of."""
    return tuple(_extents(sentence.passage.text))


def _extents(text: str) -> Iterator[Extent]:
    for match in _EXTENT.finditer(text):
        noun = _FUNCTION.sub("", match["noun"]).split()
        if not noun or noun[0] in {"of", "the", "and"}:
            continue
        plurals = (place for place, word in enumerate(noun) if word.endswith("s") and not word.endswith("ss"))
        head = next(plurals, len(noun) - 1)
        end = match.start("noun") + len(" ".join(noun[: head + 1]))
        how = next(name for name in ("count", "all", "none", "most", "half", "few", "some") if match[name])
        said = match["count"].lower() if how == "count" else how
        yield Extent(said, vocabulary.stem(noun[head].lower()), Span(match.start(), end), text[match.start() : end])


_CLASH = frozenset(
    frozenset(pair)
    for pair in (("all", "none"), ("all", "most"), ("all", "half"), ("all", "few"), ("none", "most"), ("none", "half"), ("none", "some"), ("none", "few"), ("most", "few"))
)  # fmt: skip


def extents_clash(a: Extent, b: Extent) -> bool:
    """Whether both cannot be meant: "all" and "half", "two" and "four"; never "several" and "three"."""
    if a.count and b.count:
        return a.count != b.count
    if a.count or b.count:
        return "none" in (a.how, b.how)
    return frozenset((a.how, b.how)) in _CLASH
