"""Documents in a form that a person can read and compare: one line an item, one line a block with its raw range."""

from __future__ import annotations

import json

from generator.model import Block, Document


def render(document: Document) -> str:
    lines = [f"{document.format}, {document.encoding}"]
    item = -1
    for block in document.blocks:
        if block.item != item:
            item = block.item
            lines.append(f"item {json.dumps(dict(document.items[item].metadata), ensure_ascii=False, sort_keys=True)}")
        lines.append(_line(document, block))
    return "".join(f"{line}\n" for line in lines)


def _line(document: Document, block: Block) -> str:
    raw = document.raw(block.span)
    kind = f"{block.kind.value} {block.level}" if block.level else block.kind.value
    return f"{kind} {raw.start}-{raw.end}: {document.slice(block.span)}"
