from __future__ import annotations

import sys
from pathlib import Path

import pytest

from generator.model import Severity
from generator.project import check_files, load
from tests.project.conftest import Make, digest


def findings(root: Path) -> list[tuple[str, str]]:
    return [(f"{found.path}:{found.line}:{found.column}", found.rule) for found in check_files(load(root))]


def test_a_sound_project_has_no_findings(make: Make) -> None:
    assert check_files(load(make())) == ()


def test_a_changed_file_is_found_and_the_new_digest_given(make: Make) -> None:
    root = make()
    (root / "seeds" / "gazette.txt").write_bytes(b"new words\n")
    (found,) = check_files(load(root))
    assert (found.path, found.line, found.column, found.rule) == ("seeds/sources.yml", 4, 13, "evidence-changed")
    assert f"sha256: {digest(chr(10).join(['new words', '']))}" in found.help


def test_a_missing_file_is_found_at_its_entry(make: Make) -> None:
    root = make()
    (root / "seeds" / "coast" / "bulletin.txt").unlink()
    (root / "seeds" / "coast" / "bulletin.txt").mkdir()
    assert findings(root) == [("seeds/sources.yml:7:11", "missing-source-file")]
    (root / "seeds" / "coast" / "bulletin.txt").rmdir()
    assert findings(root) == [("seeds/sources.yml:7:11", "missing-source-file")]


def test_a_file_that_no_entry_names_is_a_warning(make: Make) -> None:
    root = make()
    for name in ("b.txt", "coast/a.html", ".hidden", "README.md"):
        (root / "seeds" / name).write_bytes(b"x")
    found = check_files(load(root))
    assert [(one.path, one.rule, one.severity) for one in found] == [
        ("seeds/b.txt", "unlisted-source", Severity.WARNING),
        ("seeds/coast/a.html", "unlisted-source", Severity.WARNING),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need a privilege on Windows")
def test_a_link_out_of_seeds_is_not_followed(make: Make) -> None:
    root = make()
    (root / "elsewhere.txt").write_bytes((root / "seeds" / "gazette.txt").read_bytes())
    (root / "seeds" / "gazette.txt").unlink()
    (root / "seeds" / "gazette.txt").symlink_to(root / "elsewhere.txt")
    (found,) = check_files(load(root))
    assert found.message == "gazette: seeds/gazette.txt leads out of seeds/"
