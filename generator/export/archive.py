"""ZIP files whose bytes follow from their content alone, and show any change.

Entries have one fixed time and the order in which they are given. The archive's comment holds a digest of all bytes
before it, as a change in the archive's own tables would show in no entry.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from generator.errors import ExportError
from generator.export.manifest import sha256

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The least that the format can say: entries of a copy have no times of their own."""
_SEAL_PREFIX = b"sha256:"
_SEAL_LENGTH = len(_SEAL_PREFIX) + 64
_LEVEL = 9
_REGULAR_FILE = 0o100644 << 16
_EXECUTABLE_FILE = 0o100755 << 16
_UNIX = 3


def pack(
    files: Mapping[str, bytes], *, stored: frozenset[str] = frozenset(), executable: frozenset[str] = frozenset()
) -> bytes:
    """`files` by path, as an archive. Those in `stored` are not compressed, those in `executable` may be run."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path, data in files.items():
            entry = zipfile.ZipInfo(path, _EARLIEST)
            entry.external_attr = _EXECUTABLE_FILE if path in executable else _REGULAR_FILE
            entry.create_system = _UNIX
            entry.compress_type = zipfile.ZIP_STORED if path in stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=_LEVEL)
        archive.comment = b" " * _SEAL_LENGTH
    open_end = packed.getvalue()[:-_SEAL_LENGTH]
    return open_end + _SEAL_PREFIX + sha256(open_end).encode()


def sealed(data: bytes) -> bool:
    """Whether no byte of the archive has changed since it was packed."""
    return data[-_SEAL_LENGTH:] == _SEAL_PREFIX + sha256(data[:-_SEAL_LENGTH]).encode()


def unpack(path: Path) -> tuple[Mapping[str, bytes | None], bytes]:
    """The files of an archive (None for one that is damaged) and the archive's bytes. Raises ExportError if it is none."""
    data = path.read_bytes()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return {entry.filename: _read(archive, entry) for entry in archive.infolist()}, data
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ExportError(
            "the archive cannot be read: it is damaged or cut short", where=str(path), help="take the copy anew"
        ) from error


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    try:
        return archive.read(entry)
    except Exception:  # a damaged entry fails in many ways, all of which mean the same
        return None
