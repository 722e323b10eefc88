"""When pages were last edited, as the repository's history tells it: the file system's dates change with every copy."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

_COMMIT = "commit "


def last_edited(docs: Path) -> Mapping[str, str]:
    """Path relative to `docs` -> ISO date of the last commit that changed it, by that commit's own clock.

    Empty without git or a repository, and where the history is cut off (a shallow clone): its oldest commit would date every page.
    """
    root = _git(docs, "rev-parse", "--show-toplevel")
    if not root or _git(docs, "rev-parse", "--is-shallow-repository") != "false":
        return {}
    inside = docs.resolve().relative_to(Path(root).resolve()).as_posix()
    log = _git(docs, "-c", "core.quotePath=false", "log", f"--format={_COMMIT}%cs", "--name-only", "-z", "--", ".")
    dates: dict[str, str] = {}
    date = ""
    for line in log.replace("\0", "\n").splitlines():
        if line.startswith(_COMMIT):
            date = line.removeprefix(_COMMIT)
        elif line:
            dates.setdefault(line.removeprefix(f"{inside}/"), date)
    return dates


def _git(folder: Path, *arguments: str) -> str:
    """What git prints, "" where it is missing or fails."""
    git = shutil.which("git")
    if git is None or not folder.is_dir():
        return ""
    done = subprocess.run(  # noqa: S603  # our own arguments, no shell
        [git, *arguments], cwd=folder, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    return done.stdout.strip() if done.returncode == 0 else ""
