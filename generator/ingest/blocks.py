"""From the pieces that a reader sets apart to a `Document`: cleaning, white space, spans."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.ingest.mapped import Mapped
from generator.model import Block, BlockKind, Document, Item, Span

SEPARATOR = "\n\n"

_DANGEROUS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")
"""Control characters and overrides of the writing direction: what they do to a page is never what the words say."""
_INVISIBLE = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff]+")
"""Soft hyphens, zero-width spaces and direction marks. The joiners U+200C and U+200D are spelling in several scripts."""
_WHITE_SPACE = re.compile(r"[^\S ]\s*| \s+")
"""Any white space that is not already one plain space."""


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
    """What a reader sees: dangerous characters shown as U+FFFD, invisible ones dropped, white space folded, ends bare."""
    text = text.sub(_DANGEROUS, lambda _: "\N{REPLACEMENT CHARACTER}").sub(_INVISIBLE, lambda _: "")
    return text.sub(_WHITE_SPACE, lambda _: " ").strip()


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
        starts=tuple(chain.from_iterable(part.starts for part in parts)),
        ends=tuple(chain.from_iterable(part.ends for part in parts)),
        blocks=tuple(blocks),
        items=tuple(kept),
        raw_length=raw_length,
    )
