"""Reads the body of an answer within a limit, whatever the server says of its length and however it is compressed."""

from __future__ import annotations

import http.client
import zlib

from generator.errors import SourceError

_PIECE = 65536
_GZIP_OR_ZLIB = 47
"""zlib's number for "either header"."""
_SAVE = "save the page with a browser and add the file"


def read(response: http.client.HTTPResponse, most_bytes: int, address: str) -> bytes:
    """The body, its compression undone. Raises SourceError for one that is larger than `most_bytes` before or after that,
    is cut off, or is compressed in a way that was not asked for.
    """
    stated = response.getheader("Content-Length", "")
    if stated.isascii() and stated.isdigit() and int(stated) > most_bytes:
        raise _too_large(most_bytes, address)
    unpack = _unpacker(response.getheader("Content-Encoding", "").strip().lower(), address)
    pieces: list[bytes] = []
    received = size = 0
    while piece := response.read(_PIECE):
        received += len(piece)
        pieces.append(_unpacked(unpack, piece, most_bytes - size, address))
        size += len(pieces[-1])
        if max(received, size) > most_bytes:
            raise _too_large(most_bytes, address)
    if response.length or (unpack is not None and received and not unpack.eof):
        raise SourceError("the page was cut off before its end", where=address, help="type the command again")
    return b"".join(pieces)


def _unpacker(encoding: str, address: str) -> zlib._Decompress | None:
    if encoding in ("", "identity"):
        return None
    if encoding in ("gzip", "x-gzip", "deflate"):
        return zlib.decompressobj(_GZIP_OR_ZLIB)
    raise SourceError(f"the page is compressed as {encoding!r}, which was not asked for", where=address, help=_SAVE)


def _unpacked(unpack: zlib._Decompress | None, piece: bytes, room: int, address: str) -> bytes:
    """At most one byte more than there is room for: enough to see that it is too much."""
    if unpack is None:
        return piece
    try:
        return unpack.decompress(piece, room + 1)
    except zlib.error as error:
        raise SourceError(f"the page's compression is damaged ({error})", where=address, help=_SAVE) from error


def _too_large(most_bytes: int, address: str) -> SourceError:
    return SourceError(
        f"the page is larger than {most_bytes // 1_000_000} MB",
        where=address,
        help="an article is smaller; save what you want to cite as a file and add that",
    )
