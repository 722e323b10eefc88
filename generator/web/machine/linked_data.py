"""JSON-LD in the head of a page: the page as an article, what it cites, and the direct speech in it.

No rating of any claim is given: the site says who wrote what, not whether it is so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from generator.model import Document, Evidence, Passage, Source, Span, Speech
from generator.web import wording
from generator.web.cited import CitedWords
from generator.web.excerpt import passages_at
from generator.web.machine import csl
from generator.web.markup import visible
from generator.web.publisher import web_address
from generator.web.queries import queries_at, query_places

_SPEECH = re.compile(r"“([^“”]+)”|\"([^\"\n]+)\"")
_FEWEST_WORDS = 3
"""A word or two in quotation marks is a term or a jibe more often than somebody's saying."""
_TYPES = {"webpage": "WebPage", "post-weblog": "BlogPosting", "book": "Book", "report": "Report"}

Cites = Mapping[str, Sequence[CitedWords]]
"""Source key -> the words of it that a page cites."""


def article(
    evidence: Evidence, passages: Mapping[str, Sequence[Passage]], cites: Cites, about: Mapping[str, Any]
) -> dict[str, Any]:
    """The page as schema.org's Article. `passages` are those of each source; `about` gives what is known of the page itself.

    Its keys are headline, description, url, isPartOf and dateModified; what is "" is left out.
    """
    made: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        **{k: v for k, v in about.items() if v},
    }
    made["citation"] = [_work(evidence.sources[key]) for key in sorted(cites)]
    spoken = [one for key in sorted(cites) for one in _quotations(evidence, key, passages.get(key, ()), cites[key])]
    if spoken:
        made["hasPart"] = spoken
    return made


def _work(source: Source) -> dict[str, Any]:
    stated = {
        "author": [{"name": name} for name in csl.names(source, "author")],
        "datePublished": csl.said(source, "issued").partition("/")[0],
        "isPartOf": {"@type": "CreativeWork", "name": name} if (name := csl.said(source, "container-title")) else "",
        "url": web_address(source) if csl.said(source, "URL") else "",
    }
    kind = _TYPES.get(csl.said(source, "type"), "CreativeWork")
    return {
        "@type": kind,
        "name": visible(wording.heading(source)),
        **{name: value for name, value in stated.items() if value},
    }


def _quotations(
    evidence: Evidence, key: str, passages: Sequence[Passage], words: Sequence[CitedWords]
) -> list[dict[str, Any]]:
    """Direct speech among cited words, of a named speaker, that nobody queried and the source does not qualify."""
    source, document = evidence.sources[key], evidence.documents[key]
    places = query_places(evidence, key)
    plain = [one for one in passages if _plain_speech(one) and not queries_at(places, one.pieces)]
    found: dict[str, dict[str, Any]] = {}
    for cited in words:
        for passage in passages_at(plain, cited.spans):
            for speech in _spoken(document, passage, cited.spans):
                found[speech] = {
                    "@type": "Quotation",
                    "text": speech,
                    "spokenByCharacter": {"name": passage.speaker},
                    "creditText": wording.attributions(source, [passage])[0],
                }
    return list(found.values())


def _plain_speech(passage: Passage) -> bool:
    return passage.kind is Speech.QUOTE and bool(passage.speaker) and not passage.caveats


def _spoken(document: Document, passage: Passage, spans: Sequence[Span]) -> list[str]:
    """What stands between quotation marks in the sentence, as far as it is cited whole."""
    speeches = []
    for piece in passage.pieces:
        for match in _SPEECH.finditer(document.text, piece.start, piece.end):
            inside = Span(*(match.span(1) if match[1] else match.span(2)))
            text = visible(document.slice(inside)).rstrip(",")
            if len(text.split()) >= _FEWEST_WORDS and any(span.covers(_letters(document, inside)) for span in spans):
                speeches.append(text)
    return speeches


def _letters(document: Document, span: Span) -> Span:
    """`span` without the stop at its end, which a citation may leave out."""
    return Span(span.start, span.start + len(document.slice(span).rstrip(" .,;:!?…")))
