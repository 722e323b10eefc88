"""The citations of a copy in PDF, read back from its pages: where each note stands, and where its link leads."""

from __future__ import annotations

import io
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib import import_module
from math import inf
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

from generator.export import citations
from generator.export.citations import Carried
from generator.export.tree import make

_NOTE = "note:"
"""Begins the name of the place of a note; its address follows."""
EXCERPT_SIZE = 13.0
"""CSS pixels (4 are 3 points) in which an excerpt is set at least; what stands between its paragraphs is smaller (print.css)."""
NOTE_SIZE = 11.0
"""CSS pixels in which a note is set at least; running heads and page numbers are smaller."""
_SOURCES = "sources-"
"""Begins the names of all places on the pages of sources."""
_LINE_AFTER_DASH = re.compile(r"(?<=[—–/])[ \t]*\n")
_SPREAD = 2
"""Pages on which a note or an excerpt may stand: the one it begins on, and the next."""

Place: TypeAlias = tuple[int, float]
"""Page from 0, and how far down on it."""


def name_notes(chapter: Element) -> None:
    """Gives each note a place that is named after its address."""
    for note in citations.notes(chapter):
        note.insert(0, make("span", id=f"{_NOTE}{note.get('data-note')}"))


def carried(data: bytes) -> Mapping[str, Carried] | None:
    """The pages on which each note stands, and those that its link leads to; None where pypdf is not installed."""
    try:
        pypdf = import_module("pypdf")
    except ImportError:
        return None
    reader = pypdf.PdfReader(io.BytesIO(data))
    pages = list(reader.pages)
    numbers = {page.indirect_reference.idnum: number for number, page in enumerate(pages)}
    set_in = cache(lambda number: tuple(_pieces(pages[number])))

    @cache
    def spread(page: int, least: float) -> str:
        numbers = range(page, min(page + _SPREAD, len(pages)))
        shown = "\n".join("".join(text for text, size in set_in(n) if size >= least) for n in numbers)
        # A line that ends with a dash may have a blank after it or not; the page does not tell.
        return f"{shown}\n{_LINE_AFTER_DASH.sub('', shown)}"

    places = {
        str(name): (numbers[found.page.idnum], -float(found.top or 0))
        for name, found in reader.named_destinations.items()
    }
    notes = sorted((place, name.removeprefix(_NOTE)) for name, place in places.items() if name.startswith(_NOTE))
    targets = _targets(pages, places, [place for place, _ in notes])
    return {
        address: Carried(
            spread(place[0], NOTE_SIZE), "\n".join(spread(page, EXCERPT_SIZE) for page in targets.get(at, ()))
        )
        for at, (place, address) in enumerate(notes)
    }


def _targets(pages: Sequence[Any], places: Mapping[str, Place], notes: Sequence[Place]) -> Mapping[int, list[int]]:
    """The pages of sources that each note leads to, by its position; a note may name others who carry the same claim."""
    found: dict[int, list[int]] = {}
    for place, target in _links(pages):
        at = bisect_right(notes, place) - 1
        if target.startswith(_SOURCES) and target in places and places[target][0] not in found.setdefault(at, []):
            found[at].append(places[target][0])
    return found


def _pieces(page: Any) -> list[tuple[str, float]]:
    """The words of a page with the CSS pixels that they are set in; what parts lines belongs to every size."""
    pieces: list[tuple[str, float]] = []

    def take(piece: str, _user: object, _text: object, _font: object, size: float) -> None:
        pieces.append((piece, inf if piece.isspace() else size))

    page.extract_text(visitor_text=take)
    return pieces


def _links(pages: Sequence[Any]) -> Iterator[tuple[Place, str]]:
    """(where the link stands, the name of the place it leads to) of every link inside the file."""
    for number, page in enumerate(pages):
        for reference in page.get("/Annots") or ():
            link = reference.get_object()
            if link.get("/Subtype") == "/Link" and "/Dest" in link:
                _, one, _, other = (float(edge) for edge in link["/Rect"])
                yield (number, -min(one, other)), str(link["/Dest"])
