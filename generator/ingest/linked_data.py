"""What a web page states about its article as linked data (JSON-LD by the vocabulary of schema.org): where most newspapers give author and date."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from generator.ingest.tags import Token, TokenKind, attributes

_KIND = "application/ld+json"
_ARTICLES = ("Article", "Report", "BlogPosting", "LiveBlogPosting")
"""Ends of the types that are articles: NewsArticle, OpinionNewsArticle, ReportageNewsArticle, ..."""
_NAMES = {
    "title": ("headline",),
    "author": ("author", "creator"),
    "issued": ("datePublished",),
    "container-title": ("isPartOf", "publisher"),
    "language": ("inLanguage",),
    "URL": ("url", "mainEntityOfPage"),
}
"""CSL variable -> properties that state it, the most particular first."""
_INSIDE = ("name", "@id")
"""What stands for a thing that is described rather than named."""
_DEEPEST = 6
"""Levels in which articles are looked for: pages nest them in a graph, in a list, in the page."""


def read(page: str, found: Sequence[Token]) -> Mapping[str, Sequence[str]]:
    """CSL variable -> the values that the first article described in the page has, as they are written. Never fails."""
    for value in _data(page, found):
        for article in _articles(value, _DEEPEST):
            return {variable: _values(article, names) for variable, names in _NAMES.items()}
    return {}


def _data(page: str, found: Sequence[Token]) -> Iterator[object]:
    for token, content in pairwise(found):
        if content.kind is TokenKind.TEXT and _is_data(page, token):
            try:
                yield json.loads(page[content.start : content.end], strict=False)
            except (ValueError, RecursionError):
                continue


def _is_data(page: str, token: Token) -> bool:
    if token.kind is not TokenKind.OPEN or token.name != "script":
        return False
    return attributes(page[token.start : token.end]).get("type", "").strip().lower() == _KIND


def _articles(value: object, deep: int) -> Iterator[Mapping[str, object]]:
    if isinstance(value, dict):
        kinds = value.get("@type")
        listed = kinds if isinstance(kinds, list) else [kinds]
        if any(isinstance(kind, str) and kind.endswith(_ARTICLES) for kind in listed):
            yield value
    if deep and isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _articles(inner, deep - 1)


def _values(article: Mapping[str, object], names: Sequence[str]) -> Sequence[str]:
    """Of the first property that has any."""
    for name in names:
        stated = article.get(name)
        listed = map(_name, stated if isinstance(stated, list) else [stated])
        values = [one for one in listed if one.strip()]
        if values:
            return values
    return ()


def _name(value: object) -> str:
    if isinstance(value, dict):
        value = next((value[key] for key in _INSIDE if isinstance(value.get(key), str)), "")
    return value if isinstance(value, str) else ""
