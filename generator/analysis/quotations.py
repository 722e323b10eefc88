"""Quotations: what of a sentence stands inside one, which sentences one runs over, and which of them have one speaker.

A quotation names its speaker once, before, after or in the midst of it; the sentences between its marks have the same speaker.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.analysis.units import Unit
from generator.model import BlockKind, Span

SPOKEN, NAMED = "\x00", "\x01"
"""Fillers for what stands in quotation marks: a piece of speech, and words only mentioned, which belong to the clause around them."""

_MARK = re.compile(r"[“”\"]")
_TWO_SINGLE = re.compile(r"(?P<closes>(?<=\S)''(?!\w))|''")
_LEADS_IN = re.compile(r"[:,]$")


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring units of one paragraph that one quotation, or several in a row, hold together."""

    units: tuple[int, ...]
    opens: bool
    """Whether the first unit begins with an opening mark: speech, not words quoted in passing."""
    continues: bool
    """Whether the quotation began in the paragraph before, which left it open."""
    inside: frozenset[int]
    """Those of the units that begin inside the quotation."""


def runs(article: Sequence[Unit]) -> tuple[Run, ...]:
    """The runs of an article in order. A unit that holds no speech is in none."""
    found: list[Run] = []
    left_open = False
    for paragraph in _paragraphs(article):
        inside = False
        current: list[int] = []
        within: set[int] = set()
        opens = continues = False
        for index in paragraph:
            text = article[index].text
            starts_inside, inside = inside, _after(text, inside)
            opening = bool(re.match(r"[“\"]", text)) and not starts_inside
            if starts_inside:
                within.add(index)
            if starts_inside or (opening and current and current[-1] == index - 1):
                current.append(index)
            else:
                _add(found, current, opens, continues, within)
                current, opens = [index] if (opening or inside) else [], opening
                continues = opening and left_open and index == paragraph[0]
        _add(found, current, opens, continues, within)
        left_open = inside
    return tuple(found)


def _add(found: list[Run], units: list[int], opens: bool, continues: bool, within: set[int]) -> None:
    if units:
        found.append(Run(tuple(units), opens, continues, frozenset(within.intersection(units))))


def _paragraphs(article: Sequence[Unit]) -> list[list[int]]:
    parts: list[list[int]] = []
    for index, unit in enumerate(article):
        if unit.furniture or unit.block is BlockKind.HEADING:
            continue
        if parts and not unit.first and parts[-1][-1] == index - 1:
            parts[-1].append(index)
        else:
            parts.append([index])
    return parts


def _after(text: str, inside: bool) -> bool:
    """Whether a quotation is open at the end of a sentence that began inside one or not."""
    for mark in _MARK.finditer(text):
        inside = not inside if mark[0] == '"' else mark[0] == "“"
    return inside


def plain(text: str) -> str:
    """The text with two single marks in a row, as some print shops set a double one, turned into one; as long as before.

    The single mark that is left over stands inside the quotation.
    """
    return _TWO_SINGLE.sub(lambda marks: "'\"" if marks["closes"] else "\"'", text)


def outside(text: str, inside: bool = False) -> str:
    """The text with its quotations filled up, as long as before; `inside` says whether it begins inside one.

    Words mentioned belong to the clause around them; a piece of speech, which ends in a stop or a comma or is cut by the sentence's end, parts clauses.
    """
    filled = list(text)
    for span in _quoted(text, inside):
        words = text[span.start : span.end].strip("“”\"' ")
        cut = span.start == 0 or span.end == len(text)
        speech = words[-1:] in ",.?!-—…" or (cut and len(words.split()) > 3)
        filled[span.start : span.end] = (SPOKEN if speech else NAMED) * len(span)
    return "".join(filled)


def _quoted(text: str, inside: bool) -> Iterator[Span]:
    """What stands in quotation marks, with its marks. A closing mark without an opening one closes what began before the sentence."""
    start = 0 if inside else -1
    for mark in _MARK.finditer(text):
        if _closes(text, mark, start >= 0):
            yield Span(max(start, 0), mark.end())
            start = -1
        elif start < 0:
            start = mark.start()
    if start >= 0:
        yield Span(start, len(text))


def _closes(text: str, mark: re.Match[str], is_open: bool) -> bool:
    if mark[0] != '"':
        return mark[0] == "”"
    return is_open or bool(re.match(r"[,.?!…]", text[mark.start() - 1 : mark.start()]) and mark.start())


def leads_in(text: str) -> bool:
    """Whether a sentence without a quotation announces the one that follows."""
    return bool(_LEADS_IN.search(text.rstrip()))
