"""The sources as BibTeX, in the fields of biblatex."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.model import Source
from generator.web import wording
from generator.web.machine import csl
from generator.web.markup import visible
from generator.web.publisher import web_address

_TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "inbook",
    "paper-conference": "inproceedings",
    "post": "online",
    "post-weblog": "online",
    "report": "report",
    "thesis": "thesis",
    "webpage": "online",
}
"""CSL type -> entry type; what is not named here is "misc"."""
_FIELDS = {
    "journaltitle": "container-title",
    "publisher": "publisher",
    "location": "publisher-place",
    "date": "issued",
    "urldate": "accessed",
    "doi": "DOI",
    "language": "language",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
}
_SPECIAL = re.compile(r"[\\{}%&$#_~^]")
_WRITTEN = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def entries(sources: Iterable[Source]) -> str:
    """A .bib file: one entry a source under its key, in the order of `sources`."""
    return "\n".join(_entry(source) for source in sources)


def _entry(source: Source) -> str:
    fields = [("title", _text(wording.heading(source)))]
    # Two pairs of braces: a name is taken as it stands, as which part of it is the family's is not known.
    fields += [
        (kind, " and ".join(f"{{{_text(name)}}}" for name in csl.names(source, kind)))
        for kind in ("author", "editor", "translator")
    ]
    fields += [(name, _text(csl.said(source, variable))) for name, variable in _FIELDS.items()]
    fields += [("url", web_address(source) if csl.said(source, "URL") else ""), ("note", _text(csl.inferences(source)))]
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields if value)
    return f"@{_TYPES.get(source.stated('type'), 'misc')}{{{source.key},\n{lines}}}\n"


def _text(value: str) -> str:
    return _SPECIAL.sub(lambda found: _WRITTEN.get(found[0], f"\\{found[0]}"), visible(value))
