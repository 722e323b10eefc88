"""What a word of a quotation governs, and whether a sentence speaks of that."""

from __future__ import annotations

import re

from generator.lint.words import content
from generator.model import Span

_STOP = re.compile(
    r"(?:[;:!?—–]|(?<!\b[A-Z])\.)(?=\s|$)|,?\s(?:but|yet|although|though|while|whereas|because|and that)\s"
)
_ASIDE = re.compile(r",[^,;:.]{1,40},")
_RELATIVE = re.compile(r",\s(?:which|who|whom|whose|where|when|as)\b[^,]*$")
_PARTS = re.compile(r"[;:](?=\s)")
REACH = 5
"""Content words after a negation or a hedge that still belong to it: the verb, its object and a qualifier."""
CLAUSE = 12
"""Content words after it that may still stand in its clause. More changes nothing in the quotations of the pages."""
NEAR = 7
"""Content words on either side of a negation of the page that it may govern: a clause and an aside."""
TAKEN_UP = 0.5
"""Share of them from which a sentence speaks of the same. Not tuned: half, because a paraphrase keeps about that much of the wording."""
TOUCHED = 0.3
"""Share of a clause's words from which a sentence speaks of it that has nothing of the kind itself. From edited prose on five topics."""


def governed(words: str, start: int, reach: int = REACH) -> tuple[str, ...]:
    """Stems of the content words from `start` to the end of the clause, at most `reach`; an aside between commas is passed over."""
    rest = _ASIDE.sub(" ", words[start:], count=1) if words[start : start + 1] == "," else words[start:]
    end = _STOP.search(rest, 1)
    return tuple(content(rest[: end.start()] if end else rest)[:reach])


def clause(words: str, span: Span) -> tuple[str, ...]:
    """Stems of the content words of the clause in which a word stands, without that word; a relative clause ends at its comma.

    A clause that says next to nothing itself ("none was") takes up what stands before it.
    """
    relative = _RELATIVE.search(words, 0, span.start)
    if relative:
        comma = words.find(",", span.end)
        words = words[: comma if comma >= 0 else None]
    stops = [stop.end() for stop in _STOP.finditer(words, 0, span.start)]
    start = relative.start() if relative else stops[-1] if stops else 0
    stems = (*content(words[start : span.start])[-REACH:], *governed(words, span.end, CLAUSE))
    return stems if len(stems) > 1 else (*content(words[: span.start])[-REACH:], *stems[-1:])


def takes_up(sentence: str, stems: tuple[str, ...], share: float) -> bool:
    """Whether a sentence has a share of the stems, and one."""
    there = set(content(sentence))
    found = sum(stem in there for stem in stems)
    return found > 0 and found >= share * len(stems)


def near(sentence: str, word: Span, stems: tuple[str, ...]) -> bool:
    """Whether one of the stems stands within NEAR content words of a word of the sentence, in the same part of it."""
    starts = [0, *(part.end() for part in _PARTS.finditer(sentence))]
    start = max(one for one in starts if one <= word.start)
    end = min((one for one in starts if one > word.start), default=len(sentence))
    around = [*content(sentence[start : word.start])[-NEAR:], *content(sentence[word.start : end])[: NEAR + 1]]
    return any(stem in around for stem in stems)
