"""Two changed texts of one part and what both come from: where the changes do not touch the same unit, both are made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.compose.merging.units import words


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some units in a row; the two sides differ only where both changed them."""

    mine: tuple[str, ...]
    theirs: tuple[str, ...]

    @property
    def agreed(self) -> bool:
        return self.mine == self.theirs


@dataclass(frozen=True, slots=True, order=True)
class _Change:
    """Units `start` to `end` of the base became `grown` more, or fewer, on one side."""

    start: int
    end: int
    grown: int
    by_draft: bool


@dataclass(slots=True)
class _Region:
    """A range of the base whose changes touch one another."""

    start: int
    end: int
    changes: list[_Change]

    def grown(self, *, by_draft: bool) -> int:
        return sum(change.grown for change in self.changes if change.by_draft is by_draft)

    def changed(self, *, by_draft: bool) -> bool:
        return any(change.by_draft is by_draft for change in self.changes)


def stretches(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Stretch]:
    """The merged part, from its beginning to its end."""
    done = in_mine = in_theirs = 0
    for region in _regions(sorted([*_changes(base, mine, by_draft=False), *_changes(base, theirs, by_draft=True)])):
        upto = in_mine + region.start - done
        yield from _same(mine[in_mine:upto])
        in_theirs += region.start - done
        size = region.end - region.start
        in_mine = upto + size + region.grown(by_draft=False)
        start, in_theirs = in_theirs, in_theirs + size + region.grown(by_draft=True)
        yield from _settled(region, tuple(mine[upto:in_mine]), tuple(theirs[start:in_theirs]))
        done = region.end
    yield from _same(mine[in_mine:])


def _settled(region: _Region, mine: tuple[str, ...], theirs: tuple[str, ...]) -> Iterator[Stretch]:
    if not region.changed(by_draft=True) or [*map(words, mine)] == [*map(words, theirs)]:
        yield from _same(mine)
    elif not region.changed(by_draft=False):
        yield from _same(theirs)
    else:
        yield Stretch(mine, theirs)


def _same(units: Sequence[str]) -> Iterator[Stretch]:
    if units:
        yield Stretch(tuple(units), tuple(units))


def _changes(base: Sequence[str], side: Sequence[str], *, by_draft: bool) -> list[_Change]:
    """Where as many units came as went, each was changed by itself."""
    found: list[_Change] = []
    matcher = SequenceMatcher(None, [*map(words, base)], [*map(words, side)], autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "replace" and j - i == m - k:
            found += [_Change(n, n + 1, 0, by_draft) for n in range(i, j)]
        elif tag != "equal":
            found.append(_Change(i, j, (m - k) - (j - i), by_draft))
    return found


def _regions(changes: Sequence[_Change]) -> list[_Region]:
    found: list[_Region] = []
    for change in changes:
        if found and _meet(found[-1], change):
            found[-1].end = max(found[-1].end, change.end)
            found[-1].changes.append(change)
        else:
            found.append(_Region(change.start, change.end, [change]))
    return found


def _meet(region: _Region, change: _Change) -> bool:
    """Two additions at one place meet; an addition meets what it stands inside of, not what it stands beside."""
    return change.start < region.end or region.start == region.end == change.start == change.end
