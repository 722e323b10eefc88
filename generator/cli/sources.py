"""Commands that show what the pages make of the sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator import pipeline
from generator.cli.diagnostics import print_diagnostics
from generator.cli.group import EXAMPLES, main
from generator.cli.progress import progress
from generator.cli.words import page_name, short
from generator.english import counted
from generator.errors import UsageError
from generator.intake import keys, usage
from generator.intake.usage import Coverage, SourceUse
from generator.intake.waiting import Waiting, of_source

_HOW = """\
To bring one onto a page: say it there in a sentence of your own that tells who says it, with a mark, and put the note at the page's end:
  The Gazette wrote that ...[^the-label]
  [^the-label]: @the-source "the words, all or some of them in a row"
Then type: explainer check. What stays away needs nothing; generate keeps what you write."""
_HEAD = ("source", "file", "format", "passages", "cited", "of its words", "on")


@main.command(epilog=EXAMPLES + "explainer sources\n  explainer -C ../another-project sources")
@click.pass_obj
def sources(root: Path) -> None:
    """List the sources: whether the file is as pinned, and where and how much of it is cited."""
    with progress("Reading the sources"):
        work = pipeline.study(root)
        rows = usage.table(work)
    for line in _table([_HEAD, *map(_row, rows)]):
        click.echo(line)
    if not rows:
        click.echo("There are no sources yet; add one: explainer add FILE")
    print_diagnostics(work.evidence.problems)


def _row(use: SourceUse) -> tuple[str, ...]:
    pages = ", ".join(use.pages) or "no page"
    cited = counted(use.citations, "time") if use.citations else "never"
    return (f"@{use.key}", use.state, use.format or "-", str(use.passages), cited, f"{use.share:.0%}", pages)


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


@main.command(
    epilog=EXAMPLES + "explainer coverage\n  explainer coverage courier\n  explainer coverage --page allegations.md"
)
@click.argument("key", required=False)
@click.option("--page", metavar="PAGE", help="Only what waits for one page.")
@click.pass_obj
def coverage(root: Path, key: str | None, page: str | None) -> None:
    """Tell what was left out of each source and why, and what of it waits for a person to decide; with a KEY of one source, passage by passage."""
    with progress("Reading the sources"):
        work = pipeline.study(root)
    print_diagnostics(work.evidence.problems)
    known = work.evidence.documents
    if key is not None:
        keys.check_known(key.removeprefix("@"), known)
    if page is not None and page_name(page) not in work.evidence.topic.pages.values():
        names = sorted(work.evidence.topic.pages.values())
        raise UsageError(f"there is no page {page_name(page)}", help=f"the pages are: {', '.join(names)}")
    with progress("Composing the pages"):
        covered = tuple(usage.coverage(work, [key.removeprefix("@")] if key else known))
    for found in () if page else covered:
        for line in _coverage(found, in_full=key is not None):
            click.echo(line)
    waits = [one for found in covered for one in of_source(work, found) if one.page]
    for line in _waiting([one for one in waits if page is None or one.page == page_name(page)]):
        click.echo(line)


def _coverage(found: Coverage, *, in_full: bool) -> Iterator[str]:
    share = f" ({found.on_pages / found.passages:.0%})" if found.passages else ""
    yield f"@{found.key}: {counted(found.passages, 'passage')}, {found.on_pages} on pages{share}"
    for reason, passages in found.left_out.items():
        yield f"  {len(passages):>4}  {reason}"
        for passage in passages if in_full else ():
            yield f"        {passage.id} ({passage.role.value}): {short(passage.text)}"


def _waiting(waits: Sequence[Waiting]) -> Iterator[str]:
    """The passages page by page, each with its reason and its note."""
    for name in sorted({one.page for one in waits}):
        here = [one for one in waits if one.page == name]
        yield ""
        yield f"docs/{name}: {counted(len(here), 'passage')} for a person to decide"
        for one in here:
            yield f"  {one.passage.id}: {one.reason}"
            yield f"    {one.note or f'(the layout cuts it, so quote a part) {short(one.passage.text)}'}"
    if waits:
        yield ""
        yield from _HOW.splitlines()
