"""The project for contributors: tracked files, wheels, and citations looked up in the evidence."""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.errors import ExportError
from generator.export import Copy, archive, bundle_format, make_copy, manifest, verify
from tests.cli.commands import run
from tests.conftest import SAMPLE
from tests.export import sample as hand_made

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="needs git")
WHO = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "core.autocrlf=false")


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", *WHO, *arguments], cwd=root, check=True, capture_output=True)


def wheel(folder: Path) -> Path:
    """A package that holds nothing."""
    folder.mkdir()
    files = {
        "toll.py": b"",
        "toll-1.dist-info/METADATA": b"Metadata-Version: 2.1\nName: toll\nVersion: 1\n",
        "toll-1.dist-info/WHEEL": b"Wheel-Version: 1.0\nGenerator: hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    digests = {
        name: base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=") for name, data in files.items()
    }
    record = "".join(f"{name},sha256={digest.decode()},{len(files[name])}\n" for name, digest in digests.items())
    path = folder / "toll-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as packed:
        for name, data in {**files, "toll-1.dist-info/RECORD": record.encode()}.items():
            packed.writestr(name, data)
    return path


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The sample project in a repository, with a pin whose wheel lies in a folder, and no index of packages."""
    folder = tmp_path_factory.mktemp("bundle")
    root = Path(shutil.copytree(SAMPLE, folder / "a project"))
    run(root, "generate")
    built = wheel(folder / "found")
    (root / "requirements").mkdir()
    (root / "requirements" / "run.txt").write_text(
        f"toll==1 \\\n    --hash=sha256:{hashlib.sha256(built.read_bytes()).hexdigest()}\n", encoding="utf-8"
    )
    (root / "Makefile").write_text("site:\n\t@echo $$PIP_NO_INDEX $$PIP_FIND_LINKS\n", encoding="utf-8")
    (root / "tool").write_text("#!/bin/sh\n", encoding="utf-8")
    (root / "tool").chmod(0o755)
    (root / "untracked.txt").write_text("not for others", encoding="utf-8")
    git(root, "init", "--quiet")
    git(root, "add", "--", "docs", "seeds", "mkdocs.yml", "requirements", "Makefile", "tool")
    git(root, "commit", "--quiet", "--message", "all")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("PIP_NO_INDEX", "1")
        patched.setenv("PIP_FIND_LINKS", built.parent.as_uri())
        yield root


@pytest.fixture(scope="module")
def made(project: Path) -> Path:
    result = run(project, "export", "bundle", "-o", str(project.parent / "out"))
    assert result.exit_code == 0, result.output
    return project.parent / "out" / "explainer-bundle.zip"


@pytest.fixture
def copied(made: Path, tmp_path: Path) -> Copy:
    """A copy of the bundle, to be damaged at will."""
    path = Path(shutil.copy(made, tmp_path / made.name))
    found = verify(path, pipeline.evidence_and_pages)
    return Copy(path, path.stat().st_size, found.manifest, found.followed)


@needs_git
def test_it_holds_what_git_tracks_and_the_pinned_packages(copied: Copy, tmp_path: Path) -> None:
    with zipfile.ZipFile(copied.path) as opened:
        names = set(opened.namelist())
        modes = {entry.filename: entry.external_attr >> 16 & 0o777 for entry in opened.infolist()}
        opened.extractall(tmp_path)
    assert {"explainer/wheels/toll-1-py3-none-any.whl", "explainer/seeds/courier.txt", "explainer/BUNDLE.txt"} <= names
    assert "explainer/untracked.txt" not in names
    assert (modes["explainer/tool"], modes["explainer/Makefile"]) == (0o755, 0o644)
    said = (tmp_path / "explainer" / "BUNDLE.txt").read_text(encoding="utf-8")
    assert bundle_format.platform() in said
    assert "a browser" in said


@needs_git
@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
def test_make_asks_no_network(copied: Copy, tmp_path: Path) -> None:
    with zipfile.ZipFile(copied.path) as opened:
        opened.extractall(tmp_path)
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin"}
    said = subprocess.check_output(["make", "-s", "site"], cwd=tmp_path / "explainer", env=environment, text=True)
    assert said == "1 wheels\n"


@needs_git
def test_each_citation_is_followed_into_the_evidence(copied: Copy) -> None:
    assert copied.followed == len(copied.manifest.citations) > 5
    assert "evidence" not in verify(copied.path, pipeline.evidence_and_pages).limits
    assert "its words not" in verify(copied.path).limits


@needs_git
def test_altered_evidence_is_found_behind_a_fitting_manifest(copied: Copy) -> None:
    files, _ = archive.unpack(copied.path)
    cited = next(each for each in copied.manifest.citations if each.source == "courier")
    at = "explainer/seeds/courier.txt"
    forged = {name: data or b"" for name, data in files.items()}
    first = cited.words.split()[0].encode()
    forged[at] = forged[at].replace(first, first[::-1])
    del forged["explainer/MANIFEST.json"]
    described = copied.manifest
    stated = {name: manifest.sha256(data) for name, data in forged.items()}
    fields = {name: getattr(described, name) for name in described.__slots__} | {"files": stated}
    forged["explainer/MANIFEST.json"] = manifest.write(manifest.Manifest(**fields))
    copied.path.write_bytes(archive.pack(forged))
    problems = verify(copied.path, pipeline.evidence_and_pages).problems
    assert any(problem.startswith(f"{cited.address}: ") for problem in problems)


@needs_git
def test_a_changed_byte_of_the_evidence_is_refused_with_the_file_named(copied: Copy, tmp_path: Path) -> None:
    with zipfile.ZipFile(copied.path) as opened:
        opened.extractall(tmp_path / "unpacked")
    file = tmp_path / "unpacked" / "explainer" / "seeds" / "courier.txt"
    file.write_bytes(file.read_bytes() + b" ")
    (problem,) = verify(tmp_path / "unpacked", pipeline.evidence_and_pages).problems
    assert problem.startswith("explainer/seeds/courier.txt: altered")


@needs_git
def test_the_same_commit_gives_the_same_bytes(project: Path, tmp_path: Path, copied: Copy) -> None:
    moved = Path(shutil.copytree(project, tmp_path / "elsewhere"))
    assert run(moved, "export", "bundle", "-o", str(tmp_path / "again")).exit_code == 0
    assert (tmp_path / "again" / "explainer-bundle.zip").read_bytes() == copied.path.read_bytes()


@needs_git
def test_packages_that_cannot_be_had_are_told_with_the_way_out(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "nothing"))
    result = run(project, "export", "bundle", "-o", str(tmp_path / "out"))
    assert result.exit_code == 2
    assert "PIP_FIND_LINKS with a folder of wheels" in result.stderr


@needs_git
def test_a_project_without_pins_or_repository_gives_none(tmp_path: Path) -> None:
    edition = replace(hand_made.edition(tmp_path / "site"), root=tmp_path)
    with pytest.raises(ExportError, match="git init"):
        make_copy("bundle", edition, tmp_path / "out")
    git(tmp_path, "init", "--quiet")
    with pytest.raises(ExportError, match="make lock"):
        make_copy("bundle", edition, tmp_path / "out")
