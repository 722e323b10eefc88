"""The programs that can build the site: MkDocs, ProperDocs, which goes on where MkDocs 1 ends, and Zensical.

MkDocs runs in this process. The others run in one of their own: ProperDocs takes the name of MkDocs for itself, and
Zensical keeps what it read. ProperDocs runs the plugin; Zensical runs none and builds the project as files.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from mkdocs.utils import clean_directory

import generator
from generator.errors import ExplainerError, UsageError
from generator.web import dressing, written_out
from generator.web.build import build
from generator.web.copies_page import OfflineCopy
from generator.web.data import SiteData
from generator.web.written_out import WrittenOut

MKDOCS, PROPERDOCS, ZENSICAL = "mkdocs", "properdocs", "zensical"
BUILDERS = (MKDOCS, PROPERDOCS, ZENSICAL)
"""Each is also the name of its package and, but for MkDocs, of the extra that brings it."""

_LEAST = {PROPERDOCS: (1, 6, 7), ZENSICAL: (0, 0, 73)}
"""The versions whose sites were compared with those of MkDocs."""
_LOST = (
    "no plugin runs: the pages of the sources, the data files, script, style, heads and feet of the pages were written out and added",
    "search, navigation and validation of links are Zensical's own; notes stay out of the search as with MkDocs",
    "`explainer serve` and `explainer export` go on with MkDocs",
)
_OVERRIDES = "template overrides (`theme.custom_dir`) are read by another engine than Jinja"
_RELEASE = re.compile(r"\d+(\.\d+)*")


@dataclass(frozen=True, slots=True)
class BuiltSite:
    """A site that was built."""

    folder: Path
    notes: tuple[str, ...] = ()
    """What is other or lost against a site that MkDocs builds, one a line."""


def build_with(
    builder: str,
    config_file: Path,
    site_dir: Path | None,
    load: Callable[[Path], SiteData],
    copies: Sequence[OfflineCopy] = (),
) -> BuiltSite:
    """Builds the site strictly and from nothing: no cache of an earlier build is used, and the folder is emptied first.

    The pages have to be checked before: Zensical checks no citation. `load` gives the project's data by its folder;
    `copies` are offered on a site that MkDocs builds.
    Raises ExplainerError with what the builder said, caused by SystemExit where the builder refused the pages; UsageError
    where the builder is not installed.
    """
    if builder == MKDOCS:
        return BuiltSite(build(config_file, site_dir, strict=True, copies=copies))
    _require(builder)
    target = site_dir or config_file.parent / written_out.site_dir(config_file)
    if builder == PROPERDOCS:
        _run(builder, ["build", "--clean", "--strict", "-f", str(config_file), "-d", str(target)], config_file.parent)
        return BuiltSite(target)
    with tempfile.TemporaryDirectory(prefix="explainer-") as scratch:
        # Its temporary folders have other names at each build; the builder is to see one.
        folder = Path(scratch).resolve()
        out = written_out.write_out(config_file, load(config_file.parent), folder)
        _run(builder, ["build", "--clean", "--strict", "-f", str(folder / written_out.CONFIG)], folder)
        _finish(folder / written_out.SITE, out)
        clean_directory(str(target))
        shutil.copytree(folder / written_out.SITE, target, dirs_exist_ok=True)
    return BuiltSite(target, _notes(out))


def _notes(out: WrittenOut) -> tuple[str, ...]:
    not_run = f"mkdocs.yml asks for {', '.join(out.not_run)}: not run, unless Zensical has one of its own"
    return (*_LOST, *([not_run] if out.not_run else []), *([_OVERRIDES] if out.overrides else []))


def _require(builder: str) -> None:
    least = ".".join(map(str, _LEAST[builder]))
    advice = f'it comes with the extra "{builder}"; type: pip install "explainer-generator[{builder}]"'
    try:
        found = version(builder)
    except PackageNotFoundError as error:
        raise UsageError(f"the builder {builder} is not installed", help=advice) from error
    if _numbers(found) < _LEAST[builder]:
        raise UsageError(f"{builder} {found} is too old: {least} or newer is needed", help=advice)


def _numbers(text: str) -> tuple[int, ...]:
    """The release of a version: what comes before it, such as a candidate, counts as that release."""
    found = _RELEASE.match(text)
    return tuple(map(int, found[0].split("."))) if found else ()


def _run(builder: str, arguments: Sequence[str], folder: Path) -> None:
    package = Path(generator.__file__).parents[1]
    search = os.pathsep.join(filter(None, (str(package), os.environ.get("PYTHONPATH"))))
    done = subprocess.run(  # noqa: S603  # a program that a person named, on this project
        # -P: a folder of the project that is called like a package, too, is none.
        [sys.executable, "-P", "-m", builder, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": search, "PYTHONUTF8": "1", "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode:
        # As MkDocs does: what ends a build is a finding about the pages.
        refused = SystemExit(done.returncode)
        raise ExplainerError(f"{builder} did not build the site:\n{done.stdout.strip()}") from refused


def _finish(site: Path, out: WrittenOut) -> None:
    """Adds head and foot to the pages. Raises ExplainerError where a page is missing."""
    missing = [path for path in out.heads if not (site / path).is_file()]
    if missing:
        raise ExplainerError(f"{ZENSICAL} did not build {', '.join(missing)}")
    for path, head in out.heads.items():
        file = site / path
        page = dressing.dressed(file.read_text(encoding="utf-8"), head)
        text, end, rest = page.rpartition("</article>")
        file.write_text(f"{text}{out.feet[path]}\n{end}{rest}", encoding="utf-8")
    if out.own_not_found:
        (site / dressing.NOT_FOUND).write_bytes(dressing.not_found_page())
