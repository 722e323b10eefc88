"""Commands that build the site and preview it.

`web` is imported where it is called: it brings MkDocs in, which the other commands would wait for and never use.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

import generator
from generator import pipeline, project, proofing
from generator.cli.diagnostics import print_diagnostics
from generator.cli.group import EXAMPLES, main
from generator.cli.progress import progress
from generator.compose import Outcome
from generator.compose.drafts import DRAFTS
from generator.english import counted
from generator.errors import ExplainerError, UsageError
from generator.model import Diagnostic

if TYPE_CHECKING:
    from generator import web

CONFIG = "mkdocs.yml"
_QUOTATIONS = frozenset({"altered-quote", "ambiguous-quote", "bad-join", "malformed-note"})
"""Rules that find a fault which a person made in a note's quotation: writing the page anew does not mend it."""
PACKAGE = Path(generator.__file__).parent


@main.command(epilog=EXAMPLES + "explainer build\n  explainer build --site-dir /tmp/site\n  explainer build --preview")
@click.option(
    "--site-dir", type=click.Path(path_type=Path), help="Where the site goes; default the folder that mkdocs.yml names."
)
@click.option(
    "--preview",
    is_flag=True,
    help="Build in spite of findings. They are shown on the pages, and pages that are out of date as they would be written.",
)
@click.option(
    "--builder",
    type=click.Choice(("mkdocs", "properdocs", "zensical")),
    default="mkdocs",
    show_default=True,
    help="The program that builds the site; all but MkDocs come with an extra of the same name.",
)
@click.option(
    "--copies",
    type=click.Path(path_type=Path),
    help="Offer the offline copies in this folder, which `explainer export` made, on the site.",
)
@click.pass_obj
def build(root: Path, site_dir: Path | None, preview: bool, builder: str, copies: Path | None) -> None:
    """Check that the pages are current and sound, then build the site."""
    if preview:
        if builder != "mkdocs":
            raise UsageError("a preview is built by MkDocs alone", help="leave out --builder or --preview")
        if copies:
            raise UsageError("a preview offers no copies", help="leave out --copies or --preview")
        from generator import web

        with progress("Building the preview"):
            site, found = web.build_preview(_config(root), site_dir.absolute() if site_dir else None)
        for finding in found:
            click.echo(finding, err=True)
        _tell_preview(site, len(found))
        return
    _, site = built(root, site_dir, builder, copies)
    _tell(site)


def built(
    root: Path, site_dir: Path | None, builder: str = "mkdocs", copies: Path | None = None
) -> tuple[pipeline.Work, Path]:
    """What the site rests on, and the folder it is in; ends the command with exit code 1 where pages are not current and sound."""
    from generator import web
    from generator.entry_points import site_data

    with progress("Checking the pages"):
        work = pipeline.study(root)
        found = proofing.check(work)
        stale, absent = _not_ready(work, root, found)
    print_diagnostics(found, root=root)
    for line in (*stale, *absent):
        click.echo(line)
    if stale or absent or pipeline.errors(found):
        click.echo("The site was not built.", err=True)
        sys.exit(1)
    offered = _offered(copies, builder, work) if copies else ()
    try:
        with progress("Building the site"):
            target = site_dir.absolute() if site_dir else None
            site = web.build_with(builder, _config(root), target, site_data, offered)
    except ExplainerError as error:
        # MkDocs ends a strict build that has warnings, such as one for a dead link, by an exit of its own: a finding.
        if not isinstance(error.__cause__, SystemExit):
            raise
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    for note in site.notes:
        click.echo(f"note: {note}")
    return work, site.folder


def _offered(folder: Path, builder: str, work: pipeline.Work) -> tuple[web.OfflineCopy, ...]:
    """The copies that the site is to offer. Raises UsageError for those of other sources, ExportError for altered ones."""
    from generator import web
    from generator.export import catalogue

    if builder != "mkdocs":
        raise UsageError("copies are offered on a site that MkDocs builds", help="leave out --builder or --copies")
    listed = catalogue.unaltered(folder)
    for each in listed:
        if each.evidence != work.evidence.digest:
            raise UsageError(
                f"{each.file} was made from other sources than those of the site",
                where=str(folder),
                help=f"make it anew; type: explainer export {each.format} -o {folder}",
            )
    return tuple(
        web.OfflineCopy(each.format, (folder / each.file).absolute(), each.size, each.made[:10]) for each in listed
    )


def _tell(site: Path) -> None:
    click.echo(f"The site is built. Open {(site / 'index.html').as_posix()}")


def _tell_preview(site: Path, findings: int) -> None:
    opened = f"Open {(site / 'index.html').as_posix()}"
    if findings:
        click.echo(
            f"A preview is built, with {counted(findings, 'finding')} marked on its pages: look at it, and do not publish it. {opened}"
        )
    else:
        click.echo(f"A preview is built, and nothing was found; `explainer build` makes the site to publish. {opened}")


def _not_ready(work: pipeline.Work, root: Path, found: Iterable[Diagnostic]) -> tuple[list[str], list[str]]:
    """What to say of the pages that would change, and of those that the navigation names and docs/ has not."""
    if pipeline.errors(work.evidence.problems):
        return [], []  # pages cannot be judged by half of the evidence
    _, written = pipeline.generate(work, dry=True)
    broken = {one.path: f"{one.path}:{one.line}:{one.column}" for one in reversed([*found]) if one.rule in _QUOTATIONS}
    stale = [
        f"docs/{page.name}: would change ({page.outcome}); "
        + (f"mend the quotation at {broken[path]}, then " if (path := f"docs/{page.name}") in broken else "")
        + "type: explainer generate"
        for page in written
        if page.changes
    ]
    deleted = {page.name for page in written if page.outcome is Outcome.DELETED}
    absent = [
        f"docs/{name}: deleted, but {CONFIG} names it under `nav`\n"
        f"  take its line out of `nav`; or, to have it written again, delete docs/{DRAFTS}/{name} and type: explainer generate"
        for name in project.pages_in_navigation(root / CONFIG)
        if name in deleted
    ]
    return stale, absent


@main.command(epilog=EXAMPLES + "explainer serve\n  explainer serve --address 127.0.0.1:8001")
@click.option("--address", default="127.0.0.1:8000", show_default=True, metavar="HOST:PORT")
@click.pass_obj
def serve(root: Path, address: str) -> None:
    """Preview the site and follow changes in docs/, seeds/, mkdocs.yml and the generator until Ctrl-C.

    What a build would refuse is shown on the pages and here, and the preview goes on. Nothing is written into docs/.
    """
    from generator import web

    _config(root)
    host, port = _host_and_port(address)
    if not (root / pipeline.DOCS).is_dir():
        raise UsageError("there are no pages to preview", where=f"{pipeline.DOCS}/", help="type: explainer generate")
    click.echo(f"The preview comes up at http://{address}/ (Ctrl-C ends it)")
    watched = (root / pipeline.DOCS, root / pipeline.SEEDS, root / CONFIG, PACKAGE)
    web.serve(partial(_build_apart, root), host, port, watched, _said)


def _host_and_port(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if not host or not (port.isascii() and port.isdigit() and 0 < int(port[:6]) < 65536):
        raise UsageError(
            f"“{address}” is no address to serve on", help="write --address HOST:PORT, such as --address 127.0.0.1:8001"
        )
    return host, int(port)


def _build_apart(root: Path, site_dir: Path) -> web.Built:
    """A preview built by a process of its own: it sees changed code, and its end is not ours."""
    from generator import web

    # -P: a folder of the project that is called generator, too, is not us.
    command = [sys.executable, "-P", "-m", "generator", "-C", str(root.absolute()), "build", "--preview"]
    search = os.pathsep.join(filter(None, (str(PACKAGE.parent), os.environ.get("PYTHONPATH"))))
    done = subprocess.run(  # noqa: S603  # ourselves, on folders that a person named
        [*command, "--site-dir", str(site_dir)],
        # Compiled files beside the code that is watched would be changes of their own.
        env={**os.environ, "PYTHONPATH": search, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return web.Built(done.returncode == 0, done.stderr.strip())


def _said(message: str) -> None:
    click.echo(message or "The preview is current.", err=bool(message))


def _config(root: Path) -> Path:
    path = (root / CONFIG).absolute()
    if not path.is_file():
        raise UsageError(
            f"no {CONFIG} here",
            where=str(path),
            help="run the command in the project's folder or name it with --project",
        )
    return path
