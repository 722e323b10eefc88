"""Ingest: from the bytes of a source file to a `Document` whose every character knows where in the file it stands.

One reader a format; the file's content decides which. The readers set blocks apart as the layout does and take markup
out; what a block means (caption, byline, page furniture) is not decided here.
"""

from __future__ import annotations

from pathlib import Path

from generator.errors import SourceError
from generator.ingest import feed, formats, markdown_text, page_metadata, pdf_text, plain_text, web_page
from generator.ingest.blocks import DraftItem, assemble
from generator.ingest.encoding import decode
from generator.ingest.mapped import Mapped
from generator.model import Document

__all__ = ["read", "read_bytes"]


def read(path: Path, name: str) -> Document:
    """The document in a file. `name` stands for the file in messages and in `Document.file`.

    Raises SourceError where the file is missing, is no text, is in no format that is known, or holds no words.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise SourceError(
            f"cannot be opened: {reason}", where=name, help="check the file's name and that it may be read"
        ) from error
    return read_bytes(data, name)


def read_bytes(data: bytes, name: str) -> Document:
    """The document in the bytes of a file. Raises SourceError as `read` does.

    Raw characters are those of the decoded file; of a PDF, those of its text layer as it is extracted.
    """
    if pdf_text.is_pdf(data):
        text, encoding, format_name = pdf_text.extract(data, name), pdf_text.ENCODING, pdf_text.FORMAT
    else:
        decoded = decode(data, name)
        text, encoding = decoded.text, decoded.encoding
        format_name = formats.recognise(text, name)
    document = assemble(
        _items(Mapped.whole(text), format_name),
        file=name,
        format_name=format_name,
        encoding=encoding,
        raw_length=len(text),
    )
    if not document.blocks:
        raise SourceError(
            f"expected an article, found no words (read as {format_name})",
            where=f"{name}: byte 0",
            help="check that the file holds the article's text, not only a frame that a script fills",
        )
    return document


def _items(raw: Mapped, format_name: str) -> list[DraftItem]:
    if format_name == formats.FEED:
        return feed.read(raw)
    if format_name == formats.HTML:
        return [DraftItem(web_page.read(raw), page_metadata.read(raw.text))]
    if format_name == formats.MARKDOWN:
        return [markdown_text.read(raw)]
    if format_name == pdf_text.FORMAT:
        return pdf_text.read(raw)
    return [DraftItem(plain_text.read(raw), {})]
