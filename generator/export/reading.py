"""How the citations of each format are read back out of a finished copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from generator.export import bundle_reading, markdown_reading, pdf_reading, site, zim_reading
from generator.export.book import page_name
from generator.export.bundle_reading import Look
from generator.export.citations import Carried, carried
from generator.export.tree import parse

Carriage: TypeAlias = Mapping[str, Carried]
Reader: TypeAlias = Callable[[Mapping[str, bytes]], Carriage | None]
"""Files of a copy by path -> what it carries, by address; None where what reads them is not installed."""


def read(form: str, files: Mapping[str, bytes], look: Look | None = None) -> Carriage | None:
    """What a copy carries. None where that cannot be read: a format of another version, without an extra, or a bundle
    without `look`, which reads its evidence.
    """
    if form == "bundle":
        return bundle_reading.carried(files, look) if look else None
    reader = _READERS.get(form)
    return reader(files) if reader else None


def _zip(files: Mapping[str, bytes]) -> Carriage:
    # The archive's pages stand in a folder of their own.
    return _site({path.partition("/")[2]: data for path, data in files.items()})


def _zim(files: Mapping[str, bytes]) -> Carriage | None:
    pages = zim_reading.pages(next(iter(files.values())))
    return None if pages is None else _site(pages)


def _site(files: Mapping[str, bytes]) -> Carriage:
    pages = ((path, site.article(_text(data))) for path, data in files.items() if path.endswith(".html"))
    return carried((path, page_name(path), page) for path, page in pages if page is not None)


def _html(files: Mapping[str, bytes]) -> Carriage:
    return carried((path, "", parse(_text(data))) for path, data in files.items())


def _epub(files: Mapping[str, bytes]) -> Carriage:
    return carried((path, "", parse(_text(data), xml=True)) for path, data in files.items() if path.endswith(".xhtml"))


def _pdf(files: Mapping[str, bytes]) -> Carriage | None:
    return pdf_reading.carried(next(iter(files.values())))


def _markdown(files: Mapping[str, bytes]) -> Carriage:
    return markdown_reading.carried("".join(_text(data) for data in files.values()))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


_READERS: Mapping[str, Reader] = {
    "zip": _zip,
    "html": _html,
    "epub": _epub,
    "md": _markdown,
    "pdf": _pdf,
    "zim": _zim,
}
