"""Which answers of several outlets to one question are the same: B-cubed F1 of the engine's likeness and linkage.

The data is `nanco_dataset.json` of the public repository salesforce/discord_questions: eight questions about the news, some thirty answers to each,
grouped by people. One person's groups against another's come to .766; words weighed by TF-IDF to .736. The answers are a few words each where a
claim is a sentence, so each question's threshold is the best of the other questions', and says nothing about the engine's own.

python benchmarks/quality/same_claim.py FOLDER [ERRORS]
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import mean

from generator.analysis import linkage, numbers, similarity
from generator.analysis.claims import NEGATION
from generator.analysis.figures import Figure, figure, table
from generator.analysis.similarity import Links

FLOOR, AIM = 0.736, 0.766
THRESHOLDS = tuple(step / 100 for step in range(100))
WINDOW = 4
"""Thresholds on either side whose scores count as well in the choice of one, because thirty answers make jagged curves."""

Apart = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Question:
    words: str
    answers: tuple[str, ...]
    groups: tuple[int, ...]
    """The people's group of each answer."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of grouping answers."""

    name: str
    alike: Callable[[Sequence[str]], Links]
    apart: Apart
    measured: bool = False
    """Whether floor and aim are this way's."""


def questions(folder: Path) -> tuple[Question, ...]:
    data = json.loads((folder / "nanco_dataset.json").read_text(encoding="utf-8"))
    return tuple(
        Question(
            entry["question"],
            tuple(answer["Answer"] for answer in entry["answers"]),
            tuple(answer["cluster_global"] for answer in entry["answers"]),
        )
        for entry in data
    )


def b_cubed(gold: Sequence[Hashable], found: Sequence[Hashable]) -> float:
    """F1 of the mean share of an item's found group that is of its true group, and the reverse."""
    true, made, both = Counter(gold), Counter(found), Counter(zip(gold, found, strict=True))
    pairs = list(zip(gold, found, strict=True))
    precision = mean(both[pair] / made[pair[1]] for pair in pairs)
    recall = mean(both[pair] / true[pair[0]] for pair in pairs)
    return 2 * precision * recall / (precision + recall)


def direct(answers: Sequence[str]) -> Links:
    return similarity.links(similarity.vectors(answers))


def reinforced(answers: Sequence[str]) -> Links:
    return similarity.reinforced(direct(answers))


def never(_: str, __: str) -> bool:
    return False


def other_polarity(one: str, other: str) -> bool:
    return bool(NEGATION.search(one)) != bool(NEGATION.search(other))


def other_figures(one: str, other: str) -> bool:
    first, second = ({number.value for number in numbers.numbers(text)} for text in (one, other))
    return not (first <= second or second <= first)


def gated(one: str, other: str) -> bool:
    return other_polarity(one, other) or other_figures(one, other)


WAYS = (
    Way("same answer: B-cubed F1", reinforced, never, measured=True),
    Way("same answer: with the gates for polarity and figures", reinforced, gated, measured=True),
    Way("same answer: with the gate for polarity alone", reinforced, other_polarity),
    Way("same answer: with the gate for figures alone", reinforced, other_figures),
    Way("same answer: not reinforced", direct, never),
)


def labels(question: Question, way: Way, alike: Links, least: float) -> tuple[int, ...]:
    """The number of the group of each answer."""
    found = linkage.groups(alike, least, lambda a, b: way.apart(question.answers[a], question.answers[b]))
    of = {member: number for number, group in enumerate(found) for member in group}
    return tuple(of[number] for number in range(len(question.answers)))


def curves(asked: Sequence[Question], way: Way) -> list[list[float]]:
    """The score of each question at each threshold."""
    return [
        [b_cubed(question.groups, labels(question, way, alike, least)) for least in THRESHOLDS]
        for question in asked
        for alike in (way.alike(question.answers),)
    ]


def chosen(curve_of: Sequence[Sequence[float]], left_out: int) -> int:
    """Index of the threshold that is best for the other questions."""
    others = [curve for number, curve in enumerate(curve_of) if number != left_out]
    height = [mean(curve[at] for curve in others) for at in range(len(THRESHOLDS))]
    inner = range(WINDOW, len(THRESHOLDS) - WINDOW)
    return max(inner, key=lambda at: (mean(height[at - WINDOW : at + WINDOW + 1]), -at))


def scores(asked: Sequence[Question], way: Way) -> list[float]:
    """Each question's score at the threshold of the others."""
    made = curves(asked, way)
    return [curve[chosen(made, number)] for number, curve in enumerate(made)]


def figures(folder: Path) -> list[Figure]:
    asked = questions(folder)
    count = sum(len(question.answers) for question in asked)
    return [
        figure(
            way.name,
            scores(asked, way),
            mean,
            count=count,
            unit="answers",
            floor=FLOOR if way.measured else None,
            aim=AIM if way.measured else None,
        )
        for way in WAYS
    ]


def mistakes(folder: Path) -> Iterator[str]:
    """Pairs of answers that the first way joins or parts wrongly."""
    asked, way = questions(folder), WAYS[0]
    made = curves(asked, way)
    for number, question in enumerate(asked):
        alike = way.alike(question.answers)
        found = labels(question, way, alike, THRESHOLDS[chosen(made, number)])
        for a, b in combinations(range(len(found)), 2):
            true, said = question.groups[a] == question.groups[b], found[a] == found[b]
            if true != said:
                words = " | ".join(re.sub(r"\s+", " ", question.answers[one]) for one in (a, b))
                yield f"{'joined' if said else 'parted'} {alike[a].get(b, 0.0):.2f}  {question.words}  {words}"


def main(folder: Path, errors: int = 0) -> None:
    for line in table(figures(folder)):
        print(line)
    for line, _ in zip(mistakes(folder) if errors else (), range(errors), strict=False):
        print(line)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
