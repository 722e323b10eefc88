"""Fenced code blocks, found as `pymdownx.superfences` finds them: also in lists and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.citations.rows import OPAQUE, Row

_PREFIX = re.compile(r"[> ]*")
_OPENING = re.compile(
    r"""
    (?P<mark>~{3,}|`{3,})
    (?:[ ]*\.?[\w\#.+-]+(?=[ ]|$))?                                                     # language
    (?: [ ]*\{[^\n]*\}
      | (?:[ ]*(?:hl_lines|linenums|title|title_mode)=(?P<quote>["']).*?(?P=quote)(?=[ ]|$))*
    )[ ]*$
    """,
    re.VERBOSE,
)


@dataclass(slots=True)
class _Fence:
    """A fence that has opened and not closed yet."""

    prefix: str
    mark: str
    start: int
    after_blank: bool = False


def hide_fences(rows: list[Row]) -> list[Row]:
    """The rows with each closed fence replaced by one opaque row. A fence that nothing closes is text."""
    hidden: list[Row] = []
    done = 0
    for start, end, prefix in _closed_fences(rows):
        hidden += rows[done:start]
        hidden.append(Row(prefix + OPAQUE, rows[start].line, rows[start].offset))
        done = end
    return hidden + rows[done:]


def _closed_fences(rows: Iterable[Row]) -> Iterator[tuple[int, int, str]]:
    """First row, row after the last, and what stands before the marks."""
    fence: _Fence | None = None
    for number, row in enumerate(rows):
        if fence is None:
            prefix = str(_PREFIX.match(row.text)[0])  # type: ignore[index]  # it matches the empty string too
            opening = _OPENING.match(row.text, len(prefix))
            if opening:
                fence = _Fence(prefix, opening["mark"], number)
            continue
        outcome = _follow(fence, row.text)
        if outcome is None:
            continue
        if outcome:
            yield fence.start, number + 1, fence.prefix
        fence = None


def _follow(fence: _Fence, text: str) -> bool | None:
    """What a further row does to an open fence: None goes on, True closes it, False shows that it was none."""
    before = text[: len(_PREFIX.match(text[: len(fence.prefix)])[0])]  # type: ignore[index]
    content = text[len(before) :]
    level, wanted = before.count(">"), fence.prefix.count(">")
    if level > wanted:
        return False
    if content == "" if wanted else not text.strip():
        fence.after_blank = True
        return None
    dedented = len(before) < len(fence.prefix) or (wanted > 0 and fence.after_blank and level < wanted)
    if dedented:
        return False
    fence.after_blank = False
    return True if re.fullmatch(rf"{fence.mark}[ ]*", content) else None
