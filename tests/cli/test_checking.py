"""`explainer check` and `explainer rule` at the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.lint.notices import EXPLAINED
from tests.cli.commands import run

SOUND = "8 pages and 5 sources checked: the words match"


@pytest.fixture
def generated(sample: Path) -> Path:
    """The sample project with its pages, one of which a person has added a sentence to that no note sources."""
    run(sample, "generate")
    page = sample / "docs" / "index.md"
    text = page.read_text(encoding="utf-8")
    heading = next(line for line in text.splitlines() if line.startswith("# "))
    page.write_text(text.replace(heading, f"{heading}\n\nThe fog lifted in the end.", 1), encoding="utf-8")
    return sample


def test_warnings_alone_exit_0_and_are_counted(generated: Path) -> None:
    result = run(generated, "check")
    assert result.exit_code == 0
    assert "uncited-statement (warning)" in result.stdout
    assert (
        "8 pages and 5 sources checked: the words in the notes match; 1 warning. `explainer rule NAME` explains"
        in result.stdout
    )


def test_strict_makes_them_findings(generated: Path) -> None:
    assert run(generated, "check", "--strict").exit_code == 1


def test_strict_without_warnings_exits_0(sample: Path) -> None:
    run(sample, "generate")
    result = run(sample, "check", "--strict")
    assert (result.exit_code, result.stdout) == (0, f"{SOUND}.\n")


def test_a_comment_with_a_reason_silences_a_warning(generated: Path) -> None:
    page = generated / "docs" / "index.md"
    text = page.read_text(encoding="utf-8")
    comment = "<!-- explainer: allow uncited-statement: common knowledge -->"
    page.write_text(text.replace("in the end.", f"in the end. {comment}"), encoding="utf-8")
    assert run(generated, "check", "--strict").exit_code == 0


def test_github_format(generated: Path) -> None:
    result = run(generated, "check", "--format", "github")
    (line,) = result.stdout.splitlines()
    assert line.startswith("::warning file=docs/index.md,line=")
    assert ",title=uncited-statement::the sentence states something" in line
    assert result.exit_code == 0


def test_github_format_of_what_could_not_be_checked(sample: Path) -> None:
    (sample / "seeds" / "topic.yml").write_text("title: [\n", encoding="utf-8")
    result = run(sample, "check", "--format", "github")
    assert result.exit_code == 2
    assert result.stdout.startswith("::error file=seeds/topic.yml,line=")


def test_fix_mends_typography_and_says_so(sample: Path) -> None:
    run(sample, "generate")
    before = {path: path.read_text(encoding="utf-8") for path in sorted((sample / "docs").glob("*.md"))}
    page = sample / "docs" / "index.md"
    note = next(line for line in before[page].splitlines() if line.startswith("[^") and ": @" in line)
    label, _, words = note.partition(' "')
    drifted = label + ' "' + words.replace(" ", "\u00a0", 1)
    page.write_text(before[page].replace(note, drifted), encoding="utf-8")
    selected = run(sample, "check", "--select", "typographic-drift")
    assert selected.exit_code == 0
    assert "docs/index.md:" in selected.stdout
    mended = run(sample, "check", "--fix")
    assert mended.exit_code == 0
    assert "docs/index.md: 1 note given the source's own typography\n" in mended.stdout
    assert {path: path.read_text(encoding="utf-8") for path in before} == before
    assert "typography" not in run(sample, "check", "--fix").stdout


def test_rule_prints_one_or_lists_all() -> None:
    listed = CliRunner().invoke(main, ["rule"])
    assert [line.split()[0] for line in listed.stdout.splitlines()] == [*EXPLAINED]
    one = CliRunner().invoke(main, ["rule", "ungrounded-number"])
    assert one.stdout.startswith("ungrounded-number (warning)\n\nA figure stands in a sentence")
    assert "\nGood:\n" in one.stdout


@pytest.mark.parametrize("arguments", [["rule", "ungrounded-nubmer"], ["check", "--select", "ungrounded-nubmer"]])
def test_an_unknown_rule_is_named_with_the_nearest(sample: Path, arguments: list[str]) -> None:
    result = run(sample, *arguments)
    assert result.exit_code == 2
    assert "there is no rule “ungrounded-nubmer”" in result.stderr
    assert "did you mean ungrounded-number?" in result.stderr


def test_json_has_the_severity(generated: Path) -> None:
    (found,) = json.loads(run(generated, "check", "--format", "json").stdout)
    assert (found["rule"], found["severity"]) == ("uncited-statement", "warning")
