"""What a source brings: the evidence with it against the evidence without it. A trial; nothing is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator import analysis as analysing
from generator import pipeline
from generator.citations.scanner import scan
from generator.intake.about import off_topic
from generator.model import Charge, Claim, Derivation, Disagreement, Document, Passage, Role, Source
from generator.pipeline import Work


@dataclass(frozen=True, slots=True)
class Answered:
    """A charge of other sources that the new one answers."""

    charge: Charge
    kind: str
    """How it meets the charge: "denies"."""
    words: str
    """Of the answer."""


@dataclass(frozen=True, slots=True)
class Falsified:
    """A derived sentence on a page that no longer holds."""

    place: str
    """`docs/page.md:12`"""
    why: str


@dataclass(frozen=True, slots=True)
class Effect:
    """What one source adds to the evidence."""

    roles: Mapping[Role, int]
    """Passages on the topic whose role is sure enough for a page."""
    unsure: int
    """Passages on the topic whose role a person decides."""
    off_topic: int
    shared: tuple[Charge, ...]
    """Charges that other sources tell as well."""
    new: tuple[Charge, ...]
    """Charges that no other source tells."""
    answered: tuple[Answered, ...]
    disagreements: tuple[Disagreement, ...]
    """Those in which its words are one of the versions."""
    falsified: tuple[Falsified, ...]
    strange: bool = False
    """Whether neither a term of the topic nor a party stands in the body of its article."""

    @property
    def passages(self) -> int:
        """On the topic."""
        return sum(self.roles.values()) + self.unsure


def with_source(work: Work, source: Source, document: Document) -> Work:
    """The same work over the evidence with one source more, or with another version of one."""
    sources = dict(sorted({**work.evidence.sources, source.key: source}.items()))
    documents = dict(sorted({**work.evidence.documents, source.key: document}.items()))
    evidence = replace(work.evidence, sources=sources, documents=documents)
    return replace(work, evidence=evidence, analysis=analysing.analyse(evidence))


def effect(before: Work, after: Work, key: str) -> Effect:
    """What the source `key`, which `after` has and `before` has not, brings."""
    own = [p for p in after.analysis.passages if p.source == key]
    on_topic = [p for p in own if p.relevant and p.role is not Role.IRRELEVANT]
    told = [c for c in after.analysis.charges if _tells(c.claims, key)]
    return Effect(
        roles=Counter(p.role for p in on_topic if p.sure),
        unsure=sum(not p.sure for p in on_topic),
        off_topic=len(own) - len(on_topic),
        shared=tuple(c for c in told if _others(c.claims, key)),
        new=tuple(c for c in told if not _others(c.claims, key)),
        answered=tuple(_answered(after, key)),
        disagreements=tuple(d for d in after.analysis.disagreements if any(p.source == key for p in d.versions)),
        falsified=tuple(falsified(before, after)),
        strange={(p.source, p.article) for p in own} <= off_topic(own, after.evidence.topic),
    )


def _passages(claims: tuple[Claim, ...]) -> Iterator[Passage]:
    return (passage for claim in claims for passage in claim.passages)


def _tells(claims: tuple[Claim, ...], key: str) -> bool:
    return any(p.source == key for p in _passages(claims))


def _others(claims: tuple[Claim, ...], key: str) -> bool:
    return any(p.source != key for p in _passages(claims))


def _answered(after: Work, key: str) -> Iterator[Answered]:
    for charge in after.analysis.charges:
        for answer in charge.answers:
            own = next((p for p in answer.claim.passages if p.source == key), None)
            if own is not None and _others(charge.claims, key):
                yield Answered(charge, str(answer.kind), own.text)


def falsified(before: Work, after: Work) -> Iterator[Falsified]:
    """The derived sentences on the pages that hold over the evidence of `before` and not over that of `after`."""
    for name, markdown in pages_of(before).items():
        for note in scan(markdown, f"{pipeline.DOCS}/{name}").notes:
            if isinstance(note.body, Derivation) and before.compute(note.body).holds:
                now = after.compute(note.body)
                if not now.holds:
                    yield Falsified(f"{pipeline.DOCS}/{name}:{note.line}", now.explanation)


def pages_of(work: Work) -> Mapping[str, str]:
    """The pages in docs/; none where none were written yet. Raises UsageError for one that cannot be read."""
    written = any((work.root / pipeline.DOCS).glob("[!.]*.md"))
    return pipeline.pages(work.root) if written else {}
