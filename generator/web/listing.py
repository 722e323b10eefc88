"""What a derivation counted or looked for, as lists in its note: each thing with who carries it, and the way to where a page states it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from xml.etree.ElementTree import Element

from generator import english
from generator.model import Listed, Listing, Passage
from generator.web import wording
from generator.web.anchors import relative
from generator.web.cited import CitedWords, Statement, cited_words
from generator.web.data import SiteData
from generator.web.markup import element

_MAKES_CHARGES = "allegations"
"""Kind of the page that a charge is best read on."""


class Lister:
    """Made once from the site's data; pages are read when the first list is asked for."""

    def __init__(self, data: SiteData) -> None:
        self._data = data

    @cached_property
    def _words(self) -> Mapping[str, Sequence[CitedWords]]:
        return cited_words(self._data)

    def lists(self, listings: Iterable[Listing], page: str) -> Iterator[Element]:
        """A paragraph and a list for each listing; links are relative to `page`."""
        for listing in listings:
            yield element("p", f"{listing.title}:", cls="note-list-title")
            items = (element("li", *self._thing(thing, page)) for thing in listing.things)
            yield element("ul", *items, cls="note-list")

    def _thing(self, thing: Listed, page: str) -> list[Element | str]:
        """Its name, linked where a page states it; what carries it, and its caveats, so that it can be read alone."""
        stated = self._stated(thing.passages)
        href = {"href": f"{relative(stated.page, page)}#{stated.anchor}"} if stated else {}
        keys = dict.fromkeys(passage.source for passage in thing.passages)
        carriers = english.listed([self._data.evidence.sources[key].name for key in keys])
        caveats = "".join(f", with the caveat “{caveat}”" for caveat in wording.caveats(thing.passages))
        return [element("a", thing.name, attributes=href) if href else thing.name, f" ({carriers}){caveats}"]

    def _stated(self, passages: Sequence[Passage]) -> Statement | None:
        """The statement that rests on one of the passages: on the page of the charges if it is there, under a heading if it can be."""
        best = self._data.evidence.topic.pages.get(_MAKES_CHARGES, "")
        found = [
            statement
            for passage in passages
            for cited in self._words.get(passage.source, ())
            if any(piece.overlap(span) for piece in passage.pieces for span in cited.spans)
            for statement in cited.statements
        ]
        return min(found, key=lambda s: (s.page != best, not s.heading), default=None)
