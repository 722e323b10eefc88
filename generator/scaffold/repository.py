"""The git repository of a new project."""

from __future__ import annotations

import os
import shutil
import subprocess
from enum import Enum
from pathlib import Path

_OF_ANOTHER = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR")
"""Variables by which git, where it runs us from a hook, would take another repository for ours."""


class Repository(Enum):
    """What became of it."""

    MADE = "made"
    INSIDE = "inside another"
    NO_GIT = "no git"
    REFUSED = "refused"


def begin(folder: Path) -> tuple[Repository, str]:
    """Makes `folder` a git repository, unless it lies in one; with what git said where it refused. Nothing is committed."""
    git = shutil.which("git")
    if git is None:
        return Repository.NO_GIT, ""
    inside = _run(git, folder, "rev-parse", "--is-inside-work-tree")
    if inside.returncode == 0 and inside.stdout.strip() == "true":
        return Repository.INSIDE, ""
    made = _run(git, folder, "init", "--quiet")
    if made.returncode:
        return Repository.REFUSED, (made.stderr.strip().splitlines() or ["it did not say why"])[-1]
    return Repository.MADE, ""


def _run(git: str, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  # our own arguments, no shell
        [git, *arguments],
        cwd=folder,
        env={name: value for name, value in os.environ.items() if name not in _OF_ANOTHER},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
