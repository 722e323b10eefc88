"""What the check is told of small evidence: its sentences, with the roles and speakers that a test gives them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from generator.analysis import dates, numbers, sentences
from generator.lint import Reading
from generator.model import BlockKind, Document, Evidence, Passage, Role, Span


@dataclass(frozen=True)
class Said:
    """What analysis would say of the sentences that hold some words."""

    words: str
    role: Role = Role.CONTEXT
    speaker: str = ""
    chain: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    heading: bool = False


def reading(evidence: Evidence, said: Sequence[Said] = ()) -> Reading:
    """Every paragraph in sentences; each is context in the article's voice unless `said` has it otherwise."""
    passages: Mapping[str, list[Passage]] = {
        key: [_told(passage, said) for passage in _passages(key, document)]
        for key, document in evidence.documents.items()
    }
    read_dates = partial(dates.dates, anchor=dates.Anchor())
    return Reading(passages, sentences.split, numbers.numbers, read_dates)


def _passages(key: str, document: Document) -> Iterator[Passage]:
    order = 0
    for paragraph, block in enumerate(document.blocks):
        for span in sentences.split(document.slice(block.span)):
            at = Span(block.span.start + span.start, block.span.start + span.end)
            text = document.slice(at)
            yield Passage(
                source=key,
                order=order,
                pieces=(at,),
                spans=(at,),
                text=text,
                block=BlockKind.PARAGRAPH,
                article=0,
                headline="",
                relevant=True,
                role=Role.CONTEXT,
                confidence=1.0,
                dates=dates.dates(text, dates.Anchor()),
                numbers=numbers.numbers(text),
                paragraph=paragraph,
            )
            order += 1


def _told(passage: Passage, said: Sequence[Said]) -> Passage:
    told = next((one for one in said if one.words in passage.text), None)
    if told is None:
        return passage
    return replace(
        passage,
        role=told.role,
        speaker=told.speaker,
        chain=told.chain,
        caveats=told.caveats,
        block=BlockKind.HEADING if told.heading else BlockKind.PARAGRAPH,
    )
