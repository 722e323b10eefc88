"""Reader of Markdown: headings, lists, quotes, tables, code; the words without the marks.

It reads what people and converters really write, so it forgives: a mark without a partner is text, and whether lines are
wrapped or paragraphs is decided from the file as in plain text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.ingest import inline, lines, stated
from generator.ingest.blocks import DraftItem
from generator.ingest.elements import RAW
from generator.ingest.lines import Line
from generator.ingest.mapped import Mapped
from generator.ingest.tags import TokenKind, pairs, tokens
from generator.model import BlockKind

_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_HEADING = re.compile(r" {0,3}(#{1,6})(?=\s|$)")
_UNDERLINE = re.compile(r" {0,3}(=+|-{2,})\s*")
_LONGEST_UNDERLINED = 200
"""A longer line above dashes is a paragraph above a separator."""
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
_TABLE_RULE = re.compile(r"[ \t]*+\|?[ \t]*+:?-+:?\s*+(?:\|\s*+:?-+:?\s*+)*+\|?\s*+")
_CELL_END = re.compile(r"(?<!\\)\|")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_NOTE = re.compile(r" {0,3}\[(\^[^\]\s]+)\]:[ \t]*")
_TARGET = re.compile(r" {0,3}\[([^\]^][^\]]*)\]:[ \t]*(?=\S*[/.#])\S++(?:\s+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*")
_FRONT_MATTER = re.compile(
    r"\s*---[ \t]*\r?\n((?>[ \t]*(?:[\w-]+:|- |#)[^\r\n]*\r?\n|[ \t]*\r?\n| [^\r\n]*\r?\n)++)---[ \t]*(?:\r?\n|$)"
)
_ENTRY = re.compile(r"^([\w-]+):[ \t]*([^\r\n]*)", re.MULTILINE)
_ENTRIES = {
    "title": ("title",),
    "author": ("author", "authors", "byline"),
    "issued": ("date", "published", "issued"),
    "URL": ("url", "canonical", "canonical_url", "link", "source"),
    "container-title": ("publication", "site", "website"),
    "language": ("lang", "language"),
}
"""CSL variable -> keys of the front matter that state it."""


def read(text: Mapped) -> DraftItem:
    """The blocks of a Markdown text and what its front matter states."""
    front = _FRONT_MATTER.match(text.text)
    body = _without_hidden(text[front.end() :] if front else text)
    reader = _Reader.of(lines.split(body))
    found = list(reader.read())
    running = ["" if line.closes or line.verbatim else line.text.text for line in found]
    blocks = lines.group(found, lines.wrapped_width(running))
    return DraftItem(
        [block if block.verbatim else replace(block, text=inline.read(block.text, reader.labels)) for block in blocks],
        _metadata(front[1]) if front else {},
    )


def _metadata(front: str) -> Mapping[str, str]:
    entries = {match[1].lower(): match[2].strip().strip("\"'") for match in _ENTRY.finditer(front)}
    metadata: dict[str, str] = {}
    for variable, keys in _ENTRIES.items():
        values = [value for key in keys if (value := stated.READERS[variable](entries.get(key, "")))]
        metadata |= {variable: values[0]} if values else {}
    return metadata


def _without_hidden(text: Mapped) -> Mapped:
    """Without comments, scripts and style sheets."""
    found = list(tokens(text.text, RAW))
    ends = pairs(found)
    edits: list[tuple[int, int, str]] = []
    for index, token in enumerate(found):
        if token.kind is TokenKind.HIDDEN:
            edits.append((token.start, token.end, ""))
        elif token.name in ("script", "style") and index in ends:
            edits.append((token.start, found[ends[index]].end, ""))
    return text.edited(edits)


@dataclass(slots=True)
class _Reader:
    """One pass over the lines; what is defined on the way is collected."""

    found: Sequence[Mapped]
    """The lines, without the marks of quotations."""
    quoted: Sequence[bool]
    texts: Sequence[str]
    labels: set[str] = field(default_factory=set)
    """Of link definitions and notes (with their ^), in the form in which they are compared."""
    unclosed: dict[str, int] = field(default_factory=dict)
    """Sign of a fence -> the length from which on no fence closes any more."""
    broken: bool = False
    """The line before ends in a hard line break."""
    running: bool = False
    """The line before belongs to a paragraph or a list item."""

    @classmethod
    def of(cls, found: Sequence[Mapped]) -> _Reader:
        marks = [_QUOTE.match(line.text) for line in found]
        bare = [line[mark.end() :] if mark else line for line, mark in zip(found, marks, strict=True)]
        return cls(bare, [mark is not None for mark in marks], [line.text for line in bare])

    def read(self) -> Iterator[Line]:
        at = 0
        while at < len(self.found):
            for form in (self._code, self._table, self._heading, self._definition):
                end, made = form(at)
                if end > at:
                    self.broken = self.running = False
                    break
            else:
                end, made = at + 1, [self._text(at)]
            yield from made
            at = end

    def _code(self, at: int) -> tuple[int, list[Line]]:
        """A fenced block of code, if one begins here and is closed."""
        fence = _FENCE.match(self.texts[at])
        if not fence or len(fence[1]) >= self.unclosed.get(fence[1][0], len(fence[1]) + 1):
            return at, []
        closing = next((end for end in range(at + 1, len(self.texts)) if _closes(fence[1], self.texts[end])), at)
        if closing == at:
            self.unclosed[fence[1][0]] = len(fence[1])
            return at, []
        code = self.found[at + 1 : closing]
        made = [Line(line, opens=not index, joins=True, verbatim=True) for index, line in enumerate(code)]
        return closing + 1, [*made, _END]

    def _table(self, at: int) -> tuple[int, list[Line]]:
        """A table, if one begins here: each cell is a block."""
        if "|" not in self.texts[at] or not _TABLE_RULE.fullmatch("".join(self.texts[at + 1 : at + 2])):
            return at, []
        end = at + 2
        while end < len(self.texts) and "|" in self.texts[end]:
            end += 1
        rows = (self.found[at], *self.found[at + 2 : end])
        return end, [Line(cell, opens=True, closes=True) for row in rows for cell in row.split(_CELL_END)]

    def _heading(self, at: int) -> tuple[int, list[Line]]:
        """A heading, marked in front or underlined."""
        line, text = self.found[at], self.texts[at]
        if mark := _HEADING.match(text):
            bare = text.rstrip()
            words = bare.rstrip("#")
            end = len(words) if words[-1:].isspace() or not words else len(bare)
            level = len(mark[1])
            return at + 1, [
                Line(line[mark.end() : max(end, mark.end())], BlockKind.HEADING, level, opens=True, closes=True)
            ]
        underline = _UNDERLINE.fullmatch("".join(self.texts[at + 1 : at + 2]))
        if self.running or not underline or not self._may_be_underlined(at):
            return at, []
        return at + 2, [Line(line, BlockKind.HEADING, 1 if underline[1][0] == "=" else 2, opens=True, closes=True)]

    def _may_be_underlined(self, at: int) -> bool:
        text = self.texts[at].strip()
        plain = not lines.marker_length(self.texts, at) and not lines.is_rule(text)
        return bool(text) and plain and len(text) <= _LONGEST_UNDERLINED

    def _definition(self, at: int) -> tuple[int, list[Line]]:
        """A link's target, which is not shown, or a note, whose words are."""
        if target := _TARGET.fullmatch(self.texts[at]):
            self.labels.add(inline.label(target[1]))
            return at + 1, [_END]
        if note := _NOTE.match(self.texts[at]):
            self.labels.add(inline.label(note[1]))
            return at + 1, [Line(self.found[at][note.end() :], opens=True)]
        return at, []

    def _text(self, at: int) -> Line:
        """A line of a paragraph or a list item, or one that only separates."""
        line, text = self.found[at], self.texts[at]
        joins = self.broken
        self.running = bool(text.strip()) and not lines.is_rule(text)
        if not self.running:
            self.broken = False
            return _END
        end = text.rstrip("\r\n")
        self.broken = end.endswith(("  ", "\\"))
        marker = lines.marker_length(self.texts, at)
        if marker:
            task = _TASK.match(text, marker)
            return Line(line[task.end() if task else marker :], BlockKind.ITEM, opens=True)
        opens = at > 0 and self.quoted[at] != self.quoted[at - 1]
        return Line(line, opens=opens, joins=joins)


_END = Line(Mapped.whole(""))
"""An empty line: what stands before it is complete."""


def _closes(fence: str, text: str) -> bool:
    text = text.strip()
    return len(text) >= len(fence) and set(text) == {fence[0]}
