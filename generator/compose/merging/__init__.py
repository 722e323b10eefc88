"""The merge of a page that a person edited with a new draft, over parts known by what they cite.

No word of a person is lost: it stands in the result, or on the page's side of a conflict.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, zip_longest

from generator.compose.merging.conflicts import failing_lines, marker_lines, resolved, sides
from generator.compose.merging.fates import Fates, decide
from generator.compose.merging.grounds import Grounds
from generator.compose.merging.labelling import Labels, given_back
from generator.compose.merging.matching import pairs
from generator.compose.merging.parts import Kind, Part, cite, join, marks, note_bodies, split
from generator.compose.merging.sections import Aside, set_aside
from generator.compose.merging.weave import Placed, weave

_MOST_TURNS = 6
"""After one turn nothing changes on nearly every page; six were enough for thousands of random edits."""

_NUMBERED = re.compile(r"(?P<own>.+)-\d+")
"""A label that had to give way to another text's, as `Labels` makes it."""

__all__ = ["Merged", "failing_lines", "labels_in_conflict", "marker_lines", "merge", "parts_in_both", "resolve"]


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge gave."""

    text: str
    draft: str
    """The new draft without what found no place: the base of the next merge, which will offer that again."""
    unplaced: str
    """What found no place, with its notes, as Markdown; "" where everything has."""
    conflicts: tuple[int, ...]
    """Lines of `text`, from 1, on which a conflict opens."""
    added: int = 0
    """Parts that are new on the page; `updated` and `removed` likewise."""
    updated: int = 0
    removed: int = 0


def merge(base: str, mine: str, theirs: str, holds: Callable[[str], bool], seen: str = "") -> Merged:
    """Brings the changes from `base` to `theirs`, the last and the new draft, into `mine`, the page. All have line feeds.

    `holds` tells of a note's body whether it holds over the evidence as it is now. `seen` is Markdown that a person has seen and left out: what it cites is not
    offered again.
    """
    merged = _merge_once(base, mine, theirs, holds, seen)
    for _ in range(_MOST_TURNS):
        # A part may find its section only on the merged page, where its neighbours now stand.
        again = merged if merged.conflicts else _merge_once(merged.draft, merged.text, theirs, holds, seen)
        settled = (again.text, again.unplaced) == (merged.text, merged.unplaced)
        merged = replace(again, added=merged.added + again.added, updated=merged.updated, removed=merged.removed)
        if settled:
            break
    return merged


def _merge_once(base: str, mine: str, theirs: str, holds: Callable[[str], bool], seen: str) -> Merged:
    labels = Labels(mine, theirs, base)
    old, page, new = labels.named(base), split(mine), labels.named(theirs)
    grounds = Grounds(base, theirs, labels.bodies, new, holds)

    aside = set_aside(old, page)
    whole, in_theirs = pairs(old, page), pairs(old, new)
    number = {i: n for n, i in enumerate(aside.page)}
    in_page = {n: number[whole[i]] for n, i in enumerate(aside.base) if whole.get(i) in number}
    in_draft = {n: in_theirs[i] for n, i in enumerate(aside.base) if i in in_theirs}
    left, kept = [old[i] for i in aside.base], [page[i] for i in aside.page]
    fates = decide(left, kept, new, in_page, in_draft, aside.cites, grounds.instead)
    woven, homeless = weave(left, kept, new, fates)
    placed = [replace(one, mine=aside.page[one.mine]) if one.mine >= 0 else one for one in woven]
    declined = {cite(body) for body in note_bodies(seen).values()}
    offered = [t for t in sorted({*homeless, *fates.news}) if new[t].cites and not declined >= set(new[t].cites)]
    text = _written(placed, page, labels, {*note_bodies(base).values(), *note_bodies(theirs).values()})
    draft = _without(new, offered, fates.news, labels)
    conflicts = marker_lines(text)
    return Merged(
        text if conflicts else labels.given_back(text),
        draft + _left_behind(base, text, draft) if conflicts else draft,
        _alone([new[t] for t in offered], labels),
        conflicts,
        *_counts(placed, aside, fates),
    )


def _left_behind(base: str, text: str, draft: str) -> str:
    """Notes of the last draft that the page's sides of its conflicts rest on: where a person decides for the other side by hand, they are known to be nobody's."""
    known, anew = {*note_bodies(base).values()}, {*note_bodies(draft).values()}
    return "".join(
        f"[^{label}]: {body}\n" for label, body in note_bodies(text).items() if body in known and body not in anew
    )


def _counts(placed: Sequence[Placed], aside: Aside, fates: Fates) -> tuple[int, int, int]:
    """New, updated and removed parts. What was set aside and came anew is matched with what it was."""
    come = [one.part for one in placed if one.mine < 0]
    again = pairs(aside.parts, come)
    updated = sum(aside.parts[i].text != come[j].text for i, j in again.items())
    return len(come) - len(again), fates.updated + updated, fates.removed + len(aside.parts) - len(again)


def resolve(markdown: str, *, keep_mine: bool) -> str:
    """A page with one side of each conflict, without the notes that only the other side referred to.

    A note of the new draft that had to give way to one of these has its own label again.
    """
    before = {label for part in split(markdown) for label in marks(part.text)}
    parts = split(resolved(markdown, keep_mine=keep_mine))
    after = {label for part in parts for label in marks(part.text)}
    text = join(
        _gapless(
            part for part in parts if part.kind is not Kind.NOTE or part.label in after or part.label not in before
        )
    )
    come = after - {*marks(resolved(markdown, keep_mine=True))}
    numbered = (_NUMBERED.fullmatch(label) for label in sorted(come))
    return given_back(text, {match[0]: match["own"] for match in numbered if match and match["own"] in before})


def labels_in_conflict(markdown: str) -> frozenset[str]:
    """Labels of the notes that the sides of a page's conflicts refer to."""
    return frozenset(label for side in sides(markdown) for label in marks(side))


def _gapless(parts: Iterable[Part]) -> list[Part]:
    kept = list(parts)
    return [*kept[:-1], _ended(kept[-1])] if kept else []


def _ended(part: Part) -> Part:
    return Part(part.kind, part.text, "\n", part.cites, part.label)


def _written(placed: Sequence[Placed], page: Sequence[Part], labels: Labels, generated: set[str]) -> str:
    """The merged page: its parts, then the notes that they refer to and those that a person wrote."""
    wanted = dict.fromkeys(label for one in placed for label in marks(one.part.text) if label in labels.bodies)
    kept: dict[int, list[Part]] = {}
    for m, part in enumerate(page):
        if part.kind is Kind.NOTE:
            stays = part.label in wanted or labels.bodies[part.label] not in generated
            # What had to give way to a note of the page stands in its place, or under it.
            kept[m] = [part] * stays + [_note(label, labels) for label in wanted if labels.given_way(label, part.label)]
    known = {part.label for parts in kept.values() for part in parts}
    sequence: list[Placed] = []
    pending = sorted(m for m in kept if kept[m])
    for one in placed:
        while pending and 0 <= pending[0] < one.mine:
            m = pending.pop(0)
            sequence += _in_place(m, kept[m])
        sequence.append(one)
    for m in pending:
        sequence += _in_place(m, kept[m])
    last = max((i for i, one in enumerate(sequence) if one.part.kind is Kind.NOTE), default=len(sequence) - 1)
    sequence[last + 1 : last + 1] = [Placed(_note(label, labels)) for label in wanted if label not in known]
    return _joined(sequence, loose=_loose(page))


def _in_place(m: int, parts: Sequence[Part]) -> list[Placed]:
    """Notes in the place of one of the page's."""
    return [Placed(part, m if n == 0 else -1) for n, part in enumerate(parts)]


def _note(label: str, labels: Labels) -> Part:
    return Part(Kind.NOTE, f"[^{label}]: {labels.bodies[label]}", "\n", label=label)


def _loose(page: Sequence[Part]) -> bool:
    """Whether most items of the page's lists stand apart by a blank line."""
    gaps = ["\n\n" in a.gap for a, b in pairwise(page) if a.kind is b.kind is Kind.ITEM]
    return sum(gaps) * 2 > len(gaps)


def _joined(sequence: Sequence[Placed], *, loose: bool = False) -> str:
    """The parts with the gaps they had, and the usual ones between parts that did not follow each other before."""
    text = ""
    for one, following in zip_longest(sequence, sequence[1:]):
        text += one.part.text + _gap(one, following, loose)
    return text


def _gap(one: Placed, following: Placed | None, loose: bool) -> str:
    if following is None:
        return one.part.gap if one.part.gap.count("\n") == 1 and not one.part.gap.strip("\n") else "\n"
    side_by_side = (one.mine >= 0 and following.mine == one.mine + 1) or (
        one.mine < 0 and one.theirs >= 0 and following.theirs == one.theirs + 1
    )
    if side_by_side and one.part.gap:
        return one.part.gap
    tight = one.part.kind is following.part.kind and one.part.kind in (Kind.ITEM, Kind.ROW, Kind.NOTE)
    table = (one.part.kind, following.part.kind) == (Kind.HEAD, Kind.ROW)
    return "\n" if table or (tight and not (loose and one.part.kind is Kind.ITEM)) else "\n\n"


def _without(parts: Sequence[Part], left_out: Sequence[int], before: Mapping[int, Part], labels: Labels) -> str:
    """A draft without some of its parts and the notes that only they refer to; a part that is in `before` stands as it was."""
    out = {t: before.get(t) for t in left_out}
    kept = [
        Placed(part, theirs=t)
        for t, new in enumerate(parts)
        if new.kind is not Kind.NOTE and (part := out.get(t, new)) is not None
    ]
    used = {label for one in kept for label in marks(one.part.text)}
    lost = {label for t in out for label in marks(parts[t].text)} - used
    notes = [(t, part) for t, part in enumerate(parts) if part.kind is Kind.NOTE]
    gone = used & labels.bodies.keys() - {part.label for _, part in notes}
    return _joined(
        [
            *kept,
            *(Placed(part, theirs=t) for t, part in notes if part.label not in lost),
            *(Placed(_note(label, labels)) for label in sorted(gone)),
        ]
    )


def _alone(parts: Sequence[Part], labels: Labels) -> str:
    """Parts with their notes, to be read and copied from."""
    if not parts:
        return ""
    wanted = dict.fromkeys(label for part in parts for label in marks(part.text) if label in labels.bodies)
    notes = [_note(label, labels).text for label in wanted]
    return "\n\n".join([*(part.text for part in parts), "\n".join(notes)]) + "\n"


def parts_in_both(base: str, mine: str) -> str:
    """The parts of a doubtful base that the page has too. As the base of a merge they keep what a person may not have dropped from counting as dropped."""
    labels = Labels(mine, base)
    parts = labels.named(base)
    found = pairs(parts, split(mine))
    return _joined([Placed(part, theirs=index) for index, part in enumerate(parts) if index in found])
