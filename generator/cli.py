"""The command `explainer`: one small function a command.

Exit codes: 0 clean, 1 findings (or something would change), 2 could not run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from generator import __version__, pipeline, project, web
from generator.analysis import listing
from generator.compose import Composition, Outcome, Written
from generator.compose.drafts import DRAFTS
from generator.errors import ExplainerError, UsageError
from generator.lint import json_format, text_format
from generator.model import Diagnostic
from generator.project import DescriptionError

CONFIG = "mkdocs.yml"
_EXAMPLES = "\b\nExamples:\n  "


class Command(click.Command):
    """A command whose expected errors are printed as they are and end with exit code 2."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except ExplainerError as error:
            click.echo(f"error: {error}", err=True)
            sys.exit(2)
        except BrokenPipeError:
            sys.exit(0)


class Group(click.Group):
    command_class = Command


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="explainer")
@click.option(
    "-C",
    "--project",
    type=click.Path(path_type=Path),
    default=Path(),
    help="The project's folder; default the current one.",
)
@click.pass_context
def main(context: click.Context, project: Path) -> None:
    """Makes explainer pages from source articles; every statement cites the exact words it rests on."""
    context.obj = project


@main.command(
    epilog=_EXAMPLES + "explainer generate\n  explainer generate --check\n  explainer generate --accept allegations.md"
)
@click.option("--check", "dry", is_flag=True, help="Change nothing; exit 1 where something would change.")
@click.option(
    "--accept", "accepted", multiple=True, metavar="PAGE", help="Record the waiting draft of an edited page as seen."
)
@click.pass_obj
def generate(root: Path, dry: bool, accepted: tuple[str, ...]) -> None:
    """Write the pages in docs/ from the sources in seeds/. A page that a person edited is never overwritten."""
    work = pipeline.study(root)
    _print_diagnostics(work.evidence.problems)
    if pipeline.errors(work.evidence.problems):
        click.echo(
            "Nothing was written, because pages rest on all the sources. Mend the above, then type: explainer generate",
            err=True,
        )
        sys.exit(1)
    accept = frozenset(Path(name).as_posix().removeprefix(f"{pipeline.DOCS}/") for name in accepted)
    composed, written = pipeline.generate(work, dry=dry, accept=accept)
    _print_written(written, composed)
    if dry and any(page.changes for page in written):
        sys.exit(1)


def _print_written(written: Iterable[Written], composed: Composition) -> None:
    for page in written:
        click.echo(f"docs/{page.name}: {page.outcome}")
        if page.outcome in (Outcome.BESIDE, Outcome.OVERTAKEN):
            click.echo(
                f"  the new draft is docs/{DRAFTS}/{page.name}.new; take over what you want of it, then type: explainer generate --accept {page.name}"
            )
        if page.outcome is Outcome.DELETED:
            click.echo(f"  to have it written again, delete docs/{DRAFTS}/{page.name} as well")
    if composed.left_out:
        click.echo(f"{len(composed.left_out)} passages stand on no page:")
        for left in composed.left_out:
            click.echo(f"  {left.passage.id} ({left.passage.role}): {left.reason}: {_short(left.passage.text)}")


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


@main.command(epilog=_EXAMPLES + "explainer check\n  explainer check --format json")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def check(root: Path, form: str) -> None:
    """Check that every citation's words stand in its source and every derived statement holds."""
    try:
        work = pipeline.study(root)
        found = pipeline.check(work)
    except ExplainerError as error:
        if form == "text":
            raise
        _print_diagnostics(_as_findings(error), form)
        sys.exit(2)
    _print_diagnostics(found, form, root)
    if pipeline.errors(found):
        sys.exit(1)
    if form == "text":
        pages = pipeline.pages(root)
        click.echo(f"{len(pages)} pages and {len(work.evidence.sources)} sources checked: the words match.")


def _as_findings(error: ExplainerError) -> tuple[Diagnostic, ...]:
    if isinstance(error, DescriptionError):
        return error.findings
    return (Diagnostic(error.where.partition(": ")[0], 0, 0, "cannot-check", error.message, error.help),)


def _print_diagnostics(found: Iterable[Diagnostic], form: str = "text", root: Path | None = None) -> None:
    listed = tuple(found)
    on_pages = root is not None and any(one.path.startswith(f"{pipeline.DOCS}/") for one in listed)
    pages = pipeline.pages(root) if root is not None and on_pages else {}
    sources = {f"{pipeline.DOCS}/{name}": text for name, text in pages.items()}
    if form == "json":
        click.echo(json_format.render(listed, sources), nl=False)
    elif listed:
        click.echo(text_format.render(listed, sources), nl=False)


@main.command(epilog=_EXAMPLES + "explainer build\n  explainer build --site-dir /tmp/site")
@click.option(
    "--site-dir", type=click.Path(path_type=Path), help="Where the site goes; default the folder that mkdocs.yml names."
)
@click.pass_obj
def build(root: Path, site_dir: Path | None) -> None:
    """Check that the pages are current and sound, then build the site."""
    work = pipeline.study(root)
    found = pipeline.check(work)
    _print_diagnostics(found, root=root)
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


@main.command(epilog=_EXAMPLES + "explainer serve\n  explainer serve --address 127.0.0.1:8001")
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


@main.command(
    epilog=_EXAMPLES
    + "explainer analyse\n  explainer analyse --format jsonl\n  explainer analyse --topic seeds/topic.yml article.txt feed.xml"
)
@click.option(
    "--topic", "topic_file", type=click.Path(path_type=Path), help="Topic file; default the project's seeds/topic.yml."
)
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.pass_obj
def analyse(root: Path, topic_file: Path | None, form: str, files: tuple[Path, ...]) -> None:
    """Print what the generator makes of the sources, one line a passage: of the project's, or of any FILES."""
    topic = pipeline.load_topic(topic_file) if topic_file else None
    if files:
        work = pipeline.study_files(files, topic or pipeline.load_topic(root / pipeline.SEEDS / "topic.yml"))
    else:
        work = pipeline.study(root, topic)
    _print_diagnostics(work.evidence.problems)
    passages = work.analysis.passages
    for line in listing.jsonl(passages, work.evidence) if form == "jsonl" else listing.table(passages):
        click.echo(line)
    if pipeline.errors(work.evidence.problems):
        sys.exit(1)


@main.command(epilog=_EXAMPLES + "explainer evaluate tests/gold/seeds.jsonl")
@click.argument("gold", type=click.Path(path_type=Path))
@click.pass_obj
def evaluate(root: Path, gold: Path) -> None:
    """Compare the analysis with a file of labelled sentences."""
    for line in listing.report(pipeline.evaluate(gold, pipeline.study(root))):
        click.echo(line)
