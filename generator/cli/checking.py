"""Commands that check the evidence and the pages."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator import pipeline
from generator.cli.diagnostics import print_diagnostics
from generator.cli.group import EXAMPLES, main
from generator.errors import ExplainerError
from generator.model import Diagnostic
from generator.project import DescriptionError


@main.command(epilog=EXAMPLES + "explainer check\n  explainer check --format json")
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
        print_diagnostics(_as_findings(error), form)
        sys.exit(2)
    print_diagnostics(found, form, root)
    if pipeline.errors(found):
        sys.exit(1)
    if form == "text":
        pages = pipeline.pages(root)
        click.echo(f"{len(pages)} pages and {len(work.evidence.sources)} sources checked: the words match.")


def _as_findings(error: ExplainerError) -> tuple[Diagnostic, ...]:
    if isinstance(error, DescriptionError):
        return error.findings
    return (Diagnostic(error.where.partition(": ")[0], 0, 0, "cannot-check", error.message, error.help),)
