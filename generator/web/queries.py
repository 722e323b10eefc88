"""Points that a person queried, found at the words they are about."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Evidence, Query, Span
from generator.text import find


def query_places(evidence: Evidence, key: str) -> list[tuple[Query, tuple[Span, ...]]]:
    """The queries of one source with the places of their words, in the order of `queries.yml`."""
    document = evidence.documents.get(key)
    queries = [query for query in evidence.queries if query.source == key]
    return [(query, find(query.words, document.text) if document else ()) for query in queries]


def names_of(evidence: Evidence) -> dict[str, str]:
    """The name that each source goes by, by key."""
    return {key: source.name for key, source in evidence.sources.items()}


def queries_at(places: Sequence[tuple[Query, tuple[Span, ...]]], spans: Sequence[Span]) -> list[Query]:
    """The queries whose words share a character with `spans`."""
    return [query for query, found in places if any(one.overlap(span) for one in found for span in spans)]
