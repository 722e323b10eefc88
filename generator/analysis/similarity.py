"""How alike sentences are: cosine over the beginnings of their words, reinforced by what else is like both.

On answers of several outlets to one question (`benchmarks/quality/same_claim.py`) the beginnings did as well as character n-grams at a tenth of the
size, and reinforcing brought more than any choice of words or weights.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files

Vector = Mapping[str, float]
Links = Sequence[Mapping[int, float]]
"""For each sentence, the sentences it is like and how much, both ways; never itself."""

BEGINNING = 6
"""Letters by which a word is known: inflected forms count as one. 5 and 6 did alike on the answers, 4 and stripped endings no better."""

WIDELY_HELD = 50
"""A word in more sentences than this leads to no other sentence, unless it is one of the rarest of its own."""
RAREST = 5
"""Words of a sentence that always lead to the others that hold them, so that what a hundred articles copied is found in all."""

WEAK = 0.1
"""Least cosine of a link. .08 to .12 did alike on the answers; .2 and more leaves too little for reinforcing."""
CLOSE = 0.3
"""Cosine from which a link always stays."""
NEAREST = 16
"""Links that stay of a sentence, however weak. On the answers 16 did as all, 8 a little less; the time grows with its square."""

_WORD = re.compile(r"\w+")


def vectors(texts: Sequence[str]) -> tuple[Vector, ...]:
    """A unit vector for each text, the weightiest words first; what is common in these texts or in the language weighs little."""
    counts = [Counter(beginnings(text)) for text in texts]
    here = Counter(beginning for count in counts for beginning in count)
    language = _commonness()
    weight = {
        word: 1 - math.log(max((1 + number) / (1 + len(texts)), language.get(word, 0.0)))
        for word, number in here.items()
    }
    return tuple(_unit(count, weight) for count in counts)


def beginnings(text: str) -> list[str]:
    """By what the words of a text are known, in their order."""
    return [word[:BEGINNING] for word in _WORD.findall(text.lower())]


def _unit(count: Mapping[str, int], weight: Mapping[str, float]) -> Vector:
    told = {word: (1 + math.log(count[word])) * weight[word] for word in sorted(count, key=lambda w: (-weight[w], w))}
    norm = math.sqrt(math.fsum(value * value for value in told.values())) or 1.0
    return {word: value / norm for word, value in told.items()}


@lru_cache(maxsize=1)
def _commonness() -> Mapping[str, float]:
    """Share of English sentences that hold a word with this beginning, for those above one in a hundred."""
    data = json.loads((files("generator.analysis") / "commonness.json").read_text(encoding="utf-8"))
    return {word: per_mille / 1000 for word, per_mille in data.items()}


def telling(vector: Vector) -> frozenset[str]:
    """The words of a sentence that are not common in the language."""
    return frozenset(vector).difference(_commonness())


def cosine(a: Vector, b: Vector) -> float:
    """0 for nothing in common to 1 for the same words."""
    few, many = (a, b) if len(a) < len(b) else (b, a)
    return math.fsum([weight * many[word] for word, weight in few.items() if word in many])


def links(found: Sequence[Vector]) -> Links:
    """The nearest of each sentence and all that are close, among those that share words which lead from one to the other."""
    holders = Counter(word for vector in found for word in vector)
    leads: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    linked: list[dict[int, float]] = [{} for _ in found]
    for index, vector in enumerate(found):
        leading = [word for rank, word in enumerate(vector) if rank < RAREST or holders[word] <= WIDELY_HELD]
        shared: defaultdict[int, float] = defaultdict(float)
        for word in leading:
            for other, weight in leads[word]:
                shared[other] += weight * vector[word]
            leads[word].append((index, vector[word]))
        for other, weight in shared.items():
            if weight >= WEAK / 2 and (alike := cosine(vector, found[other])) >= WEAK:
                linked[index][other] = linked[other][index] = alike
    return _kept(linked)


def _kept(linked: Links) -> Links:
    """A link stays where it is close or among the nearest of either end."""
    kept: list[dict[int, float]] = [{} for _ in linked]
    for index, others in enumerate(linked):
        for rank, other in enumerate(sorted(others, key=lambda one: (-others[one], one))):
            if rank >= NEAREST and others[other] < CLOSE:
                break
            kept[index][other] = kept[other][index] = others[other]
    return kept


def reinforced(linked: Links) -> Links:
    """How alike two sentences are in view of all the others: walks of three steps from one to the other, as a share of those that come back.

    Two that are alike by s and like nothing else come to (3s + s³) / (1 + 3s²): .4 to .85, .3 to .73.
    """
    once = [{index: 1.0, **others} for index, others in enumerate(linked)]
    twice = [_step(row, once) for row in once]
    back = [math.sqrt(_meeting(row, reached)) for row, reached in zip(once, twice, strict=True)]
    alike: list[dict[int, float]] = [{} for _ in linked]
    for index, reached in enumerate(twice):
        for other, weight in reached.items():
            if other < index and weight >= 2 * WEAK:
                value = _meeting(once[other], reached) / (back[index] * back[other])
                alike[index][other] = alike[other][index] = value
    return alike


def _step(row: Mapping[int, float], once: Links) -> dict[int, float]:
    reached: defaultdict[int, float] = defaultdict(float)
    for through, weight in row.items():
        for other, further in once[through].items():
            reached[other] += weight * further
    return reached


def _meeting(row: Mapping[int, float], reached: Mapping[int, float]) -> float:
    return math.fsum([weight * reached[other] for other, weight in row.items() if other in reached])
