"""Which words of which source the pages cite, and from where."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from generator.citations.scanner import scan
from generator.citations.verify import verify
from generator.model import Citation, Evidence, Reference, ScannedPage, Span
from generator.web.anchors import reference_id, words_anchor
from generator.web.data import SiteData
from generator.web.outline import outline


@dataclass(frozen=True, slots=True)
class Located:
    """A citation whose words stand in its source."""

    key: str
    spans: tuple[Span, ...]
    """Text coordinates, one a part."""
    anchor: str
    """The id of the words on the source's page."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A place in the running text that rests on cited words."""

    page: str
    """Path relative to docs/."""
    title: str
    """The page's title."""
    heading: str
    """The heading the statement stands under, "" before the first."""
    anchor: str
    """The id of the note's mark on that page."""
    section: str = ""
    """The id of the heading on that page, "" where there is none or it is not known."""


@dataclass(frozen=True, slots=True)
class CitedWords:
    """Words of a source and every statement that rests on them."""

    anchor: str
    spans: tuple[Span, ...]
    statements: tuple[Statement, ...]


def locate(citation: Citation, evidence: Evidence) -> Located | None:
    """Where the citation's words stand, or None where verification does not pass."""
    verdict = verify(citation, evidence)
    document = evidence.documents.get(citation.key)
    if document is None or not verdict.passes or not verdict.spans:
        return None
    return Located(citation.key, verdict.spans, words_anchor(document, verdict.spans))


def cited_words(data: SiteData) -> Mapping[str, tuple[CitedWords, ...]]:
    """By source key, the cited words in the order of the source. A source that nothing cites is absent."""
    statements: dict[Located, list[Statement]] = defaultdict(list)
    for path, markdown in data.pages:
        for located, statement in statements_on(path, markdown, data.evidence):
            statements[located].append(statement)
    by_key: dict[str, list[CitedWords]] = defaultdict(list)
    for located in sorted(statements, key=lambda found: (found.key, found.spans)):
        by_key[located.key].append(CitedWords(located.anchor, located.spans, tuple(statements[located])))
    return {key: tuple(words) for key, words in by_key.items()}


def statements_on(path: str, markdown: str, evidence: Evidence) -> list[tuple[Located, Statement]]:
    """The statements of one page that rest on words that stand in their source, in reading order."""
    scanned = scan(markdown, path)
    located = {note.label: locate(note.body, evidence) for note in scanned.notes if isinstance(note.body, Citation)}
    headings = outline(path, markdown)
    index = index_references(scanned, markdown)
    seen: Counter[str] = Counter()
    found = []
    for reference in scanned.references:
        seen[reference.label] += 1
        if reference not in index and (words := located.get(reference.label)):
            statement = Statement(
                page=path,
                title=headings.title,
                heading=headings.heading_at(reference.line),
                anchor=reference_id(reference.label, seen[reference.label]),
                section=headings.anchor_at(reference.line),
            )
            found.append((words, statement))
    return found


def index_references(page: ScannedPage, markdown: str) -> frozenset[Reference]:
    """The marks in tables that only lead to words which the page states elsewhere: they make no statement of their own."""
    lines = markdown.splitlines()
    in_table = {reference: lines[reference.line - 1].lstrip().startswith("|") for reference in page.references}
    stated = {reference.label for reference, inside in in_table.items() if not inside}
    return frozenset(reference for reference, inside in in_table.items() if inside and reference.label in stated)
