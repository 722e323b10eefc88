"""Which sentences tell of the same thing: candidates by rare words they share, then how much of the shorter one the other covers."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from generator.analysis.differences.telling import Sentence, Telling
from generator.model import Topic

RARE = 40
"""A word in at most so many sentences leads to candidates: two such words do."""
COMMONEST = 100
"""A word in at most so many leads to candidates together with two more; a commoner one only counts in comparing. Keeps the pairs of 25,000 sentences
to some hundred thousand."""
LEAST_SHARED = 2
"""Names and words that two tellings of one thing share at least."""


_TWO_DO, _THREE_DO, _ENOUGH = 3, 2, 6
_FURTHER = frozenset({"second", "another", "further"})
"""What only one telling says of its thing where the other's is the first."""


class Alignment:
    """The sentences of a pile, the topic they are about, and what is common in it."""

    def __init__(self, sentences: Sequence[Sentence], topic: Topic, issued: Mapping[str, str] | None = None) -> None:
        """`issued` gives the EDTF date of each source that has one, by its key."""
        self.sentences = tuple(sentences)
        self.topic = topic
        self.issued = dict(issued or {})
        self._frequency = Counter(stem for sentence in sentences for stem in sentence.stems)
        self._total = len(sentences)

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Indices of sentences that share words which few others hold, in order."""
        holding: dict[str, list[int]] = defaultdict(list)
        for index, sentence in enumerate(self.sentences):
            for stem in sentence.stems:
                if self._frequency[stem] <= COMMONEST:
                    holding[stem].append(index)
        shared: Counter[tuple[int, int]] = Counter()
        for stem, indices in holding.items():
            worth = _TWO_DO if self._frequency[stem] <= RARE else _THREE_DO
            for pair in combinations(indices, 2):
                shared[pair] += worth
        yield from sorted(pair for pair, worth in shared.items() if worth >= _ENOUGH)

    def weight(self, stem: str) -> float:
        """How much a shared word tells: the rarer in the pile the more."""
        return math.log(1 + self._total / (1 + self._frequency[stem]))

    def covered(self, a: Telling, b: Telling) -> float:
        """Share of the weight of the shorter telling's words that the other holds too, 0 to 1."""
        both = math.fsum(map(self.weight, sorted(a.stems & b.stems)))
        shorter = min(math.fsum(map(self.weight, sorted(t.stems))) for t in (a, b))
        return both / shorter if shorter else 0.0

    def same_thing(self, a: Telling, b: Telling, least: float) -> bool:
        """Whether two tellings, slots left out, speak of one thing: enough shared names and words, and few words in another's place."""
        count = shared(a, b)
        if count < (1 if _one_long_name(a, b) else LEAST_SHARED) or self.covered(a, b) < least:
            return False
        if (a.stems ^ b.stems) & _FURTHER:
            return False
        return not substitutions(a, b, names=True) and substitutions(a, b, names=False) * TOLERATED <= max(
            count - LEAST_SHARED, 0
        )


def _one_long_name(a: Telling, b: Telling) -> bool:
    """Whether one of the tellings is little more than a name of several words, as "the Clean Air Act" is."""
    return any(len(t.groups) <= LEAST_SHARED and any(len(group) >= LEAST_SHARED for group in t.groups) for t in (a, b))


def shared(a: Telling, b: Telling) -> int:
    """How many names and words two tellings share; a name counts once, and "the Storage Act" is not "the Haulage Act"."""
    other = b.groups
    return sum(any(_one_name(group, held) for held in other) for group in a.groups)


def _one_name(a: frozenset[str], b: frozenset[str]) -> bool:
    return a <= b or b <= a


TOLERATED = 3
"""Shared words, beyond the least, that outweigh one word in another's place. Set on the development templates and the labelled bank."""


def substitutions(a: Telling, b: Telling, *, names: bool) -> int:
    """How many names, or other words, stand beside the same word as a different one of the other telling: "warned the schools", "warned the hospitals"."""
    x, y = _beside(a, b, names=names), _beside(b, a, names=names)
    return min(
        sum(any(near & other for other in two.values()) for near in one.values()) for one, two in ((x, y), (y, x))
    )


def _beside(a: Telling, b: Telling, *, names: bool) -> dict[str, frozenset[str]]:
    """The words that only `a` has, each with the shared words next to it."""
    common = b.stems
    found: dict[str, frozenset[str]] = {}
    for index, word in enumerate(a.words):
        if word.stem not in common and word.name is names:
            near = {other.stem for other in a.words[max(index - 1, 0) : index + 2] if other.stem in common}
            found[word.stem] = frozenset(near)
    return found
