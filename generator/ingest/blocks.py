"""From the pieces that a reader sets apart to a `Document`: cleaning, white space, spans."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.ingest.mapped import Mapped
from generator.model import Block, BlockKind, Document, Item, Span

SEPARATOR = "\n\n"

_DANGEROUS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters and overrides of the writing direction: what they do to a page is never what the words say."""
_LINE_BREAK = "[\n\r\v\f\x85\u2028\u2029]"
_INVISIBLE = re.compile(
    rf"\u00ad[^\S\n\r\v\f\x85\u2028\u2029]*{_LINE_BREAK}\s*(?=[^\W\d_])|[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]+"
)
"""Soft hyphens, also with the line break that they end, zero-width spaces and direction marks. The joiners U+200C and U+200D are spelling in several scripts."""
_WHITE_SPACE = re.compile(r"[^\S ]\s*| \s+")
"""Any white space that is not already one plain space."""
_CUT_WORD = re.compile(rf"[^\W\d_][-‐‑][^\S\n\r\v\f\x85\u2028\u2029]*{_LINE_BREAK}")
"""A word cut by the end of a line, up to the break, if a small letter follows."""
_SUSPENDING = re.compile(r"(?:and|or|nor|und|oder)\b")
"""What follows a hyphen that stands for the rest of a word: "short- and long-term"."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A block as a reader delivers it; its text may still hold line breaks and characters that are not shown."""

    text: Mapped
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    """Heading level 1 to 6; 0 for anything else."""
    verbatim: bool = False
    """Code: what looks like markup in it is none."""


@dataclass(frozen=True, slots=True)
class DraftItem:
    """An article as the format delimits it."""

    blocks: Sequence[Draft]
    metadata: Mapping[str, str]
    """CSL variables that the format states."""


def clean(text: Mapped) -> Mapped:
    """What a reader sees: dangerous characters shown as U+FFFD, invisible ones dropped, white space folded, ends bare.

    A line break after a hyphen stays, as one newline, where a small letter follows: nobody but a reader of both halves
    knows whether the hyphen belongs to the word.
    """
    text = text.sub(_DANGEROUS, lambda _: "\N{REPLACEMENT CHARACTER}").sub(_INVISIBLE, lambda _: "")
    return text.sub(_WHITE_SPACE, _folded).strip()


def _folded(blank: re.Match[str]) -> str:
    whole, start, end = blank.string, *blank.span()
    cuts = _CUT_WORD.match(whole, max(0, start - 2), end) and whole[end : end + 1].islower()
    cuts = cuts and not _SUSPENDING.match(whole, end)
    return "\n" if cuts else " "


def assemble(items: Sequence[DraftItem], *, file: str, format_name: str, encoding: str, raw_length: int) -> Document:
    """The document that the items make up. Blocks that clean to nothing, and items without blocks, are left out."""
    parts: list[Mapped] = []
    blocks: list[Block] = []
    kept: list[Item] = []
    at = 0
    for item in items:
        first = len(blocks)
        for draft in item.blocks:
            text = clean(draft.text)
            if not text.text:
                continue
            if parts:
                end = parts[-1].ends[-1]
                parts.append(Mapped.standing_for(SEPARATOR, end, end))
                at += len(SEPARATOR)
            parts.append(text)
            blocks.append(Block(draft.kind, Span(at, at + len(text)), draft.level, len(kept)))
            at += len(text)
        if len(blocks) > first:
            kept.append(Item(Span(blocks[first].span.start, at), dict(item.metadata)))
    return Document(
        file=file,
        format=format_name,
        encoding=encoding,
        text="".join(part.text for part in parts),
        starts=array("I", chain.from_iterable(part.starts for part in parts)),
        ends=array("I", chain.from_iterable(part.ends for part in parts)),
        blocks=tuple(blocks),
        items=tuple(kept),
        raw_length=raw_length,
    )
