"""Which blocks are shaped like a heading, and how likely one is to be the headline of an article of its own."""

from __future__ import annotations

import re

TERMINAL = re.compile(r"[.!?:;…。！？][\"'”’»)\]]*$")
"""The end of a sentence, or of a line that leads in a list."""
OPEN_WORD = re.compile(
    r"(?:,|\b(?:a|an|the|its|his|her|their|our|of|to|in|on|at|by|for|with|from|and|or|but|as|that|which|who|is|are|was|were|has|have|had|be|been|this"
    r"|these|new|more|than|into|over|under|between))$|[A-Za-z]-$",
    re.IGNORECASE,
)
"""A word after which no heading and no sentence ends."""
_LONGEST = 15
"""Words of a heading."""
_SHORTEST_HEADLINE = 3
"""Words of a headline; fewer make a section's label."""
_LABEL = -9.0

# Logarithms of odds; tuned with those of `analysis.columns`.
_MARKED = 1.8
_PLAIN = 0.6
_FEW_WORDS = -2.0
_FEW = 4


def looks_like_heading(text: str) -> bool:
    """Whether an unmarked block of its own is shaped like a heading: short, with a capital, without a stop."""
    words = text.split()
    return len(words) <= _LONGEST and not TERMINAL.search(text) and not OPEN_WORD.search(text) and text[:1].isupper()


def odds(text: str, marked: bool) -> float:
    """How much the shape of a heading speaks for its being a headline, as a logarithm of odds."""
    words = len(text.split())
    if words < _SHORTEST_HEADLINE:
        return _LABEL
    return (_MARKED if marked else _PLAIN) + (_FEW_WORDS if words < _FEW else 0.0)
