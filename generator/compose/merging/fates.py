"""What becomes of each part of a page: whose words stand, what leaves, what is new."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.compose.merging.line_merge import conflict, merge_lines
from generator.compose.merging.matching import pairs, shared
from generator.compose.merging.parts import Cite, Kind, Part


@dataclass(slots=True)
class Fates:
    """Decisions over the parts of the page (`mine`) and of the new draft (`theirs`), by index."""

    mine: dict[int, Part | None] = field(default_factory=dict)
    """What stands in the place of a part of the page; None where it leaves. A part that is not here stays as it is."""
    home: dict[int, int] = field(default_factory=dict)
    """Part of the new draft -> the part of the page in whose place it stands."""
    dropped: set[int] = field(default_factory=set)
    """Parts of the new draft that a person took off the page, or that the page says in a person's own way already."""
    conflicts: set[int] = field(default_factory=set)
    updated: int = 0
    removed: int = 0


def decide(
    base: Sequence[Part],
    mine: Sequence[Part],
    theirs: Sequence[Part],
    in_mine: Mapping[int, int],
    in_theirs: Mapping[int, int],
    present: frozenset[Cite],
    holds: Callable[[Part], bool],
) -> Fates:
    """`in_mine` and `in_theirs` pair the base with the page and the new draft; `present` is cited by sections that nobody edited, and is no news to bring.

    `holds` tells whether the notes of a part of the page still hold over the evidence as it is now.
    """
    fates = Fates()
    for index, old in enumerate(base):
        m, t = in_mine.get(index), in_theirs.get(index)
        if m is None:
            fates.dropped |= {t} if t is not None else set()
        elif t is None:
            _withdrawn(fates, old, m, mine[m], holds)
        else:
            fates.home[t] = m
            _both(fates, old, m, mine[m], theirs[t])
    own = [m for m in range(len(mine)) if m not in in_mine.values()]
    new = [t for t in range(len(theirs)) if t not in in_theirs.values()]
    news = [t for t in new if not theirs[t].cites or not present >= set(theirs[t].cites)]
    _said_already(fates, base, mine, theirs, own, news, in_mine)
    _keep_headings_in_use(fates, mine)
    return fates


def _both(fates: Fates, old: Part, m: int, mine: Part, theirs: Part) -> None:
    """A part that both sides still have."""
    if theirs.text in (old.text, mine.text):
        return
    if mine.text == old.text:
        fates.mine[m] = replace(mine, text=theirs.text, cites=theirs.cites)
        fates.updated += 1
        return
    merged = merge_lines(old.text, mine.text, theirs.text)
    fates.mine[m] = replace(mine, text=conflict(mine.text, theirs.text) if merged is None else merged)
    if merged is None:
        fates.conflicts.add(m)
    else:
        fates.updated += 1


def _withdrawn(fates: Fates, old: Part, m: int, mine: Part, holds: Callable[[Part], bool]) -> None:
    """A part that the new draft has no longer: gone if nobody edited it; else a conflict, but only where it fails."""
    if mine.text == old.text:
        fates.mine[m] = None
        fates.removed += 1
    elif not holds(mine):
        fates.mine[m] = replace(mine, text=conflict(mine.text, ""))
        fates.conflicts.add(m)


def _said_already(
    fates: Fates,
    base: Sequence[Part],
    mine: Sequence[Part],
    theirs: Sequence[Part],
    own: Sequence[int],
    new: Sequence[int],
    in_mine: Mapping[int, int],
) -> None:
    """New parts that a person brought first: the same part, or another that cites the same words."""
    alike = pairs([theirs[t] for t in new], [mine[m] for m in own])
    for t, m in ((new[t], own[m]) for t, m in alike.items()):
        if theirs[t].kind is mine[m].kind and (
            theirs[t].text == mine[m].text or shared(theirs[t].cites, mine[m].cites)
        ):
            fates.home[t] = m
    edited = [m for i, m in in_mine.items() if base[i].text != mine[m].text]
    said = [cite for m in (*own, *edited) for cite in mine[m].cites]
    for t in new:
        sourced = [cite for cite in theirs[t].cites if not cite.source.startswith("=")]
        if t not in fates.home and sourced and shared(sourced, said) == len(sourced):
            fates.dropped.add(t)


def _keep_headings_in_use(fates: Fates, mine: Sequence[Part]) -> None:
    """A heading stays as long as something under it does."""
    for index, part in enumerate(mine):
        if part.kind is Kind.HEADING and fates.mine.get(index, part) is None and _used(fates, mine, index):
            del fates.mine[index]
            fates.removed -= 1


def _used(fates: Fates, mine: Sequence[Part], heading: int) -> bool:
    for index in range(heading + 1, len(mine)):
        if mine[index].kind is Kind.HEADING and mine[index].level <= mine[heading].level:
            return False
        if mine[index].kind is not Kind.NOTE and fates.mine.get(index, mine[index]) is not None:
            return True
    return False
