"""Runs a command of the generator in this process."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from generator.cli import main


def run(root: Path, *arguments: str, given: bytes | None = None) -> Result:
    """The command in the project at `root`; an exception other than its exit is a failure of the test."""
    result = CliRunner().invoke(main, ["--project", str(root), *arguments], input=given)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def everything(root: Path) -> dict[str, bytes]:
    """Path below `root` -> content of every file but locks."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file() and path.name != ".lock")
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}
