"""Reading and writing the files of pages: UTF-8, whole or not at all, by one run at a time, with the line ends that a page has."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from generator.errors import ComposeError

LOCK = ".lock"
_PREFIX = ".writing-"


def read(path: Path) -> str | None:
    """A file's text with line feeds; None where there is none. Raises ComposeError for one that cannot be read."""
    try:
        return path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise ComposeError("not UTF-8", where=f"{path}: byte {error.start}", help="save the file as UTF-8") from error
    except OSError as error:
        raise ComposeError(f"cannot be read: {error.strerror}", where=str(path)) from error


def write(path: Path, text: str, *, like: Path) -> None:
    """Puts `text` in the place of a file, whole or not at all. Where the page `like` has carriage returns, so has the file."""
    if _has_carriage_returns(like):
        text = text.replace("\n", "\r\n")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ComposeError(
            f"cannot be written: {error.strerror}",
            where=str(path),
            help="free space or make the folder writable, and type the command again; this file is as it was",
        ) from error


@contextmanager
def alone(folder: Path, *, dry: bool) -> Iterator[None]:
    """Holds others off who would write the same pages. The system lets the lock go when the process ends, however it ends.

    Raises ComposeError where another run has it.
    """
    if dry:
        yield
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK, timeout=0)
        lock.acquire()
    except Timeout as error:
        raise ComposeError(
            "another `explainer generate` is writing these pages",
            where=str(folder / LOCK),
            help="wait until it has ended, and type the command again",
        ) from error
    except OSError as error:
        raise ComposeError(
            f"cannot be written: {error.strerror}",
            where=str(folder),
            help="make the folder writable; nothing was changed",
        ) from error
    try:
        for left in folder.parent.rglob(f"{_PREFIX}*"):  # by a run that was killed
            left.unlink(missing_ok=True)
        yield
    finally:
        lock.release()


def _has_carriage_returns(path: Path) -> bool:
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return data.count(b"\r\n") * 2 > data.count(b"\n")
