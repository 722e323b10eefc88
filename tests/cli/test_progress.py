from __future__ import annotations

import io
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.cli import main, progress
from tests.fetch.server import Answer, site

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


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def said(monkeypatch: pytest.MonkeyPatch, stderr: io.StringIO, root: Path, *arguments: str) -> str:
    """What a command writes on standard error; every progress is told at once."""
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    monkeypatch.setattr(sys, "stderr", stderr)
    with pytest.raises(SystemExit):
        main.main(["-C", str(root), *arguments])
    return stderr.getvalue()


CHANGE = ("--date", "2031-05-05")


@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}], ids=["colours", "no colours"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("generate",),
        ("generate", "--check"),
        ("check",),
        ("build",),
        ("build", "--preview"),
        ("analyse",),
        ("coverage",),
        ("sources",),
        ("rename", "courier", "the-courier"),
        ("withdraw", "courier", "--why", "a test", *CHANGE),
        ("query", "courier", "40,000 crates", "--ground", "x", "--by", "y", *CHANGE),
        ("correct", "timeline.md", "--was", "x", "--why", "y", *CHANGE),
        ("new", "another", "--title", "The toll", "--subject", "toll"),
    ],
    ids=" ".join,
)
def test_commands_that_may_take_a_while_tell_it_on_a_terminal_alone(
    sample: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], variables: dict[str, str]
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("TERM", "xterm-256color")
    told = said(monkeypatch, Terminal(), sample, *arguments)
    assert " … 0 s" in told
    assert "\x1b" not in told
    assert " … " not in said(monkeypatch, io.StringIO(), sample, *arguments)


def test_fetching_tells_what_is_fetched(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with site({"/fog": Answer(b"<p>The fog is harmless, said Odo Fenn.</p>", after=lambda: time.sleep(0.2))}) as server:
        address = f"{server.address}/fog"
        told = said(monkeypatch, Terminal(), sample, "add", address, "--allow-private")
    assert f"\rFetching {address} … 0 s" in told
