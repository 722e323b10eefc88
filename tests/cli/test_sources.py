from __future__ import annotations

import re
from pathlib import Path

from tests.cli.commands import run


def rows(root: Path) -> dict[str, list[str]]:
    _, *lines = run(root, "sources").stdout.splitlines()
    return {line.split()[0]: line.split() for line in lines if line.startswith("@")}


def test_the_table_says_what_the_pages_make_of_each_source(sample: Path) -> None:
    assert rows(sample)["@courier"][-3:] == ["0%", "no", "page"]
    run(sample, "generate")
    found = rows(sample)
    assert sorted(found) == ["@courier", "@evening-page", "@orchard-wire", "@overheard", "@stall-notes"]
    assert found["@courier"][1:4] == ["as", "pinned", "text"]
    assert "allegations.md," in found["@courier"]
    share = next(cell for cell in found["@courier"] if cell.endswith("%"))
    assert 0 < int(share.rstrip("%")) <= 100


def test_the_state_of_the_files(sample: Path) -> None:
    (sample / "seeds" / "courier.txt").write_text("Changed.\n")
    (sample / "seeds" / "overheard.txt").unlink()
    description = sample / "seeds" / "sources.yml"
    text = description.read_text(encoding="utf-8")
    pinned = next(line.split()[-1] for line in text.splitlines() if "765e7e0d" in line)
    description.write_text(text.replace(pinned, f'"{"0" * 64}"'), encoding="utf-8")
    lines = run(sample, "sources").stdout
    assert "@courier       changed " in lines
    assert "@overheard     missing " in lines
    assert "@stall-notes   not pinned " in lines
    assert "evidence-changed" in lines


def test_a_project_without_a_source(sample: Path) -> None:
    (sample / "seeds" / "sources.yml").write_text("sources:\n")
    (sample / "seeds" / "queries.yml").unlink()
    result = run(sample, "sources")
    assert result.exit_code == 0
    assert "There are no sources yet; add one: explainer add FILE\n" in result.stdout


def test_coverage_counts_what_was_left_out_by_reason(sample: Path) -> None:
    run(sample, "generate")
    lines = run(sample, "coverage").stdout.splitlines()
    heads = [line for line in lines if line.startswith("@")]
    assert len(heads) == 5
    assert heads[0].startswith("@courier: ")
    for number, head in enumerate(heads):
        total, on_pages = (int(part.split()[0]) for part in head.partition(": ")[2].split(", "))
        end = lines.index(heads[number + 1]) if number + 1 < len(heads) else lines.index("")
        out = [line for line in lines[lines.index(head) + 1 : end] if line.startswith("  ")]
        assert total == on_pages + sum(int(line.split()[0]) for line in out)


def test_coverage_of_one_source_lists_the_passages(sample: Path) -> None:
    run(sample, "generate")
    said = run(sample, "coverage", "@overheard").stdout
    assert said.startswith("@overheard: ")
    assert "        overheard:" in said
    assert "@courier" not in said
    unknown = run(sample, "coverage", "courrier")
    assert unknown.exit_code == 2
    assert "there is no source “courrier”\n  help: the sources are: courier, " in unknown.stderr


def test_what_waits_for_a_person_is_told_page_by_page_with_its_note(sample: Path) -> None:
    run(sample, "generate")
    said = run(sample, "coverage").stdout
    assert re.search(r"\ndocs/allegations\.md: \d+ passages for a person to decide\n", said)
    assert "Growers accuse cold stores" not in said  # a headline
    assert "  overheard:1: its role is not sure: a person decides\n    [^apples-disguise]: @overheard " in said
    assert said.endswith("Then type: explainer check. What stays away needs nothing; generate keeps what you write.\n")
    alone = run(sample, "coverage", "--page", "docs/rebuttals.md").stdout
    assert "docs/rebuttals.md: " in alone
    assert "docs/allegations.md" not in alone
    assert not alone.startswith("@")


def test_what_is_no_running_text_waits_for_nobody(sample: Path, tmp_path: Path) -> None:
    release = tmp_path / "release.txt"
    release.write_text(
        "Brannock Cold Stores answers the Guild\n\nBrannock Cold Stores denied on Monday that it had sold fogged apples as new.\n\n"
        "What the Guild alleges of Brannock\n\nIt may be that fogged apples were sold by somebody, it added.\n\n"
        "Press contact: Ilse Brannock, press@brannock.example\n",
        encoding="utf-8",
    )
    run(sample, "add", str(release), "--key", "release")
    said = run(sample, "coverage").stdout
    assert "  release:" in said
    assert "press@brannock" not in said.partition("\ndocs/")[2]
    assert "answers the Guild" not in said.partition("\ndocs/")[2]


def test_a_note_of_what_waits_is_pasted_and_then_waits_no_more(sample: Path) -> None:
    run(sample, "generate")
    lines = run(sample, "coverage", "--page", "allegations.md").stdout.splitlines()
    note = next(line.strip() for line in lines if line.strip().startswith("[^") and "@overheard" in line)
    page = sample / "docs" / "allegations.md"
    mark = note.partition(":")[0]
    page.write_text(page.read_text("utf-8") + f"\nOne listener has more to tell.{mark}\n\n{note}\n", "utf-8")
    assert "error" not in run(sample, "check").output
    assert note not in run(sample, "coverage").stdout
    assert "docs/allegations.md: kept, because edited\n" in run(sample, "generate").stdout
    assert note in page.read_text("utf-8")


def test_coverage_of_no_page(sample: Path) -> None:
    unknown = run(sample, "coverage", "--page", "nowhere.md")
    assert unknown.exit_code == 2
    assert "there is no page nowhere.md\n  help: the pages are: allegations.md, " in unknown.stderr
