"""The `citation_*` fields in the head of a source's page, by which reference managers take that source."""

from __future__ import annotations

from generator.model import Source
from generator.web import wording
from generator.web.machine import csl
from generator.web.publisher import web_address


def fields(source: Source) -> list[tuple[str, str]]:
    """(name, content) of each field, not yet escaped for HTML."""
    day = csl.said(source, "issued").partition("/")[0].replace("-", "/")
    found = [
        ("citation_title", wording.heading(source)),
        *(("citation_author", name) for name in csl.names(source, "author")),
        ("citation_publication_date", day),
        ("citation_journal_title", csl.said(source, "container-title")),
        ("citation_publisher", csl.said(source, "publisher")),
        ("citation_language", csl.said(source, "language")),
        ("citation_doi", csl.said(source, "DOI")),
        ("citation_public_url", web_address(source) if csl.said(source, "URL") else ""),
    ]
    return [(name, content) for name, content in found if content]
