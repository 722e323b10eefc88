"""Archives whose bytes follow from their content."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from generator.errors import ExportError
from generator.export import archive

FILES = {"mimetype": b"x", "a/b.txt": b"words " * 200}


def test_the_same_files_give_the_same_bytes_and_another_order_others() -> None:
    assert archive.pack(FILES) == archive.pack(dict(FILES))
    assert archive.pack(FILES) != archive.pack(dict(reversed(FILES.items())))


def test_entries_keep_their_order_and_bear_one_time(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(archive.pack(FILES, stored=frozenset(["mimetype"])))
    with zipfile.ZipFile(path) as opened:
        assert [(entry.filename, entry.compress_type, entry.date_time[0]) for entry in opened.infolist()] == [
            ("mimetype", zipfile.ZIP_STORED, 1980),
            ("a/b.txt", zipfile.ZIP_DEFLATED, 1980),
        ]
    assert archive.unpack(path)[0] == FILES


def test_every_changed_byte_breaks_the_seal() -> None:
    packed = archive.pack(FILES)
    assert archive.sealed(packed)
    for at in range(len(packed)):
        assert not archive.sealed(packed[:at] + bytes([packed[at] ^ 1]) + packed[at + 1 :])


def test_a_damaged_entry_is_told_from_a_damaged_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    packed = archive.pack(FILES, stored=frozenset(FILES))
    path.write_bytes(packed.replace(b"words", b"w0rds", 1))
    assert archive.unpack(path)[0] == {"mimetype": b"x", "a/b.txt": None}
    path.write_bytes(packed[:-200])
    with pytest.raises(ExportError, match="cut short"):
        archive.unpack(path)
