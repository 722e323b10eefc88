"""The page that says how the site is made: its method, what that does and does not show, and what the pages rest on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import generator
from generator import english
from generator.citations.scanner import scan
from generator.model import Citation, Derivation, EditorNote, Source
from generator.web import wording
from generator.web.cited import CitedWords, index_references
from generator.web.data import SiteData
from generator.web.excerpt import by_source, passages_at
from generator.web.page_templates import templates

PATH = "how-this-site-is-made.md"

_KINDS = {
    Citation: "Words of a source",
    Derivation: "A computation over the sources",
    EditorNote: "An editor’s note, from outside the sources",
}
_DIRECTNESS = {
    "quote": "The speaker’s words in quotation marks",
    "reported": "What a speaker said, as the source tells it",
    "voice": "The source’s own voice",
}
_PARTICULARS = re.compile(r"“[^”]*”|\s*\([^()]*\)")
"""What differs between reasons of one sort: words of the sentence, and figures in brackets."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of one source the site uses."""

    source: Source
    heading: str
    statements: int
    share: str
    """Of its article's characters that are shown: "42 percent"; "" where the file cannot be read."""

    @property
    def kind(self) -> str:
        """What it is, in the words of the page that lists the sources."""
        return english.brief(self.source.speaks.value) or f"kind of text {wording.NOT_STATED}"


def method_page(
    data: SiteData, words: Mapping[str, Sequence[CitedWords]], coverage: Sequence[Coverage]
) -> Mapping[str, str]:
    """PATH -> Markdown; nothing where docs/ has a page of that name, which then stands."""
    if PATH in dict(data.pages):
        return {}
    kinds: Counter[str] = Counter()
    for one in coverage:
        kinds[one.kind] += one.statements
    page = templates().get_template("method.md.j2")
    return {
        PATH: page.render(
            topic=data.evidence.topic,
            coverage=coverage,
            by_note=_by_note(data),
            by_kind=_ordered(kinds),
            by_directness=_by_directness(data, words),
            left_out=_ordered(Counter(map(_sort, data.left_out()))),
            version=generator.__version__,
            digest=data.evidence.digest,
        )
    }


def _by_note(data: SiteData) -> list[tuple[str, int]]:
    """Statements by the kind of their note."""
    found: Counter[str] = Counter()
    for path, markdown in data.pages:
        page = scan(markdown, path)
        kinds = {note.label: _KINDS.get(type(note.body)) for note in page.notes}
        stated = (reference for reference in page.references if reference not in index_references(page, markdown))
        found.update(kind for reference in stated if (kind := kinds.get(reference.label)))
    return [(kind, found[kind]) for kind in _KINDS.values() if found[kind]]


def _by_directness(data: SiteData, words: Mapping[str, Sequence[CitedWords]]) -> list[tuple[str, int]]:
    passages = by_source(data.analysis.passages)
    found: Counter[str] = Counter()
    for key, several in words.items():
        for cited in several:
            around = passages_at(passages.get(key, ()), cited.spans)
            found[_DIRECTNESS[around[0].kind if around else "voice"]] += len(cited.statements)
    return [(how, found[how]) for how in _DIRECTNESS.values() if found[how]]


def _sort(reason: str) -> str:
    return _PARTICULARS.sub(lambda found: "“…”" if found[0].startswith("“") else "", reason)


def _ordered(counts: Counter[str]) -> list[tuple[str, int]]:
    """The most frequent first; of equals, by name."""
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
