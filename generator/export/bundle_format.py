"""The project for contributors without a network: the files that git tracks, and the pinned packages for one platform."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator import edtf
from generator.errors import ExportError
from generator.export.content import Content
from generator.export.edition import Edition

TOP = "explainer/"
"""The folder that everything unpacks into."""
WHEELS = "wheels"

_PINS = "requirements"
_README = "BUNDLE.txt"
_MAKEFILE = "GNUmakefile"
_OFFLINE = f"""\
# GNU make reads this file before Makefile: packages are taken from the folder beside it, and no network is asked.
export PIP_NO_INDEX := 1
export PIP_FIND_LINKS := {WHEELS}
include Makefile
"""
_EXECUTABLE = "100755"
_REGULAR = ("100644", _EXECUTABLE)
_LEAVES_OUT = (
    "Python itself, make, and a browser: tests that need one are skipped",
    "axe-core, epubcheck and whatever else tests use where they find it",
    "the packages of extras (pdf-copy, zim, properdocs, zensical)",
    "the repository's history, and files that git does not track",
)


def make(edition: Edition, file: str) -> Content:
    """Tracked files as they are on disk, and wheels. Raises ExportError without git or pins, or where a wheel cannot be had."""
    root = edition.root
    tracked = dict(_tracked(root))
    pins = [path for path in tracked if path.startswith(f"{_PINS}/") and path.endswith(".txt")]
    if not pins:
        raise ExportError(
            f"a bundle carries the packages that are pinned in {_PINS}/*.txt, and git tracks no such file",
            where=str(root),
            help="make the other copies, or pin the packages: make lock",
        )
    ours = {_README: _readme(edition, file).encode(), _MAKEFILE: _OFFLINE.encode()}
    files = {**{path: (root / path).read_bytes() for path in tracked}, **ours, **_wheels(root, pins)}
    placed = {f"{TOP}{path}": data for path, data in sorted(files.items())}
    return Content(
        placed,
        len(edition.scanned),
        _LEAVES_OUT,
        f"{TOP}MANIFEST.json",
        stored=frozenset(path for path in placed if path.endswith(".whl")),
        executable=frozenset(f"{TOP}{path}" for path, mode in tracked.items() if mode == _EXECUTABLE),
    )


def platform() -> str:
    """What the wheels are for: "CPython 3.11, linux-x86_64"."""
    name = {"cpython": "CPython", "pypy": "PyPy"}.get(sys.implementation.name, sys.implementation.name)
    return f"{name} {sys.version_info.major}.{sys.version_info.minor}, {sysconfig.get_platform()}"


def _tracked(root: Path) -> Iterator[tuple[str, str]]:
    """(path, mode) of the files that git tracks and that are there."""
    asked = ["git", "-C", str(root.absolute()), "ls-files", "--stage", "-z"]
    try:
        done = subprocess.run(asked, capture_output=True, check=False)  # noqa: S603  # git, by its name
    except OSError as error:
        raise ExportError("a bundle takes git, which was not found", help="install git") from error
    if done.returncode:
        raise ExportError(
            "a bundle holds the files that git tracks, and this is no repository",
            where=str(root),
            help="type: git init && git add . && git commit",
        )
    for entry in done.stdout.decode("utf-8", "surrogateescape").split("\0"):
        about, _, path = entry.partition("\t")
        mode = about.partition(" ")[0]
        if mode in _REGULAR and (root / path).is_file():
            yield path, mode


def _wheels(root: Path, pins: Sequence[str]) -> Mapping[str, bytes]:
    with tempfile.TemporaryDirectory(prefix="explainer-") as folder:
        command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "download", "--quiet"]
        command += ["--require-hashes", "--only-binary", ":all:", "--dest", folder]
        for path in pins:
            command += ["--requirement", path]
        done = subprocess.run(  # noqa: S603  # pip of this interpreter, on the project's own pins
            command, cwd=root, capture_output=True, encoding="utf-8", errors="replace", check=False
        )
        if done.returncode:
            raise ExportError(
                f"pip did not get the pinned packages:\n{done.stderr.strip()}",
                help="making a bundle takes the network once, or PIP_FIND_LINKS with a folder of wheels",
            )
        return {f"{WHEELS}/{wheel.name}": wheel.read_bytes() for wheel in Path(folder).iterdir()}


def _readme(edition: Edition, file: str) -> str:
    lines = [
        f"{edition.site.title}: the project, as of {edtf.in_words(f'{edition.made:%Y-%m-%d}')}",
        "",
        f"Everything to build and test the site without a network on {platform()}, with make:",
        "",
        "    make site",
        "    make test",
        "",
        f"make reads {_MAKEFILE}, which takes the packages from {WHEELS}/. To go back to the network, delete both.",
        f"Whether the bundle is whole, and each citation stands in its source: explainer verify {file}",
        "",
        "What it leaves out:",
        *(f"- {each}" for each in _LEAVES_OUT),
        "",
        "The licence stands in LICENSE; packages carry their own.",
        "",
    ]
    return "\n".join(lines)
