"""What a reader sees of a note: the words in their sentence, who says them, where from, and what is doubtful about them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from generator import edtf
from generator.model import Citation, Derivation, EditorNote, Evidence, Note, Passage, Query, Source, Span
from generator.web import wording
from generator.web.anchors import relative
from generator.web.carriers import carried, elsewhere
from generator.web.cited import Located, locate
from generator.web.data import SiteData
from generator.web.excerpt import in_context, passages_at
from generator.web.listing import Lister
from generator.web.markup import element, visible
from generator.web.publisher import at_publisher
from generator.web.queries import names_of, queries_at, query_places
from generator.web.reporting import report_address

_BARE = re.compile(r"[\w.:-]+")


class Kind(StrEnum):
    """What a note rests on; the values are CSS class suffixes."""

    SOURCED = "sourced"
    DERIVED = "derived"
    EDITOR = "editor"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class RenderedNote:
    """A note ready to be put on a page."""

    kind: Kind
    spoken: str
    """How the note's mark is announced, after its number: "words of a source: herald"."""
    queried: bool = False
    """Whether somebody queried the very words that are cited."""
    children: tuple[Element, ...] = field(default=(), compare=False)
    """Block elements; the last is a paragraph that links may be added to. Empty where the note is invalid."""


INVALID = RenderedNote(Kind.INVALID, "not valid")
"""A note that fails verification, does not hold or cannot be read."""


class NoteRenderer:
    """Renders notes against one state of the evidence. `repository` is where readers report errors, "" for nowhere."""

    def __init__(self, data: SiteData, repository: str = "") -> None:
        self._data = data
        self._repository = repository
        self._evidence: Evidence = data.evidence
        self._passages: dict[str, list[Passage]] = defaultdict(list)
        for passage in data.analysis.passages:
            self._passages[passage.source].append(passage)
        self._claims = carried(data.analysis)
        self._lister = Lister(data)
        self._query_places = cache(lambda key: query_places(self._evidence, key))

    def render(self, note: Note, page: str) -> RenderedNote:
        """`page` is the path, relative to docs/, of the page that the note stands on; "" where it is not known."""
        match note.body:
            case Citation():
                located = locate(note.body, self._evidence)
                return self._citation(located, note.label, page) if located else INVALID
            case Derivation():
                return self._derivation(note.body, page)
            case EditorNote():
                return _editor_note(note.body)
            case _:
                return INVALID

    def _citation(self, located: Located, label: str, page: str) -> RenderedNote:
        source = self._evidence.sources[located.key]
        passages = passages_at(self._passages[located.key], located.spans)
        places = self._query_places(located.key)
        says = "; ".join(wording.attributions(source, passages))
        children = [
            self._words(located, passages),
            element("p", says, cls="note-says"),
            _source_line(source, says),
            *(_caveat(caveat) for caveat in wording.caveats(passages)),
            *(
                _query(query, wording.ground(query, names_of(self._evidence)))
                for query in queries_at(places, _pieces(passages) or located.spans)
            ),
            *self._also(passages, page),
            element(
                "p",
                element("span", wording.PROMISE, cls="note-match"),
                *self._links(located, label, page),
                cls="note-foot",
            ),
        ]
        spoken = f"words of a source: {visible(source.name)}"
        return RenderedNote(Kind.SOURCED, spoken, bool(queries_at(places, located.spans)), tuple(children))

    def _also(self, passages: Sequence[Passage], page: str) -> list[Element]:
        """Other carriers of the same claim: who says it there and through whom."""
        others = elsewhere(passages, self._claims)
        if not others:
            return []
        parts: list[Element | str] = [element("strong", wording.ALSO), " "]
        for other in others:
            source = self._evidence.sources[other.source]
            line = "; ".join(
                [*wording.attributions(source, [other]), *(f"with the caveat “{caveat}”" for caveat in other.caveats)]
            )
            where = {"href": relative(f"sources/{other.source}.md", page)}
            parts += [element("a", line, attributes=where), "; "]
        return [element("p", *parts[:-1], ".", cls="note-also")]

    def _links(self, located: Located, label: str, page: str) -> list[Element | str]:
        """In context, at the publisher, copy, report; a blank before each, for readers without style sheets."""
        source, document = self._evidence.sources[located.key], self._evidence.documents[located.key]
        context = {
            "href": relative(f"sources/{located.key}.md", page) + f"#{located.anchor}",
            "aria-label": f"in context: the words on the page of {source.name}",
        }
        publisher = at_publisher(source, document, located.spans)
        report = report_address(self._repository, page, label, visible(document.slice(located.spans[0])))
        links = [
            element("a", "in context", cls="note-context", attributes=context),
            _outward("at the publisher", publisher),
            element("button", "copy citation", cls="note-copy", attributes={"type": "button"}),
            _outward("report an error", report),
        ]
        return [part for link in links if link is not None for part in (" ", link)]

    def _words(self, located: Located, passages: Sequence[Passage]) -> Element:
        document = self._evidence.documents[located.key]
        cut = in_context(document, passages, located.spans)
        shown = [element("mark", piece.text) if piece.marks else piece.text for piece in cut]
        return element("blockquote", element("p", *shown), cls="note-words")

    def _derivation(self, derivation: Derivation, page: str) -> RenderedNote:
        computed = self._data.compute(derivation)
        if not computed.holds:
            return INVALID
        children = (
            element(
                "p", element("strong", "Worked out.", cls="note-kind"), f" {computed.explanation}", cls="note-says"
            ),
            *self._lister.lists(computed.lists, page),
            element("p", _computation(derivation), cls="note-foot"),
        )
        return RenderedNote(Kind.DERIVED, "worked out from the sources", children=children)


def _computation(derivation: Derivation) -> Element:
    """That it is no text of an editor's; the computation itself only for who points at it, as no reader needs it."""
    arguments = (word if _BARE.fullmatch(word) else f'"{word}"' for word in derivation.arguments)
    computation = {"title": " ".join(["=", derivation.name, *arguments])}
    return element("span", "by a program, each time the site is built", cls="note-match", attributes=computation)


def _editor_note(note: EditorNote) -> RenderedNote:
    address = urlsplit(note.reference)
    shown = visible(f"{address.netloc}{address.path}".rstrip("/"))
    reference = element("a", shown, attributes={"href": note.reference, "rel": "external noopener"})
    signed = f" {note.editor}, {edtf.in_words(note.date)}. Reference: "
    says = element("p", element("strong", "Editor’s note:", cls="note-kind"), signed, reference, cls="note-says")
    foot = element("p", element("span", "from outside the sources", cls="note-match"), cls="note-foot")
    return RenderedNote(Kind.EDITOR, "editor’s note", children=(says, foot))


def _outward(text: str, address: str) -> Element | None:
    return element("a", text, attributes={"href": address, "rel": "external noopener"}) if address else None


def _source_line(source: Source, says: str) -> Element:
    """Title, publication, date and who speaks, where `says` has not just named that."""
    stated_title = source.metadata.get("title")
    title = element("cite", stated_title.value) if stated_title else element("span", f"title {wording.NOT_STATED}")
    inferred = " (inferred)" if stated_title and stated_title.inferred else ""
    where, when = (
        wording.brief_value(source, "container-title", "publication"),
        wording.brief_value(source, "issued", "date"),
    )
    who = source.speaks.value
    named = f" · {who}" if who and who not in says else ""
    return element("p", title, f"{inferred} · {where} · {when}{named}", cls="note-source")


def _caveat(caveat: str) -> Element:
    return element("p", element("strong", "The source’s own caveat:"), f" “{caveat}”", cls="note-caveat")


def _query(query: Query, ground: str) -> Element:
    doubt = f" “{query.words}”. {ground} ({query.by}, {edtf.in_words(query.date)})"
    return element("p", element("strong", "Queried:"), doubt, cls="note-query")


def _pieces(passages: Sequence[Passage]) -> tuple[Span, ...]:
    return tuple(piece for passage in passages for piece in passage.pieces)
