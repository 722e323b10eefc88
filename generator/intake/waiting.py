"""Passages that stand on no page until a person decides, each with the note that would bring it there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


def waiting(work: Work, composed: Composition | None = None) -> Iterator[Waiting]:
    """All that waits, source by source. `composed` are the pages as the generator would write them now, where they are known already."""
    for found in coverage(work, work.evidence.documents, composed):
        yield from of_source(work, found)


def of_source(work: Work, found: Coverage) -> Iterator[Waiting]:
    """What waits of one source; what is off the topic or no running text, and context that needs no page, does not."""
    taken: set[str] = set()
    off = off_topic((p for p in work.analysis.passages if p.source == found.key), work.evidence.topic)
    for reason, passages in found.left_out.items():
        if reason not in (OFF_TOPIC, CONTEXT):
            own = [p for p in passages if (p.source, p.article) not in off and not is_apart(p)]
            yield from _waiting(work, reason, own, taken)


def _waiting(work: Work, reason: str, passages: Iterable[Passage], taken: set[str]) -> Iterator[Waiting]:
    names = work.evidence.topic.pages
    for passage in passages:
        body = Citation(passage.source, passage.text)
        note = f"[^{label(passage.text, taken)}]: {grammar.write(body)}" if verify(body, work.evidence).passes else ""
        yield Waiting(passage, reason, names.get(PAGE_OF.get(passage.role, _ELSEWHERE), ""), note)
