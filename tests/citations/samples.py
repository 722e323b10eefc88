"""Small evidence for tests."""

from __future__ import annotations

import re

from generator.model import Block, BlockKind, Document, Evidence, Item, Source, Span, Stated, Topic


def document(text: str, file: str = "sample.txt") -> Document:
    """A document whose clean text is `text`; a blank line parts its paragraphs."""
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, Span(*match.span())) for match in re.finditer(r"(?:(?!\n\n).)+", text, re.DOTALL)
    )
    length = len(text)
    return Document(
        file=file,
        format="text",
        encoding="utf-8",
        text=text,
        starts=tuple(range(length)),
        ends=tuple(range(1, length + 1)),
        blocks=blocks,
        items=(Item(Span(0, length)),),
        raw_length=length,
    )


def evidence(unreadable: tuple[str, ...] = (), **texts: str) -> Evidence:
    """Evidence with a source for each keyword; an underscore stands for a hyphen."""
    by_key = {key.replace("_", "-"): text for key, text in sorted(texts.items())}
    return Evidence(
        topic=Topic(title="The harbour", subject="harbour"),
        sources={
            key: Source(
                key=key,
                file=f"{key}.txt",
                sha256="0" * 64,
                speaks=Stated("a newspaper"),
                metadata={"type": Stated("article")},
            )
            for key in sorted([*by_key, *unreadable])
        },
        documents={key: document(text, f"{key}.txt") for key, text in by_key.items()},
    )
