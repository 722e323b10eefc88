"""The offline copies and the builders of one project, as a table: what each holds, what it costs, and whether it is sound.

Each copy is made twice, in two folders, two time zones and under two hash seeds, and the bytes are compared; its citations are followed as `explainer
verify` follows them; one byte of it is changed, and `verify` has to refuse it. Validators of other people are asked where
they are installed: epubcheck and vnu (their jars, by the variables EPUBCHECK and VNU), zimcheck, verapdf.

The second table compares the sites of the builders with that of MkDocs; BUILDERS_PYTHON names a Python that has them.

python benchmarks/copies.py [PROJECT [FORMAT ...]]
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from generator import pipeline  # noqa: E402  # needs the path
from generator.errors import ExportError  # noqa: E402
from generator.export import FORMATS, catalogue, read_site, verify  # noqa: E402
from generator.export.catalogue import Listed  # noqa: E402
from generator.export.citations import carried  # noqa: E402
from generator.export.site import Site  # noqa: E402

JAR = Path(os.environ.get("EPUBCHECK", "/usr/share/java/epubcheck.jar"))
VNU = Path(os.environ.get("VNU", "vnu.jar"))
WHERES = (("Asia/Tokyo", "1"), ("America/Lima", "2"))
"""Time zone and hash seed of each of the two makings."""
BUILT = {"site", "export", ".venv", ".cache"}
"""Folders of a project that hold what was made, not what it is made of."""
EPOCH = "1767225600"
BUILDERS = ("properdocs", "zensical")


@dataclass(frozen=True, slots=True)
class Made:
    """A copy that was made twice."""

    listed: Listed
    seconds: float
    """Of the first making, the build of the site included."""
    same: bool
    path: Path


def explainer(root: Path, *arguments: str, python: str = sys.executable, **environment: str) -> str:
    """What a command prints. Raises CalledProcessError where it fails."""
    done = subprocess.run(
        [python, "-m", "generator", "-C", str(root), *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": EPOCH, **environment},
    )
    if done.returncode:
        raise ExportError((done.stderr or done.stdout).strip())
    return done.stdout


def make(form: str, project: Path, folder: Path) -> Made:
    """One copy, made of the project and of a copy of the project elsewhere."""
    moved = folder / f"moved for {form}"
    shutil.copytree(project, moved, ignore=lambda here, names: BUILT & set(names) if Path(here) == project else ())
    seconds = []
    for root, (zone, seed), name in zip((project, moved), WHERES, ("one", "two"), strict=True):
        started = time.perf_counter()
        explainer(root, "export", form, "-o", str(folder / name), TZ=zone, PYTHONHASHSEED=seed)
        seconds.append(time.perf_counter() - started)
    shutil.rmtree(moved)
    (listed,) = (each for each in catalogue.unaltered(folder / "one") if each.format == form)
    path = folder / "one" / listed.file
    return Made(listed, seconds[0], path.read_bytes() == (folder / "two" / listed.file).read_bytes(), path)


def refused(made: Made) -> bool:
    """Whether `verify` refuses the copy once one byte in its middle is another."""
    data = made.path.read_bytes()
    middle = len(data) // 2
    made.path.write_bytes(data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :])
    try:
        return not verify(made.path, pipeline.evidence_and_pages).whole
    except ExportError:
        return True
    finally:
        made.path.write_bytes(data)


def validated(made: Made) -> str:
    """The verdict of a validator of other people; says so where none is installed."""
    command = _validator(made)
    if command is None:
        return "none installed"
    name, arguments, verdict = command
    done = subprocess.run(
        [*arguments, str(made.path)], check=False, capture_output=True, encoding="utf-8", errors="replace"
    )
    found = re.findall(verdict, done.stdout + done.stderr)
    if name == "vnu":
        return f"vnu: {len(found)} errors"
    return f"{name}: {found[-1] if found else f'exit code {done.returncode}'}"


def _validator(made: Made) -> tuple[str, Sequence[str], str] | None:
    form = made.listed.format
    if form == "epub" and JAR.is_file() and shutil.which("java"):
        return "epubcheck", ("java", "-jar", str(JAR)), r"Messages: (.*)"
    if form == "zim" and shutil.which("zimcheck"):
        return "zimcheck", ("zimcheck",), r"Overall Test Status: (\w+)"
    if form == "pdf" and shutil.which("verapdf"):
        return "veraPDF", ("verapdf", "--flavour", "ua1", "--format", "text"), r"^(PASS|FAIL)"
    if form == "html" and VNU.is_file() and shutil.which("java"):
        return "vnu", ("java", "-jar", str(VNU), "--errors-only"), r"error: "
    if form in ("zip", "bundle"):
        return "zipfile", (sys.executable, "-m", "zipfile", "-t"), r"Done testing"
    return None


def line(form: str, project: Path, folder: Path) -> str:
    """The row of one format."""
    try:
        made = make(form, project, folder)
    except ExportError as error:
        return f"| {form} | not made: {error.message.splitlines()[0]} |"
    followed = verify(made.path, pipeline.evidence_and_pages).followed
    one = made.listed
    cells = (
        form,
        f"{one.size / 1000:,.0f} kB",
        f"{made.seconds:.1f} s",
        str(one.pages),
        str(one.statements),
        str(one.citations),
        str(followed),
        "yes" if made.same else "NO",
        "yes" if refused(made) else "NO",
        validated(made),
    )
    return f"| {' | '.join(cells)} |"


def builders(project: Path, folder: Path) -> Iterator[str]:
    """The row of each builder."""
    explainer(project, "build", "--site-dir", str(folder / "mkdocs"))
    plain = read_site(folder / "mkdocs")
    ours = _citations(plain)
    yield f"| mkdocs | {len(plain.pages)} | {len(ours)} | {len(ours)} |"
    python = os.environ.get("BUILDERS_PYTHON", sys.executable)
    for builder in BUILDERS:
        try:
            explainer(project, "build", "--builder", builder, "--site-dir", str(folder / builder), python=python)
        except ExportError as error:
            yield f"| {builder} | not built: {error.message.splitlines()[0]} |"
            continue
        site = read_site(folder / builder)
        theirs = _citations(site)
        same = sum(theirs.get(address) == each for address, each in ours.items())
        yield f"| {builder} | {len(site.pages)} | {len(theirs)} | {same} |"


def _citations(site: Site) -> Mapping[str, object]:
    return carried((page.path, page.path.removesuffix(".html"), page.article) for page in site.pages)


def main(arguments: Sequence[str]) -> None:
    project = Path(arguments[0]).resolve() if arguments else ROOT
    with tempfile.TemporaryDirectory(prefix="copies-") as scratch:
        print(
            "| format | size | time | pages | statements | citations | followed to the right words | same bytes twice | changed byte refused | validator |"
        )
        print("|---|---|---|---|---|---|---|---|---|---|")
        for form in arguments[1:] or FORMATS:
            print(line(form, project, Path(scratch)), flush=True)
        print(
            "\n| builder | pages | citations | with the same words that lead to the same excerpt |\n|---|---|---|---|"
        )
        for row in builders(project, Path(scratch)):
            print(row, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
