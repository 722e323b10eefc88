"""The impossible: what describes or answers a thing dated before the thing itself."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.analysis.differences import vocabulary
from generator.analysis.differences.telling import Sentence
from generator.analysis.differences.when import Dated, apart, dated

_NAME = r"[A-Z][\w-]*\d[\w-]*|[A-Z]+-?\d+"
_DESCRIBES = re.compile(
    r"\b(?:paper|report|study|article|review|book|audit|analysis|preprint|test|benchmark|documentary|manual)s?\b[^.;]{0,40}?"
    r"\b(?:on|about|of|behind|describing|describes|detailing|details|presenting|introducing|reviewing|examining)\b(?P<of>[^.;]*)",
    re.IGNORECASE,
)
_APPEARED = re.compile(
    r"\b(?:releas\w+|launch\w+|unveil\w+|introduc\w+|present\w+|brought (?:\w+ ){0,4}to market|publish\w+|went on sale|made public|opened|invent\w+)\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:(?:responded|replied|reacted|answered|in response) (?:\w+ )?(?:to )?|(?:rejected|denied|dismissed|disputed|challenged) )(?:the|this|that|its|their|these|those)\s+(?:\w+\s){0,2}?"
    r"(?P<what>report|audit|study|memo|memorandum|accusations?|allegations?|claims?|charges?|complaint|letter|lawsuit|suit|ruling|finding|findings|statement|article|paper)\b",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:publish\w+|issu\w+|releas\w+|mad(?:e)|filed|sent|brought|accus\w+|alleg\w+|presented|ruled|suggest\w+|claimed)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"^(?:that|this|the|these|those|such) (?:\w+ )?(?:claims?|accusations?|allegations?|charges?|suggestions?) (?:was|were) (?:soon |later |then |quickly |subsequently )*(?:challenged|answered|refuted|denied|rejected|followed|contradicted|disproved)\b",
    re.IGNORECASE,
)
_NEAR = 3
"""Sentences around one that points back within which what it points to and what answers stand."""


@dataclass(frozen=True, slots=True)
class Reversed:
    """Something dated before what it rests on."""

    heading: str
    earlier: Sentence
    """What cannot be so early."""
    later: Sentence


def reversed_order(sentences: Sequence[Sentence]) -> Iterator[Reversed]:
    """Descriptions dated before what they describe, and answers dated before what they answer."""
    with_dates = [(sentence, found) for sentence in sentences if (found := dated(sentence))]
    yield from _descriptions(with_dates)
    yield from _answers(with_dates)
    yield from _pointing_back(sentences)


def _descriptions(with_dates: Sequence[tuple[Sentence, tuple[Dated, ...]]]) -> Iterator[Reversed]:
    appeared: dict[str, list[tuple[Sentence, Dated]]] = defaultdict(list)
    for sentence, found in with_dates:
        text = sentence.passage.text
        if _APPEARED.search(text) and not _DESCRIBES.search(text):
            for name in sorted(_products(text)):
                appeared[name].append((sentence, found[0]))
    for sentence, found in with_dates:
        match = _DESCRIBES.search(sentence.passage.text)
        for name in sorted(_products(match["of"])) if match else ():
            for other, day in appeared[name]:
                if found[0].last < day.first and apart(found[0], day):
                    noun = match[0].split()[0].lower() if match else ""
                    yield Reversed(f"Did the {noun} on {name} come before or after {name} itself?", sentence, other)


def _products(text: str) -> set[str]:
    """Names that hold a figure, as models, laws and machines have: "R1" of "DeepSeek-R1" too."""
    found = set(re.findall(_NAME, text))
    return found | {part for name in found for part in name.split("-")[1:] if re.fullmatch(r"[A-Z]\w*\d\w*", part)}


def _answers(with_dates: Sequence[tuple[Sentence, tuple[Dated, ...]]]) -> Iterator[Reversed]:
    made: dict[str, list[tuple[Sentence, Dated]]] = defaultdict(list)
    for sentence, found in with_dates:
        text = sentence.passage.text
        if _MADE.search(text) and not _ANSWERS.search(text):
            for stem in sentence.whole.stems:
                made[stem].append((sentence, found[0]))
    for sentence, found in with_dates:
        match = _ANSWERS.search(sentence.passage.text)
        if match is None:
            continue
        what = vocabulary.stem(match["what"].lower())
        for other, day in made[what]:
            named = {word.stem for word in sentence.whole.words} & {
                word.stem for word in other.whole.words if word.name
            }
            if (
                len(named - {what}) >= 1
                and found[0].last < day.first
                and apart(found[0], day)
                and _within_year(found[0], day)
            ):
                yield Reversed(f"Did the answer come before or after the {match['what'].lower()}?", sentence, other)


def _within_year(a: Dated, b: Dated) -> bool:
    return abs((b.first - a.last).days) <= 31


def _pointing_back(sentences: Sequence[Sentence]) -> Iterator[Reversed]:
    """What follows "That claim was soon challenged" may not be dated before what the claim is dated by."""
    for index, sentence in enumerate(sentences):
        if not _POINTS_BACK.match(sentence.passage.text):
            continue
        before = _nearest_dated(sentence, sentences[max(index - _NEAR, 0) : index][::-1])
        after = _nearest_dated(sentence, sentences[index : index + _NEAR])
        if before and after and after[1].last < before[1].first and apart(after[1], before[1]):
            yield Reversed("Did the answer come before or after the claim?", after[0], before[0])


def _nearest_dated(to: Sentence, sentences: Sequence[Sentence]) -> tuple[Sentence, Dated] | None:
    for sentence in sentences:
        same = (sentence.passage.source, sentence.passage.article) == (to.passage.source, to.passage.article)
        found = dated(sentence)
        if same and found:
            return sentence, found[0]
    return None
