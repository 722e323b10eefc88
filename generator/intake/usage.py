"""What the pages make of each source: where it is cited, how much of it, and what was left out and why."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator import pipeline
from generator.analysis.relevance import headline_key
from generator.citations.scanner import scan
from generator.citations.verify import verify
from generator.compose import Composition
from generator.intake.effects import pages_of
from generator.model import Citation, Document, Passage, Role, Source, Span
from generator.pipeline import Work

_WORD = re.compile(r"\w+(?:[’'.,-]\w+)*")
_DOUBT = re.compile(r"its role is not sure\b.*")
"""The reason of a passage whose role a person decides; what differs in it is the figure."""
OFF_TOPIC = "not on the topic"
CONTEXT = "context, which has no page of its own"


@dataclass(frozen=True, slots=True)
class SourceUse:
    """One line of the table of sources."""

    key: str
    state: str
    """Of the file: "as pinned", "changed", "not pinned", "missing", "unreadable"."""
    format: str
    """"" where it cannot be read."""
    passages: int
    """On the topic."""
    pages: tuple[str, ...]
    """Pages that cite it, without docs/."""
    citations: int
    """Marks in the running text that rest on its words."""
    cited: int
    """Words of the article that stand in cited passages' quotations."""
    words: int
    """Words of the article."""

    @property
    def share(self) -> float:
        """Of the article's words that are cited, 0 to 1."""
        return self.cited / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Coverage:
    """What became of the passages of one source."""

    key: str
    passages: int
    """All of the article's."""
    on_pages: int
    """Of them, those with words that a page cites."""
    left_out: Mapping[str, tuple[Passage, ...]]
    """Reason -> passages that no page cites, the most frequent reason first."""


@dataclass(frozen=True, slots=True)
class _Cited:
    """The words of one source that the pages cite."""

    pages: Counter[str]
    """Page -> marks on it."""
    spans: tuple[Span, ...]


def table(work: Work) -> tuple[SourceUse, ...]:
    """A line for each source, in the order of the keys."""
    cited, articles = _cited(work), _articles(work)
    return tuple(
        _use(work, source, articles[key], cited.get(key, _Cited(Counter(), ())))
        for key, source in work.evidence.sources.items()
    )


def coverage(work: Work, keys: Iterable[str], composed: Composition | None = None) -> Iterator[Coverage]:
    """What became of the passages of each of the sources. `composed` are the pages as the generator would write them now, where they are known already."""
    cited, articles = _cited(work), _articles(work)
    composed = composed or pipeline.composition(work)
    reasons = {
        left.passage.id: _DOUBT.sub("its role is not sure: a person decides", left.reason) for left in composed.left_out
    }
    reasons |= {
        left.passage.id: left.reason.partition("; stands on")[0]
        for left in composed.moved
        if left.passage.id not in reasons
    }
    for key in keys:
        spans = cited[key].spans if key in cited else ()
        own = articles[key]
        out: defaultdict[str, list[Passage]] = defaultdict(list)
        for passage in own:
            if not _touches(passage, spans):
                out[_reason(passage, reasons)].append(passage)
        ordered = sorted(out.items(), key=lambda item: (-len(item[1]), item[0]))
        yield Coverage(
            key, len(own), sum(_touches(p, spans) for p in own), {reason: tuple(found) for reason, found in ordered}
        )


def _reason(passage: Passage, reasons: Mapping[str, str]) -> str:
    if not passage.relevant or passage.role is Role.IRRELEVANT:
        return OFF_TOPIC
    known = reasons.get(passage.id)
    if known:
        return known
    return CONTEXT if passage.role is Role.CONTEXT else "no statement of the pages rests on it"


def _use(work: Work, source: Source, own: Sequence[Passage], cited: _Cited) -> SourceUse:
    document = work.evidence.documents.get(source.key)
    places = [span for passage in own for piece in passage.pieces for span in _words(document, piece)]
    return SourceUse(
        key=source.key,
        state=state(work, source),
        format=document.format if document else "",
        passages=sum(p.relevant and p.role is not Role.IRRELEVANT for p in own),
        pages=tuple(sorted(cited.pages)),
        citations=cited.pages.total(),
        cited=sum(any(place.overlap(span) for span in cited.spans) for place in places),
        words=len(places),
    )


def state(work: Work, source: Source) -> str:
    """Whether the source's file is the one that was described."""
    path = work.root / pipeline.SEEDS / source.file
    try:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return "missing"
    if digest != source.sha256:
        return "not pinned" if not source.sha256.strip("0") else "changed"
    return "as pinned" if source.key in work.evidence.documents else "unreadable"


def _words(document: Document | None, piece: Span) -> Iterator[Span]:
    text = document.slice(piece) if document else ""
    return (Span(piece.start + match.start(), piece.start + match.end()) for match in _WORD.finditer(text))


def _articles(work: Work) -> Mapping[str, Sequence[Passage]]:
    """By source, the passages of the entry's own article; of the whole file where the entry names none."""
    wanted = {key: headline_key(source.article) for key, source in work.evidence.sources.items()}
    found: dict[str, list[Passage]] = {key: [] for key in wanted}
    for p in work.analysis.passages:
        if not wanted[p.source] or p.relevant or headline_key(p.headline) == wanted[p.source]:
            found[p.source].append(p)
    return found


def _touches(passage: Passage, spans: Sequence[Span]) -> bool:
    return any(piece.overlap(span) for piece in passage.pieces for span in spans)


def _cited(work: Work) -> Mapping[str, _Cited]:
    """By source, the marks on each page and the cited words. What does not verify counts as not cited."""
    marks: defaultdict[str, Counter[str]] = defaultdict(Counter)
    spans: defaultdict[str, set[Span]] = defaultdict(set)
    for name, markdown in pages_of(work).items():
        page = scan(markdown, f"{pipeline.DOCS}/{name}")
        of_label = Counter(reference.label for reference in page.references)
        for note in page.notes:
            verdict = verify(note.body, work.evidence) if isinstance(note.body, Citation) else None
            if isinstance(note.body, Citation) and verdict is not None and verdict.passes and of_label[note.label]:
                marks[note.body.key][name] += of_label[note.label]
                spans[note.body.key].update(verdict.spans)
    return {key: _Cited(marks[key], tuple(sorted(spans[key]))) for key in sorted(marks)}
