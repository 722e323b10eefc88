"""A part as the units of which each side may change its own: sentences, the cells of a row, lines.

A unit keeps the blanks behind it, so that units joined are the part; what is compared is their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.compose.merging.parts import Kind, Part

_SENTENCE_ENDS = r"""
    (?<! \b[A-Z] ) (?<! \b[A-Z][a-z] ) (?<! \b[A-Z][a-z]{2} )  # an initial or a title: “J. Smith”, “U.S. State”, “Dr. Smith”
    [.!?…] [)\]"”’»*_]* (?: \[\^[^\]\s]+\] )* [ \t]* (?: \n [ \t]* | (?<=[ \t]) ) (?! [a-z \t\n] )
  | \[\^[^\]\s]+\] [ \t]* (?: \n [ \t]* | (?<=[ \t]) ) (?= [A-Z“"*\[] )  # a mark and a capital: a sentence that a person left without its stop
"""
_LINE_ENDS = r"\n[ \t\n]*"
_OWN_LINE = r"\n [ \t]* (?: \n[ \t\n]* | (?= (?: [-*+] | \d+[.)] ) [ \t] ) )"
"""A blank line, or one that a list's item follows: never the middle of a sentence."""
_CELL_ENDS = r"(?<! \\ ) \| [ \t]*"
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])[ \t]+")
_PROSE = re.compile(f"{_SENTENCE_ENDS}|{_OWN_LINE}", re.VERBOSE)
_ROW = re.compile(f"{_SENTENCE_ENDS}|{_CELL_ENDS}", re.VERBOSE)
_BOX = re.compile(f"{_SENTENCE_ENDS}|{_LINE_ENDS}", re.VERBOSE)
_LINES = re.compile(_LINE_ENDS)


def units(part: Part) -> list[str]:
    """The part's text, cut; an item's mark is a unit. What is code or a comment, and what tells of the page, is cut at its lines alone."""
    mark, rest = mark_and_units(part)
    return [mark, *rest] if mark else rest


def mark_and_units(part: Part) -> tuple[str, list[str]]:
    """The mark of a list's item, "" where the part is none, and the units behind it."""
    opening = _ITEM.match(part.text) if part.kind is Kind.ITEM else None
    at = opening.end() if opening else 0
    return part.text[:at], _cut(part.text[at:], _ends(part))


def words(unit: str) -> str:
    """What is compared of a unit: a person may break lines where they like."""
    return " ".join(unit.split())


def opens_item(text: str) -> bool:
    """Whether there is nothing but the mark of a list's item."""
    return _ITEM.fullmatch(text) is not None


def joined(parts: Iterable[str]) -> str:
    """Units as one text, with a blank between two that did not follow each other before."""
    text = ""
    for unit in parts:
        text += " " if text and not text[-1].isspace() and not text.endswith("|") else ""
        text += unit
    return text


def _ends(part: Part) -> re.Pattern[str]:
    if part.kind in (Kind.TEXT, Kind.ITEM):
        return _PROSE
    if part.kind is Kind.ROW:
        return _ROW
    return _BOX if part.kind is Kind.WHOLE and part.text[:1] in "!?=" else _LINES


def _cut(markdown: str, ends: re.Pattern[str]) -> list[str]:
    bounds: Sequence[int] = [0, *(match.end() for match in ends.finditer(markdown)), len(markdown)]
    return [markdown[a:b] for a, b in pairwise(bounds) if a < b]
