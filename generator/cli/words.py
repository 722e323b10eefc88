"""Small forms that several commands print."""

from __future__ import annotations

from pathlib import PureWindowsPath

from generator.pipeline import DOCS

_WIDTH = 72
"""Characters of a quotation in a list: with what stands before it a line of a wide terminal."""


def short(text: str) -> str:
    """`text` on one line, cut where it is too long for a list."""
    line = " ".join(text.split())
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1].rstrip()}…"


def page_name(written: str) -> str:
    r"""A page's name below docs/, however it was named on the command line: `timeline.md`, `docs/timeline.md`, `docs\timeline.md`."""
    return PureWindowsPath(written).as_posix().removeprefix("./").removeprefix(f"{DOCS}/")
