"""One source, read: document to passages with role, speaker, chain, dates, numbers and caveats."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator import text
from generator.analysis import caveats, dates, layout, numbers, relevance, roles, speakers
from generator.analysis.dates import Anchor
from generator.analysis.layout import Article
from generator.analysis.units import Unit, units
from generator.model import BlockKind, DateMention, Document, Passage, Source, Span, Topic


def read(source: Source, document: Document, topic: Topic) -> tuple[Passage, ...]:
    """The passages of one source in the order of the file."""
    found = layout.articles(document)
    chosen = relevance.chosen(document, found, source, topic)
    admitted = [span for admission in source.admits for span in text.find(admission.words, document.text)]
    passages = [
        passage
        for article in found
        for passage in _article(source, document, topic, article, article.number in chosen, admitted)
    ]
    passages.sort(key=lambda passage: passage.pieces[0])
    return tuple(_numbered(passages))


def _numbered(passages: Sequence[Passage]) -> Iterator[Passage]:
    for order, passage in enumerate(passages):
        yield replace(passage, order=order)


def _article(
    source: Source, document: Document, topic: Topic, article: Article, chosen: bool, admitted: Sequence[Span]
) -> Iterator[Passage]:
    parts = units(document, article)
    attributions = speakers.attribute(parts, topic, source)
    keep = _kept(parts, chosen, admitted)
    verdicts = roles.roles(parts, attributions, keep, topic)
    anchor = _anchor(source, document, article)
    mentioned: DateMention | None = None
    for unit, attribution, relevant, verdict in zip(parts, attributions, keep, verdicts, strict=True):
        found = _dates(document, unit, anchor, mentioned)
        mentioned = found[-1] if found else mentioned
        yield Passage(
            source=source.key,
            order=0,
            pieces=unit.pieces,
            spans=tuple(document.raw(piece) for piece in unit.pieces),
            text=unit.text,
            block=unit.block,
            article=article.number,
            headline=article.headline,
            relevant=relevant,
            role=verdict.role,
            confidence=verdict.confidence,
            sure=verdict.sure,
            speaker=attribution.speaker if relevant else "",
            chain=attribution.chain if relevant else (),
            kind=attribution.directness,
            caveats=caveats.caveats(unit.text),
            dates=found,
            numbers=tuple(
                number for piece in unit.pieces for number in numbers.numbers(document.slice(piece), piece.start)
            ),
            predicate=attribution.verb_at,
            paragraph=unit.paragraph,
        )


def _kept(parts: Sequence[Unit], chosen: bool, admitted: Sequence[Span]) -> tuple[bool, ...]:
    kept: list[bool] = []
    body = 0
    for unit in parts:
        by_hand = any(piece.overlap(span) for piece in unit.pieces for span in admitted)
        kept.append(by_hand or (chosen and relevance.relevant(unit, body)))
        body += unit.block is not BlockKind.HEADING and not unit.furniture
    return tuple(kept)


def _anchor(source: Source, document: Document, article: Article) -> Anchor:
    stated = source.metadata.get("issued")
    if stated is not None:
        return Anchor(stated.value, stated.inferred)
    return Anchor(document.items[article.item].metadata.get("issued", ""))


def _dates(document: Document, unit: Unit, anchor: Anchor, before: DateMention | None) -> tuple[DateMention, ...]:
    found: list[DateMention] = []
    for piece in unit.pieces:
        found.extend(dates.dates(document.slice(piece), anchor, found[-1] if found else before, piece.start))
    return tuple(found)
