"""An article as it comes in: from a file, from standard input, or from the web. Nothing is written here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath
from urllib.parse import unquote, urlsplit

from generator import fetch
from generator.errors import UsageError

MOST_BYTES = 10_000_000
"""Of any article: as much as a fetched page may have."""
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "text/xml": ".xml",
    "application/xml": ".xml",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml",
}
_KNOWN = frozenset((*_SUFFIXES.values(), ".htm", ".markdown", ".rss", ".atom", ".text"))
_NOT_IN_NAME = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|]+")
"""What one system or another does not allow in a file's name."""


@dataclass(frozen=True, slots=True)
class Received:
    """The bytes of an article and what is known of where they come from."""

    name: str
    """A file name for it: the file's own, or one made of the address. Its ending says what the sender takes it for."""
    data: bytes
    address: str = ""
    """Where it was fetched, "" for a file."""
    day: str = ""
    """ISO day on which it was fetched, by the server's clock."""
    charset: str = ""
    """The encoding that the server named, "" where it named none."""
    inside: str = ""
    """Its path below seeds/, where it lies there already; "" also for a hidden one, which is no evidence."""


def from_file(path: Path, seeds: Path) -> Received:
    """The file at `path`. Raises UsageError where there is none, or it is too large for an article."""
    if not path.is_file():
        found = "a folder, not an article" if path.is_dir() else "no such file"
        raise UsageError(
            found, where=str(path), help="name a file, an address that begins with https://, or - for standard input"
        )
    try:
        size, data = path.stat().st_size, b""
        if size <= MOST_BYTES:
            data = path.read_bytes()
        real, folder = path.resolve(), seeds.resolve()
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", where=str(path), help="make it readable") from error
    _refuse_large(size, str(path))
    inside = real.relative_to(folder) if real.is_relative_to(folder) else Path(".outside")
    hidden = any(part.startswith(".") for part in inside.parts)
    return Received(file_name(path.name), data, inside="" if hidden else inside.as_posix())


def from_input(data: bytes, name: str) -> Received:
    """What came in on standard input, as a file called `name`. Raises UsageError where no name is given."""
    if not name:
        raise UsageError(
            "what comes from standard input has no name",
            help="add --name and a file name, such as --name courier-1.txt; its ending says the format",
        )
    _refuse_large(len(data), "standard input")
    # Of a path of any system, the last part; a file is named by none.
    return Received(file_name(PureWindowsPath(name).name), data)


def from_web(address: str, limits: fetch.Limits, *, allow_private: bool) -> Received:
    """The page at an address. Raises as `fetch.fetch` does."""
    page = fetch.fetch(address, limits, allow_private=allow_private)
    last = PurePosixPath(unquote(urlsplit(page.address).path))
    own = last.suffix.lower() if last.suffix.lower() in _KNOWN else ""
    name = file_name(last.stem) + _SUFFIXES.get(page.media_type, own)
    return Received(name, page.data, page.address, page.day, page.charset)


def file_name(name: str) -> str:
    """A name that every system takes, that is not hidden and no path."""
    return _NOT_IN_NAME.sub("-", " ".join(name.split())).strip(". -") or "article"


def _refuse_large(size: int, where: str) -> None:
    if size > MOST_BYTES:
        raise UsageError(
            f"larger than {MOST_BYTES // 1_000_000} MB",
            where=where,
            help="an article is smaller; cut out what you want to cite",
        )
