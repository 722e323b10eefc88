"""A small dispute with every passage labelled by hand, so that what comes after roles and speakers can be tested without them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.analysis import caveats, dates, numbers
from generator.analysis.charges import charges
from generator.analysis.claims import clusters
from generator.analysis.dates import Anchor
from generator.analysis.disagreements import disagreements
from generator.analysis.timeline import events
from generator.model import (
    Analysis,
    Block,
    BlockKind,
    Document,
    Evidence,
    Item,
    Party,
    Passage,
    Role,
    Side,
    Source,
    Span,
    Speech,
    Stated,
    Topic,
)

TOPIC = Topic(
    title="The cold-fogging affair",
    subject="cold-fogging",
    question="Does the fog matter?",
    terms=("cold-fogging",),
    parties=(
        Party("Orchard Guild", ("Guild", "the Guild"), Side.ACCUSES),
        Party("Maren Holt", ("Holt",), Side.ACCUSES, of="Orchard Guild"),
        Party("Brannock", ("Brannock Cold Stores",), Side.ACCUSED),
        Party("Ilse Brannock", (), Side.ACCUSED, of="Brannock"),
        Party("Sund Packers", (), Side.ACCUSED),
    ),
    pages={
        "home": "index.md",
        "definition": "what-is-cold-fogging.md",
        "allegations": "allegations.md",
        "rebuttals": "rebuttals.md",
        "open-questions": "open-questions.md",
        "positions": "who-says-what.md",
        "timeline": "timeline.md",
        "disagreements": "disagreements.md",
    },
)


@dataclass(frozen=True, slots=True)
class Said:
    """A passage with its labels."""

    text: str
    role: Role = Role.CONTEXT
    speaker: str = ""
    verb: str = ""
    """Where the predicate begins: its first words."""
    chain: tuple[str, ...] = ()
    kind: Speech = Speech.VOICE
    block: BlockKind = BlockKind.PARAGRAPH
    paragraph: int | None = None
    """Default: one of its own."""
    relevant: bool = True


def alleged(text: str, speaker: str = "", verb: str = "", **more: object) -> Said:
    return _said(text, Role.ALLEGATION, speaker, verb, more)


def answered(text: str, speaker: str = "", verb: str = "", **more: object) -> Said:
    return _said(text, Role.REBUTTAL, speaker, verb, more)


def _said(text: str, role: Role, speaker: str, verb: str, more: Mapping[str, object]) -> Said:
    kind = Speech.REPORTED if speaker else Speech.VOICE
    return replace(Said(text, role, speaker, verb, kind=kind), **more)  # type: ignore[arg-type]


def source(key: str, issued: str = "", basis: str = "") -> Source:
    metadata = {"issued": Stated(issued, basis)} if issued else {}
    return Source(key, f"{key}.txt", "0" * 64, Stated("a newspaper"), metadata, called=f"the {key.capitalize()}")


def evidence(
    said: Mapping[str, Sequence[Said]], topic: Topic = TOPIC, sources: Mapping[str, Source] | None = None
) -> Evidence:
    """The evidence whose documents hold these passages, one block a passage, and nothing else."""
    described = {key: source(key, "2031-03-06") for key in sorted(said)} | dict(sources or {})
    documents = {key: _document(key, [s.text for s in said[key]]) for key in sorted(said)}
    return Evidence(topic, dict(sorted(described.items())), documents, digest="0" * 64)


def analysis(said: Mapping[str, Sequence[Said]], of: Evidence) -> Analysis:
    """The analysis of that evidence, roles and speakers as labelled."""
    labelled = [passage for key in sorted(said) for passage in _passages(key, said[key], of)]
    claims, passages = clusters(labelled, of.topic)
    found = charges(claims, passages, of.topic)
    differ = disagreements(passages, found, of.topic)
    return Analysis(passages, claims, found, differ, events(passages, differ, of.topic))


def passage(said: Said, of: str = "gazette") -> Passage:
    """One labelled passage that stands alone in its source."""
    return next(iter(_passages(of, [said], evidence({of: [said]}))))


def _document(key: str, texts: Sequence[str]) -> Document:
    whole = "\n\n".join(texts)
    blocks, start = [], 0
    for text in texts:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(text))))
        start += len(text) + 2
    places = tuple(range(len(whole)))
    ends = tuple(place + 1 for place in places)
    return Document(
        f"{key}.txt", "text", "utf-8", whole, places, ends, tuple(blocks), (Item(Span(0, len(whole))),), len(whole)
    )


def _passages(key: str, said: Sequence[Said], of: Evidence) -> list[Passage]:
    document = of.documents[key]
    issued = of.sources[key].metadata.get("issued", Stated(""))
    anchor = Anchor(issued.value, issued.inferred)
    return [
        Passage(
            source=key,
            order=order,
            pieces=(block.span,),
            spans=(block.span,),
            text=one.text,
            block=one.block,
            article=0,
            headline="",
            relevant=one.relevant,
            role=one.role if one.relevant else Role.IRRELEVANT,
            confidence=1.0,
            speaker=one.speaker,
            chain=one.chain,
            kind=one.kind,
            caveats=caveats.caveats(one.text),
            dates=dates.dates(one.text, anchor, None, block.span.start),
            numbers=numbers.numbers(one.text, block.span.start),
            predicate=one.text.index(one.verb) if one.verb else -1,
            paragraph=order if one.paragraph is None else one.paragraph,
        )
        for order, (one, block) in enumerate(zip(said, document.blocks, strict=True))
    ]
