"""What a stranger gets: complete pins, a wheel with everything in it, commands that exist, evidence whose bytes stay."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
RUN, DEV = ROOT / "requirements" / "run.txt", ROOT / "requirements" / "dev.txt"
PIN = re.compile(
    r"(?P<name>[\w.-]+)==(?P<version>[\w.+!-]+)(?: ; (?P<marker>[^\\]+?))?(?P<hashes>(?: \\\n +--hash=sha256:[0-9a-f]{64})+)"
)
POSIX = pytest.mark.skipif(sys.platform == "win32" or not shutil.which("make"), reason="needs make")


def entries(path: Path) -> list[str]:
    """One string a pin, its continuation lines included."""
    return re.findall(r"^\S(?:.*\\\n)*.*$", path.read_text(encoding="utf-8"), re.MULTILINE)


def pins(path: Path) -> Iterator[tuple[str, Requirement]]:
    for entry in entries(path):
        found = PIN.fullmatch(entry)
        assert found, f"{path.name}: not a pin with hashes: {entry.splitlines()[0]}"
        yield entry, Requirement(entry.partition(" \\")[0])


def versions(path: Path) -> dict[str, set[str]]:
    """Name -> versions: more than one where they depend on the platform or on Python's version."""
    found: dict[str, set[str]] = {}
    for _, pin in pins(path):
        found.setdefault(canonicalize_name(pin.name), set()).update(one.version for one in pin.specifier)
    return found


@cache
def pyproject() -> Mapping[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def group(name: str) -> Iterator[str]:
    for member in pyproject()["dependency-groups"][name]:
        if isinstance(member, str):
            yield member
        else:
            yield from group(member["include-group"])


@pytest.mark.parametrize(("path", "name"), [(RUN, "build"), (DEV, "dev")], ids=["run", "dev"])
def test_every_dependency_is_pinned_as_pyproject_allows(path: Path, name: str) -> None:
    pinned = versions(path)
    for text in (*pyproject()["project"]["dependencies"], *pyproject()["build-system"]["requires"], *group(name)):
        wanted = Requirement(text)
        held = pinned.get(canonicalize_name(wanted.name), set())
        assert held, f"{path.name} lacks {wanted}: run `make lock`"
        assert all(wanted.specifier.contains(Version(version)) for version in held), f"{path.name}: {wanted}"


@pytest.mark.parametrize("path", [RUN, DEV], ids=["run", "dev"])
def test_what_a_pinned_package_needs_is_pinned_too(path: Path) -> None:
    pinned = versions(path)
    missing = set()
    for name in pinned:
        try:
            needs = requires(name) or []
        except PackageNotFoundError:  # pinned for another platform
            continue
        for need in map(Requirement, needs):
            if need.marker is None or need.marker.evaluate({"extra": ""}):
                missing |= {canonicalize_name(need.name)} - set(pinned)
    assert not missing, f"{path.name}: run `make lock`"


def test_pins_name_no_address() -> None:
    for path in (RUN, DEV):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"://|--(?!hash)|@|\bfile:", text), path.name


def test_the_pins_for_running_are_among_those_for_developing() -> None:
    assert set(entries(RUN)) <= set(entries(DEV)), "`make test` would undo what `make site` installed: run `make lock`"


def test_pins_serve_every_platform() -> None:
    for name in ("pyyaml", "pydantic-core"):
        (entry,) = (entry for entry, pin in pins(RUN) if pin.name == name)
        assert entry.count("--hash") > 20, f"{name} has hashes for too few platforms: run `make lock`"


def test_everything_that_the_package_needs_is_in_the_wheel(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "generator", tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", "dist"]
    subprocess.run(build, cwd=tmp_path, check=True, capture_output=True)
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    ours = {path.relative_to(tmp_path).as_posix() for path in (tmp_path / "generator").rglob("*") if path.is_file()}
    ours = {name for name in ours if "/bank/" not in name}  # labelled sentences to learn from, not needed to run
    assert ours <= names
    assert "generator/py.typed" in names
    assert {name.split("/")[0] for name in names - ours} == {f"{'-'.join(wheel.name.split('-')[:2])}.dist-info"}


@pytest.mark.parametrize("autocrlf", ["true", "input", "false"])
def test_git_leaves_the_evidence_as_it_is(tmp_path: Path, autocrlf: str) -> None:
    if not shutil.which("git"):
        pytest.skip("needs git")

    def git(*arguments: str) -> bytes:
        return subprocess.check_output(
            ["git", "-c", f"core.autocrlf={autocrlf}", "-c", "core.safecrlf=false", *arguments], cwd=tmp_path
        )

    shutil.copy(ROOT / ".gitattributes", tmp_path)
    files = {"seeds/a.txt": b"one\ntwo\n", "seeds/deep/b.txt": b"one\r\ntwo\r\n", "docs/page.md": b"one\ntwo\n"}
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    git("init", "--quiet")
    git("add", ".")
    for name in files:
        (tmp_path / name).unlink()
    git("checkout", "--quiet", "--", ".")
    assert {name: (tmp_path / name).read_bytes() for name in files} == files


def targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


@POSIX
def test_make_lists_its_targets() -> None:
    listed = subprocess.check_output(["make", "--no-print-directory"], cwd=ROOT, text=True)
    assert set(re.findall(r"^  make ([a-z-]+) ", listed, re.MULTILINE)) == targets()
    assert {"site", "test", "test-all", "check", "serve", "lock", "clean", "help"} <= targets()


@POSIX
def test_an_old_python_is_refused_with_the_way_out(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements").mkdir()
    for name in ("pyproject.toml", "requirements/run.txt"):
        shutil.copy(ROOT / name, tmp_path / name)
    done = subprocess.run(["make", "PYTHON=false", "site"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "Python 3.11 or newer is needed" in done.stderr
    assert "make PYTHON=python3.12 site" in done.stderr
    assert not (tmp_path / ".venv").exists()


def commands(job: Mapping[str, Any]) -> Iterator[str]:
    for step in job["steps"]:
        yield from str(step.get("run", "")).splitlines()


def test_the_workflows_call_commands_that_exist() -> None:
    for path in (ROOT / ".github" / "workflows").glob("*.yml"):
        for job in yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values():
            for command in commands(job):
                program, *arguments = command.split()
                assert program in ("make", "bash", "python", "explainer"), command
                assert program != "make" or set(arguments) <= targets(), command
                assert program != "bash" or all((ROOT / argument).is_file() for argument in arguments), command


@POSIX
def test_the_ci_script_is_sound_bash() -> None:
    subprocess.run(["bash", "-n", ".ci/run"], cwd=ROOT, check=True)
    assert (
        set(re.findall(r"^make ([a-z-]+)$", (ROOT / ".ci" / "run").read_text(encoding="utf-8"), re.MULTILINE))
        <= targets()
    )
