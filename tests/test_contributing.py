"""CONTRIBUTING.md does what it says: each command in it is run, in order, in a copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.test_serve import serving

ROOT = Path(__file__).parents[1]
DEVELOPMENT = ("make check", "make test", "make test-all")
"""These would run this test again: it is enough that make knows them and what they call."""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32" or not shutil.which("make"), reason="needs make"),
]


def commands() -> Iterator[str]:
    """The lines of the console blocks, without their comments."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    for block in re.findall(r"^ *```console\n(.*?)^ *```$", text, re.MULTILINE | re.DOTALL):
        yield from (line.partition(" #")[0].strip() for line in textwrap.dedent(block).splitlines() if line.strip())


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a clone has it, with a virtual environment that is made already, and pages that are current."""
    root = tmp_path_factory.mktemp("clone") / "project"
    left = shutil.ignore_patterns(".git", ".venv", "site", "__pycache__", ".*_cache", ".hypothesis", "bank")
    shutil.copytree(ROOT, root, ignore=left)
    (root / ".venv").mkdir()
    (root / ".venv" / "bin").symlink_to(Path(sys.executable).parent)
    for name in (".made", ".run", ".dev"):
        (root / ".venv" / name).touch()
    assert run(root, "explainer generate").returncode == 0
    return root


def run(root: Path, command: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(root / ".venv" / "bin"), os.environ["PATH"]]),
        "PYTHONPATH": str(root),
    }
    return subprocess.run(
        ["bash", "-c", command], cwd=root, env=environment, capture_output=True, text=True, check=False, timeout=300
    )


def edit(path: Path, pattern: str, new: str) -> None:
    text, count = re.subn(pattern, new, path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    assert count == 1
    path.write_text(text, encoding="utf-8")


def nothing(root: Path) -> None:
    pass


def a_correction(root: Path) -> None:
    edit(root / "docs" / "allegations.md", r"^(# .*)$", r"\1\n\nThe report speaks of 24 accounts.")


def an_article(root: Path) -> None:
    text = "The ministry denied the report on Monday.\n\nIt said that no inquiry was planned.\n"
    (root / "article.txt").write_text(text, encoding="utf-8")


def statements_without_a_place(root: Path) -> None:
    (root / "docs" / "allegations.md").write_text("Now in prose.\n", encoding="utf-8")
    (root / "docs" / ".drafts" / "allegations.md").write_text("# The allegations\n", encoding="utf-8")
    assert "found no place" in run(root, "explainer generate").stdout


def a_conflict(root: Path) -> None:
    edit(root / "docs" / "index.md", r"^# .*$", "# My own heading")
    edit(root / "seeds" / "topic.yml", r"^title: .*$", "title: Another title")
    edit(root / "mkdocs.yml", r"^site_name: .*$", "site_name: Another title")
    assert "conflict" in run(root, "explainer generate").stdout


BEFORE: dict[str, Callable[[Path], None]] = {
    'explainer correct allegations.md --was "14 accounts" --is "24 accounts" --why "a digit was wrong"': a_correction,
    "explainer add article.txt --dry-run": an_article,
    "explainer generate --accept allegations.md": statements_without_a_place,
    "explainer resolve index.md --mine": a_conflict,
}
"""What has happened to a contributor who types the command."""


def test_each_command_works_in_its_place(copy: Path) -> None:
    for command in commands():
        BEFORE.get(command, nothing)(copy)
        if command == "make serve":
            continue  # the next test
        done = run(copy, f"{command.replace('make', 'make --dry-run', 1)}" if command in DEVELOPMENT else command)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    assert "My own heading" in (copy / "docs" / "index.md").read_text(encoding="utf-8")
    assert (copy / "seeds" / "article.txt").is_file()


def test_what_is_told_to_be_typed_is_known() -> None:
    typed = list(commands())
    assert BEFORE.keys() <= {*typed}
    assert {*DEVELOPMENT, "make serve"} <= {*typed}


def test_make_serve_is_the_preview(copy: Path) -> None:
    assert run(copy, "make --no-print-directory --dry-run serve").stdout.split() == [".venv/bin/explainer", "serve"]
    with serving(copy, copy) as preview:
        assert "<article" in preview.page("index.html")


def test_it_is_one_page() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert len(text.split()) < 900
