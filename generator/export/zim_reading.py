"""The pages of a copy in ZIM, read back out of it."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path


def pages(data: bytes) -> Mapping[str, bytes] | None:
    """The file's HTML pages by path; None where libzim is not installed."""
    try:
        reader = import_module("libzim.reader")
    except ImportError:
        return None
    with tempfile.TemporaryDirectory(prefix="explainer-") as scratch:
        path = Path(scratch) / "copy.zim"
        path.write_bytes(data)
        archive = reader.Archive(path)
        entries = [archive._get_entry_by_id(number) for number in range(archive.entry_count)]
        return {
            entry.path: bytes(entry.get_item().content)
            for entry in entries
            if not entry.is_redirect and entry.path.endswith(".html")
        }
