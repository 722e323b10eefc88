"""Where two wordings first differ, in pieces short enough to print side by side. For messages only."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from generator.model import Span
from generator.text import normalise

_TOKEN = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*|\S")


def first_difference(words: str, found: str) -> tuple[int, str, str]:
    """The first place where `found` departs from `words`: offset in `found`, what `words` has, what `found` has.

    Both pieces carry a neighbouring word where there is one ("12 percent", "21 percent"). What `found` has before or after
    all of `words` is no difference. `(len(found), "", "")` where they are the same.
    """
    ours, theirs = _tokens(words), _tokens(found)
    matcher = SequenceMatcher(None, [token for token, _ in ours], [token for token, _ in theirs], autojunk=False)
    for kind, a, a_end, b, b_end in matcher.get_opcodes():
        if kind == "equal" or (kind == "insert" and a in (0, len(ours))):
            continue
        follows = a_end < len(ours) and b_end < len(theirs) and ours[a_end][0][0].isalnum()
        precedes = not follows and a > 0 and b > 0 and ours[a - 1][0][0].isalnum()
        mine = _reach(ours, a - precedes, a_end + follows)
        other = _reach(theirs, b - precedes, b_end + follows)
        return other.start, words[mine.start : mine.end], found[other.start : other.end]
    return len(found), "", ""


def _tokens(text: str) -> list[tuple[str, Span]]:
    """Words, numbers and single marks, each in the form that is compared."""
    return [(normalise(match[0]).text, Span(*match.span())) for match in _TOKEN.finditer(text)]


def _reach(tokens: list[tuple[str, Span]], first: int, end: int) -> Span:
    """From the start of one token to the end of another; empty where there is none between."""
    if first >= end:
        return Span(0, 0)
    return Span(tokens[first][1].start, tokens[end - 1][1].end)
