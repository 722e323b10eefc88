"""Happenings that a noun names ("the memo", "the summit") and the dates they have, also by way of another: "a day before the vote"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.analysis import names, verbs
from generator.analysis.differences import actors, vocabulary
from generator.analysis.differences.telling import Sentence, Telling, part
from generator.analysis.differences.when import Dated, dated, interval
from generator.model import Passage, Span, Topic

_HAPPENED = re.compile(
    verbs.DOCUMENTS.pattern
    + r"|\b(?:bill|act|cable|summit|meeting|talks|law|vote|strike|launch|election|trial|hearing|deal|agreement|report|ban|recall|merger|referendum|outbreak|attack|release|raid|ruling|verdict)\b",
    re.IGNORECASE,
)
_DONE = re.compile(rf"\b{actors.PAST}\b")
_COUNT = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_SHIFT = r"(?P<count>an?|one|two|three|four|five|six|seven|\d{1,2}) (?P<unit>day|week)s? (?P<way>before|after)"
_BESIDE = re.compile(rf",? {_SHIFT} (?P<other>(?:the|its|his|her|their) [^,.;]+)(?=[,.;])", re.IGNORECASE)
""""On April 23, a day before the vote": dates the vote."""
_THROUGH = re.compile(
    rf"\b(?:was|were|came|took place|happened|[a-z]+ed)\b[^,.;]{{0,60}}? {_SHIFT} (?P<other>[^,.;]+)", re.IGNORECASE
)
""""The vote was held a day after the report of April 22": dates the vote."""


@dataclass(frozen=True, slots=True)
class Happening:
    """What a noun names, with its date."""

    noun: str
    """Stem."""
    word: str
    """As written, in lower case."""
    when: Dated
    telling: Telling
    """The words that tell of it."""
    by_way: bool = False
    """Whether the date is reckoned from another happening's."""

    @property
    def deeds(self) -> frozenset[str]:
        """Stems of what was done, "issued" as well as "published": a memo that is issued and one that is answered are two happenings."""
        return frozenset(vocabulary.stem(match[0]) for match in _DONE.finditer(self.telling.text))


def happenings(sentence: Sentence) -> tuple[Happening, ...]:
    """The happenings of a sentence that have a day."""
    found = list(_reckoned(sentence))
    for when in dated(sentence):
        match = _noun(sentence.passage.text, when.span, [h.when.span for h in found]) if when.is_day else None
        if match:
            found.append(_happening(match, when, sentence.around(when.span.start)))
    return tuple(found)


def _happening(match: re.Match[str], when: Dated, telling: Telling, *, by_way: bool = False) -> Happening:
    return Happening(vocabulary.stem(match[0].lower()), match[0].lower(), when, telling, by_way)


def _noun(text: str, span: Span, taken: list[Span]) -> re.Match[str] | None:
    """The noun of a happening that a date belongs to: the first after a date that opens the sentence, else the last before it, else the first after."""
    for other in taken:
        text = text[: other.start] + " " * len(other) + text[other.end :]
    before = list(_HAPPENED.finditer(text, 0, span.start))
    after = _HAPPENED.search(text, span.end)
    if span.start <= len("On the same") and after:
        return after
    return before[-1] if before else after


def _reckoned(sentence: Sentence) -> Iterator[Happening]:
    passage = sentence.passage
    stated = dated(sentence)
    for match in _BESIDE.finditer(passage.text):
        base = next((d for d in reversed(stated) if d.span.end <= match.start() and d.is_day), None)
        noun = _HAPPENED.search(match["other"])
        if base and noun:
            other = Span(match.start("other"), match.end("other"))
            moved = _moved(base.first, match, 1 if match["way"].lower() == "before" else -1)
            yield _happening(
                noun, _at(base, moved, Span(match.start(), match.end())), _part(sentence, other), by_way=True
            )
    for match in _THROUGH.finditer(passage.text):
        base = next((d for d in _all_days(sentence) if match.start("other") <= d.span.start < match.end("other")), None)
        nouns = list(_HAPPENED.finditer(passage.text, 0, match.start()))
        if base and nouns:
            moved = _moved(base.first, match, -1 if match["way"].lower() == "before" else 1)
            subject = Span(0, match.start("count"))
            yield _happening(
                nouns[-1],
                _at(base, moved, Span(match.start("count"), match.end())),
                _part(sentence, subject),
                by_way=True,
            )


def _all_days(sentence: Sentence) -> Iterator[Dated]:
    at = 0
    for mention in sentence.passage.dates:
        found = interval(mention.value)
        start = sentence.passage.text.find(mention.words, at)
        if found and start >= 0 and found[0] == found[1]:
            yield Dated(sentence, mention.value, *found, Span(start, start + len(mention.words)))


def _part(sentence: Sentence, span: Span) -> Telling:
    return part(sentence.passage, span)


def _moved(day: dt.date, match: re.Match[str], sign: int) -> dt.date:
    count = _COUNT.get(match["count"].lower()) or int(match["count"])
    return day + dt.timedelta(days=sign * count * (7 if match["unit"].lower() == "week" else 1))


def _at(base: Dated, day: dt.date, span: Span) -> Dated:
    value = day.isoformat() if base.known_year else f"XXXX-{day:%m-%d}"
    return replace(base, value=value, first=day, last=day, span=span)


def share_party(topic: Topic, a: Passage, b: Passage) -> bool:
    """Whether both name one party, or one of them what the other's party belongs to."""
    return bool(_parties(topic, a) & _parties(topic, b))


def _parties(topic: Topic, passage: Passage) -> set[str]:
    found = {party.name for party in topic.parties if names.mentions(party, passage.text)}
    return found | {party.of for party in topic.parties if party.name in found and party.of}
