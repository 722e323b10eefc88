"""Quotes with parts left out: `first words [...] last words`.

A join stands for one passage of one paragraph. What it leaves out may not turn the sense: no negation, no hedge, no
contrast.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.citations.turning import CONTRASTS, HEDGES, NEGATIONS
from generator.model import Document, Span
from generator.text import normalise

LEAST_WORDS = 3
"""Fewer words than this are found anywhere, so that a join of them proves nothing."""

_JOIN = re.compile(r"\s*\[\s*(?:\.\s*\.\s*\.|…)\s*\]\s*")
_WORD = re.compile(r"\bup to\b|[^\W\d_]+(?:'[^\W\d_]+)*", re.IGNORECASE)
_TURNING = NEGATIONS | HEDGES | CONTRASTS


def parts(words: str) -> tuple[str, ...]:
    """The parts that `[...]` (or `[…]`) joins; one part where there is none. A part may be empty."""
    return tuple(_JOIN.split(words.strip()))


def too_short(part: str) -> bool:
    """Whether a part has fewer than three words."""
    return len([word for word in part.split() if any(map(str.isalnum, word))]) < LEAST_WORDS


def chains(places: Sequence[Sequence[Span]], document: Document) -> tuple[tuple[Span, ...], ...]:
    """Ways to take one place of each part, in order and apart, inside one block: the earliest and the latest of each block.

    None where there is no way, one where there is only one. `places` are in order.
    """
    found: dict[tuple[Span, ...], None] = {}
    for block in document.blocks:
        inside = [[place for place in each if block.span.covers(place)] for each in places]
        earliest = _earliest(inside)
        if earliest:
            found[earliest] = None
            found[_latest(inside)] = None
    return tuple(found)


def lost_word(chain: Sequence[Span], document: Document) -> str:
    """The first word left out between the parts that turns the sense; "" where there is none."""
    for before, after in pairwise(chain):
        gap = document.text[before.end : after.start]
        for match in _WORD.finditer(normalise(gap).text):
            word = match[0].casefold()
            if word in _TURNING or word.endswith("n't"):
                return match[0]
    return ""


def _earliest(places: Sequence[Sequence[Span]]) -> tuple[Span, ...]:
    chain: list[Span] = []
    for each in places:
        end = chain[-1].end if chain else 0
        place = next((place for place in each if place.start >= end), None)
        if place is None:
            return ()
        chain.append(place)
    return tuple(chain)


def _latest(places: Sequence[Sequence[Span]]) -> tuple[Span, ...]:
    """The same from the end; there is one where there is an earliest one."""
    chain: list[Span] = []
    for each in reversed(places):
        chain.append(next(place for place in reversed(each) if not chain or place.end <= chain[-1].start))
    return tuple(reversed(chain))
