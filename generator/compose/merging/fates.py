"""What becomes of each part of a page: whose words stand, what leaves, what is new."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.compose.merging.conflicts import conflict, in_paragraph
from generator.compose.merging.matching import pairs, shared
from generator.compose.merging.parts import Cite, Kind, Part
from generator.compose.merging.three_ways import Stretch, stretches
from generator.compose.merging.units import joined, mark_and_units, opens_item, units, words


@dataclass(slots=True)
class Fates:
    """Decisions over the parts of the page (`mine`) and of the new draft (`theirs`), by index."""

    mine: dict[int, Part | None] = field(default_factory=dict)
    """What stands in the place of a part of the page; None where it leaves. A part that is not here stays as it is."""
    home: dict[int, int] = field(default_factory=dict)
    """Part of the new draft -> the part of the page in whose place it stands."""
    dropped: set[int] = field(default_factory=set)
    """Parts of the new draft that a person took off the page, or that the page says in a person's own way already."""
    news: dict[int, Part] = field(default_factory=dict)
    """Dropped part of the new draft that brings a statement of its own by now -> the part of the base that a person took off the page."""
    conflicts: set[int] = field(default_factory=set)
    """Parts of the page on which a conflict opens."""
    updated: int = 0
    removed: int = 0

    def put(self, m: int, part: Part, pieces: Sequence[Stretch], *, failing: bool = False) -> None:
        """What a merge of a part's units gave in the place of the part. `failing` tells of the page's sides that they do not hold any more."""
        open_ = not all(piece.agreed for piece in pieces)
        self.mine[m] = replace(
            part, text=_written(part, pieces, failing=failing) if open_ else _side(pieces, mine=True)
        )
        self.conflicts |= {m} if open_ else set()


def _written(part: Part, pieces: Sequence[Stretch], *, failing: bool) -> str:
    """A conflict over the sentences that differ; over the whole part where lines between its sentences would break a list, a table or a box."""
    if part.kind is Kind.TEXT and any(piece.agreed for piece in pieces):
        return in_paragraph(pieces, failing=failing)
    return conflict(_side(pieces, mine=True), _side(pieces, mine=False), failing=failing)


def _side(pieces: Sequence[Stretch], *, mine: bool) -> str:
    text = joined(unit for piece in pieces for unit in (piece.mine if mine else piece.theirs)).rstrip()
    return "" if opens_item(text + " ") else text


def decide(
    base: Sequence[Part],
    mine: Sequence[Part],
    theirs: Sequence[Part],
    in_mine: Mapping[int, int],
    in_theirs: Mapping[int, int],
    present: frozenset[Cite],
    instead: Callable[[str], str | None],
) -> Fates:
    """`in_mine` and `in_theirs` pair the base with the page and the new draft; `present` is cited by sections that nobody edited, and is no news to bring.

    `instead` gives what the draft has in the place of a sentence that rests on notes of the last draft which the new one no longer has and which fail: "" for
    nothing; None for a sentence that may stay.
    """
    fates = Fates()
    said = [*present, *(cite for part in mine for cite in part.cites)]
    for index, old in enumerate(base):
        if old.kind is Kind.NOTE:
            continue
        m, t = in_mine.get(index), in_theirs.get(index)
        if m is None:
            _dropped(fates, old, t, theirs, said)
        elif t is None:
            _withdrawn(fates, old, m, mine[m])
        else:
            fates.home[t] = m
            _both(fates, old, m, mine[m], theirs[t])
    _failing(fates, mine, instead)
    own = [m for m in range(len(mine)) if m not in in_mine.values()]
    new = [t for t in range(len(theirs)) if t not in in_theirs.values()]
    news = [t for t in new if not theirs[t].cites or not present >= set(theirs[t].cites)]
    _said_already(fates, base, mine, theirs, own, news, in_mine)
    _keep_headings_in_use(fates, mine)
    return fates


def _dropped(fates: Fates, old: Part, t: int | None, theirs: Sequence[Part], said: Sequence[Cite]) -> None:
    """A part that a person took off the page; what the draft has added to it since is news all the same."""
    if t is None:
        return
    fates.dropped.add(t)
    sourced = _sourced(theirs[t])
    if shared(sourced, [*old.cites, *said]) < len(sourced):
        fates.news[t] = old


def _sourced(part: Part) -> list[Cite]:
    return [cite for cite in part.cites if not cite.source.startswith("=")]


def _both(fates: Fates, old: Part, m: int, mine: Part, theirs: Part) -> None:
    """A part that both sides still have."""
    if words(mine.text) == words(theirs.text) and " \n" in mine.text:
        # What a conflict that was resolved by hand leaves: the paragraph in several lines.
        fates.mine[m] = replace(mine, text=theirs.text)
        return
    if theirs.text in (old.text, mine.text):
        return
    if mine.text == old.text:
        fates.mine[m] = replace(mine, text=theirs.text, cites=theirs.cites)
        fates.updated += 1
        return
    pieces = _merged(old, mine, theirs)
    if all(piece.agreed for piece in pieces) or not _retold(old, mine, theirs):
        fates.put(m, mine, pieces)
        fates.updated += m not in fates.conflicts


def _merged(old: Part, mine: Part, theirs: Part) -> list[Stretch]:
    """The units of a part that both sides changed; the mark of a list's item, or none, is the page's."""
    (_, base), (mark, page), (_, draft) = map(mark_and_units, (old, mine, theirs))
    said = {*map(words, page)}
    pieces = [Stretch((mark,), (mark,))] if mark else []
    for piece in stretches(base, page, draft):
        known = not piece.agreed and bool(piece.theirs) and said >= {*map(words, piece.theirs)}
        pieces.append(Stretch(piece.mine, piece.mine) if known else piece)
    return pieces


def _retold(old: Part, mine: Part, theirs: Part) -> bool:
    """Whether a person made prose of a statement, with others or in another form, and the draft only words it differently and brings nothing new."""
    reshaped = old.kind is not mine.kind or shared(mine.cites, old.cites) < len(mine.cites)
    return reshaped and shared(theirs.cites, old.cites) == len(theirs.cites)


def _withdrawn(fates: Fates, old: Part, m: int, mine: Part) -> None:
    """A part that the new draft has no longer is gone if nobody edited it."""
    if mine.text == old.text:
        fates.mine[m] = None
        fates.removed += 1


def _failing(fates: Fates, mine: Sequence[Part], instead: Callable[[str], str | None]) -> None:
    """A person's sentence whose ground is gone is a conflict, wherever it stands by now."""
    for m, old in enumerate(mine):
        part = fates.mine.get(m, old)
        if part is None or part.kind in (Kind.NOTE, Kind.HEADING) or m in fates.conflicts:
            continue
        pieces = _without_failing(part, instead)
        if not all(piece.agreed for piece in pieces):
            fates.put(m, part, pieces, failing=True)


def _without_failing(part: Part, instead: Callable[[str], str | None]) -> list[Stretch]:
    if part.kind in (Kind.ROW, Kind.HEAD):
        return [Stretch((part.text,), (part.text,) if instead(part.text) is None else ())]
    pieces: list[Stretch] = []
    for unit in units(part):
        other = instead(unit)
        blanks = unit[len(unit.rstrip()) :]
        pieces.append(Stretch((unit,), (unit,) if other is None else (other + blanks,) if other else ()))
    return pieces


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
        sourced = _sourced(theirs[t])
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
