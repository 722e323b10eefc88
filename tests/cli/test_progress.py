from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import progress

ROOT = Path(__file__).parents[2]
WORK = """
import time
from generator.cli import progress
progress.PATIENCE, progress.INTERVAL = {patience}, 0.05
with progress.progress("Reading 5 sources"):
    time.sleep(0.4)
print("done")
"""


def shown(patience: float, **environment: str) -> str:
    from tests.cli import terminal

    code, text = terminal.run([sys.executable, "-c", WORK.format(patience=patience)], ROOT, environment=environment)
    assert code == 0, text
    return text


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_long_work_shows_on_a_terminal_and_leaves_nothing_behind() -> None:
    text = shown(0.05)
    told, blank, rest = text.rpartition("\r" + " " * len("Reading 5 sources … 0 s") + "\r")
    assert "\rReading 5 sources … 0 s" in told
    assert (bool(blank), rest) == (True, "done\n")
    assert "\x1b" not in text  # no colours, whatever NO_COLOR says


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_short_work_and_a_dumb_terminal_show_nothing() -> None:
    assert shown(30.0) == "done\n"
    assert shown(0.05, TERM="dumb") == "done\n"


def test_where_nobody_watches_nothing_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WORK.format(patience=0.05)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert (done.stdout, done.stderr) == ("done\n", "")


def test_what_fails_in_the_block_comes_out_of_it() -> None:
    with pytest.raises(KeyError), progress.progress("Reading"):
        raise KeyError("source")
