"""Commands that check the evidence and the pages, and say what the rules are."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from difflib import get_close_matches
from pathlib import Path

import click

from generator import pipeline, proofing
from generator.cli.diagnostics import print_diagnostics
from generator.cli.group import EXAMPLES, main
from generator.cli.progress import progress
from generator.english import counted
from generator.errors import ExplainerError, UsageError
from generator.lint import documentation
from generator.lint.notices import EXPLAINED
from generator.lint.rules import RULES
from generator.model import Diagnostic
from generator.project import DescriptionError


@main.command(
    epilog=EXAMPLES
    + "explainer check\n  explainer check --strict\n  explainer check --fix\n  explainer check --format github\n"
    + "  explainer check --select typographic-drift"
)
@click.option("--strict", is_flag=True, help="Exit 1 for warnings as well.")
@click.option(
    "--fix", is_flag=True, help="First give the words of notes the source's own quotation marks, dashes and blanks."
)
@click.option("--select", multiple=True, metavar="RULE", help="Run a rule that is off by default; may be given again.")
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True)
@click.pass_obj
def check(root: Path, strict: bool, fix: bool, select: tuple[str, ...], form: str) -> None:
    """Check that every citation's words stand in its source, every derived statement holds, and the prose says what they say.

    Exits 0 where nothing is wrong, 1 where something is, 2 where it could not be found out. `explainer rule` tells the rules.
    """
    for name in select:
        _known(name, RULES)
    try:
        with progress("Checking the pages"):
            work = pipeline.study(root)
            mended = proofing.fix(work) if fix else {}
            found = proofing.check(work, select)
    except ExplainerError as error:
        if form == "text":
            raise
        print_diagnostics(_as_findings(error), form)
        sys.exit(2)
    if form == "text":
        for path, number in mended.items():
            click.echo(f"{path}: {counted(number, 'note')} given the source's own typography")
    print_diagnostics(found, form, root)
    errors = pipeline.errors(found)
    if form == "text" and not errors:
        _print_summary(work, root, found)
    if errors or (strict and found):
        sys.exit(1)


def _print_summary(work: pipeline.Work, root: Path, found: Sequence[Diagnostic]) -> None:
    pages, sources = counted(len(pipeline.pages(root)), "page"), counted(len(work.evidence.sources), "source")
    checked = f"{pages} and {sources} checked"
    if found:
        click.echo()
        click.echo(
            f"{checked}: the words in the notes match; {counted(len(found), 'warning')}. `explainer rule NAME` explains a rule."
        )
    else:
        click.echo(f"{checked}: the words match.")


@main.command(epilog=EXAMPLES + "explainer rule\n  explainer rule ungrounded-number")
@click.argument("name", required=False)
def rule(name: str | None) -> None:
    """Explain a name that `explainer check` prints: what it finds, why it matters, a bad example and a good one. Without a name, list them."""
    if name is None:
        for line in documentation.overview():
            click.echo(line)
    else:
        _known(name, EXPLAINED)
        click.echo(documentation.of(EXPLAINED[name]), nl=False)


def _known(name: str, names: Collection[str]) -> None:
    if name not in names:
        close = get_close_matches(name, list(names), 1)
        advice = f"did you mean {close[0]}?" if close else "type: explainer rule"
        raise UsageError(f"there is no rule “{name}”", help=advice)


def _as_findings(error: ExplainerError) -> tuple[Diagnostic, ...]:
    if isinstance(error, DescriptionError):
        return error.findings
    return (Diagnostic(error.where.partition(": ")[0], 0, 0, "cannot-check", error.message, error.help),)
