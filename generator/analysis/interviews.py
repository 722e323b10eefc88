"""Questions and answers: the answers that follow a paper's questions are those of whomever the paper has presented first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.analysis import names
from generator.analysis.attribution import Attribution
from generator.analysis.units import Unit
from generator.model import BlockKind, Speech

_LEAST = 3
"""Paragraphs that are one question each, which make an interview."""
_OPENS = re.compile(r"[“\"]")
_WE = re.compile(r"\b(?:I|[Mm]y|[Mm]e|[Ww]e|[Oo]ur)\b")


def share_answers(article: Sequence[Unit], result: list[Attribution]) -> None:
    """Gives the answers of an interview to the person who is asked. `result` runs parallel to the units."""
    asked = [index for index in range(len(article)) if _is_question(article, index) and not result[index].speaker]
    person = _presented(article)
    if len(asked) < _LEAST or not person:
        return
    answers = [
        index
        for index in range(asked[0] + 1, len(article))
        if index not in asked and not article[index].furniture and article[index].block is not BlockKind.HEADING
    ]
    quoted = sum(bool(_OPENS.match(article[index].text)) for index in answers) >= _LEAST
    if not quoted and not any(_WE.search(article[index].text) for index in answers):
        return
    for index in answers:
        if not result[index].speaker and (not quoted or _OPENS.match(article[index].text)):
            result[index] = Attribution(person, (), Speech.QUOTE)


def _is_question(article: Sequence[Unit], index: int) -> bool:
    """Whether a unit is a paragraph by itself that asks."""
    unit = article[index]
    alone = index + 1 == len(article) or article[index + 1].paragraph != unit.paragraph
    return unit.first and alone and unit.text.endswith("?") and not unit.furniture


def _presented(article: Sequence[Unit]) -> str:
    """The person with whose name the first paragraph begins; "" where it begins otherwise."""
    for unit in article:
        if not (unit.furniture or unit.block is BlockKind.HEADING):
            match = names.NAME.match(unit.text)
            return match[0] if match and names.is_person(match[0]) else ""
    return ""
