"""The sources as COinS: spans by which Zotero and its like take a whole bibliography from a page."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from generator.model import Source
from generator.web import wording
from generator.web.machine import csl
from generator.web.markup import visible

_TYPES = {
    "article-journal": "journalArticle",
    "article-magazine": "magazineArticle",
    "article-newspaper": "newspaperArticle",
    "book": "book",
    "post-weblog": "blogPost",
    "report": "report",
    "webpage": "webpage",
}
"""CSL type -> Zotero's name of it, which readers of COinS take from `rft.type`."""


def context_object(source: Source) -> str:
    """The value of the span's `title` attribute, not yet escaped for HTML: OpenURL's Dublin Core form."""
    fields = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", _TYPES.get(source.stated("type"), "document")),
        ("rft.title", wording.heading(source)),
        *(("rft.creator", name) for name in csl.names(source, "author")),
        ("rft.source", csl.said(source, "container-title")),
        ("rft.publisher", csl.said(source, "publisher")),
        ("rft.date", csl.said(source, "issued")),
        ("rft.language", csl.said(source, "language")),
        ("rft.identifier", csl.said(source, "URL")),
        ("rft.description", csl.inferences(source)),
    ]
    return urlencode([(name, visible(value)) for name, value in fields if value], quote_via=quote)
