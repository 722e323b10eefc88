"""Whether a block of rows is a table, as Python-Markdown's tables see it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.citations.inline import hide_code
from generator.citations.rows import OPAQUE, Row


def is_table(block: Sequence[Row]) -> bool:
    """Whether the second row draws the line under the first, cell by cell."""
    if len(block) < 2:
        return False
    head = block[0].text.strip(" ")
    border = head.startswith("|") or _ends_in_pipe(head)
    cells = _cells(head, border)
    if len(cells) == 1 and not (
        border and all(row.text.strip(" ").startswith("|") or _ends_in_pipe(row.text.strip(" ")) for row in block[1:])
    ):
        return False
    delimiters = _cells(block[1].text.strip(" "), border)
    return len(delimiters) == len(cells) and set("".join(delimiters)) <= set("|:- ")


def _cells(text: str, border: bool) -> list[str]:
    masked = re.sub(r"\\[\\|]", OPAQUE * 2, hide_code(text))
    if border:
        masked = masked.removeprefix("|").removesuffix("|")
    return masked.split("|")


def _ends_in_pipe(text: str) -> bool:
    return re.search(r"(?<!\\)(?:\\\\)*\|$", text) is not None
