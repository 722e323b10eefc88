from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import UsageError
from generator.intake import transaction
from generator.intake.transaction import put


def everything(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_files_are_made_changed_and_deleted(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    (tmp_path / "gone").write_bytes(b"gone")
    (tmp_path / "old").chmod(0o600)
    put({tmp_path / "deep" / "new": b"new", tmp_path / "old": b"changed", tmp_path / "gone": None})
    assert everything(tmp_path) == {"deep/new": b"new", "old": b"changed"}
    assert (tmp_path / "old").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("step", range(3))
@pytest.mark.parametrize(
    "error", [OSError(28, "No space left on device"), KeyboardInterrupt()], ids=["full disk", "Ctrl-C"]
)
def test_nothing_half_done_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int, error: BaseException
) -> None:
    (tmp_path / "b").write_bytes(b"old b")
    (tmp_path / "c").write_bytes(b"old c")
    before = everything(tmp_path)
    real: Callable[..., None] = transaction._move
    calls: list[Path] = []

    def move(staged: Path | None, path: Path) -> None:
        calls.append(path)
        if len(calls) == step + 1:
            raise error
        real(staged, path)

    monkeypatch.setattr(transaction, "_move", move)
    with pytest.raises((UsageError, KeyboardInterrupt)) as caught:
        put({tmp_path / "a": b"new a", tmp_path / "b": b"new b", tmp_path / "c": None})
    if isinstance(error, OSError):
        name = "abc"[step]
        assert f"{name}: cannot be written: No space left on device\n  help: free space" in str(caught.value)
    assert everything(tmp_path) == before


def test_a_full_disk_is_noticed_before_anything_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old a")
    before = everything(tmp_path)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UsageError, match=r"a: cannot be written: No space left"):
        put({tmp_path / "a": b"new a"})
    assert everything(tmp_path) == before
