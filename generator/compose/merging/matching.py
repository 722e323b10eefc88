"""Which part of one text of a page is which part of another.

First what is the same to the letter, then what cites the same words (or longer or shorter ones of the same place), then uncited parts that read alike.
Notes are the same only to the letter: they go with the parts that refer to them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from generator.compose.merging.parts import Cite, Kind, Part

ALIKE = 0.6
"""Least likeness, as difflib measures it, of two parts that cite nothing; half of the words of a sentence may have been rewritten."""
ALIKE_WITHOUT_MARK = 0.75
"""The same where only one of the two cites something: somebody took the mark away, or set one."""
SHARED_WORDS = 0.2
"""Least share of words that such parts have in common, as a filter: of all pairs that golden cases and random edits match by their letters, none has less than .53."""
_PROSE = frozenset({Kind.TEXT, Kind.ITEM})
"""A paragraph may have become an item of a list, and the other way round."""


def pairs(old: Sequence[Part], new: Sequence[Part]) -> dict[int, int]:
    """Index in `old` -> index in `new`, each used once."""
    found = _equal(old, new)
    taken = set(found.values())
    before, after = _cites(old), _cites(new)
    scored = [
        (score, -abs(i / len(old) - j / len(new)), -i, -j)
        for i, j in _candidates(old, new, found, taken)
        if (score := _likeness(old[i], new[j], before[i], after[j])) > 0
    ]
    for _, _, i, j in sorted(scored, reverse=True):
        if -i not in found and -j not in taken:
            found[-i] = -j
            taken.add(-j)
    return found


def shared(a: Sequence[Cite], b: Sequence[Cite]) -> int:
    """How many of the cites `a` stand in `b`, as the same words or as longer or shorter ones of the same place."""
    return sum(any(same_place(one, other) for other in b) for one in a)


def same_place(a: Cite, b: Cite) -> bool:
    return a.source == b.source and (
        a.words == b.words
        or (
            not a.source.startswith("=")
            and bool(a.words)
            and bool(b.words)
            and (a.words in b.words or b.words in a.words)
        )
    )


def _equal(old: Sequence[Part], new: Sequence[Part]) -> dict[int, int]:
    """Equal parts: first those that stand in the same order, then the moved ones."""
    found: dict[int, int] = {}
    matcher = SequenceMatcher(None, [part.text for part in old], [part.text for part in new], autojunk=False)
    for start, other, size in matcher.get_matching_blocks():
        found.update(zip(range(start, start + size), range(other, other + size), strict=True))
    taken = set(found.values())
    left: defaultdict[str, list[int]] = defaultdict(list)
    for j in reversed(range(len(new))):
        if j not in taken:
            left[new[j].text].append(j)
    for i, part in enumerate(old):
        if i not in found and left[part.text]:
            found[i] = left[part.text].pop()
    return found


def _candidates(
    old: Sequence[Part], new: Sequence[Part], found: dict[int, int], taken: set[int]
) -> Iterator[tuple[int, int]]:
    rest = [j for j in range(len(new)) if j not in taken and new[j].kind is not Kind.NOTE]
    for i, part in enumerate(old):
        if i not in found and part.kind is not Kind.NOTE:
            yield from ((i, j) for j in rest if part.kind is new[j].kind or {part.kind, new[j].kind} <= _PROSE)


def _cites(parts: Sequence[Part]) -> list[Sequence[Cite]]:
    """What each part cites; a heading is known by all that is cited under it."""
    found: list[Sequence[Cite]] = [part.cites for part in parts]
    for index, part in enumerate(parts):
        if part.kind is Kind.HEADING:
            found[index] = [cite for under in parts[index + 1 : section_end(parts, index)] for cite in under.cites]
    return found


def section_end(parts: Sequence[Part], heading: int) -> int:
    """Index of the part after the section that a heading opens."""
    level = parts[heading].level
    following = range(heading + 1, len(parts))
    return next((i for i in following if parts[i].kind is Kind.HEADING and parts[i].level <= level), len(parts))


def _likeness(a: Part, b: Part, cites_of_a: Sequence[Cite], cites_of_b: Sequence[Cite]) -> float:
    """0 for two different parts."""
    if a.kind is Kind.FRONT:
        return 1.0
    if a.kind is Kind.HEADING and a.level != b.level:
        return 0.0
    if cites_of_a and cites_of_b:
        common = shared(cites_of_a, cites_of_b) + shared(cites_of_b, cites_of_a)
        share = common / (len(cites_of_a) + len(cites_of_b))
        return 2.0 + share + _ratio(a.text, b.text) / 2 if common else 0.0
    least = ALIKE_WITHOUT_MARK if cites_of_a or cites_of_b else ALIKE
    if not _share_words(a.text, b.text):
        return 0.0
    matcher = SequenceMatcher(None, a.text, b.text, autojunk=False)
    if min(matcher.real_quick_ratio(), matcher.quick_ratio()) < least:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= least else 0.0


def _share_words(a: str, b: str) -> bool:
    """Whether texts have enough words in common to be worth the comparison letter by letter, which takes a hundred times as long."""
    words, others = _counted(a), _counted(b)
    return 2 * (words & others).total() >= SHARED_WORDS * (words.total() + others.total())


@lru_cache(maxsize=4096)
def _counted(text: str) -> Counter[str]:
    return Counter(text.split())


def _ratio(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b, autojunk=False).quick_ratio()
