"""The words at their publisher's."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Document, Source, Span
from generator.web.anchors import link_target, text_fragment
from generator.web.markup import visible


def web_address(source: Source) -> str:
    """The source's address as a link target, "" where it states none on the web."""
    address = source.stated("URL")
    return link_target(address) if address.startswith(("http://", "https://")) else ""


def at_publisher(source: Source, document: Document, spans: Sequence[Span]) -> str:
    """The address at which a browser shows and highlights the words; "" where the source does not state its address itself."""
    stated = source.metadata.get("URL")
    address = web_address(source) if stated and not stated.inferred else ""
    return text_fragment(address, visible(document.slice(spans[0]))) if address else ""
