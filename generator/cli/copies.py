"""Commands that make offline copies of the site and show that a copy is whole."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from generator import __version__, export, pipeline
from generator.cli import site
from generator.cli.group import EXAMPLES, main
from generator.cli.progress import progress
from generator.english import counted
from generator.errors import UsageError

ALL = "all"
EPOCH = "SOURCE_DATE_EPOCH"
UNDATED = 315532800
"""1 January 1980 in seconds since 1970, the least that an archive can say: for a project without a history."""


@main.command(
    name="export",
    epilog=EXAMPLES + "explainer export zip\n  explainer export html epub -o copies\n  explainer export all",
)
@click.argument("formats", nargs=-1, required=True, type=click.Choice([*export.FORMATS, ALL]), metavar="FORMAT...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The folder that the copies go into; default export/ in the project's folder.",
)
@click.pass_obj
def make_copies(root: Path, formats: Sequence[str], output: Path | None) -> None:
    r"""Build the site and make offline copies of it. FORMAT is one of these, or all.

    \b
    zip     the site itself: unpack it and open index.html
    html    one file for any browser
    epub    a book for reading devices; notes open where they are called
    md      one Markdown file with plain footnotes, for archives and programs
    pdf     a book to print, with page numbers and bookmarks; needs the extra "pdf-copy"
    zim     for the reader Kiwix, with a search inside; needs the extra "zim"
    bundle  the project for contributors: its files, and the pinned packages for this platform

    A copy bears the time that SOURCE_DATE_EPOCH names, else that of the last commit. With all, a copy whose extra is
    not installed is named and left out. copies.json lists what the folder holds; `explainer build --copies` offers it on
    the site.
    """
    wanted = [form for form in export.FORMATS if form in formats or ALL in formats]
    moment = _moment(root)
    target = (output or root / "export").absolute()
    with tempfile.TemporaryDirectory(prefix="explainer-") as scratch, _stamped(moment):
        work, built = site.built(root, Path(scratch) / "site")
        edition = pipeline.edition(work, built, moment, __version__)
        missed = False
        for at, form in enumerate(wanted, start=1):
            try:
                with progress(f"Making {form} ({at} of {len(wanted)})"):
                    copy = export.make_copy(form, edition, target, pipeline.evidence_and_pages)
            except export.ExtraMissingError as error:
                if ALL not in formats:
                    raise
                missed = True
                click.echo(f"{form}: not made: {error}", err=True)
                continue
            export.catalogue.record(target, copy)
            click.echo(_line(copy))
    if missed:
        sys.exit(1)


def _line(made: export.Copy) -> str:
    described = made.manifest
    counts = (
        f"{counted(described.pages, 'page')}, {counted(described.statements, 'statement')}, "
        f"{counted(len(described.citations), 'citation')}"
    )
    followed = f", {made.followed} followed to the right words" if made.followed else ""
    return f"{made.path.as_posix()}: {made.size / 1000:,.0f} kB, {counts}{followed}"


@main.command(epilog=EXAMPLES + "explainer verify export/explainer.zip")
@click.argument("copy", type=click.Path(path_type=Path), metavar="FILE")
def verify(copy: Path) -> None:
    """Check that a copy is whole and unaltered, and that each citation's words stand in the excerpt it carries.

    In a bundle they are looked up in the sources themselves.

    FILE is a copy that `explainer export` made, or the folder that one was unpacked into. This shows integrity, not
    authorship: who can make a copy can make a manifest that fits it.
    """
    found = export.verify(copy, pipeline.evidence_and_pages)
    for problem in found.problems:
        click.echo(problem)
    if found.problems:
        click.echo(f"{counted(len(found.problems), 'problem')}: take the copy anew from where it came from.", err=True)
        sys.exit(1)
    described = found.manifest
    where = "sources" if described.format == "bundle" else "excerpts"
    said = found.limits or f"the words of {counted(found.followed, 'citation')} stand in the {where}"
    click.echo(
        f"Whole and unaltered: “{described.title}” ({described.format}), made {described.made} from evidence "
        f"{described.evidence[:12]}; {counted(found.files, 'file')}; {said}."
    )


def _moment(root: Path) -> int:
    """The time that the copies bear. Raises UsageError for a SOURCE_DATE_EPOCH that is no time."""
    given = os.environ.get(EPOCH, "")
    if given:
        if not (given.isascii() and given.isdigit() and UNDATED <= int(given[:11]) < 4102444800):
            raise UsageError(
                f"{EPOCH} is “{given}”, not a time between 1980 and 2099 in seconds since 1970",
                help=f"unset it, or type: export {EPOCH}=$(git log -1 --format=%ct)",
            )
        return int(given)
    try:
        asked = ["git", "-C", str(root.absolute()), "log", "-1", "--format=%ct"]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603  # git, by its name
    except OSError:
        return UNDATED
    committed = done.stdout.strip()
    return int(committed) if committed.isdigit() else UNDATED


@contextmanager
def _stamped(moment: int) -> Iterator[None]:
    """Has MkDocs and whatever else makes the copies use one time."""
    before = os.environ.get(EPOCH)
    os.environ[EPOCH] = str(moment)
    try:
        yield
    finally:
        if before is None:
            del os.environ[EPOCH]
        else:
            os.environ[EPOCH] = before
