"""What of much is printed: as many as a page's budget takes, each party once before any a second time, nothing twice.

A bigger pile does not make a page longer; it makes the choice harder. What is not chosen stands on the look-up page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TypeVar

from generator.compose.labels import STOPWORDS
from generator.compose.statement import Statement
from generator.compose.views import AnswerView, ChargeView
from generator.compose.wording import Form

HOME = 280
"""Words of a page as a reader sees it, without notes. The home page is read in a minute, at 200 to 250 words a minute; the list of what the
sources are, which comes to it, is looked over."""
DEFINITION = 350
ALLEGATIONS = 700
REBUTTALS = 600
"""Three minutes: what most readers give to one page."""
OPEN_QUESTIONS = 350

ANSWERS = 3
"""Answers printed under one charge: one of each kind and speaker first; the others are pointed to."""
_PHRASE = {Form.PREDICATE: 2, Form.SPEECH: 4, Form.REPORTED: 2, Form.VOICE: 1, Form.UNNAMED: 4, Form.ON_THIS: 6}
"""Words of each signal phrase besides the names; "as cited by" comes to it where there is a chain."""
_RESTS_ON = 4
_NO_ANSWER = 11
"""Words of the sentence that says that nothing answers a charge."""
_SAME = 0.6
"""Share of a statement's content words that stand in another's, from which it says nothing new. Set by reading drafts of eight topics of the bank."""
_CANDIDATES = 12
"""Items of which a few are taken together; three of twelve are 220 ways."""

Item = TypeVar("Item")


def fitting(
    items: Sequence[Item],
    budget: int,
    cost: Callable[[Item], int],
    giver: Callable[[Item], str],
    shown: Callable[[Item], Statement],
) -> tuple[Item, ...]:
    """The items that fit into a number of words, in their order.

    Taken greedily in the order given, the first of each giver before the second of any; one that says again what a chosen one of the same giver
    says is passed over, and so is one that is too long for what is left.
    """
    nth: Counter[str] = Counter()
    ranked: list[tuple[int, int]] = []
    for index, item in enumerate(items):
        ranked.append((nth[giver(item)], index))
        nth[giver(item)] += 1
    taken: list[int] = []
    for _, index in sorted(ranked):
        rivals = (shown(items[other]) for other in taken if giver(items[other]) == giver(items[index]))
        if cost(items[index]) <= budget and not any(repeats(shown(items[index]), other) for other in rivals):
            taken.append(index)
            budget -= cost(items[index])
    return tuple(items[index] for index in sorted(taken))


def together(
    items: Sequence[Item],
    most: int,
    budget: int,
    cost: Callable[[Item], int],
    giver: Callable[[Item], str],
    preferred: Callable[[Item], bool],
) -> tuple[Item, ...]:
    """As many items as there may be, each of another giver, that fit together.

    Of the ways to take them the first in the order given, if possible one with a preferred item.
    """
    for size in range(most, 0, -1):
        ways = [
            taken
            for taken in combinations(items[:_CANDIDATES], size)
            if len(set(map(giver, taken))) == size and sum(map(cost, taken)) <= budget
        ]
        if ways:
            return max(ways, key=lambda taken: any(map(preferred, taken)))
    return ()


def repeats(statement: Statement, other: Statement) -> bool:
    """Whether a statement says nothing beyond another: its words, cut to stems, nearly all stand there, and no figure is new."""
    said, there = _content(statement), _content(other)
    new_figures = re.findall(r"\d[\d.,]*", statement.words)
    return not any(figure not in other.words for figure in new_figures) and len(said & there) >= _SAME * len(said)


def distinct(answers: Sequence[AnswerView]) -> list[AnswerView]:
    """The answers without one that says again what an earlier one of the same speaker and carrier says, or that an earlier one is a part of."""
    found: list[AnswerView] = []
    for answer in answers:
        same = [one for one in found if _giver(one) == _giver(answer)]
        if not any(
            repeats(answer.statement, one.statement) or one.statement.words in answer.statement.words for one in same
        ):
            found.append(answer)
    return found


def _giver(answer: AnswerView) -> tuple[str, str]:
    return (answer.statement.passage.speaker, answer.statement.carrier)


def length(statement: Statement) -> int:
    """Words of the statement's sentence."""
    s = statement
    names = [s.carrier, *s.chain]
    if s.form in (Form.PREDICATE, Form.SPEECH, Form.REPORTED):
        names += [s.speaker, s.when]
    phrase = 1 if s.form is Form.PREDICATE and s.brief and not s.chain else _PHRASE[s.form]
    return len(s.words.split()) + sum(len(name.split()) for name in names) + phrase + len(s.chain) + 2 * bool(s.chain)


def answer_length(view: ChargeView) -> int:
    """Words of the answers to a charge, or of the sentence that there is none."""
    return sum(length(answer.statement) + len(answer.kind.split()) + 1 for answer in view.answers) or _NO_ANSWER


def full_length(view: ChargeView) -> int:
    """Words of a charge with its heading and all its slots."""
    heading = len(view.charge.heading.split()) + len(view.first.speaker.split()) + 1
    origins = sum(len(name.split()) + 1 for origin in view.origins for name in origin.names)
    carriers = sum(3 * len(origin.carriers) for origin in view.origins if origin.named)
    figures = sum(len(figure.split()) for figure in view.figures) + bool(view.figures)
    slots = sum(length(s) + 2 for s in view.statements) + answer_length(view) + bool(not view.answers)
    return heading + slots + figures + origins + carriers + _RESTS_ON


def pair_length(view: ChargeView) -> int:
    """Words of a charge with its heading and its answers alone."""
    heading = len(view.charge.heading.split()) + len(view.first.speaker.split()) + 1
    return heading + length(view.first) + 2 + answer_length(view)


def line_length(view: ChargeView) -> int:
    """Words of a charge that gets one line."""
    return length(view.first) + answer_length(view)


def principal(answers: Sequence[AnswerView]) -> tuple[AnswerView, ...]:
    """The answers to print under a charge: the first of each kind and speaker before a second one."""
    nth: Counter[tuple[str, str]] = Counter()
    ranked: list[tuple[int, int]] = []
    for index, answer in enumerate(answers):
        key = (answer.kind.value, answer.statement.speaker or answer.statement.carrier)
        ranked.append((nth[key], index))
        nth[key] += 1
    return tuple(answers[index] for index in sorted(index for _, index in sorted(ranked)[:ANSWERS]))


def _content(statement: Statement) -> frozenset[str]:
    """The content words, cut to stems of five letters."""
    words = re.findall(r"[^\W\d_]{3,}", statement.words.casefold())
    return frozenset(word[:5] for word in words if word not in STOPWORDS)
