from __future__ import annotations

import pytest

from generator.analysis.linkage import groups


def links(count: int, alike: dict[tuple[int, int], float]) -> list[dict[int, float]]:
    """Links both ways between the numbers of the pairs."""
    found: list[dict[int, float]] = [{} for _ in range(count)]
    for (a, b), value in alike.items():
        found[a][b] = found[b][a] = value
    return found


def never(_: int, __: int) -> bool:
    return False


def test_the_nearest_join_first_and_what_is_linked_to_neither_stays_alone() -> None:
    assert groups(links(4, {(0, 1): 0.5, (1, 2): 0.9, (0, 2): 0.1}), 0.4, never) == ((0,), (1, 2), (3,))


def test_the_average_counts_and_a_missing_link_is_nought() -> None:
    chain = {(0, 1): 0.8, (1, 2): 0.7}
    assert groups(links(3, chain), 0.3, never) == ((0, 1, 2),)
    assert groups(links(3, chain), 0.4, never) == ((0, 1), (2,))
    assert groups(links(3, {**chain, (0, 2): 0.2}), 0.4, never) == ((0, 1, 2),)


def test_two_that_must_stay_apart_are_in_no_group_together() -> None:
    near = {(0, 1): 0.9, (0, 2): 0.8, (1, 2): 0.7, (2, 3): 0.6}
    found = groups(links(4, near), 0.1, lambda a, b: {a, b} == {0, 2})
    assert found == ((0, 1), (2, 3))


def test_the_least_average_itself_joins() -> None:
    assert groups(links(2, {(0, 1): 0.5}), 0.5, never) == ((0, 1),)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_without_links_each_stands_alone(count: int) -> None:
    assert groups(links(count, {}), 0.1, never) == tuple((number,) for number in range(count))
