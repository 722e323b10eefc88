"""Whether a date that a page gives is one that the evidence gives. Dates are EDTF."""

from __future__ import annotations

from collections.abc import Iterable


def borne_out(value: str, known: Iterable[str]) -> bool:
    """Whether a known date says as much as `value`: the same, a nearer one, or one that differs in an unstated year only."""
    wanted = value.split("/")
    return any(all(_says(end, one.split("/")) for end in wanted) for one in known if one)


def _says(value: str, ends: list[str]) -> bool:
    return any(_nearer(value, end) for end in ends)


def _nearer(value: str, known: str) -> bool:
    """Whether `known` is `value` or a date in it; years that one of them leaves open count as the same."""
    if "X" in (value[:4] + known[:4]):
        same_year = value[:4] == "XXXX" or (known[:4] == "XXXX" and len(value) > len("XXXX")) or value[:3] == known[:3]
        return same_year and known[4:].startswith(value[4:])
    return known.startswith(value)
