"""The lines of one part that both sides changed, merged where their changes do not touch, and the form of a conflict where they do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import pairwise

MINE, MIDDLE, THEIRS = "<<<<<<< the page", "=======", ">>>>>>> the new draft"
_CONFLICT = re.compile(
    rf"^{re.escape(MINE)}\n(?P<mine>(?:.*\n)*?){MIDDLE}\n(?P<theirs>(?:.*\n)*?){re.escape(THEIRS)}$", re.MULTILINE
)
_MARKER = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?")


def merge_lines(base: str, mine: str, theirs: str) -> str | None:
    """The part with both changes; None where they touch the same lines, or lines side by side."""
    old, one, other = base.split("\n"), mine.split("\n"), theirs.split("\n")
    changes = _changes(old, one)
    changes = sorted([*changes, *(change for change in _changes(old, other) if change not in changes)])
    if any(b[0] <= a[1] for a, b in pairwise(changes)):
        return None
    for start, end, lines in reversed(changes):
        old[start:end] = lines
    return "\n".join(old)


def conflict(mine: str, theirs: str) -> str:
    """Both texts between markers; an empty one where that side has nothing."""
    return "\n".join([MINE, *([mine] if mine else []), MIDDLE, *([theirs] if theirs else []), THEIRS])


def marker_lines(markdown: str) -> tuple[int, ...]:
    """Numbers of the lines, from 1, on which a conflict opens or, where its opening is gone, on which a marker is left."""
    lines = markdown.split("\n")
    found = [n for n, line in enumerate(lines, 1) if _MARKER.fullmatch(line.rstrip("\r"))]
    opening = [n for n in found if lines[n - 1].startswith("<")]
    return tuple(opening or found)


def resolved(markdown: str, *, keep_mine: bool) -> str:
    """The text with each conflict replaced by one of its sides."""

    def side(found: re.Match[str]) -> str:
        return found["mine" if keep_mine else "theirs"].removesuffix("\n")

    return _CONFLICT.sub(side, markdown)


def _changes(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, list[str]]]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [(i, j, list(new[k:m])) for tag, i, j, k, m in matcher.get_opcodes() if tag != "equal"]
