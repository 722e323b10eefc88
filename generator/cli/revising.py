"""Commands that change what stands in the evidence, and what people remark on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date as calendar
from pathlib import Path

import click

from generator import pipeline
from generator.citations.places import places
from generator.cli.diagnostics import print_diagnostics
from generator.cli.group import EXAMPLES, main
from generator.cli.progress import progress
from generator.cli.words import page_name, short
from generator.english import counted
from generator.intake import received, remarks, revising
from generator.intake.revising import Revision
from generator.intake.transaction import put
from generator.model import Correction, Query
from generator.pipeline import Work
from generator.project.yaml_edit import YamlText

DATE = click.option("--date", default="", metavar="DATE", help="Day of it, such as 2026-04-26; default today.")
GENERATE = "Then type: explainer generate"
LOG_PAGE = "corrections.md"
"""That the site adds."""


@main.command(epilog=EXAMPLES + "explainer rename dock harbour-dock")
@click.argument("old")
@click.argument("new")
@click.pass_obj
def rename(root: Path, old: str, new: str) -> None:
    """Give a source another key: in seeds/, and in every note and link of the pages."""
    old, new = _key(old), _key(new)
    found = revising.rename(_studied(root), old, new)
    found.carry_out()
    click.echo(f"@{old} is @{new} now, in {counted(len(found.files), 'file')}:")
    for path in found.files:
        click.echo(f"  {path.relative_to(root).as_posix()}")
    click.echo(GENERATE)


@main.command(epilog=EXAMPLES + 'explainer withdraw dock --why "its publisher retracted it"')
@click.argument("key")
@click.option(
    "--why", "--reason", "why", required=True, metavar="TEXT", help="The reason, in one sentence; readers see it."
)
@DATE
@click.pass_obj
def withdraw(root: Path, key: str, why: str, date: str) -> None:
    """Take a source out of the evidence, and say so in the log of corrections. Its file is put away, not deleted."""
    key = _key(key)
    found = revising.withdraw(_studied(root), key, why, _day(date))
    found.carry_out()
    click.echo(f"@{key} is withdrawn, as {remarks.CORRECTIONS} says.")
    if found.queries:
        click.echo(f"{counted(found.queries, 'point')} queried in it went with it, out of {remarks.QUERIES}.")
    for line in _cited(found.cited, key):
        click.echo(line)
    if found.kept:
        click.echo(f"Its file is kept as seeds/{found.kept}, where nothing reads it.")
    click.echo(f"{GENERATE}, which takes its statements off the pages that nobody edited, and then: explainer check")


@main.command(epilog=EXAMPLES + "explainer replace dock newer.txt")
@click.argument("key")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def replace(root: Path, key: str, file: Path) -> None:
    """Put a new version of a source in the place of the old one, and say which quotations no longer match."""
    key = _key(key)
    newer = received.from_file(file, root / pipeline.SEEDS)
    work = _studied(root)
    with progress("Comparing the versions"):
        found = revising.replace_version(work, key, newer)
    found.carry_out()
    click.echo(f"@{key} has a new version, pinned in seeds/sources.yml.")
    if found.kept:
        click.echo(f"The old one is kept as seeds/{found.kept}, where nothing reads it.")
    print_diagnostics(found.lost, root=root)
    for line in _replaced(found):
        click.echo(line)
    click.echo(GENERATE)


def _replaced(found: Revision) -> Iterator[str]:
    on_pages = sum(found.cited.values())
    lost = sum(one.path.startswith(f"{pipeline.DOCS}/") for one in found.lost)
    yield (
        f"{counted(on_pages, 'quotation')} on the pages; no longer in the source: {lost}."
        if on_pages
        else "No page cites it."
    )
    for one in found.falsified:
        yield f"no longer holds: {one.place}: {one.why}"


@main.command(
    epilog=EXAMPLES
    + 'explainer query dock "a day before the cable" --ground "the same article dates the cable two days later" --by "A. Editor"'
)
@click.argument("key")
@click.argument("words")
@click.option("--ground", required=True, metavar="TEXT", help="Why they look wrong, by what the sources show.")
@click.option("--by", required=True, metavar="NAME", help="Who queries them.")
@DATE
@click.pass_obj
def query(root: Path, key: str, words: str, ground: str, by: str, date: str) -> None:
    """Query words of a source that look wrong. They are marked wherever a page cites them, and never changed."""
    day = _day(date)
    changed = remarks.queried(_studied(root), Query(_key(key), words, ground, by, day))
    _write(root, changed)
    click.echo(f"Queried in {changed.name}, on {day}. The site marks the words wherever a page cites them.")


@main.command(
    epilog=EXAMPLES
    + 'explainer correct timeline.md --was "the memo of 25 April" --is "the memo of 23 April" --why "the date was another memo\'s"'
)
@click.argument("page")
@click.option("--was", required=True, metavar="TEXT", help="What stood there, word for word.")
@click.option(
    "--is",
    "now",
    default="",
    metavar="TEXT",
    help="Words that stand on the page now, once; leave it out where nothing does.",
)
@click.option("--why", required=True, metavar="TEXT", help="The reason, in one sentence.")
@DATE
@click.pass_obj
def correct(root: Path, page: str, was: str, now: str, why: str, date: str) -> None:
    """Log a correction that you made on a page, so that readers of the old text learn of it.

    Readers see it on the page “Corrections”, which the site makes of the log, and by a mark behind the words given in --is.
    """
    day = _day(date)
    name = page_name(page)
    work = _studied(root)
    changed = remarks.corrected(work, Correction(day, why, was, now, name))
    _write(root, changed)
    click.echo(f"Logged in {changed.name}, on {day}.")
    for line in _shown_to_readers(pipeline.pages(root), name, now):
        click.echo(line)


def _shown_to_readers(pages: Mapping[str, str], name: str, now: str) -> Iterator[str]:
    """Where readers see a correction of the page `name`."""
    if LOG_PAGE in pages:
        yield f"docs/{LOG_PAGE} is a page of your own, so the site makes none: tell readers there."
        return
    yield f"The next build shows it on the page “Corrections” ({LOG_PAGE.removesuffix('.md')}.html), to which the list of sources leads."
    if now and places(now, pages[name]):
        yield f"On docs/{name} a mark behind “{short(now)}” leads there, and the entry leads back."
    elif now:
        yield f"docs/{name} gets no mark: “{short(now)}” stands there only in a heading, a note or code."


def _studied(root: Path) -> Work:
    with progress("Reading the sources"):
        return pipeline.study(root)


def _write(root: Path, changed: YamlText) -> None:
    put({root / changed.name: changed.text.encode()})


def _key(written: str) -> str:
    return written.removeprefix("@")


def _day(given: str) -> str:
    """The day of a remark; the one place where the calendar is read, and it is printed or kept in the file."""
    return given or calendar.today().isoformat()


def _cited(cited: Mapping[str, int], key: str) -> Iterator[str]:
    if not cited:
        yield "No page cites it."
        return
    yield f"What still cites @{key}: {counted(sum(cited.values()), 'note')} on {counted(len(cited), 'page')}:"
    for name, number in cited.items():
        yield f"  {pipeline.DOCS}/{name}: {number}"
