"""What other repositories take from this one: hooks, a workflow, schemas. And that what is documented is there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from generator.cli import main
from generator.cli.group import COMMANDS
from generator.project import schemas

ROOT = Path(__file__).parents[1]
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "examples" / "github-action.yml").read_text(encoding="utf-8"))


def parses(command: str) -> bool:
    """Whether the command line names a command and options that there are; nothing is run."""
    program, name, *arguments = shlex.split(command, comments=True)
    found = main.get_command(click.Context(main), name)
    if program != "explainer" or found is None:
        return False
    try:
        found.make_context(name, arguments, resilient_parsing=False, obj=Path())
    except click.UsageError:
        return False
    return True


def test_the_hooks_are_what_pre_commit_expects() -> None:
    assert [hook["id"] for hook in HOOKS] == ["explainer-check", "explainer-generate-check"]
    for hook in HOOKS:
        assert hook["language"] == "python"
        assert hook["pass_filenames"] is False
        assert parses(hook["entry"])
        assert not parses(hook["entry"] + " --no-such-option")


@pytest.mark.parametrize(
    ("path", "hooks"),
    [
        ("docs/allegations.md", {"explainer-check", "explainer-generate-check"}),
        ("seeds/deep/article.txt", {"explainer-check", "explainer-generate-check"}),
        ("mkdocs.yml", {"explainer-check"}),
        ("README.md", set()),
        ("other/docs/page.md", set()),
    ],
)
def test_a_hook_runs_for_what_it_looks_at(path: str, hooks: set[str]) -> None:
    assert {hook["id"] for hook in HOOKS if re.search(hook["files"], path)} == hooks


def steps() -> Iterator[Mapping[str, Any]]:
    for job in ACTION["jobs"].values():
        yield from job["steps"]


def test_the_workflow_calls_what_there_is_and_asks_for_no_right_but_reading() -> None:
    commands = [str(step["run"]) for step in steps() if "run" in step]
    ours = [command for command in commands if command.startswith("explainer ")]
    assert len(ours) == 3
    assert all(map(parses, ours)), ours
    assert ACTION["permissions"] == {"contents": "read"}
    assert all(re.fullmatch(r"[\w-]+/[\w-]+@v\d+", step["uses"]) for step in steps() if "uses" in step)


def test_every_description_of_this_project_names_its_schema() -> None:
    for name, text in schemas().items():
        path = ROOT / "seeds" / name.replace(".schema.json", ".yml")
        if path.exists():
            first = path.read_text(encoding="utf-8").splitlines()[0]
            named = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
            assert named, path.name
            assert (path.parent / named[1]).read_text(encoding="utf-8") == text


def test_every_command_is_in_the_readme_and_every_one_there_exists() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    table = set(re.findall(r"^\| `explainer (\w+)", readme, re.MULTILINE))
    assert table == set(COMMANDS)
