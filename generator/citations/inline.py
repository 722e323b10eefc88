"""Marks of notes in running text; code spans, escapes and comments are no text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.citations.rows import OPAQUE, Row

_TICKS = re.compile(r"`+")
_ESCAPE = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!|]")
_COMMENT = re.compile(r"<!--(?:(?!<!--|-->).)*-->", re.DOTALL)
_MARK = re.compile(r"\[\^([^\]]*)\]")


def marks(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """Label and place of each `[^label]` in one run of text; the row returned begins at the opening bracket."""
    text = "\n".join(row.text for row in rows)
    if "[^" not in text:
        return
    plain = _COMMENT.sub(_blot, _ESCAPE.sub(_blot, hide_code(text)))
    before = head = 0
    for match in _MARK.finditer(plain, 0, plain.rfind("]") + 1):
        while (end := head + len(rows[before].text)) < match.start():
            before, head = before + 1, end + 1
        yield match[1], rows[before].cut(match.start() - head)


def hide_code(text: str) -> str:
    """`text` with every code span blotted out, of the same length."""
    pieces: list[str] = []
    at = done = 0
    while opening := _TICKS.search(text, at):
        start = opening.start() + _escaped(text, opening.start())
        span = _code_span(text, start, opening.end())
        if span is None:
            at = opening.end()
            continue
        at = span
        pieces += (text[done:start], re.sub(r"[^\n]", OPAQUE, text[start:at]))
        done = at
    return "".join([*pieces, text[done:]])


def _escaped(text: str, at: int) -> int:
    """1 where the character at `at` has an odd number of backslashes before it, else 0."""
    first = at
    while first and text[first - 1] == "\\":
        first -= 1
    return (at - first) % 2


def _code_span(text: str, start: int, ticks_end: int) -> int | None:
    """Where the code span ends that the backticks from `start` to `ticks_end` open; None where nothing closes them.

    A run of exactly as many backticks closes it. Without one, the longest shorter run does: the backticks too many
    stay outside.
    """
    wanted = ticks_end - start
    if not wanted:
        return None
    longest, end = 0, 0
    for run in _TICKS.finditer(text, ticks_end):
        size = run.end() - run.start()
        if size == wanted:
            return run.end()
        if size > longest:
            longest, end = size, run.end()
    return end if 0 < longest < wanted else None


def _blot(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", OPAQUE, match[0])
