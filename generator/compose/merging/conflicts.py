"""The form of a conflict on a page: both sides between lines of markers. The first one says why, where no other wording is to be weighed: what the page says rests on
nothing any more.

A conflict over one sentence stands within its paragraph and says so. A blank at the end of the line before it, or of a side, tells that the paragraph's line goes
on there: with the markers gone it reads as it did, and `resolved` puts the line together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.compose.merging.three_ways import Stretch
from generator.compose.merging.units import joined

MINE, MIDDLE, THEIRS = "<<<<<<< the page", "=======", ">>>>>>> the new draft"
_NO_LONGER = ": no longer holds"
_HERE = ", one sentence"
_CONFLICT = re.compile(
    rf"(?P<on>(?<=[^\s]) \n)?^{re.escape(MINE)}(?:{_NO_LONGER})?(?P<here>{_HERE})?\n(?P<mine>(?:.*\n)*?){MIDDLE}\n(?P<theirs>(?:.*\n)*?){re.escape(THEIRS)}(?(here){_HERE})$(?P<end>\n*)",
    re.MULTILINE,
)
_MARKER = re.compile(r"(?:<{7}|>{7}|\|{7})(?: .*)?")


def conflict(mine: str, theirs: str, here: str = "", *, failing: bool = False) -> str:
    """Both texts between markers; an empty one where that side has nothing. `failing` tells of the page's that it does not hold any more."""
    opening = MINE + _NO_LONGER * failing + here
    return "\n".join([opening, *([mine] if mine else []), MIDDLE, *([theirs] if theirs else []), THEIRS + here])


def failing_lines(markdown: str) -> tuple[int, ...]:
    """Numbers of the lines, from 1, on which a conflict opens over what does not hold any more."""
    return tuple(n for n, line in enumerate(markdown.split("\n"), 1) if line.startswith(MINE + _NO_LONGER))


def in_paragraph(stretches: Iterable[Stretch], *, failing: bool = False) -> str:
    """A paragraph with a conflict about each stretch on which its sides differ."""
    text = ""
    pieces = list(stretches)
    for number, stretch in enumerate(pieces):
        if stretch.agreed:
            text = joined([text, *stretch.mine]) if text else joined(stretch.mine)
            continue
        on = number + 1 < len(pieces)
        mine, theirs = (_line(joined(side), on=on) for side in (stretch.mine, stretch.theirs))
        text = (
            (_line(text, on=True) + "\n" if text else "") + conflict(mine, theirs, _HERE, failing=failing) + "\n" * on
        )
    return text.rstrip()


def _line(text: str, *, on: bool) -> str:
    """A line's end: with a blank where the paragraph goes on in the same line."""
    if not text:
        return ""
    blanks = text[len(text.rstrip()) :]
    return text.rstrip() + (" " if on and "\n" not in blanks else "")


def marker_lines(markdown: str) -> tuple[int, ...]:
    """Numbers of the lines, from 1, on which a conflict opens or, where its opening is gone, on which a marker is left."""
    lines = markdown.split("\n")
    found = [n for n, line in enumerate(lines, 1) if _MARKER.fullmatch(line.rstrip("\r"))]
    opening = [n for n in found if lines[n - 1].startswith("<")]
    return tuple(opening or found)


def sides(markdown: str) -> tuple[str, ...]:
    """Both sides of every conflict, as Markdown."""
    return tuple(match["mine"] + match["theirs"] for match in _CONFLICT.finditer(markdown))


def resolved(markdown: str, *, keep_mine: bool) -> str:
    """The text with each conflict replaced by one of its sides."""

    def side(found: re.Match[str]) -> str:
        words = found["mine" if keep_mine else "theirs"].removesuffix("\n")
        blank = markdown.startswith("\n\n", found.start() - 2) if found.start() > 1 else True
        return _within(found, words) if found["here"] else _apart(found, words, after_blank_line=blank)

    return _CONFLICT.sub(side, markdown)


def _apart(found: re.Match[str], words: str, *, after_blank_line: bool) -> str:
    end = found["end"]
    return (found["on"] or "") + (words + end if words else "" if after_blank_line else end[1:])


def _within(found: re.Match[str], words: str) -> str:
    """One sentence in its paragraph, whose line goes on where it did."""
    blank, end = " " if found["on"] else "", found["end"]
    if words:
        return blank + words + (end[1:] if words.endswith(" ") else end)
    if end == "\n":
        return blank
    return end if blank else end[1:]
