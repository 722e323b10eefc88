"""A page as the parts that a merge keeps, moves and replaces: a heading, a paragraph, a list item, a table row, a note.

A part is told by what it cites, not by its place or its label. Joined again, the parts give the page byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from generator import text
from generator.citations import grammar
from generator.model import Citation, Derivation, Malformed


class Kind(StrEnum):
    """What the first line of a part says it is."""

    FRONT = "front matter"
    HEADING = "heading"
    TEXT = "paragraph"
    ITEM = "list item"
    HEAD = "table head"
    ROW = "table row"
    WHOLE = "box, code or comment"
    NOTE = "note"


class Cite(NamedTuple):
    """What a mark rests on, in the form in which it is compared."""

    source: str
    """Key of the source; "= name" for a computation."""
    words: str
    """Normalised; of a computation its arguments without figures and dates, which change with the evidence."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A run of lines."""

    kind: Kind
    text: str
    """Its lines, without the last line's end."""
    gap: str
    """The line ends and blank lines up to the next part."""
    cites: tuple[Cite, ...] = ()
    label: str = ""
    """Of a note."""

    @property
    def level(self) -> int:
        """Of a heading, 1 to 6."""
        return len(self.text) - len(self.text.lstrip("#")) if self.kind is Kind.HEADING else 0


REFERENCE = re.compile(r"\[\^(?P<label>[^\]\s]+)\](?!:)")
_FRONT = re.compile(r"---[ \t]*\n(?:.*?\n)?(?:---|\.\.\.)[ \t]*(?=\n|\Z)", re.DOTALL)
_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})")
_BOX = re.compile(r"(?:!!!|\?{3}\+?|===)(?: |$)")
_HEADING = re.compile(r"#{1,6}(?!#)")
_NOTE = re.compile(r" {0,3}\[\^(?P<label>[^\]]*)\]:[ \t]*(?P<body>.*)", re.DOTALL)
_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+[.)])(?: |\t|$)")
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*")
_FIGURE = re.compile(r"[\d.,/-]+")


def split(markdown: str) -> tuple[Part, ...]:
    """The parts of a page with line feeds. `join` gives the page back."""
    notes = note_bodies(markdown)
    return tuple(_part(kind, lines, gap, notes) for kind, lines, gap in _runs(markdown))


def join(parts: Iterable[Part]) -> str:
    return "".join(part.text + part.gap for part in parts)


@lru_cache(maxsize=64)
def note_bodies(markdown: str) -> Mapping[str, str]:
    """Label -> the note's logical line in one spelling; of equal labels the last, as on the site."""
    found = (_NOTE.match(lines) for kind, lines, _ in _runs(markdown) if kind is Kind.NOTE)
    return {match["label"]: spelt(match["body"]) for match in found if match}


def spelt(body: str) -> str:
    """A note's body in one spelling, so that equal notes are equal strings."""
    line = " ".join(body.split())
    parsed = grammar.parse(line)
    return line if isinstance(parsed, Malformed) else grammar.write(parsed)


def marks(lines: str) -> tuple[str, ...]:
    """Labels of the notes that some lines refer to, in order."""
    return tuple(match["label"] for match in REFERENCE.finditer(lines))


def cite(body: str) -> Cite:
    """What a note's body rests on."""
    parsed = grammar.parse(body)
    if isinstance(parsed, Citation):
        return Cite(parsed.key, text.normalise(parsed.words).text)
    if isinstance(parsed, Derivation):
        return Cite(f"= {parsed.name}", " ".join(a for a in parsed.arguments if not _FIGURE.fullmatch(a)))
    return Cite("", body)


def _part(kind: Kind, lines: str, gap: str, notes: Mapping[str, str]) -> Part:
    if kind is Kind.NOTE:
        match = _NOTE.match(lines)
        return Part(kind, lines, gap, label=match["label"] if match else "")
    return Part(kind, lines, gap, tuple(cite(notes[label]) for label in marks(lines) if label in notes))


def _runs(markdown: str) -> Iterator[tuple[Kind, str, str]]:
    """Kind, lines and gap of each part."""
    lines = markdown.split("\n")
    at = 0
    front = _FRONT.match(markdown)
    while at < len(lines):
        if at == 0 and front:
            kind, end = Kind.FRONT, front[0].count("\n") + 1
        else:
            kind, end = _run(lines, at)
        while end > at + 1 and not lines[end - 1].strip():
            end -= 1
        after = end
        while after < len(lines) and not lines[after].strip():
            after += 1
        yield kind, "\n".join(lines[at:end]), _gap(lines, end, after)
        at = after


def _gap(lines: Sequence[str], end: int, after: int) -> str:
    """What stands between the line before `end` and line `after`."""
    if end == len(lines):
        return ""
    between = "\n" + "\n".join(lines[end:after])
    return between if after == len(lines) else between + "\n" * (after > end)


def _run(lines: Sequence[str], at: int) -> tuple[Kind, int]:
    """The kind of the part that begins at a line, and the line after its last."""
    line = lines[at]
    fence = _FENCE.match(line)
    if fence:
        return Kind.WHOLE, _closing(lines, at, fence["mark"])
    if line.lstrip().startswith("<!--"):
        return Kind.WHOLE, next((n + 1 for n in range(at, len(lines)) if "-->" in lines[n]), at + 1)
    if _BOX.match(line):
        return Kind.WHOLE, _indented(lines, at + 1, 4)
    if _HEADING.match(line):
        return Kind.HEADING, at + 1
    if _NOTE.match(line):
        return Kind.NOTE, _indented(lines, _unbroken(lines, at + 1), 4)
    if "|" in line and at + 1 < len(lines) and "|" in lines[at + 1] and _DELIMITERS.fullmatch(lines[at + 1]):
        return Kind.HEAD, at + 2
    if _is_row(line) and _after_row(lines, at):
        return Kind.ROW, at + 1
    if _ITEM.match(line):
        return Kind.ITEM, _indented(lines, _unbroken(lines, at + 1, _ITEM), 2)
    return Kind.TEXT, _unbroken(lines, at + 1)


def _closing(lines: Sequence[str], at: int, mark: str) -> int:
    closed = (
        n + 1 for n in range(at + 1, len(lines)) if lines[n].strip().startswith(mark) and not lines[n].strip(" `~")
    )
    return next(closed, at + 1)


def _unbroken(lines: Sequence[str], at: int, other: re.Pattern[str] | None = None) -> int:
    """Up to a blank line or a line that begins another part."""
    while at < len(lines) and lines[at].strip():
        if _HEADING.match(lines[at]) or _NOTE.match(lines[at]) or (other and other.match(lines[at])):
            break
        at += 1
    return at


def _indented(lines: Sequence[str], at: int, columns: int) -> int:
    """Past the lines that are blank or indented; blank ones at the end do not count."""
    end = at
    while at < len(lines) and (not lines[at].strip() or lines[at].startswith((" " * columns, "\t"))):
        at += 1
        if lines[at - 1].strip():
            end = at
    return end


def _is_row(line: str) -> bool:
    return line.count("|") > 0 and bool(line.strip())


def _after_row(lines: Sequence[str], at: int) -> bool:
    """Whether the rows before lead without a break to the line under a table's head."""
    while at > 0 and _is_row(lines[at - 1]):
        at -= 1
        if _DELIMITERS.fullmatch(lines[at]):
            return at > 0
    return False
