"""The site as a ZIM file for Kiwix: titles and the full text of the pages can be searched in the reader.

libzim, which writes the search index, is under the GPL: it is loaded where somebody installed the extra and asks for this
copy, and nowhere else.
"""

from __future__ import annotations

import hashlib
import html
import os
import re
import struct
import sys
import tempfile
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files as resources
from pathlib import Path
from typing import Any

from generator.export import about, extras
from generator.export.content import Content, source_texts
from generator.export.edition import Edition
from generator.export.iso_639 import three_letters
from generator.export.media_types import media_type
from generator.export.site import HOME
from generator.export.tree import line_of, to_html
from generator.export.zip_format import LEAVES_OUT, site_files

EXTRA = "zim"
"""The extra of the package that brings libzim."""
ABOUT = f"{about.SLUG}.html"

_PUBLISHER = "explainer-generator"
_TAGS = "explainer;_ftindex:yes;_videos:no;_details:yes"
_LONGEST = {"Title": 30, "Description": 80, "LongDescription": 4000}
"""Characters that the specification of the metadata allows."""
_ICON_SIZE = 48
_NO_NAME = re.compile(r"[^a-z0-9]+")

# Header of a ZIM file, and of the search index inside: where the random identifiers stand.
_UUID = slice(8, 24)
_CHECKSUM_AT = slice(72, 80)
_INDEX_UUID = re.compile(rb"(\x0f\rXapian Glass..)(.{16})", re.DOTALL)
_NO_UUID = bytes(16)


@dataclass(frozen=True, slots=True)
class _Words:
    """What the reader's search knows of a page: its own words, without the theme's navigation."""

    title: str
    content: str

    def has_indexdata(self) -> bool:
        return True

    def get_title(self) -> str:
        return self.title

    def get_content(self) -> str:
        return self.content

    def get_keywords(self) -> str:
        return ""

    def get_wordcount(self) -> int:
        return len(self.content.split())

    def get_geoposition(self) -> None:
        return None


@dataclass(frozen=True, slots=True)
class _Item:
    """One file, as libzim asks for it."""

    writer: Any
    path: str
    data: bytes
    words: _Words | None

    def get_path(self) -> str:
        return self.path

    def get_title(self) -> str:
        return self.words.title if self.words else ""

    def get_mimetype(self) -> str:
        return media_type(self.path)

    def get_contentprovider(self) -> Any:
        return self.writer.StringProvider(self.data)

    def get_hints(self) -> Mapping[Any, bool]:
        return {self.writer.Hint.FRONT_ARTICLE: self.words is not None}

    def get_indexdata(self) -> _Words | None:
        return self.words


def make(edition: Edition, file: str) -> Content:
    """One file. Raises ExtraMissingError without the extra, ExportError where the site's links need a server of its own."""
    writer = extras.required("libzim.writer", "libzim", EXTRA)
    leaves_out = (*LEAVES_OUT, *source_texts(edition))
    items = [*_items(writer, edition), _about(writer, edition, file, leaves_out)]
    with tempfile.TemporaryDirectory(prefix="explainer-") as scratch:
        path = Path(scratch) / file
        with _silent():
            _write(writer, path, edition, items)
        data = path.read_bytes()
    return Content({file: settled(data)}, len(edition.site.pages), leaves_out)


def metadata(edition: Edition) -> Mapping[str, str]:
    """What catalogues and readers show of the file."""
    site = edition.site
    language = three_letters(site.language)
    name = _NO_NAME.sub("-", site.title.lower()).strip("-") or "site"
    stated = {
        "Title": site.title,
        "Description": site.description or site.title,
        "LongDescription": " ".join((site.title + ".", site.description, *about.facts(edition, "FILE"))),
        "Language": language,
        "Creator": f"The editors of “{site.title}”",
        "Publisher": _PUBLISHER,
        "Date": f"{edition.made:%Y-%m-%d}",
        "Name": f"explainer_{language}_{name}",
        "Tags": _TAGS,
        "License": edition.licence.strip().partition("\n")[0] or "none stated",
        "Scraper": f"{_PUBLISHER} {edition.version}",
    }
    return {field: cut(value, _LONGEST[field]) if field in _LONGEST else value for field, value in stated.items()}


def cut(text: str, longest: int) -> str:
    """At most `longest` characters, cut between words and with an ellipsis."""
    if len(text) <= longest:
        return text
    head = text[:longest].rpartition(" ")[0] or text[: longest - 1]
    return f"{head.rstrip(' ,;:–—-')}…"


def settled(data: bytes) -> bytes:
    """The file with identifiers that follow from its content in the place of random ones, and the checksum that fits."""
    (checksum_at,) = struct.unpack("<Q", data[_CHECKSUM_AT])
    bare = bytearray(_INDEX_UUID.sub(lambda found: found[1] + _NO_UUID, data[:checksum_at]))
    bare[_UUID] = _NO_UUID
    digest = hashlib.sha256(bare).digest()
    bare[_UUID] = uuid.UUID(bytes=digest[:16], version=5).bytes
    numbers = iter(range(1, 256))
    named = _INDEX_UUID.sub(
        lambda found: found[1] + hashlib.sha256(digest + bytes([next(numbers)])).digest()[:16], bytes(bare)
    )
    return named + hashlib.md5(named, usedforsecurity=False).digest()


def _items(writer: Any, edition: Edition) -> Iterator[_Item]:
    pages = {page.path: page for page in edition.site.pages}
    for path, data in site_files(edition.site.folder).items():
        page = pages.get(path)
        yield _Item(writer, path, data, _Words(page.title, line_of(page.article)) if page else None)


def _about(writer: Any, edition: Edition, file: str, leaves_out: tuple[str, ...]) -> _Item:
    chapter = about.chapter(edition, file, leaves_out)
    page = (
        f'<!doctype html>\n<html lang="{html.escape(edition.site.language)}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{about.TITLE}</title></head>\n"
        f'<body>{to_html(chapter)}<p><a href="{HOME}">{html.escape(edition.site.title)}</a></p></body>\n</html>\n'
    )
    return _Item(writer, ABOUT, page.encode(), _Words(about.TITLE, line_of(chapter)))


def _write(writer: Any, path: Path, edition: Edition, items: list[_Item]) -> None:
    icon = (resources("generator.export") / "assets" / "illustration.png").read_bytes()
    creator = writer.Creator(path)
    creator.config_indexing(True, three_letters(edition.site.language))
    # One worker: several would put what they have compressed in the order in which they end.
    creator.config_nbworkers(1)
    creator.set_mainpath(HOME)
    with creator:
        creator.add_illustration(_ICON_SIZE, icon)
        for item in items:
            creator.add_item(item)
        for field, value in metadata(edition).items():
            creator.add_metadata(field, value)


@contextmanager
def _silent() -> Iterator[None]:
    """Keeps what the library prints by itself off the command's output."""
    sys.stdout.flush()
    kept = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
        yield
    finally:
        os.dup2(kept, 1)
        os.close(kept)
        os.close(nowhere)
