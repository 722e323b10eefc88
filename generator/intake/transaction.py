"""Changes several files, all of them or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from generator.errors import UsageError

_PREFIX = ".writing-"


def put(files: Mapping[Path, bytes | None]) -> None:
    """Gives each file its new content, in the order given; None deletes it.

    All that is new is on the disk before the first file changes, and what changed is put back where a later one cannot be
    changed. Raises UsageError then; nothing is left behind.
    """
    staged: dict[Path, Path] = {}
    before: dict[Path, bytes | None] = {}
    current = Path()
    try:
        for current, content in files.items():
            if content is not None:
                staged[current] = _stage(current, content)
        for current in files:
            kept = current.read_bytes() if current.exists() else None
            _move(staged.get(current), current)
            before[current] = kept
    except BaseException as error:
        for path, kept in before.items():
            _move(None if kept is None else _stage(path, kept), path)
        if not isinstance(error, OSError):
            raise
        raise UsageError(
            f"cannot be written: {error.strerror}",
            where=current.as_posix(),
            help="free space or make the folder writable, and type the command again; nothing was changed",
        ) from error
    finally:
        for temporary in staged.values():
            temporary.unlink(missing_ok=True)


def _stage(path: Path, content: bytes) -> Path:
    """The content in a hidden file beside `path`, with the permissions of the file it will replace."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary


def _move(staged: Path | None, path: Path) -> None:
    if staged is None:
        path.unlink(missing_ok=True)
    else:
        staged.replace(path)
