"""Quotations that run over several sentences: which sentences stand inside one, and whose it is.

A quotation names its speaker once, before, after or in the midst of it; the sentences between its marks have the same speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.analysis.units import Unit
from generator.model import BlockKind

_MARK = re.compile(r"[“”\"]")
_LEADS_IN = re.compile(r"[:,]$")


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring units of one paragraph that one quotation, or several in a row, hold together."""

    units: tuple[int, ...]
    opens: bool
    """Whether the first unit begins with an opening mark: speech, not words quoted in passing."""
    continues: bool
    """Whether the quotation began in the paragraph before, which left it open."""


def runs(article: Sequence[Unit]) -> tuple[Run, ...]:
    """The runs of an article in order. A unit that holds no speech is in none."""
    found: list[Run] = []
    left_open = False
    for paragraph in _paragraphs(article):
        inside = False
        current: list[int] = []
        opens = continues = False
        for index in paragraph:
            text = article[index].text
            starts_inside, inside = inside, _after(text, inside)
            opening = bool(re.match(r"[“\"]", text)) and not starts_inside
            if starts_inside or (opening and current and current[-1] == index - 1):
                current.append(index)
            else:
                _add(found, current, opens, continues)
                current, opens = [index] if (opening or inside) else [], opening
                continues = opening and left_open and index == paragraph[0]
        _add(found, current, opens, continues)
        left_open = inside
    return tuple(found)


def _add(found: list[Run], units: list[int], opens: bool, continues: bool) -> None:
    if units:
        found.append(Run(tuple(units), opens, continues))


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


def leads_in(text: str) -> bool:
    """Whether a sentence without a quotation announces the one that follows."""
    return bool(_LEADS_IN.search(text.rstrip()))
