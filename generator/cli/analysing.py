"""Commands that show what the generator makes of the sources, and how well."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator import pipeline
from generator.analysis import listing
from generator.cli.diagnostics import print_diagnostics
from generator.cli.group import EXAMPLES, main
from generator.cli.progress import progress


@main.command(
    epilog=EXAMPLES
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
    with progress("Reading the sources"):
        if files:
            work = pipeline.study_files(files, topic or pipeline.load_topic(root / pipeline.SEEDS / "topic.yml"))
        else:
            work = pipeline.study(root, topic)
    print_diagnostics(work.evidence.problems)
    passages = work.analysis.passages
    for line in listing.jsonl(passages, work.evidence) if form == "jsonl" else listing.table(passages):
        click.echo(line)
    if pipeline.errors(work.evidence.problems):
        sys.exit(1)


@main.command(epilog=EXAMPLES + "explainer evaluate tests/gold/seeds.jsonl")
@click.argument("gold", type=click.Path(path_type=Path))
@click.pass_obj
def evaluate(root: Path, gold: Path) -> None:
    """Compare the analysis with a file of labelled sentences."""
    with progress("Reading the sources"):
        found = pipeline.evaluate(gold, pipeline.study(root))
    for line in listing.report(found):
        click.echo(line)
