"""What a web page states about itself, in its head and as linked data, under the names of CSL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

from generator.ingest import linked_data, stated
from generator.ingest.elements import RAW
from generator.ingest.tags import Token, TokenKind, attributes, tokens

_META = {
    "title": ("og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "byl"),
    "issued": (
        "article:published_time",
        "datepublished",
        "citation_publication_date",
        "dc.date",
        "dcterms.issued",
        "date",
        "pubdate",
    ),
    "URL": ("og:url",),
    "container-title": ("og:site_name", "citation_journal_title"),
    "language": ("og:locale", "dc.language"),
}
"""CSL variable -> names of `<meta>` elements that state it, the most reliable first."""


def read(page: str) -> dict[str, str]:
    """CSL variables (title, author, issued, URL, language, container-title) as far as the page states them.

    What the head's `<meta>` elements state comes before linked data, and that before the window's title.
    """
    found = list(tokens(page, RAW))
    metas: dict[str, list[str]] = {}
    links: dict[str, str] = {}
    fallback = {"title": _title(page, found), "language": ""}
    for token in found:
        if token.kind is not TokenKind.OPEN or token.name not in ("html", "link", "meta"):
            continue
        given = attributes(page[token.start : token.end])
        if token.name == "html":
            fallback["language"] = stated.language(given.get("lang") or given.get("xml:lang", ""))
        _note_link(given, links)
        _note_meta(given, metas)
    described = linked_data.read(page, found)
    values = {
        variable: next(
            chain(_stated(variable, metas), _read(variable, described.get(variable, ()))), fallback.get(variable, "")
        )
        for variable in _META
    }
    values["URL"] = stated.address(links.get("canonical", "")) or values["URL"]
    values["language"] = fallback["language"] or values["language"]
    return {variable: value for variable, value in values.items() if value}


def _title(page: str, found: Sequence[Token]) -> str:
    for token, content in pairwise(found):
        if token.kind is TokenKind.OPEN and token.name == "title" and content.kind is TokenKind.TEXT:
            return stated.words(page[content.start : content.end])
    return ""


def _note_link(given: Mapping[str, str], links: dict[str, str]) -> None:
    for relation in given.get("rel", "").lower().split():
        links.setdefault(relation, given.get("href", ""))


def _note_meta(given: Mapping[str, str], metas: dict[str, list[str]]) -> None:
    name = given.get("property") or given.get("name") or given.get("itemprop") or ""
    if given.get("content"):
        metas.setdefault(name.lower(), []).append(given["content"])


def _stated(variable: str, metas: Mapping[str, Sequence[str]]) -> Iterator[str]:
    for name in _META[variable]:
        yield from _read(variable, metas.get(name, ()))


def _read(variable: str, written: Sequence[str]) -> Iterator[str]:
    """The values in the form of CSL: all authors as one, else the first that is of use."""
    values = [value for value in map(stated.READERS[variable], written) if value]
    if values:
        yield "; ".join(dict.fromkeys(values)) if variable == "author" else values[0]
