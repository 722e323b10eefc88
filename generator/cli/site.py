"""Commands that build the site and preview it."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator import pipeline, project, web
from generator.cli.diagnostics import print_diagnostics
from generator.cli.group import EXAMPLES, main
from generator.compose import Outcome
from generator.compose.drafts import DRAFTS
from generator.errors import ExplainerError, UsageError

CONFIG = "mkdocs.yml"


@main.command(epilog=EXAMPLES + "explainer build\n  explainer build --site-dir /tmp/site")
@click.option(
    "--site-dir", type=click.Path(path_type=Path), help="Where the site goes; default the folder that mkdocs.yml names."
)
@click.pass_obj
def build(root: Path, site_dir: Path | None) -> None:
    """Check that the pages are current and sound, then build the site."""
    work = pipeline.study(root)
    found = pipeline.check(work)
    print_diagnostics(found, root=root)
    stale, absent = _not_ready(work, root)
    for line in (*stale, *absent):
        click.echo(line)
    if stale or absent or pipeline.errors(found):
        click.echo("The site was not built.", err=True)
        sys.exit(1)
    try:
        site = web.build(_config(root), site_dir.absolute() if site_dir else None, strict=True)
    except ExplainerError as error:
        # MkDocs ends a strict build that has warnings, such as one for a dead link, by an exit of its own: a finding.
        if not isinstance(error.__cause__, SystemExit):
            raise
        click.echo(f"error: {error}", err=True)
        sys.exit(1)
    click.echo(f"The site is built. Open {(site / 'index.html').as_posix()}")


def _not_ready(work: pipeline.Work, root: Path) -> tuple[list[str], list[str]]:
    """What to say of the pages that would change, and of those that the navigation names and docs/ has not."""
    if pipeline.errors(work.evidence.problems):
        return [], []  # pages cannot be judged by half of the evidence
    _, written = pipeline.generate(work, dry=True)
    stale = [
        f"docs/{page.name}: would change ({page.outcome}); type: explainer generate" for page in written if page.changes
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
    """Preview the site and follow changes in docs/ and seeds/ until Ctrl-C."""
    config = _config(root)
    host, _, port = address.rpartition(":")
    if not host or not (port.isascii() and port.isdigit() and 0 < int(port[:6]) < 65536):
        raise UsageError(
            f"“{address}” is no address to serve on", help="write --address HOST:PORT, such as --address 127.0.0.1:8001"
        )
    click.echo(f"The preview comes up at http://{address}/ (Ctrl-C ends it)")
    web.serve(config, address, watch=[root / pipeline.SEEDS])


def _config(root: Path) -> Path:
    path = (root / CONFIG).absolute()
    if not path.is_file():
        raise UsageError(
            f"no {CONFIG} here",
            where=str(path),
            help="run the command in the project's folder or name it with --project",
        )
    return path
