"""Copies that are whole, damaged, altered and lossy."""

from __future__ import annotations

import json
import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import ExportError
from generator.export import archive, make_copy, manifest, verify
from tests.export import sample

FORMS = ("zip", "html", "epub", "md")


def copied(form: str, folder: Path) -> Path:
    return make_copy(form, sample.edition(folder / "site"), folder / "out").path


def refused(path: Path) -> bool:
    """Whether a copy is not whole, or is so damaged that it cannot be read."""
    try:
        return not verify(path).whole
    except ExportError as error:
        return str(path) in str(error)


@pytest.mark.parametrize("form", FORMS)
def test_a_copy_is_whole_and_every_citation_is_followed(tmp_path: Path, form: str) -> None:
    found = verify(copied(form, tmp_path))
    assert found.whole
    assert (found.followed, found.limits) == (2, "")
    assert (found.manifest.title, found.manifest.pages) == ("The toll & the bridge", 4)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_site_in_another_folder_gives_the_same_bytes(tmp_path: Path, form: str) -> None:
    first, second = copied(form, tmp_path / "a"), copied(form, tmp_path / "b c")
    assert first.read_bytes() == second.read_bytes()
    assert sorted(path.name for path in first.parent.iterdir()) == sorted(path.name for path in second.parent.iterdir())


@pytest.mark.parametrize("form", FORMS)
def test_any_changed_byte_is_refused(tmp_path: Path, form: str) -> None:
    path = copied(form, tmp_path)
    data = path.read_bytes()
    for at in range(0, len(data), max(1, len(data) // 60)):
        path.write_bytes(data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :])
        assert refused(path)


@pytest.mark.parametrize("form", ["html", "md"])
def test_a_changed_file_is_named_with_both_digests(tmp_path: Path, form: str) -> None:
    path = copied(form, tmp_path)
    path.write_bytes(path.read_bytes().replace(b"12 crowns", b"21 crowns", 1))
    (problem,) = verify(path).problems
    assert problem.startswith(f"explainer.{form}: altered: its sha256 is ")


def test_files_of_an_archive_that_are_changed_missing_or_added_are_named(tmp_path: Path) -> None:
    path = copied("zip", tmp_path)
    folder = tmp_path / "unpacked"
    with zipfile.ZipFile(path) as opened:
        opened.extractall(folder)
    assert verify(folder).whole
    assert verify(folder / "explainer").whole
    shutil.move(folder / "explainer" / "claims.json", folder / "explainer" / "more.json")
    (folder / "explainer" / "claims.html").write_text("x")
    told = "\n".join(verify(folder).problems)
    assert "explainer/claims.html: altered" in told
    assert "explainer/claims.json: missing" in told
    assert "explainer/more.json: not in the manifest" in told


def test_an_archive_packed_anew_is_not_the_one_that_was_made(tmp_path: Path) -> None:
    path = copied("zip", tmp_path)
    with zipfile.ZipFile(path) as opened, zipfile.ZipFile(tmp_path / "anew.zip", "w") as anew:
        for name in opened.namelist():
            anew.writestr(name, opened.read(name))
    assert verify(tmp_path / "anew.zip").problems == ("anew.zip: the archive was altered after it was made",)


def test_words_that_do_not_stand_in_their_excerpt_are_found_behind_a_fitting_manifest(tmp_path: Path) -> None:
    path = copied("zip", tmp_path)
    files, _ = archive.unpack(path)
    forged = {name: (data or b"").replace(b"of 12 crowns", b"of 21 crowns") for name, data in files.items()}
    at = "explainer/MANIFEST.json"
    fields = json.loads(forged[at])
    fields["files"] = {name: manifest.sha256(data) for name, data in forged.items() if name != at}
    fields["citations"][1]["words"] = sample.WORDS
    del fields["manifest_sha256"]
    sealed = manifest.sha256((json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode())
    fields["manifest_sha256"] = sealed
    forged[at] = (json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
    path.write_bytes(archive.pack(forged))
    assert verify(path).problems == (f"claims#robs: the note does not quote “{sample.WORDS}”",)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("part", "was", "becomes", "said"),
    [
        ("herald", "of 12 crowns", "of 21 crowns", "the excerpt does not hold"),
        ("claims", "<mark>The toll", "<mark>A toll", "the note does not quote"),
        ("claims", 'note--sourced" id="fn:robs"', 'note--lost" id="fn:robs"', "the note is not in the copy"),
        ("claims", "herald.html#the-toll-robs", "herald.html", "the note leads to no excerpt"),
    ],
)
def test_a_copy_that_would_lose_or_alter_a_citation_is_not_made(
    tmp_path: Path, form: str, part: str, was: str, becomes: str, said: str
) -> None:
    whole = {"herald": sample.HERALD, "claims": sample.CLAIMS}[part]
    assert was in whole
    if form == "md" and said in ("the note is not in the copy", "the note leads to no excerpt"):
        pytest.skip("Markdown has notes of one kind, and a link to a page leads to all of its excerpts")
    edition = sample.edition(tmp_path / "site", **{part: whole.replace(was, becomes)})
    with pytest.raises(ExportError, match=f"claims#robs: {said}"):
        make_copy(form, edition, tmp_path / "out")
    assert not list((tmp_path / "out").iterdir())


def test_a_folder_that_cannot_be_written_is_refused_with_the_way_on(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(ExportError, match="-o DIR"):
        make_copy("md", sample.edition(tmp_path / "site"), tmp_path / "out")


def test_a_newer_copy_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    older = copied("md", tmp_path)
    newer = replace(sample.edition(tmp_path / "site"), moment=sample.MOMENT + 86400)
    assert make_copy("md", newer, older.parent).path == older
    assert verify(older).manifest.made.startswith("2026-01-02")
    assert len(list(older.parent.iterdir())) == 2


def test_what_is_no_copy_is_refused_with_the_way_on(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="no such file"):
        verify(tmp_path / "none.zip")
    (tmp_path / "alone.md").write_text("x")
    with pytest.raises(ExportError, match=r"no alone\.md\.MANIFEST\.json beside it"):
        verify(tmp_path / "alone.md")
    (tmp_path / "other.zip").write_bytes(archive.pack({"a": b"b"}))
    with pytest.raises(ExportError, match=r"no MANIFEST\.json inside"):
        verify(tmp_path / "other.zip")
    (tmp_path / "text.epub").write_text("x")
    with pytest.raises(ExportError, match="cannot be read"):
        verify(tmp_path / "text.epub")
    with pytest.raises(ExportError, match=r"no MANIFEST\.json inside"):
        verify(tmp_path)
