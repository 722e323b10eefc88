"""What a sentence speaks of: its content words clause by clause, without the slots (dates, figures, quantities) that two tellings may fill differently."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from generator.analysis.differences import vocabulary
from generator.model import DateMention, Number, Passage, Span

_WORD = re.compile(r"[^\W\d_](?:[\w.&-]*\w)?(?:['’]s\b)?|\d+(?:st|nd|rd|th)\b|[\w-]*[a-zA-Z][\w-]*\d[\w-]*")
_ASIDE = re.compile(
    r",? (?:an?|one|two|three|four|five|six|\d+|several|some) (?:days?|weeks?|months?|years?|hours?) (?:before|after|earlier|later)(?=[\s,])[^,.;]*(?=[,.;])",
    re.IGNORECASE,
)
"""Another happening that this one is dated by: "On April 23, a day before the vote, ..."."""
_ATTRIBUTION = re.compile(
    r"\b[Aa]ccording to [^,.;]{3,60}(?=[,.;])|^(?:The |An? )?[\w ]{3,40}? (?:said|says|reported|told reporters)(?: on \w+day)?(?: that|,)? |, (?:the )?[\w ]{3,40} (?:said|says|told reporters)\.?$"
)
"""Who says it is no part of what is told."""
_BOUNDARY = re.compile(
    r"[;:—]\s*|\s–\s|\.\.\.\s*|,\s+(?:(?:in|on|at|by|from|of|to)\s+)?(?:which|who|whose|whom|where|when|while|after|before|but|although|though|as|because|since)\s"
    r"|,?\s+and\s+(?=(?:[\w-]+\s){0,2}?(?:was|were|has|had|is|are|have|[a-z]{3,}ed)\b)"
    r"|\s(?:when|while|because|although|but)\s|\s(?:after|before)\s(?=(?:\S+\s){1,6}?(?:was|were|had|has|[a-z]{3,}ed)\b)",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"\b(?:not|never|no|none|neither|nor|without|cannot|nobody|nothing|denied|denies|failed to|refused to)\b|n['’]t\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?:second|third|fourth|fifth|sixth|last|next|another|further|previous|earlier|later)\b", re.IGNORECASE
)


class Word(NamedTuple):
    """A content word."""

    stem: str
    at: int
    """Where it begins in the passage's text."""
    name: bool
    """Whether it is written with a capital or a digit inside the sentence."""
    negative: bool
    """Whether it is the negative of a pair of opposites."""
    group: int
    """Where its name begins, the same for all words of one name; `at` for a word that is part of none."""


@dataclass(frozen=True)
class Telling:
    """A clause, or a whole sentence, as far as it tells of one thing."""

    passage: Passage
    span: Span
    """In `passage.text`."""
    words: tuple[Word, ...]
    negations: int
    """How often it denies: "not", "no", the negative of a pair of opposites."""

    @property
    def text(self) -> str:
        return self.passage.text[self.span.start : self.span.end]

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(word.stem for word in self.words)

    @cached_property
    def groups(self) -> tuple[frozenset[str], ...]:
        """The stems of each name and of each word outside names, in order: what counts as one thing shared."""
        found: dict[int, set[str]] = {}
        for word in self.words:
            found.setdefault(word.group, set()).add(word.stem)
        return tuple(frozenset(stems) for stems in found.values())

    def without(self, *spans: Span) -> Telling:
        """The same telling without the words that begin inside one of the spans (of the passage's text)."""
        kept = tuple(word for word in self.words if not any(span.start <= word.at < span.end for span in spans))
        return Telling(self.passage, self.span, kept, self.negations)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A passage with its clauses."""

    whole: Telling
    clauses: tuple[Telling, ...]
    stems: frozenset[str]
    """Of all its words, also of what it only names to date another happening: by these it is found."""

    @property
    def passage(self) -> Passage:
        return self.whole.passage

    def around(self, at: int) -> Telling:
        """The clause that holds a place of the text; the whole sentence where that clause says too little."""
        clause = next((c for c in self.clauses if c.span.start <= at < c.span.end), self.whole)
        return clause if len(clause.words) >= _ENOUGH else self.whole


_ENOUGH = 2
"""Least content words of a clause that is compared by itself."""


def sentence(passage: Passage) -> Sentence:
    """A passage taken apart."""
    blank = _slots(passage)
    words = tuple(_words(passage.text, blank))
    clauses = tuple(_telling(passage, span, words) for span in _clauses(passage.text))
    whole = Span(0, len(passage.text))
    return Sentence(
        _telling(passage, whole, words),
        clauses,
        part(passage, whole).stems if any(asides(passage.text)) else frozenset(word.stem for word in words),
    )


def part(passage: Passage, span: Span) -> Telling:
    """What stands in one stretch of a passage's text, also where it is only named to date another."""
    return _telling(passage, span, tuple(_words(passage.text, ())))


def places(passage: Passage, mentions: Sequence[DateMention] | Sequence[Number]) -> Iterator[tuple[int, int]]:
    """Start and end of each mention in the passage's text: mentions are counted in the document, which line breaks and columns part from the sentence."""
    at = 0
    for mention in mentions:
        found = passage.text.find(mention.words, at)
        if found < 0:
            found = passage.text.find(mention.words)
        if found >= 0:
            at = found
        yield found, found + len(mention.words)


def asides(text: str) -> Iterator[Span]:
    """Where another happening is only named to date this one."""
    return (Span(match.start(), match.end()) for match in _ASIDE.finditer(text))


def _slots(passage: Passage) -> tuple[Span, ...]:
    found = [Span(a, b) for a, b in (*places(passage, passage.dates), *places(passage, passage.numbers)) if a >= 0]
    return (*found, *asides(passage.text), *(Span(m.start(), m.end()) for m in _ATTRIBUTION.finditer(passage.text)))


def _words(text: str, blank: Sequence[Span]) -> Iterator[Word]:
    last, group = None, 0
    filled = bytearray(len(text))
    for span in blank:
        filled[span.start : span.end] = b"\1" * len(span)
    for match in _WORD.finditer(text):
        if filled[match.start()]:
            continue
        lower = match[0].lower()
        ordinal = _ORDINAL.fullmatch(lower)
        abbreviation = len(lower) > 1 and match[0].isupper()
        if len(lower) < 2 or (vocabulary.is_stop(lower) and not ordinal and not abbreviation):
            continue
        stem, negative = vocabulary.sign(lower)
        capital = match[0][0].isupper()
        joined = capital and last is not None and text[last : match.start()] == " "
        group = group if joined else match.start()
        last = match.end() if capital else None
        name = (capital and match.start() > 0) or any(c.isdigit() for c in lower) or bool(ordinal)
        yield Word(stem, match.start(), name, negative, group)


def _clauses(text: str) -> Iterator[Span]:
    start = 0
    for match in _BOUNDARY.finditer(text):
        yield Span(start, match.start())
        start = match.start()
    yield Span(start, len(text))


def _telling(passage: Passage, span: Span, words: Sequence[Word]) -> Telling:
    inside = tuple(word for word in words if span.start <= word.at < span.end)
    denied = len(_NEGATION.findall(passage.text, span.start, span.end)) + sum(word.negative for word in inside)
    return Telling(passage, span, inside, denied)
