"""A page's sentences as statements: their words, their place, and what their notes rest them on.

A mark sources the sentence it stands in or directly after, and no other: where a paragraph has one mark at its end, only its last
sentence is sourced. A row of a table is one statement, and so is a heading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.citations import prose
from generator.citations.prose import Mark, Prose
from generator.citations.rows import OPAQUE
from generator.citations.structure import TextKind
from generator.lint.reading import Reading
from generator.model import Citation, Computed, Derivation, EditorNote, Evidence, Note, Passage, Span, Verdict

_WHOLE = (TextKind.ROW, TextKind.HEAD, TextKind.HEADING, TextKind.TITLE)
"""Texts that are not split into sentences."""
_LONGEST_LABEL = 6
"""Words of a heading that runs in; more make a sentence. What the pages of the generator have: at most 5."""
_LAST_WORD = re.compile(r"(?<![\w'’-])([^\W\d_]+(?:['’][^\W\d_]+)*)\s+$")
_QUOTATION = re.compile(
    r"“[^“”]*(?:“[^“”]*”[^“”]*)*”|„[^“”„]*[“”]|«[^«»]*»|(?<!\w)\"[^\"]*\"(?!\w)|(?<!\w)‘[^‘’]*(?:(?<=\w)’(?=\w)[^‘’]*)*’(?!\w)"
)
"""Words between the outermost quotation marks. An apostrophe inside single ones stands between two letters."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A note that quotes a source, and what the source says to it."""

    note: Note
    citation: Citation
    verdict: Verdict
    passages: tuple[Passage, ...]
    """Those in which the quoted words stand, in the source's order."""

    @property
    def words(self) -> str:
        """The quoted words; `[...]` still joins parts."""
        return self.citation.words


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence of a page, or a row of a table."""

    kind: TextKind
    text: str
    """As a reader sees it, quotations and all."""
    places: Sequence[tuple[int, int]]
    """Line and column of each character of `text`."""
    block: int
    """Number of the paragraph (item, row, heading) on the page, from 0."""
    aside: bool
    """Whether it is a heading that runs in ("**The charge.**"), or belongs to a paragraph wholly in italics, by which a page speaks of itself."""
    labels: tuple[str, ...]
    """Of the marks it carries."""
    cited: tuple[Cited, ...]
    """The citations among its notes."""
    derived: tuple[tuple[Derivation, Computed], ...]
    """The derivations among its notes, with their results."""
    edited: bool
    """Whether an editor's note is among them."""
    links: tuple[tuple[Span, str], ...]
    """Links in it, in offsets of `text`, with their targets."""
    quotations: tuple[Span, ...]
    """Words between quotation marks, with the marks."""

    @property
    def is_sourced(self) -> bool:
        """Whether sources alone bear it out: with a citation or a derivation, none of them in error, and no editor's note."""
        holds = all(one.verdict.passes for one in self.cited) and all(computed.holds for _, computed in self.derived)
        return bool(self.cited or self.derived) and not self.edited and holds

    @property
    def outside(self) -> str:
        """`text`, as long, with blanks for what stands between quotation marks."""
        pieces = list(self.text)
        for span in self.quotations:
            pieces[span.start : span.end] = " " * len(span)
        return "".join(pieces)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """Those that its citations stand in, each once."""
        return tuple({passage.id: passage for one in self.cited for passage in one.passages}.values())

    def place(self, offset: int = 0) -> tuple[int, int]:
        """Line and column of a character of `text`."""
        return self.places[min(offset, len(self.places) - 1)]


@dataclass(frozen=True, slots=True)
class Notes:
    """A page's notes by label, resolved."""

    cited: Mapping[str, Cited]
    derived: Mapping[str, tuple[Derivation, Computed]]
    edited: frozenset[str]


def resolve(
    notes: Sequence[Note],
    verdicts: Sequence[tuple[Note, Verdict]],
    compute: Callable[[Derivation], Computed],
    passages: Mapping[str, Sequence[Passage]],
) -> Notes:
    """What each note of a page rests on. Of notes with one label the last counts, as on the site."""
    cited = {
        note.label: Cited(note, note.body, verdict, _around(verdict, passages.get(note.body.key, ())))
        for note, verdict in verdicts
        if isinstance(note.body, Citation)
    }
    derived = {note.label: (note.body, compute(note.body)) for note in notes if isinstance(note.body, Derivation)}
    return Notes(cited, derived, frozenset(note.label for note in notes if isinstance(note.body, EditorNote)))


def _around(verdict: Verdict, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    if not verdict.passes:
        return ()
    return tuple(p for p in passages if any(piece.overlap(span) for piece in p.pieces for span in verdict.spans))


def read(markdown: str, notes: Notes, reading: Reading) -> tuple[Statement, ...]:
    """The statements of a page, in its order."""
    return tuple(
        statement
        for block, text in enumerate(prose.read(markdown))
        for statement in _statements(text, block, notes, reading)
    )


def _statements(text: Prose, block: int, notes: Notes, reading: Reading) -> Iterator[Statement]:
    quotations = [Span(*match.span()) for match in _QUOTATION.finditer(text.text)]
    spans = _sentences(text, quotations, reading)
    for number, span in enumerate(spans):
        first, last = number == 0, number == len(spans) - 1
        labels = tuple(mark.label for mark in text.marks if _belongs(mark, span, first=first, last=last))
        yield Statement(
            kind=text.kind,
            text=text.text[span.start : span.end],
            places=text.places[span.start : span.end],
            block=block,
            aside=text.italic or _runs_in(text, span),
            labels=labels,
            cited=tuple(notes.cited[label] for label in labels if label in notes.cited),
            derived=tuple(notes.derived[label] for label in labels if label in notes.derived),
            edited=any(label in notes.edited for label in labels),
            links=tuple((_within(link.span, span), link.target) for link in text.links if span.overlap(link.span)),
            quotations=tuple(_within(one, span) for one in quotations if span.overlap(one)),
        )


def _belongs(mark: Mark, span: Span, *, first: bool, last: bool) -> bool:
    """Whether a mark stands in the sentence or directly after it."""
    return (first or span.start < mark.at) and (last or mark.at <= span.end + 1)


def _runs_in(text: Prose, span: Span) -> bool:
    """Whether a few words in emphasis open the paragraph."""
    short = len(text.text[span.start : span.end].split()) <= _LONGEST_LABEL
    return short and span.start == 0 and any(one.covers(span) for one in text.emphasised)


def _sentences(text: Prose, quotations: Sequence[Span], reading: Reading) -> list[Span]:
    """The sentences of a text, none of which ends inside a quotation."""
    words = text.text
    bare = words.strip(f"; {OPAQUE}" if text.kind in (TextKind.ROW, TextKind.HEAD) else f" {OPAQUE}")
    if not bare:
        return []
    if text.kind in _WHOLE:
        start = words.index(bare)
        return [Span(start, start + len(bare))]
    joined: list[Span] = []
    for span in reading.sentences(words):
        open_ = joined and any(one.start < joined[-1].end < one.end and span.start < one.end for one in quotations)
        if open_:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return joined


def _within(span: Span, sentence: Span) -> Span:
    """A range of the paragraph as a range of its sentence."""
    return Span(max(0, span.start - sentence.start), min(len(sentence), span.end - sentence.start))


def head(cited: Cited, evidence: Evidence) -> str:
    """What stands in its sentence before a quotation."""
    if not cited.passages:
        return ""
    start = cited.verdict.spans[0].start
    return evidence.documents[cited.citation.key].text[cited.passages[0].pieces[0].start : start]


def word_before(cited: Cited, evidence: Evidence) -> str:
    """The word right before a quotation in its sentence; "" where the quotation begins the sentence or a clause."""
    last = _LAST_WORD.search(head(cited, evidence))
    return last[1] if last else ""
