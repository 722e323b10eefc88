"""One statement quoted in two wordings, as two translations give it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.analysis.differences import vocabulary
from generator.analysis.differences.alignment import Alignment
from generator.analysis.differences.difference import Difference
from generator.analysis.differences.facts import Facts
from generator.model import Conflict, Passage, Topic

_QUOTED = re.compile(r"[“\"](?P<words>[^“”\"]+)[”\"]")
_ALIKE = 0.5
"""Least share of the shorter quotation's content words that the other holds; set on the development templates of `benchmarks/quality/conflicts.py`."""
_LEAST_SHARED = 2


def quoted(passage: Passage) -> tuple[str, ...]:
    """The words between quotation marks."""
    return tuple(match["words"].strip(" ,.") for match in _QUOTED.finditer(passage.text))


def differ(a: Passage, b: Passage) -> bool:
    """Whether two passages of one speaker quote alike but not the same words; a part of the other's quotation is the same words."""
    said_a, said_b = " ".join(quoted(a)), " ".join(quoted(b))
    if not said_a or not said_b or _within(a, b) or _within(b, a):
        return False
    if re.sub(r"\d[\d.,]*", "", said_a) == re.sub(r"\d[\d.,]*", "", said_b):
        return False
    x, y = _content(said_a), _content(said_b)
    shared = len(x & y)
    return shared >= _LEAST_SHARED and shared >= _ALIKE * min(len(x), len(y))


def quotations(alignment: Alignment, a: Facts, b: Facts) -> Iterator[Difference]:
    """One statement in two wordings."""
    first, second = a.passage, b.passage
    if first.source != second.source and one_speaker(alignment.topic, first, second) and differ(first, second):
        heading = f"The words of {first.speaker}"
        yield Difference("wording", Conflict.LOOKALIKE, heading, (first, second))


def one_speaker(topic: Topic, a: Passage, b: Passage) -> bool:
    """Whether both passages give the words to one party, or to somebody and to whom he speaks for."""
    if not a.speaker or not b.speaker:
        return False
    if a.speaker == b.speaker or a.speaker.split()[-1] == b.speaker.split()[-1]:
        return True
    x, y = topic.party(a.speaker), topic.party(b.speaker)
    return x is not None and y is not None and (x.name in (y.name, y.of) or y.name == x.of)


def _within(a: Passage, b: Passage) -> bool:
    """Whether a run of words that `a` quotes is quoted by `b` too."""
    whole = _plain(" ".join(quoted(b)))
    return any(_plain(part) in whole for part in quoted(a) if len(part.split()) > 1)


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.casefold()))


def _content(words: str) -> frozenset[str]:
    return frozenset(
        vocabulary.stem(w) for w in re.findall(r"[^\W\d_]{2,}", words.lower()) if not vocabulary.is_stop(w)
    )
