"""What some pages show besides their text, by what kind of page they are: made from the text itself, so that every edit shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from xml.etree.ElementTree import Element

from generator.model import Citation, Note, Passage
from generator.web import counterparts, dated, glossary, tables, timeline
from generator.web.cited import locate
from generator.web.data import SiteData
from generator.web.dated import Period
from generator.web.excerpt import by_source, passages_at
from generator.web.markup import visible


class Views:
    """Made once from the site's data."""

    def __init__(self, data: SiteData) -> None:
        self._data = data
        self._pages = dict(data.pages)
        self._kinds = {name: kind for kind, name in data.evidence.topic.pages.items()}

    @cached_property
    def _passages(self) -> Mapping[str, Sequence[Passage]]:
        return by_source(self._data.analysis.passages)

    @cached_property
    def _terms(self) -> tuple[glossary.Term, ...]:
        return glossary.terms(self._pages.get(glossary.PAGE, ""))

    def show(self, root: Element, page: str, notes: Mapping[str, Note]) -> None:
        """Adds to the tree of the page at a path what its kind asks for; `notes` are the page's by label."""
        kind = self._kinds.get(page, "")
        counterparts.link(root, kind, page, notes, self._pages, self._data.evidence)
        glossary.link(root, page, self._terms)
        if kind == "disagreements":
            tables.side_by_side(root)
        elif kind == "timeline":
            timeline.draw(root, lambda marks: self._tellers(marks, notes), lambda mark: self._written(mark, notes))

    def _tellers(self, marks: Sequence[Element], notes: Mapping[str, Note]) -> list[str]:
        """Who speaks in the words cited; where nobody is named, the source."""
        found: dict[str, None] = {}
        for citation in filter(None, (_citation(mark, notes) for mark in marks)):
            located = locate(citation, self._data.evidence)
            around = passages_at(self._passages.get(citation.key, ()), located.spans) if located else ()
            source = self._data.evidence.sources.get(citation.key)
            speakers = [passage.speaker for passage in around if passage.speaker]
            for name in speakers or ([f"told by {source.name}"] if source else []):
                found.setdefault(visible(name))
        return list(found)

    def _written(self, mark: Element, notes: Mapping[str, Note]) -> Period | None:
        citation = _citation(mark, notes)
        source = self._data.evidence.sources.get(citation.key) if citation else None
        return dated.days(source.stated("issued")) if source else None


def _citation(mark: Element, notes: Mapping[str, Note]) -> Citation | None:
    note = notes.get(mark.get("id", "").partition(":")[2])
    return note.body if note and isinstance(note.body, Citation) else None
