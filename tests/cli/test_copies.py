"""The commands `export` and `verify`, on a project that is built."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.export import catalogue
from tests.cli.commands import run

REPOSITORY = Path(__file__).parents[2]


def apart(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own: time zone and hash seed are those of a process."""
    return subprocess.run(
        [sys.executable, "-m", "generator", "-C", str(root), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )


def test_every_copy_of_a_real_site_is_made_told_of_and_whole(sample: Path, tmp_path: Path) -> None:
    run(sample, "generate")
    made = run(sample, "export", "zip", "html", "epub", "md", "-o", str(tmp_path / "out"))
    assert made.exit_code == 0, made.output
    lines = [line for line in made.stdout.splitlines() if "followed to the right words" in line]
    assert len(lines) == 4
    for line in lines:
        path, _, said = line.partition(": ")
        citations = said.split(" citations, ")[0].rpartition(" ")[2]
        assert f"{citations} followed" in said
        checked = run(sample, "verify", path)
        assert checked.exit_code == 0
        assert f"the words of {citations} citations stand in the excerpts" in checked.stdout


def test_the_same_project_gives_the_same_bytes_in_two_time_zones_and_folders(sample: Path, tmp_path: Path) -> None:
    run(sample, "generate")
    other = tmp_path / "elsewhere" / "b"
    other.parent.mkdir()
    sample.rename(other)
    moved = {"one": ("Asia/Tokyo", "1"), "two": ("America/Lima", "2")}
    for name, (zone, seed) in moved.items():
        done = apart(
            other,
            *("export", "zip", "html", "epub", "md", "-o", str(tmp_path / name)),
            TZ=zone,
            PYTHONHASHSEED=seed,
            SOURCE_DATE_EPOCH="1767225600",
        )
        assert done.returncode == 0, done.stderr
        other = other.rename(tmp_path / f"moved {name}")
    one, two = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in moved)
    assert len(one) == 7  # two of them with a manifest beside, and the list
    assert one == two


def test_a_changed_byte_ends_verify_with_the_file_named(sample: Path, tmp_path: Path) -> None:
    run(sample, "generate")
    assert run(sample, "export", "zip", "-o", str(tmp_path)).exit_code == 0
    with zipfile.ZipFile(tmp_path / "explainer.zip") as opened:
        opened.extractall(tmp_path)
    page = tmp_path / "explainer" / "allegations.html"
    page.write_bytes(page.read_bytes() + b" ")
    checked = run(sample, "verify", str(tmp_path / "explainer"))
    assert checked.exit_code == 1
    assert "explainer/allegations.html: altered" in checked.stdout


def test_pages_that_are_not_current_give_no_copy(sample: Path, tmp_path: Path) -> None:
    run(sample, "generate")
    (sample / "docs" / "index.md").unlink()
    (sample / "docs" / ".drafts" / "index.md").unlink()
    result = run(sample, "export", "zip", "-o", str(tmp_path / "out"))
    assert result.exit_code == 1
    assert "type: explainer generate" in result.stdout
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("epoch", ["soon", "-1", "0", "99999999999999"])
def test_a_time_that_is_none_is_refused(sample: Path, epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    result = run(sample, "export", "zip")
    assert result.exit_code == 2
    assert "SOURCE_DATE_EPOCH" in result.stderr


def test_no_format_and_an_unknown_one_are_refused(sample: Path) -> None:
    assert run(sample, "export").exit_code == 2
    assert "'doc' is not one of" in run(sample, "export", "doc").stderr


def test_with_all_a_copy_whose_extra_is_missing_is_named_and_the_others_are_made(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    run(sample, "generate")
    monkeypatch.setattr("generator.export.extras.import_module", absent)
    monkeypatch.setattr("generator.export.FORMATS", ("zip", "md", "pdf", "zim"))
    made = run(sample, "export", "all", "-o", str(tmp_path / "out"))
    assert made.exit_code == 1
    assert "pdf: not made: " in made.stderr
    assert 'pip install "explainer-generator[zim]"' in made.stderr
    assert [entry.format for entry in catalogue.unaltered(tmp_path / "out")] == ["zip", "md"]
    assert run(sample, "export", "pdf", "-o", str(tmp_path / "out")).exit_code == 2


def test_copies_are_offered_on_the_site_while_they_fit_its_sources(sample: Path, tmp_path: Path) -> None:
    run(sample, "generate")
    assert run(sample, "export", "zip", "-o", str(tmp_path / "out")).exit_code == 0
    built = run(sample, "build", "--copies", str(tmp_path / "out"))
    assert built.exit_code == 0, built.output
    assert (sample / "site" / "copies" / "explainer.zip").read_bytes() == (
        tmp_path / "out" / "explainer.zip"
    ).read_bytes()
    assert (sample / "site" / "offline-copies.html").is_file()
    listed = tmp_path / "out" / "copies.json"
    entry = catalogue.read(tmp_path / "out")[0]
    listed.write_text(listed.read_text(encoding="utf-8").replace(entry.evidence, "ab" * 32), encoding="utf-8")
    refused = run(sample, "build", "--copies", str(tmp_path / "out"))
    assert refused.exit_code == 2
    assert "made from other sources" in refused.stderr


@pytest.mark.parametrize("other", [("--preview",), ("--builder", "zensical")])
def test_only_a_site_that_is_built_by_mkdocs_offers_copies(
    sample: Path, tmp_path: Path, other: tuple[str, ...]
) -> None:
    run(sample, "generate")
    refused = run(sample, "build", "--copies", str(tmp_path), *other)
    assert refused.exit_code == 2
    assert "leave out" in refused.stderr
