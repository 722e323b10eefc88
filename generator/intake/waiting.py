"""Passages that stand on no page until a person decides, each with the note that would bring it there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.citations import grammar
from generator.citations.verify import verify
from generator.compose import Composition
from generator.compose.labels import label
from generator.compose.register import PAGE_OF
from generator.intake.about import is_apart, off_topic
from generator.intake.usage import CONTEXT, OFF_TOPIC, Coverage, coverage
from generator.model import Citation, Passage
from generator.pipeline import Work

_ELSEWHERE = "positions"
"""Kind of the page for what has no page of its own: it tells who says what."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A passage on the topic that no page cites."""

    passage: Passage
    reason: str
    page: str
    """Name of the page that it would belong on; "" where the topic has none of the kind."""
    note: str
    """`[^label]: @key "words"`, ready to be written on that page; "" where the whole passage cannot be cited."""


def numbers(work: Work, composed: Composition) -> Counter[str]:
    """How many passages wait for each page, by its name; without their notes, which cost more than all the rest."""
    return Counter(
        page
        for found in coverage(work, work.evidence.documents, composed)
        for _, passages in _undecided(work, found)
        for passage in passages
        if (page := _page(work, passage))
    )


def of_source(work: Work, found: Coverage) -> Iterator[Waiting]:
    """What waits of one source; what is off the topic or no running text, and context that needs no page, does not."""
    taken: set[str] = set()
    for reason, passages in _undecided(work, found):
        for passage in passages:
            body = Citation(passage.source, passage.text)
            note = (
                f"[^{label(passage.text, taken)}]: {grammar.write(body)}" if verify(body, work.evidence).passes else ""
            )
            yield Waiting(passage, reason, _page(work, passage), note)


def _undecided(work: Work, found: Coverage) -> Iterator[tuple[str, list[Passage]]]:
    """Passages by the reason for which no page cites them."""
    first = bisect_left(work.analysis.passages, found.key, key=_source)
    end = bisect_right(work.analysis.passages, found.key, key=_source)
    off = off_topic(work.analysis.passages[first:end], work.evidence.topic)
    for reason, passages in found.left_out.items():
        if reason not in (OFF_TOPIC, CONTEXT):
            yield reason, [p for p in passages if (p.source, p.article) not in off and not is_apart(p)]


def _source(passage: Passage) -> str:
    return passage.source


def _page(work: Work, passage: Passage) -> str:
    return work.evidence.topic.pages.get(PAGE_OF.get(passage.role, _ELSEWHERE), "")
