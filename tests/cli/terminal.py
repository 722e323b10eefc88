"""A command on a terminal of its own, as a person has one."""

from __future__ import annotations

import os
import select
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path


def run(
    command: Sequence[str],
    cwd: Path,
    *,
    typed: str = "",
    environment: Mapping[str, str] | None = None,
    limit: float = 60,
) -> tuple[int, str]:
    """Exit code and all that the terminal showed, line feeds alone at the ends of lines. `typed` is there from the start."""
    ours, theirs = os.openpty()
    try:
        process = subprocess.Popen(
            command, cwd=cwd, stdin=theirs, stdout=theirs, stderr=theirs, env={**os.environ, **(environment or {})}
        )
        os.close(theirs)
        os.write(ours, typed.encode())
        shown = b"".join(_read(ours, process, time.monotonic() + limit))
        return process.wait(limit), shown.decode().replace("\r\n", "\n")
    finally:
        os.close(ours)


def _read(terminal: int, process: subprocess.Popen[bytes], deadline: float) -> list[bytes]:
    read: list[bytes] = []
    while time.monotonic() < deadline:
        ready, _, _ = select.select([terminal], [], [], 0.1)
        if ready:
            try:
                data = os.read(terminal, 65536)
            except OSError:  # Linux: the other side is closed
                break
            if not data:
                break
            read.append(data)
        elif process.poll() is not None:
            break
    return read
