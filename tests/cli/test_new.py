from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import project
from generator.cli import main
from generator.model import Side

FLAGS = ("--title", "The Saltholm toll", "--subject", "the toll", "--generator", "https://git.example/us/gen@v1")


def new(root: Path, *arguments: str) -> Result:
    result = CliRunner().invoke(main, ["--project", str(root), "new", *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_a_new_topic_builds_at_once_without_a_source_and_without_a_warning(tmp_path: Path) -> None:
    def explainer(cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-W", "error", "-m", "generator", *arguments]
        path = str(Path(__file__).parents[2])
        return subprocess.run(
            command, cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": path}
        )

    made = explainer(
        tmp_path, "new", "toll", *FLAGS, "--party", "Ferry Union=accuses", "--party", "Board|the board=accused"
    )
    assert (made.returncode, made.stderr) == (0, "")
    for command in (["build"], ["check"], ["generate", "--check"]):
        done = explainer(tmp_path / "toll", *command)
        assert (done.returncode, done.stderr) == (0, "")
        assert "warning" not in done.stdout.lower()
    home = (tmp_path / "toll" / "site" / "index.html").read_text(encoding="utf-8")
    assert "No source here says anything on the topic yet" in home


def test_the_way_on_is_told(tmp_path: Path) -> None:
    told = new(tmp_path, "toll", *FLAGS).stdout.splitlines()
    assert told[0].startswith("toll: ")
    assert told[0].endswith(" files written")
    assert "  cd toll" in told
    assert not [line for line in told if line.startswith("requirements.txt")]
    assert [line for line in told if "`repo_url`" in line]
    from_here = (*FLAGS[:-1], str(tmp_path), "--repo-url", "https://git.example/us/toll")
    told = new(tmp_path, "second", *from_here).stdout.splitlines()
    assert [line for line in told if line.startswith("requirements.txt names a folder of this machine: fill in ")]
    assert not [line for line in told if "`repo_url`" in line]
    assert "repo_url: https://git.example/us/toll\n" in (tmp_path / "second" / "mkdocs.yml").read_text()


COMMIT = '  git add --all\n  git commit --message "An explainer without a source yet"\n'


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_it_is_a_repository_that_can_be_committed_as_told(tmp_path: Path) -> None:
    told = new(tmp_path, "toll", *FLAGS).stdout
    assert "\nIt is a git repository now, with nothing committed yet.\n" in told
    assert f"Next:\n  cd toll\n{COMMIT}  explainer build " in told
    who = ("-c", "user.name=A", "-c", "user.email=a@b.example")
    for command in (("add", "--all"), (*who, "commit", "--quiet", "--message", "An explainer without a source yet")):
        subprocess.run(["git", *command], cwd=tmp_path / "toll", check=True, capture_output=True)
    status = subprocess.run(["git", "status", "--short"], cwd=tmp_path / "toll", check=True, capture_output=True)
    assert status.stdout == b""
    listed = subprocess.run(["git", "ls-files"], cwd=tmp_path / "toll", check=True, capture_output=True, text=True)
    assert {"docs/index.md", "docs/.drafts/index.md", "seeds/topic.yml"} <= {*listed.stdout.split()}


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_inside_a_repository_it_is_none_of_its_own(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True, capture_output=True)
    told = new(tmp_path, "toll", *FLAGS).stdout
    assert "It lies in a git repository already, so it was not made one of its own.\n" in told
    assert COMMIT in told
    assert not (tmp_path / "toll" / ".git").exists()


def test_without_git_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_arguments, **_options: None)
    told = new(tmp_path, "toll", *FLAGS).stdout
    assert "It is no git repository, because git was not found: install git, and type in the folder: git init\n" in told
    assert "git add" not in told


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
def test_what_git_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "init.defaultBranch")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "no branch")
    told = new(tmp_path, "toll", *FLAGS).stdout
    assert "It is no git repository, because git refused (" in told
    assert "git add" not in told


def test_no_repository_is_made_where_none_is_wanted(tmp_path: Path) -> None:
    told = new(tmp_path, "toll", *FLAGS, "--no-git").stdout
    assert not (tmp_path / "toll" / ".git").exists()
    assert "git " not in told.partition("Next:")[2]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (
            ["toll"],
            "error: --title and --subject missing, and there is no terminal to ask on\n  help: add --title and --subject",
        ),
        (["toll", "--title", " ", "--subject", "x"], "error: --title missing"),
        (["toll", *FLAGS, "--party", "Union=acuses"], "“acuses” is no side of a dispute: expected one of accuses, "),
        (["toll", *FLAGS, "--repo-url", "git.example"], "“git.example” is no address of a repository"),
        ([".", *FLAGS], "the folder is not empty, and nothing is ever overwritten\n  help: name a folder that "),
        (["toll", *FLAGS, "--party", "A", "--party", "a"], '"a" names two parties: A and a'),
    ],
)
def test_what_cannot_be_made_is_refused_and_leaves_nothing(
    tmp_path: Path, arguments: list[str], complaint: str
) -> None:
    (tmp_path / "there").write_text("mine")
    result = new(tmp_path, *arguments)
    assert result.exit_code == 2
    assert complaint in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    from tests.cli import terminal

    typed = "The Saltholm toll\nthe toll\n\nFerry Union|the union\n\nHarbour Board\n\n\n\n"
    command = [sys.executable, "-m", "generator", "-C", str(tmp_path), "new", "toll"]
    code, shown = terminal.run(command, Path(__file__).parents[2], typed=typed)
    assert code == 0, shown
    assert "Who accuses? One name, other names of the same after | (Enter: none): " in shown
    topic = project.load(tmp_path / "toll").topic
    assert (topic.title, topic.subject, topic.question) == ("The Saltholm toll", "the toll", "")
    assert [(party.name, party.side) for party in topic.parties] == [
        ("Ferry Union", Side.ACCUSES),
        ("Harbour Board", Side.ACCUSED),
    ]


def test_nobody_is_missed_in_a_pile_without_a_source(tmp_path: Path) -> None:
    new(tmp_path, "toll", *FLAGS, "--party", "Harbour Board=accused")
    pages = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "toll" / "docs").glob("*.md"))
    assert "Harbour Board" not in pages
    assert "*No source here names an accuser.*" in pages
