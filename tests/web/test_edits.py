from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.web.edits import last_edited

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def git(folder: Path, *arguments: str, day: str = "2031-03-04") -> None:
    who = {f"GIT_{role}_{what}": "a@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    when = {"GIT_AUTHOR_DATE": f"{day}T23:30:00+0900", "GIT_COMMITTER_DATE": f"{day}T23:30:00+0900"}
    subprocess.run(["git", *arguments], cwd=folder, env={**os.environ, **who, **when}, check=True, capture_output=True)


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A repository whose docs/ has two pages; the second was edited later."""
    root = tmp_path / "repository"
    made = root / "a project" / "docs"
    (made / "deep").mkdir(parents=True)
    (made / "index.md").write_text("# One\n", encoding="utf-8")
    (made / "deep" / "ä.md").write_text("# Two\n", encoding="utf-8")
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "both")
    (made / "deep" / "ä.md").write_text("# Three\n", encoding="utf-8")
    git(root, "commit", "--quiet", "--all", "--message", "commit 2031-01-01", day="2031-05-06")
    return made


def test_each_page_has_the_day_of_its_last_commit_by_that_commits_clock(docs: Path) -> None:
    assert last_edited(docs) == {"index.md": "2031-03-04", "deep/ä.md": "2031-05-06"}


def test_a_history_that_is_cut_off_dates_nothing(docs: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--depth", "1", docs.parents[1].as_uri(), "shallow")
    assert last_edited(tmp_path / "shallow" / "a project" / "docs") == {}


def test_without_a_repository_nothing_is_dated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert last_edited(tmp_path) == {}


def test_without_git_nothing_is_dated(docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert last_edited(docs) == {}
