"""Inline Markdown taken out of the text: what a reader sees of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from generator.ingest import emphasis, entities
from generator.ingest.elements import INLINE, KNOWN
from generator.ingest.mapped import Mapped

_TOKEN = re.compile(
    r"""
    (?P<escape>\\[!-/:-@\[-`{-~\r\n])
    | (?P<code>`+)
    | (?P<reference>&\#?[A-Za-z0-9]{1,32};)
    | <(?P<address>(?:https?|mailto):[^\s<>]*)>
    | </?(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?:\s[^<>]*)?/?>
    | (?P<note>\[\^[^\]\s]{1,100}\])
    | (?P<opening>!?\[)
    | (?P<closing>\])
    | (?P<delimiters>\*+|_+|~~+)
    """,
    re.VERBOSE,
)
_TARGET = re.compile(
    r"\(\s*+(?:<[^<>\n]*>|[^\s()<]*+(?:\([^\s()]*\)[^\s()]*+)*+)(?:\s++(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?+\s*+\)"
)
_LONGEST_LABEL = 1000
"""CommonMark's bound."""
_LABEL = re.compile(rf"\[([^\[\]]{{0,{_LONGEST_LABEL}}})\]")


def label(text: str) -> str:
    """The form in which labels of link definitions are compared."""
    return " ".join(text.split()).casefold()


def read(text: Mapped, labels: Collection[str] = ()) -> Mapped:
    """The text without its markup. `labels` are those that the file defines, as `label` gives them; notes with their ^.

    Marks without a partner, brackets that are no link and names that are no character stay as they are.
    """
    return _Paragraph(text.text, labels).read(text)


@dataclass(slots=True)
class _Paragraph:
    source: str
    labels: Collection[str]
    edits: list[tuple[int, int, str]] = field(default_factory=list)
    runs: list[emphasis.Run] = field(default_factory=list)
    brackets: list[tuple[int, int]] = field(default_factory=list)
    """Opening brackets that may yet begin a link."""

    def read(self, text: Mapped) -> Mapped:
        fences = _fences(self.source)
        at = 0
        while match := _TOKEN.search(self.source, at):
            kind = match.lastgroup
            if kind == "code":
                at = self._code(match, fences)
            elif kind == "closing":
                at = self._link(match)
            else:
                self._mark(match, str(kind))
                at = match.end()
        self.edits += ((start, end, "") for start, end in emphasis.markup(self.runs))
        return text.edited(sorted(self.edits))

    def _mark(self, match: re.Match[str], kind: str) -> None:
        start, end = match.span()
        if kind == "delimiters":
            self.runs.append(emphasis.run(self.source, start, end))
        elif kind == "opening":
            self.brackets.append((start, end))
        elif kind == "note":
            if label(match[0][1:-1]) in self.labels:
                self.edits.append((start, end, ""))
        elif kind == "tag":
            if match[kind].lower() in KNOWN:
                space = match[kind].lower() not in INLINE or match[kind].lower() == "br"
                self.edits.append((start, end, " " if space else ""))
        elif kind == "reference":
            if entities.is_reference(match[0]):
                self.edits.append((start, end, entities.character(match[0])))
        elif kind == "address":
            self.edits += [(start, start + 1, ""), (end - 1, end, "")]
        else:
            self.edits.append((start, start + 1, ""))

    def _code(self, match: re.Match[str], fences: dict[int, list[int]]) -> int:
        """A code span; nothing inside it is markup. Returns where to go on."""
        start, end = match.span()
        length = end - start
        closings = fences.get(length, [])
        while closings and closings[-1] < end:
            closings.pop()
        if not closings:
            return end
        closing = closings.pop()
        self.edits += [(start, end, ""), (closing, closing + length, "")]
        return closing + length

    def _link(self, match: re.Match[str]) -> int:
        """The end of a link's text, if it is one: the brackets and the target go, the words stay."""
        start, end = match.span()
        if not self.brackets:
            return end
        opening = self.brackets.pop()
        words = self.source[opening[1] : min(start, opening[1] + _LONGEST_LABEL)]
        target = _TARGET.match(self.source, end)
        named = None if target else _LABEL.match(self.source, end)
        if named and label(named[1] or words) in self.labels:
            target = named
        if target is None and label(words) not in self.labels:
            return end
        end = target.end() if target else end
        self.edits += [(*opening, ""), (start, end, "")]
        return end


def _fences(source: str) -> dict[int, list[int]]:
    """Length -> starts of the runs of backticks of that length, the last first."""
    fences: dict[int, list[int]] = {}
    for match in re.finditer("`+", source):
        fences.setdefault(len(match[0]), []).append(match.start())
    return {length: starts[::-1] for length, starts in fences.items()}
