"""Figures that may not fall unnoticed: `pinned.tsv` holds what was measured last on purpose, one figure a line.

A figure has fallen where it is worse than its pin by more than SLACK. Speed is not pinned: machines differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.analysis.figures import Figure

PINNED = Path(__file__).resolve().parent / "pinned.tsv"
SLACK = 0.005
"""Libraries of another version move figures that are learned in the third decimal."""


def read(path: Path = PINNED) -> dict[str, float]:
    """Value of each pinned figure by its name."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return {name: float(value) for name, _, value in (line.partition("\t") for line in lines)}


def write(figures: Iterable[Figure], path: Path = PINNED) -> None:
    """Pins these figures; what was pinned before and is not among them stays."""
    pins = read(path) if path.exists() else {}
    pins.update((one.name, round(one.value, 3)) for one in figures)
    path.write_text(
        "".join(f"{name}\t{value}\n" for name, value in sorted(pins.items())), encoding="utf-8", newline="\n"
    )


def fallen(figures: Iterable[Figure], pins: dict[str, float]) -> Iterator[str]:
    """A line for each figure that is worse than its pin, or under its floor."""
    for one in figures:
        pin = pins.get(one.name)
        if pin is not None and (one.value - pin if one.smaller_is_better else pin - one.value) > SLACK:
            yield f"fallen: {one.name} is {one.value:.3f}, was {pin:.3f}"
        if one.verdict == "below the floor":
            yield f"below the floor: {one.name} is {one.value:.3f}, floor {one.floor:.3f}"
