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
from generator.web.cited import Located, locate
from generator.web.data import SiteData
from generator.web.excerpt import in_context, passages_at
from generator.web.markup import element, visible
from generator.web.queries import names_of, queries_at, query_places

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
    children: tuple[Element, ...] = field(default=(), compare=False)
    """Block elements; the last is a paragraph that links may be added to. Empty where the note is invalid."""


INVALID = RenderedNote(Kind.INVALID, "not valid")
"""A note that fails verification, does not hold or cannot be read."""


class NoteRenderer:
    """Renders notes against one state of the evidence."""

    def __init__(self, data: SiteData) -> None:
        self._data = data
        self._evidence: Evidence = data.evidence
        self._passages: dict[str, list[Passage]] = defaultdict(list)
        for passage in data.analysis.passages:
            self._passages[passage.source].append(passage)
        self._query_places = cache(lambda key: query_places(self._evidence, key))

    def render(self, note: Note, page: str) -> RenderedNote:
        """`page` is the path, relative to docs/, of the page that the note stands on; "" where it is not known."""
        match note.body:
            case Citation():
                located = locate(note.body, self._evidence)
                return self._citation(located, page) if located else INVALID
            case Derivation():
                return self._derivation(note.body)
            case EditorNote():
                return _editor_note(note.body)
            case _:
                return INVALID

    def _citation(self, located: Located, page: str) -> RenderedNote:
        source = self._evidence.sources[located.key]
        passages = passages_at(self._passages[located.key], located.spans)
        children = [
            self._words(located, passages),
            element("p", "; ".join(wording.attributions(source, passages)), cls="note-says"),
            _source_line(source),
            *(_caveat(caveat) for caveat in wording.caveats(passages)),
            *(
                _query(query, wording.ground(query, names_of(self._evidence)))
                for query in queries_at(self._query_places(located.key), _pieces(passages) or located.spans)
            ),
            element(
                "p",
                element("span", wording.WORDS_MATCH, cls="note-match"),
                " ",
                element(
                    "a",
                    "in context",
                    cls="note-context",
                    attributes={
                        "href": relative(f"sources/{located.key}.md", page) + f"#{located.anchor}",
                        "aria-label": f"in context: the words on the page of {source.name}",
                    },
                ),
                cls="note-foot",
            ),
        ]
        return RenderedNote(Kind.SOURCED, f"words of a source: {visible(source.name)}", tuple(children))

    def _words(self, located: Located, passages: Sequence[Passage]) -> Element:
        document = self._evidence.documents[located.key]
        cut = in_context(document, passages, located.spans)
        shown = [element("mark", piece.text) if piece.marks else piece.text for piece in cut]
        return element("blockquote", element("p", *shown), cls="note-words")

    def _derivation(self, derivation: Derivation) -> RenderedNote:
        computed = self._data.compute(derivation)
        if not computed.holds:
            return INVALID
        arguments = (word if _BARE.fullmatch(word) else f'"{word}"' for word in derivation.arguments)
        computation = element("code", " ".join([derivation.name, *arguments]))
        children = (
            element("p", element("strong", "Derived:", cls="note-kind"), f" {computed.explanation}", cls="note-says"),
            element(
                "p", element("span", "computed anew at every build: ", computation, cls="note-match"), cls="note-foot"
            ),
        )
        return RenderedNote(Kind.DERIVED, "derived from the sources", children)


def _editor_note(note: EditorNote) -> RenderedNote:
    address = urlsplit(note.reference)
    shown = visible(f"{address.netloc}{address.path}".rstrip("/"))
    reference = element("a", shown, attributes={"href": note.reference, "rel": "external noopener"})
    signed = f" {note.editor}, {edtf.in_words(note.date)}. Reference: "
    says = element("p", element("strong", "Editor’s note:", cls="note-kind"), signed, reference, cls="note-says")
    foot = element("p", element("span", "from outside the sources", cls="note-match"), cls="note-foot")
    return RenderedNote(Kind.EDITOR, "editor’s note", (says, foot))


def _source_line(source: Source) -> Element:
    stated_title = source.metadata.get("title")
    title = element("cite", stated_title.value) if stated_title else element("span", f"title {wording.NOT_STATED}")
    inferred = " (inferred)" if stated_title and stated_title.inferred else ""
    where, when = (
        wording.brief_value(source, "container-title", "publication"),
        wording.brief_value(source, "issued", "date"),
    )
    return element("p", title, f"{inferred} · {where} · {when}", cls="note-source")


def _caveat(caveat: str) -> Element:
    return element("p", element("strong", "The source’s own caveat:"), f" “{caveat}”", cls="note-caveat")


def _query(query: Query, ground: str) -> Element:
    doubt = f" “{query.words}”. {ground} ({query.by}, {edtf.in_words(query.date)})"
    return element("p", element("strong", "Queried:"), doubt, cls="note-query")


def _pieces(passages: Sequence[Passage]) -> tuple[Span, ...]:
    return tuple(piece for passage in passages for piece in passage.pieces)
