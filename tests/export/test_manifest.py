"""What a copy says of itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import ExportError
from generator.export import manifest
from generator.export.citations import Cited
from tests.export import sample


def test_a_manifest_comes_back_as_it_was(tmp_path: Path) -> None:
    made = sample.edition(tmp_path).manifest("md", 4, {"a.md": "00"}, ("pictures",))
    assert (made.made, made.licence, made.statements) == ("2026-01-01T00:00:00Z", "MIT License", 3)
    assert made.citations == (
        Cited("claims", "open", "herald", sample.OPEN),
        Cited("claims", "robs", "herald", sample.WORDS),
    )
    again = manifest.read(manifest.write(made), "here")
    assert manifest.write(again) == manifest.write(made)
    assert list(again.citations) == list(made.citations)


def test_every_changed_byte_is_refused(tmp_path: Path) -> None:
    data = manifest.write(sample.edition(tmp_path).manifest("md", 4, {"a.md": "00"}, ()))
    for at in range(len(data)):
        changed = data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]
        with pytest.raises(ExportError, match="here: the manifest"):
            manifest.read(changed, "here")


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"manifest_sha256": 1}', b'{"citations": 1, "manifest_sha256": 1}']
)
def test_what_is_no_manifest_is_refused(data: bytes) -> None:
    with pytest.raises(ExportError, match="cannot be read"):
        manifest.read(data, "here")
