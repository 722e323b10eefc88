"""Sections that nobody edited follow the draft as a whole: their parts are set aside, and come anew with the draft, under its headings.

Part by part, a statement that the draft moves to another section would stay where it was, under a heading that is no longer its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from generator.compose.merging.parts import Cite, Kind, Part


@dataclass(frozen=True, slots=True)
class Aside:
    """A base and a page without the sections that are equal on both."""

    base: tuple[int, ...]
    """Indices of the parts of the base that are left; likewise `page`."""
    page: tuple[int, ...]
    parts: tuple[Part, ...]
    """What was set aside."""

    @property
    def cites(self) -> frozenset[Cite]:
        return frozenset(cite for part in self.parts for cite in part.cites)


def set_aside(base: Sequence[Part], page: Sequence[Part]) -> Aside:
    """Takes out every section but the first that stands on both, untouched like all below it; none where a person changed the order of the sections."""
    old, new = _sections(base), _sections(page)
    headings = [page[section[0]].text for section in new[1:]]
    known = [base[section[0]].text for section in old[1:]]
    if len(set(headings)) < len(headings) or len(set(known)) < len(known) or not _in_order(headings, known):
        return Aside(tuple(range(len(base))), tuple(range(len(page))), ())
    words = {_words(base, section): section for section in old[1:]}
    untouched = [
        section
        for number, section in enumerate(new)
        if number > 0 and all(_words(page, one) in words for one in (section, *_below(page, new, number)))
    ]
    out = {i for section in untouched for i in section}
    gone = {i for section in untouched for i in words[_words(page, section)]}
    return Aside(
        tuple(i for i in range(len(base)) if i not in gone),
        tuple(i for i in range(len(page)) if i not in out),
        tuple(page[i] for i in sorted(out)),
    )


def _below(parts: Sequence[Part], sections: Sequence[list[int]], number: int) -> Iterator[list[int]]:
    """The subsections of a section."""
    level = parts[sections[number][0]].level
    return takewhile(lambda section: parts[section[0]].level > level, sections[number + 1 :])


def _sections(parts: Sequence[Part]) -> list[list[int]]:
    """Indices of the parts of each section, without the notes; the first holds all that stands before the second heading."""
    found: list[list[int]] = [[]]
    headings = 0
    for index, part in enumerate(parts):
        if part.kind is Kind.NOTE:
            continue
        headings += part.kind is Kind.HEADING
        if part.kind is Kind.HEADING and headings > 1:
            found.append([])
        found[-1].append(index)
    return found


def _words(parts: Sequence[Part], section: Sequence[int]) -> tuple[str, ...]:
    """The section's text; the gap behind it belongs to what follows."""
    return tuple(parts[i].text + (parts[i].gap if i != section[-1] else "") for i in section)


def _in_order(headings: Sequence[str], known: Sequence[str]) -> bool:
    places = [known.index(heading) for heading in headings if heading in known]
    return places == sorted(places)
