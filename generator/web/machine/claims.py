"""`claims.json`: every sentence that the pages cite, as data that names speaker, chain and caveats in each row, and its JSON Schema."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

import generator
from generator.model import Document, Evidence, Passage, Role, Source, Span, Speech
from generator.web import wording
from generator.web.cited import CitedWords
from generator.web.data import SiteData
from generator.web.excerpt import by_source, passages_at
from generator.web.machine import csl
from generator.web.publisher import web_address
from generator.web.queries import names_of, queries_at, query_places

SCHEMA = "claims.schema.json"
_AROUND = 32
"""Characters before and after a quotation that tell it from others, as many as the annotation tools of the web keep."""

Address: TypeAlias = Callable[[str], str]
"""Path of a page relative to docs/ -> its address on the site, absolute where the site's is known, else from the site's root."""


class Row(BaseModel):
    """Fields by name, and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class TextQuoteSelector(Row):
    """A quotation as the W3C Web Annotation Data Model selects it."""

    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    exact: str
    """The cited words, character by character as the source has them."""
    prefix: str
    """What stands right before them in the source."""
    suffix: str
    """What stands right after them."""


class Quote(Row):
    """Where the cited words stand."""

    source: str
    """The address that the source states for itself; empty where it states none."""
    selector: tuple[TextQuoteSelector, ...]
    """One a part: cited words may leave something out."""


class Doubt(Row):
    """A point in the source that an editor of the site queried."""

    words: str
    ground: str
    by: str
    date: str


class Place(Row):
    """A statement of the site that rests on the words."""

    address: str
    """Of the statement, with its anchor."""
    title: str
    """Of its page."""
    heading: str
    """That it stands under; may be empty."""


class Statement(Row):
    """One sentence of a source that pages cite. Read alone, it names speaker, chain, caveats and queries."""

    id: str
    """Key of the source, anchor of the words, and the number of the sentence where they lie in several."""
    claim: str
    """The same for sentences of several sources that say the same; empty where analysis found no claim."""
    role: Role
    """What the sentence does in the dispute, as the generator reads it."""
    role_sure: bool
    """Whether that reading was sure enough to put the sentence on a page by it."""
    attribution: str
    """Who says it and through whom, in words."""
    speaker: str
    """As the source names it; empty where the source speaks in its own voice or names nobody."""
    chain: tuple[str, ...]
    """Through whom the source knows it, nearest the speaker first; then the source itself."""
    directness: Speech
    """The speaker's words in quotation marks (quote), told by others (reported), or the source's own (voice)."""
    caveats: tuple[str, ...]
    """The source's own words that qualify the sentence."""
    queries: tuple[Doubt, ...]
    sentence: str
    """The whole sentence that holds the cited words."""
    source: str
    """Key of the source; its record is in sources.csl.json."""
    quote: Quote
    in_context: str
    """Address of the words on the site's page of the source."""
    cited: tuple[Place, ...]


class Claims(Row):
    """All sentences of the sources that the site cites. Statements that are computed, and editors' notes, are not among them."""

    model_config = ConfigDict(populate_by_name=True)

    schema_: str = Field(default=SCHEMA, alias="$schema")
    title: str
    question: str
    meaning: str
    """What it means that a sentence is listed."""
    covers_sources_up_to: str
    """Date of the newest dated source, EDTF; empty where none is dated."""
    generator: str
    """Version of the generator."""
    evidence: str
    """sha256 over everything that the pages rest on."""
    claims: tuple[Statement, ...]


def claims(data: SiteData, words: Mapping[str, Sequence[CitedWords]], address: Address) -> str:
    """The text of claims.json."""
    evidence = data.evidence
    newest = evidence.newest
    passages = by_source(data.analysis.passages)
    whole = Claims(
        title=evidence.topic.title,
        question=evidence.topic.question,
        meaning=wording.PROMISE,
        covers_sources_up_to=newest[1] if newest else "",
        generator=generator.__version__,
        evidence=evidence.digest,
        claims=tuple(
            row
            for key in sorted(words)
            for row in _of_source(evidence, key, words[key], passages.get(key, ()), address)
        ),
    )
    return _text(whole.model_dump(mode="json", by_alias=True))


def schema() -> str:
    """The text of the JSON Schema of claims.json."""
    made = Claims.model_json_schema(mode="serialization")
    return _text({"$schema": "https://json-schema.org/draft/2020-12/schema", **made})


def _text(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _of_source(
    evidence: Evidence, key: str, words: Sequence[CitedWords], passages: Sequence[Passage], address: Address
) -> list[Statement]:
    source, document = evidence.sources[key], evidence.documents[key]
    places = query_places(evidence, key)
    names = names_of(evidence)
    rows = []
    for cited in words:
        for number, passage in enumerate(passages_at(passages, cited.spans), start=1):
            queries = queries_at(places, passage.pieces)
            rows.append(
                Statement(
                    id=f"{key}#{cited.anchor}" + (f"/{number}" if number > 1 else ""),
                    claim=passage.claim,
                    role=passage.role,
                    role_sure=passage.sure,
                    attribution=wording.attributions(source, [passage])[0],
                    speaker=passage.speaker,
                    chain=_chain(source, passage),
                    directness=passage.kind,
                    caveats=passage.caveats,
                    queries=tuple(
                        Doubt(words=query.words, ground=wording.ground(query, names), by=query.by, date=query.date)
                        for query in queries
                    ),
                    sentence=passage.text,
                    source=key,
                    quote=_quote(source, document, cited.spans),
                    in_context=f"{address(f'sources/{key}.md')}#{cited.anchor}",
                    cited=_places(cited, address),
                )
            )
    return rows


def _chain(source: Source, passage: Passage) -> tuple[str, ...]:
    return tuple(name for name in (*passage.chain, source.name) if name != passage.speaker)


def _quote(source: Source, document: Document, spans: Sequence[Span]) -> Quote:
    selectors = (
        TextQuoteSelector(
            exact=document.slice(span),
            prefix=document.text[max(0, span.start - _AROUND) : span.start],
            suffix=document.text[span.end : span.end + _AROUND],
        )
        for span in spans
    )
    return Quote(source=web_address(source) if csl.said(source, "URL") else "", selector=tuple(selectors))


def _places(cited: CitedWords, address: Address) -> tuple[Place, ...]:
    return tuple(
        Place(address=f"{address(place.page)}#{place.anchor}", title=place.title, heading=place.heading)
        for place in cited.statements
    )
