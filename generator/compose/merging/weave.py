"""The order of a merged page, and the place of what is new on it.

The page's order stands once a person has changed it, or its sections; else the new draft's. A new part goes into its section, beside its neighbours there; a new section beside
the sections around it. What finds no section has no place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.compose.merging.fates import Fates
from generator.compose.merging.matching import pairs, section_end
from generator.compose.merging.parts import Kind, Part


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A part in its place on the merged page."""

    part: Part
    mine: int = -1
    """Index on the page as it was; -1 for a new one."""
    theirs: int = -1
    """Index in the new draft; -1 where it has none."""


def weave(
    base: Sequence[Part], mine: Sequence[Part], theirs: Sequence[Part], fates: Fates
) -> tuple[list[Placed], list[int]]:
    """The parts of the merged page without its notes, and the parts of the new draft that found no place."""
    where = {m: t for t, m in fates.home.items()}
    kept = [
        Placed(part, m, where.get(m, -1))
        for m, old in enumerate(mine)
        if old.kind is not Kind.NOTE and (part := fates.mine.get(m, old)) is not None
    ]
    on_page = pairs(base, mine)
    if not _moved(on_page) and not _reshaped(base, mine, on_page) and _moved(pairs(base, theirs)):
        kept = _in_order_of_draft(kept)
    return _with_new(kept, theirs, fates)


def _moved(places: dict[int, int]) -> bool:
    order = [places[i] for i in sorted(places)]
    return order != sorted(order)


def _reshaped(base: Sequence[Part], mine: Sequence[Part], on_page: dict[int, int]) -> bool:
    """Whether a person made prose of a list, or other sections: what stands in them then is not the draft's to move."""
    return any(
        base[i].kind is not mine[m].kind or (base[i].kind is Kind.HEADING and base[i].text != mine[m].text)
        for i, m in on_page.items()
    )


def _in_order_of_draft(kept: Sequence[Placed]) -> list[Placed]:
    """By the new draft; what it does not have stays behind what it stood behind."""
    runs: list[list[Placed]] = [[]]
    for one in kept:
        if one.theirs >= 0:
            runs.append([])
        runs[-1].append(one)
    first, *rest = runs
    return [*first, *(one for run in sorted(rest, key=lambda run: run[0].theirs) for one in run)]


def _with_new(kept: list[Placed], theirs: Sequence[Part], fates: Fates) -> tuple[list[Placed], list[int]]:
    unplaced: list[int] = []
    new = [
        t
        for t, part in enumerate(theirs)
        if part.kind is not Kind.NOTE and t not in fates.home and t not in fates.dropped
    ]
    for t in new:
        if theirs[t].kind is Kind.HEADING and not _has_new(theirs, t, new):
            continue
        if _is_scrap(theirs, t, new, fates):
            continue
        at = _heading_place(kept, theirs, t) if theirs[t].kind is Kind.HEADING else _place(kept, theirs, t)
        if at is None:
            unplaced.append(t)
        else:
            kept.insert(at, Placed(theirs[t], theirs=t))
    return kept, unplaced


def _has_new(theirs: Sequence[Part], heading: int, new: Sequence[int]) -> bool:
    """Whether a new heading brings something with it that is new as well."""
    end = section_end(theirs, heading)
    return any(heading < t < end and theirs[t].kind is not Kind.HEADING for t in new)


def _is_scrap(theirs: Sequence[Part], t: int, new: Sequence[int], fates: Fates) -> bool:
    """Whether a part goes with a section whose statements the page has elsewhere or a person dropped: its heading, and what is computed over them."""
    heading = t if theirs[t].kind is Kind.HEADING else _heading_of(theirs, t)
    if heading < 0 or heading in fates.home or (t != heading and _sourced(theirs[t])):
        return False
    under = [i for i in range(heading + 1, section_end(theirs, heading)) if _sourced(theirs[i])]
    return bool(under) and not any(i in new for i in under)


def _sourced(part: Part) -> bool:
    return any(not cite.source.startswith("=") for cite in part.cites)


def _heading_of(parts: Sequence[Part], index: int) -> int:
    """Index of the heading that a part stands under, -1 for none."""
    return next((i for i in range(index - 1, -1, -1) if parts[i].kind is Kind.HEADING), -1)


def _place(kept: Sequence[Placed], theirs: Sequence[Part], t: int) -> int | None:
    """Where a new part goes: behind or before its neighbour in its section, else at the section's end."""
    section = _section(kept, _heading_of(theirs, t))
    if section is None:
        return None
    at = {kept[k].theirs: k for k in section if kept[k].theirs >= 0}
    own = range(_heading_of(theirs, t) + 1, t)
    before = next((at[i] for i in reversed(own) if i in at), None)
    if before is not None:
        return before + 1
    end = next((i for i in range(t + 1, len(theirs)) if theirs[i].kind is Kind.HEADING), len(theirs))
    after = next((at[i] for i in range(t + 1, end) if i in at), None)
    return after if after is not None else section.stop


def _section(kept: Sequence[Placed], heading: int) -> range | None:
    """The places on the page between a heading of the draft and the next heading; None where the page does not have it."""
    start = 0
    if heading >= 0:
        found = next((k for k, one in enumerate(kept) if one.theirs == heading), None)
        if found is None:
            return None
        start = found + 1
    end = next((k for k in range(start, len(kept)) if kept[k].part.kind is Kind.HEADING), len(kept))
    return range(start, end)


def _heading_place(kept: Sequence[Placed], theirs: Sequence[Part], t: int) -> int | None:
    """Where a new section goes: behind the section before it, else before the one after it, else under its parent."""
    level = theirs[t].level
    at = {one.theirs: k for k, one in enumerate(kept) if one.theirs >= 0}
    for i in range(t - 1, -1, -1):
        if theirs[i].kind is not Kind.HEADING:
            continue
        if theirs[i].level <= level and i in at:
            parts = [one.part for one in kept]
            is_parent = theirs[i].level < level
            return _first_section(parts, at[i]) if is_parent else section_end(parts, at[i])
        if theirs[i].level < level:
            break
    following = (i for i in range(t + 1, len(theirs)) if theirs[i].kind is Kind.HEADING and theirs[i].level <= level)
    return next((at[i] for i in following if i in at and theirs[i].level == level), None)


def _first_section(parts: Sequence[Part], heading: int) -> int:
    """Before the first heading under a heading, or at the end of its own text."""
    return next((i for i in range(heading + 1, len(parts)) if parts[i].kind is Kind.HEADING), len(parts))
