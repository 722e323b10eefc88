"""What a word of a quotation governs, and whether a sentence speaks of that."""

from __future__ import annotations

import re

from generator.lint.words import content
from generator.model import Span

_STOP = re.compile(r"[;:.!?—–](?=\s|$)|,?\s(?:but|yet|although|though|while|whereas|because|and that)\s")
_ASIDE = re.compile(r",[^,;:.]{1,40},")
REACH = 5
"""Content words after a negation or a hedge that still belong to it: the verb, its object and a qualifier."""
NEAR = 7
"""Content words on either side of a negation of the page that it may govern: a clause and an aside."""
TAKEN_UP = 0.5
"""Share of them from which a sentence speaks of the same. Not tuned: half, because a paraphrase keeps about that much of the wording."""


def governed(words: str, start: int) -> tuple[str, ...]:
    """Stems of the content words from `start` to the end of the clause, at most REACH; an aside between commas is passed over."""
    rest = _ASIDE.sub(" ", words[start:], count=1) if words[start : start + 1] == "," else words[start:]
    end = _STOP.search(rest)
    return tuple(content(rest[: end.start()] if end else rest)[:REACH])


def takes_up(sentence: str, stems: tuple[str, ...]) -> bool:
    """Whether a sentence has at least half of the stems, and one."""
    there = set(content(sentence))
    return bool(stems) and sum(stem in there for stem in stems) >= TAKEN_UP * len(stems)


def near(sentence: str, word: Span, stems: tuple[str, ...]) -> bool:
    """Whether one of the stems stands within NEAR content words of a word of the sentence."""
    around = [*content(sentence[: word.start])[-NEAR:], *content(sentence[word.start :])[: NEAR + 1]]
    return any(stem in around for stem in stems)
