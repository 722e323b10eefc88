"""Average linkage over sparse links, with pairs that must stay apart.

The two most alike groups are joined first, whatever the order of their members; what is not linked is alike by nothing.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence

from generator.analysis.similarity import Links

Apart = Callable[[int, int], bool]


def groups(alike: Links, least: float, apart: Apart) -> tuple[tuple[int, ...], ...]:
    """The numbers of `alike`, each in one group, in the order of the first of each; members in order.

    `least` is the least average of all pairs between two groups that are joined; `apart` says which two may never stand in one.
    """
    members: dict[int, tuple[int, ...]] = {number: (number,) for number in range(len(alike))}
    # What is near to nothing joins nothing: no average of its links reaches what none of them does.
    near = {number for number, others in enumerate(alike) if any(value >= least for value in others.values())}
    sums = {number: {other: alike[number][other] for other in alike[number] if other in near} for number in near}
    queue = [
        (-value, number, other)
        for number, others in sums.items()
        for other, value in others.items()
        if number < other and value >= least
    ]
    heapq.heapify(queue)
    new = len(alike)
    while queue:
        _, a, b = heapq.heappop(queue)
        if a not in members or b not in members or _stand_apart(members[a], members[b], apart):
            continue
        members[new] = tuple(sorted(members.pop(a) + members.pop(b)))
        sums[new] = _joined(sums, a, b, new)
        for other, total in sums[new].items():
            average = total / (len(members[new]) * len(members[other]))
            if average >= least:
                heapq.heappush(queue, (-average, other, new))
        new += 1
    return tuple(sorted(members.values()))


def _stand_apart(first: Sequence[int], second: Sequence[int], apart: Apart) -> bool:
    return any(apart(one, other) for one in first for other in second)


def _joined(sums: dict[int, dict[int, float]], a: int, b: int, new: int) -> dict[int, float]:
    """The sums of the joined group; its neighbours forget the two and learn of it."""
    joined: dict[int, float] = {}
    for old in (a, b):
        for other, total in sums.pop(old).items():
            if other not in (a, b):
                joined[other] = joined.get(other, 0.0) + total
    for other, total in joined.items():
        sums[other].pop(a, None)
        sums[other].pop(b, None)
        sums[other][new] = total
    return joined
