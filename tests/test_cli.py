from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import __version__
from generator.cli import main
from generator.cli.group import COMMANDS


def run(root: Path, *arguments: str) -> Result:
    """The command in the project at `root`; an exception other than its exit is a failure of the test."""
    result = CliRunner().invoke(main, ["--project", str(root), *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def edit(page: Path, old: str, new: str) -> None:
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")


def everything(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


# --- generate -----------------------------------------------------------------------------------------------------------


def test_generate_writes_the_pages_once(sample: Path) -> None:
    first = run(sample, "generate")
    assert first.exit_code == 0
    assert "docs/index.md: new\n" in first.stdout
    assert "passages wait for a person: explainer coverage --page allegations.md\n" in first.stdout
    assert len(first.stdout.splitlines()) <= 16, "a line for a page, and one for what waits for it"
    before = everything(sample)
    second = run(sample, "generate")
    assert second.exit_code == 0
    assert "docs/index.md: unchanged\n" in second.stdout
    assert everything(sample) == before


def test_generate_check_changes_nothing_and_says_what_would(sample: Path) -> None:
    before = everything(sample)
    result = run(sample, "generate", "--check")
    assert result.exit_code == 1
    assert everything(sample) == before
    run(sample, "generate")
    assert run(sample, "generate", "--check").exit_code == 0


def test_an_edited_page_is_merged_and_the_news_is_told(sample: Path) -> None:
    run(sample, "generate")
    page = sample / "docs" / "index.md"
    edit(page, "In brief", "In short")
    assert "docs/index.md: kept, because edited\n" in run(sample, "generate").stdout
    edit(sample / "seeds" / "topic.yml", "The cold-fogging affair", "The affair of the fog")
    result = run(sample, "generate")
    assert result.exit_code == 0
    assert "docs/index.md: merged (" in result.stdout
    text = page.read_text(encoding="utf-8")
    assert "In short" in text
    assert "The affair of the fog" in text
    assert run(sample, "generate", "--check").exit_code == 0


def test_diff_shows_what_would_change_and_changes_nothing(sample: Path) -> None:
    run(sample, "generate")
    edit(sample / "seeds" / "topic.yml", "The cold-fogging affair", "The affair of the fog")
    before = everything(sample)
    result = run(sample, "generate", "--diff")
    assert result.exit_code == 0
    assert "--- docs/index.md\n+++ docs/index.md\n" in result.stdout
    assert any(line.startswith("+") and "The affair of the fog" in line for line in result.stdout.splitlines())
    assert everything(sample) == before


def test_a_conflict_is_told_with_its_line_and_resolved(sample: Path) -> None:
    run(sample, "generate")
    page = sample / "docs" / "index.md"
    edit(page, "# The cold-fogging affair", "# What is cold-fogging?")
    edit(sample / "seeds" / "topic.yml", "The cold-fogging affair", "The cold-fogging scandal")
    result = run(sample, "generate")
    assert "docs/index.md: merged, with conflicts to resolve" in result.stdout
    lines = page.read_text(encoding="utf-8").splitlines()
    assert result.exit_code == 1
    opening = lines.index("<<<<<<< the page") + 1
    assert f"docs/index.md:{opening}: a conflict: delete the markers" in result.stdout
    refused = run(sample, "generate")
    assert refused.exit_code == 1
    assert "docs/index.md: not touched, because it still has conflict markers" in refused.stdout
    assert run(sample, "resolve", "docs/index.md", "--mine").stdout == (
        "docs/index.md: 1 conflict resolved\nThen type: explainer generate\n"
    )
    assert "# What is cold-fogging?\n" in page.read_text(encoding="utf-8")
    assert run(sample, "generate", "--check").exit_code == 0
    again = run(sample, "resolve", "index.md", "--theirs")
    assert again.exit_code == 2
    assert "the page has no conflict" in again.stderr


def test_what_a_person_keeps_against_the_sources_stays_false_and_is_told(sample: Path) -> None:
    run(sample, "generate")
    page = sample / "docs" / "allegations.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\nI wrote that the Guild counts 40,000 crates.[^my-crates]\n\n"
        '[^my-crates]: = silent accused "Kell Brothers" "Sund Packers"\n',
        encoding="utf-8",
    )
    base = sample / "docs" / ".drafts" / "allegations.md"
    base.write_text(page.read_text(encoding="utf-8"), encoding="utf-8")
    page.write_text(page.read_text(encoding="utf-8").replace("I wrote that", "It was written that"), encoding="utf-8")
    result = run(sample, "generate")
    assert result.exit_code == 1
    assert ": a conflict, because what the page says there no longer holds: delete the markers" in result.stdout
    assert "<<<<<<< the page: no longer holds\nIt was written that" in page.read_text(encoding="utf-8")
    kept = run(sample, "resolve", "allegations.md", "--mine")
    assert kept.exit_code == 1
    assert (
        "You kept what no longer holds: it stays false, and the site is not built, until you rewrite the sentence"
        in kept.stdout
    )
    assert "false-derivation" in kept.output
    assert "It was written that" in page.read_text(encoding="utf-8")


def test_what_a_person_left_out_is_told_once_and_not_as_a_task(sample: Path) -> None:
    run(sample, "generate")
    page = sample / "docs" / "allegations.md"
    page.write_text("# In my words\n\nNothing yet.\n", encoding="utf-8")
    assert " by choice or doubt" not in run(sample, "generate").stdout  # nothing new was written
    edit(sample / "seeds" / "topic.yml", "The cold-fogging affair", "The affair of the fog")
    said = run(sample, "generate").stdout
    assert re.search(
        r"^\d+ passages are on no page by choice or doubt; explainer coverage lists them$", said, re.MULTILINE
    )
    assert "--page allegations.md" not in said
    assert "--page rebuttals.md" in said


def test_generate_lists_the_passages_when_asked(sample: Path) -> None:
    lines = run(sample, "generate", "--verbose").stdout.splitlines()
    headings = [n for n, line in enumerate(lines) if " passages " in line and line.endswith(":")]
    assert [lines[n].partition(" passages ")[2] for n in headings] == ["on no page:", "not on the page of their role:"]
    listed = sum(line.startswith("  ") for line in lines[headings[0] :])
    assert listed == sum(int(lines[n].split()[0]) for n in headings)
    assert not [line for line in lines if "explainer coverage" in line]


def test_resolve_wants_a_side_and_a_page(sample: Path) -> None:
    run(sample, "generate")
    assert "say which side" in run(sample, "resolve", "index.md").stderr
    assert "no such page" in run(sample, "resolve", "nowhere.md", "--mine").stderr


def test_statements_without_a_place_are_listed_and_wait(sample: Path) -> None:
    run(sample, "generate")
    page = sample / "docs" / "allegations.md"
    old = page.read_text(encoding="utf-8")
    page.write_text("To be written as prose.\n", encoding="utf-8")
    run(sample, "generate")
    base = sample / "docs" / ".drafts" / "allegations.md"
    # As if the last draft had not had its statements yet.
    base.write_text("# The allegations\n", encoding="utf-8")
    result = run(sample, "generate")
    assert "found no place, because what they belong to is gone from the page:" in result.stdout
    waiting = sample / "docs" / ".drafts" / "allegations.md.new"
    assert waiting.is_file()
    assert set(waiting.read_text(encoding="utf-8").splitlines()) & set(old.splitlines())
    accepted = run(sample, "generate", "--accept", "allegations.md")
    assert "docs/allegations.md: recorded as seen\n" in accepted.stdout
    assert not waiting.exists()
    assert run(sample, "generate", "--check").exit_code == 0


def test_a_deleted_page_stays_deleted_and_the_way_back_is_told(sample: Path) -> None:
    run(sample, "generate")
    (sample / "docs" / "timeline.md").unlink()
    result = run(sample, "generate")
    assert (
        "docs/timeline.md: stays deleted\n  to have it written again, delete docs/.drafts/timeline.md as well"
        in result.stdout
    )
    assert not (sample / "docs" / "timeline.md").exists()


def test_accept_of_no_page(sample: Path) -> None:
    result = run(sample, "generate", "--accept", "nothing.md")
    assert result.exit_code == 2
    assert "error: there is no page nothing.md\n  help: the pages are: allegations.md, " in result.stderr
    assert not (sample / "docs").exists()


def test_generate_with_broken_evidence_writes_nothing(sample: Path) -> None:
    run(sample, "generate")
    (sample / "seeds" / "overheard.txt").unlink()
    before = everything(sample)
    result = run(sample, "generate")
    assert result.exit_code == 1
    assert "missing-source-file" in result.stdout
    assert "index.md" not in result.stdout
    assert result.stderr.startswith("Nothing was written, because pages rest on all the sources. Mend the above, ")
    assert everything(sample) == before
    assert "would change" not in run(sample, "build").stdout


def test_a_comment_in_a_description_changes_no_page(sample: Path) -> None:
    run(sample, "generate")
    with (sample / "seeds" / "topic.yml").open("a") as file:
        file.write("# a comment\n")
    assert run(sample, "generate", "--check").exit_code == 0


def test_accept_takes_the_page_s_path_as_well(sample: Path) -> None:
    run(sample, "generate")
    edit(sample / "docs" / "index.md", "In brief", "In short")
    result = run(sample, "generate", "--accept", "docs/index.md")
    assert result.exit_code == 2
    assert "nothing waits for index.md" in result.stderr


# --- check ---------------------------------------------------------------------------------------------------------------


def test_check_of_sound_pages(sample: Path) -> None:
    run(sample, "generate")
    result = run(sample, "check")
    assert (result.exit_code, result.stdout) == (0, "8 pages and 5 sources checked: the words match.\n")
    as_json = run(sample, "check", "--format", "json")
    assert (as_json.exit_code, json.loads(as_json.stdout)) == (0, [])


def test_mistakes_in_a_description_are_json_where_json_is_asked_for(sample: Path) -> None:
    (no_pages,) = json.loads(run(sample, "check", "--format", "json").stdout)
    assert (no_pages["path"], no_pages["help"]) == ("docs/", "type: explainer generate")
    edit(sample / "seeds" / "topic.yml", "side: accused", "side: acused")
    result = run(sample, "check", "--format", "json")
    assert result.exit_code == 2
    (found,) = json.loads(result.stdout)
    assert (found["path"], found["rule"]) == ("seeds/topic.yml", "project-description")
    assert found["line"] > 1


def test_check_shows_a_changed_digit_with_its_line(sample: Path) -> None:
    run(sample, "generate")
    page = sample / "docs" / "allegations.md"
    note = next(
        line for line in page.read_text(encoding="utf-8").splitlines() if "@courier" in line and "40,000" in line
    )
    edit(page, note, note.replace("40,000", "40,001"))
    line = page.read_text(encoding="utf-8")[: page.read_text(encoding="utf-8").index("40,001")].count("\n") + 1
    result = run(sample, "check")
    assert result.exit_code == 1
    assert f"docs/allegations.md:{line}:" in result.stdout
    assert "altered-quote" in result.stdout
    assert "^" in result.stdout
    (found,) = json.loads(run(sample, "check", "--format", "json").stdout)
    assert (found["path"], found["line"], found["rule"], found["severity"]) == (
        "docs/allegations.md",
        line,
        "altered-quote",
        "error",
    )


def test_a_warning_alone_is_no_failure(sample: Path) -> None:
    run(sample, "generate")
    (sample / "seeds" / "stray.txt").write_text("Not listed.\n")
    result = run(sample, "check")
    assert result.exit_code == 0
    assert "seeds/stray.txt: unlisted-source (warning)" in result.stdout


@pytest.mark.parametrize("command", [["check"], ["generate"], ["analyse"], ["build"]])
def test_a_folder_without_a_project(tmp_path: Path, command: list[str]) -> None:
    result = run(tmp_path, *command)
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ")
    assert "seeds/topic.yml: no such file\n  help: run the command in the project's folder" in result.stderr
    assert "Traceback" not in result.output


def test_a_mistake_in_a_description_names_file_and_line(sample: Path) -> None:
    edit(sample / "seeds" / "topic.yml", "side: accused", "side: acused")
    result = run(sample, "check")
    assert result.exit_code == 2
    assert "seeds/topic.yml:" in result.stderr
    assert "accused" in result.stderr


# --- analyse and evaluate ------------------------------------------------------------------------------------------------


def test_analyse_prints_a_line_a_passage(sample: Path) -> None:
    lines = run(sample, "analyse").stdout.splitlines()
    rows = [json.loads(line) for line in run(sample, "analyse", "--format", "jsonl").stdout.splitlines()]
    assert len(lines) == len(rows) + 1
    assert {row["source"] for row in rows} == {"courier", "evening-page", "orchard-wire", "overheard", "stall-notes"}


def test_analyse_of_files_under_a_topic_without_a_project(sample: Path, tmp_path: Path) -> None:
    article = tmp_path / "fog.txt"
    article.write_text("The Orchard Guild accused Brannock of fraud.\n", encoding="utf-8")
    topic = sample / "seeds" / "topic.yml"
    result = run(tmp_path / "nowhere", "analyse", "--topic", str(topic), "--format", "jsonl", str(article))
    assert result.exit_code == 0
    (row,) = (json.loads(line) for line in result.stdout.splitlines())
    assert (row["source"], row["file"], row["speaker"], row["spans"]) == ("fog", "fog.txt", "Orchard Guild", [[0, 44]])


def test_analyse_reports_what_it_cannot_read_and_reads_the_rest(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.bin").write_bytes(b"\x00\x01")
    (tmp_path / "good.txt").write_text("Fog came.\n")
    result = run(sample, "analyse", str(tmp_path / "bad.bin"), str(tmp_path / "good.txt"))
    assert result.exit_code == 1
    assert "unreadable-source" in result.output
    assert "Fog came." in result.stdout


def test_analyse_of_no_such_file_and_no_such_topic(sample: Path) -> None:
    missing = run(sample, "analyse", "nowhere.txt")
    assert (missing.exit_code, missing.stderr.splitlines()[0]) == (2, "error: nowhere.txt: no such file")
    no_topic = run(sample, "analyse", "--topic", "nowhere.yml")
    assert (no_topic.exit_code, no_topic.stderr.splitlines()[0]) == (2, "error: nowhere.yml: no such topic file")
    folder = run(sample, "analyse", str(sample / "seeds"))
    assert folder.exit_code == 2
    assert "a folder, not a source article" in folder.stderr


@pytest.mark.parametrize(
    "content",
    [
        None,
        "",
        "[]",
        '{"seed": 5, "unit": 0, "text": "x", "role": "rebuttal"}',
        '{"seed": "courier.txt", "unit": 0, "text": 5, "role": "rebuttal"}',
    ],
)
def test_evaluate_without_a_usable_gold_file(sample: Path, content: str | None) -> None:
    gold = sample / "gold.jsonl"
    if content is not None:
        gold.write_text(content + "\n")
    result = run(sample, "evaluate", str(gold))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: {gold}")
    assert "help: " in result.stderr


def test_evaluate(sample: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    row = {
        "seed": "courier.txt",
        "unit": 0,
        "text": "Ilse Brannock, who runs the firm, denied on 5 March that any crate was sold under a false date.",
    }
    gold.write_text(json.dumps({**row, "role": "rebuttal", "speaker": "Ilse Brannock"}) + "\n", encoding="utf-8")
    result = run(sample, "evaluate", str(gold))
    assert result.exit_code == 0
    assert result.stdout.startswith("units 1, of them without a passage 0\n")
    assert "accuracy       strict 1.000" in result.stdout


def test_evaluate_of_a_bad_gold_file(sample: Path, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("{}\n")
    result = run(sample, "evaluate", str(gold))
    assert result.exit_code == 2
    assert "gold.jsonl:1: not a labelled unit" in result.stderr


# --- build ---------------------------------------------------------------------------------------------------------------


def test_build_refuses_pages_that_are_not_current(sample: Path) -> None:
    assert "docs/: no such folder, so there are no pages" in run(sample, "build").stderr
    run(sample, "generate")
    (sample / "docs" / "index.md").unlink()
    (sample / "docs" / ".drafts" / "index.md").unlink()
    result = run(sample, "build")
    assert result.exit_code == 1
    assert "docs/index.md: would change (new); type: explainer generate" in result.stdout
    assert "The site was not built." in result.stderr
    assert not (sample / "site").exists()


def test_build_refuses_pages_with_errors(sample: Path) -> None:
    run(sample, "generate")
    edit(sample / "docs" / "timeline.md", "@courier", "@courrier")
    result = run(sample, "build")
    assert result.exit_code == 1
    assert "unknown-source" in result.stdout
    assert not (sample / "site").exists()


def test_build_names_a_broken_quotation_before_it_asks_to_generate(sample: Path) -> None:
    run(sample, "generate")
    page = sample / "docs" / "timeline.md"
    edit(page, '@courier "', '@courier "Surely ')
    edit(page, "# ", "# In order: ")
    edit(sample / "seeds" / "topic.yml", "The cold-fogging affair", "The affair of the fog")
    (sample / "docs" / ".drafts" / "timeline.md").write_text("An older draft.\n", encoding="utf-8")
    line = next(n for n, one in enumerate(page.read_text("utf-8").splitlines(), 1) if '"Surely ' in one)
    column = page.read_text("utf-8").splitlines()[line - 1].index("@courier") + 1
    said = run(sample, "build").stdout
    assert f"; mend the quotation at docs/timeline.md:{line}:{column}, then type: explainer generate\n" in said
    assert "docs/index.md: would change (updated); type: explainer generate\n" in said


def test_build_names_a_deleted_page_that_the_navigation_names(sample: Path) -> None:
    run(sample, "generate")
    (sample / "docs" / "timeline.md").unlink()
    result = run(sample, "build")
    assert result.exit_code == 1
    assert "docs/timeline.md: deleted, but mkdocs.yml names it under `nav`\n  take its line out" in result.stdout


def test_a_dead_link_is_a_finding(sample: Path) -> None:
    run(sample, "generate")
    edit(sample / "mkdocs.yml", "  - Sources: sources/index.md\n", "  - Sources: sources/index.md\n  - More: more.md\n")
    (sample / "docs" / "more.md").write_text("[Nowhere](nowhere.md)\n")
    command = [sys.executable, "-m", "generator", "-C", str(sample), "build"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])
    assert done.returncode == 1
    assert "nowhere.md" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("address", ["foo", "foo:", ":80", "localhost:99999", "localhost:x"])
def test_serve_names_a_wrong_address(sample: Path, address: str) -> None:
    result = run(sample, "serve", "--address", address)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"error: “{address}” is no address to serve on\n  help: write --address HOST:PORT" in result.stderr


def test_build_without_a_configuration(sample: Path) -> None:
    run(sample, "generate")
    (sample / "mkdocs.yml").unlink()
    result = run(sample, "build")
    assert result.exit_code == 2
    assert "no mkdocs.yml here" in result.stderr


def test_build_makes_the_site_and_names_the_page_to_open(sample: Path, tmp_path: Path) -> None:
    run(sample, "generate")
    done = subprocess.run(
        [sys.executable, "-m", "generator", "-C", str(sample), "build", "--site-dir", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[1],
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith(f"Open {(tmp_path / 'out' / 'index.html').as_posix()}\n")
    assert (tmp_path / "out" / "allegations.html").is_file()
    assert (tmp_path / "out" / "sources" / "index.html").is_file()


# --- the command itself --------------------------------------------------------------------------------------------------


def test_every_command_has_help_with_an_example() -> None:
    for name in COMMANDS:
        result = CliRunner().invoke(main, [name, "-h"])
        assert result.exit_code == 0
        assert f"explainer {name}" in result.stdout


def test_version() -> None:
    assert CliRunner().invoke(main, ["--version"]).stdout == f"explainer, version {__version__}\n"


@pytest.mark.parametrize("arguments", [["chek"], ["check", "--format", "xml"], ["evaluate"], []])
def test_a_wrong_call_exits_2(arguments: list[str]) -> None:
    assert CliRunner().invoke(main, arguments).exit_code == 2


def test_python_m_generator_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "--version"],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    assert done.stdout == f"explainer, version {__version__}\n"


def test_a_reader_that_stops_listening_is_no_error() -> None:
    """More is printed than a pipe holds."""
    root = Path(__file__).parents[1]
    command = [sys.executable, "-m", "generator", "analyse", "--format", "jsonl"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())
        process.stdout.close()
        errors = process.stderr.read()
    assert (process.returncode, errors) == (0, b"")
