"""Tells on a terminal that work goes on, once it has taken a second; silent everywhere else."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 1.0
"""Seconds of silence that nobody takes for a standstill."""
INTERVAL = 0.5
"""Seconds between two signs of life."""


@contextmanager
def progress(doing: str) -> Iterator[None]:
    """Shows `doing` and the seconds gone on standard error while the block runs. Nothing may be printed in the block.

    It takes one line, uses no colour, and leaves nothing behind.
    """
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield
        return
    over = threading.Event()
    telling = threading.Thread(target=_tell, args=(doing, over), daemon=True)
    telling.start()
    try:
        yield
    finally:
        over.set()
        telling.join()


def _tell(doing: str, over: threading.Event) -> None:
    started = time.monotonic()
    width = 0
    pause = PATIENCE
    while not over.wait(pause):
        line = f"{doing} … {time.monotonic() - started:.0f} s"
        width = len(line)
        sys.stderr.write(f"\r{line}")
        sys.stderr.flush()
        pause = INTERVAL
    if width:
        sys.stderr.write(f"\r{' ' * width}\r")
        sys.stderr.flush()
