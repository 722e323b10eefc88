"""Commands that write the pages."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from generator import pipeline
from generator.cli.diagnostics import print_diagnostics
from generator.cli.group import EXAMPLES, main
from generator.cli.progress import progress
from generator.compose import Composition, LeftOut, Outcome, Written
from generator.compose.drafts import DRAFTS


@main.command(
    epilog=EXAMPLES
    + "explainer generate\n  explainer generate --diff\n  explainer generate --check\n  explainer generate --accept allegations.md"
)
@click.option("--check", "dry", is_flag=True, help="Change nothing; exit 1 where something would change.")
@click.option("--diff", is_flag=True, help="Change nothing; show what would change, line by line.")
@click.option(
    "--accept", "accepted", multiple=True, metavar="PAGE", help="Record the statements that wait for a page as seen."
)
@click.pass_obj
def generate(root: Path, dry: bool, diff: bool, accepted: tuple[str, ...]) -> None:
    """Write the pages in docs/ from the sources in seeds/. What a person edited is merged, never overwritten."""
    with progress("Reading the sources"):
        work = pipeline.study(root)
    print_diagnostics(work.evidence.problems)
    if pipeline.errors(work.evidence.problems):
        click.echo(
            "Nothing was written, because pages rest on all the sources. Mend the above, then type: explainer generate",
            err=True,
        )
        sys.exit(1)
    accept = frozenset(_page(name) for name in accepted)
    with progress("Writing the pages"):
        composed, written = pipeline.generate(work, dry=dry or diff, accept=accept)
    if diff:
        for line in _differences(written):
            click.echo(line)
    else:
        _print_written(written, composed)
    refused = any(page.outcome is Outcome.REFUSED for page in written)
    if refused or (dry and any(page.changes for page in written)):
        sys.exit(1)


@main.command(epilog=EXAMPLES + "explainer resolve allegations.md --mine\n  explainer resolve allegations.md --theirs")
@click.argument("page")
@click.option("--mine", "side", flag_value="mine", help="Keep the page's side of every conflict.")
@click.option("--theirs", "side", flag_value="theirs", help="Take the new draft's side of every conflict.")
@click.pass_obj
def resolve(root: Path, page: str, side: str | None) -> None:
    """Resolve the conflicts on a page for one side. One by one, do it in an editor: delete the markers and what you do not want."""
    if side is None:
        raise click.UsageError("say which side: --mine keeps the page's, --theirs takes the new draft's")
    number = pipeline.resolve(root, _page(page), keep_mine=side == "mine")
    click.echo(f"docs/{_page(page)}: {_count(number, 'conflict')} resolved")


def _page(name: str) -> str:
    """A page's name below docs/, however it was named on the command line."""
    return Path(name).as_posix().removeprefix(f"{pipeline.DOCS}/")


def _differences(written: Iterable[Written]) -> Iterator[str]:
    for page in written:
        if page.before != page.after and page.after:
            before, after = (text.splitlines() for text in (page.before, page.after))
            old = f"docs/{page.formerly or page.name}" if page.before else "/dev/null"
            yield from difflib.unified_diff(before, after, old, f"docs/{page.name}", lineterm="")


def _print_written(written: Iterable[Written], composed: Composition) -> None:
    for page in written:
        renamed = f", renamed from docs/{page.formerly}" if page.formerly else ""
        click.echo(f"docs/{page.name}: {page.outcome}{_counts(page)}{renamed}")
        for line in (*_conflicts(page), *_waiting(page)):
            click.echo(f"  {line}")
        if page.outcome is Outcome.DELETED:
            click.echo(f"  to have it written again, delete docs/{DRAFTS}/{page.name} as well")
    _print_passages("passages stand on no page", composed.left_out)
    _print_passages("passages do not stand on the page of their role", composed.moved)


def _print_passages(heading: str, passages: Sequence[LeftOut]) -> None:
    if passages:
        click.echo(f"{len(passages)} {heading}:")
    for left in passages:
        click.echo(f"  {left.passage.id} ({left.passage.role}): {left.reason}: {_short(left.passage.text)}")


def _counts(page: Written) -> str:
    if page.outcome not in (Outcome.MERGED, Outcome.CONFLICT):
        return ""
    counts = ((page.added, "new"), (page.updated, "updated"), (page.removed, "removed"))
    listed = ", ".join(f"{number} {word}" for number, word in counts if number)
    return f" ({listed})" if listed else ""


def _conflicts(page: Written) -> Iterator[str]:
    for line in page.lines:
        yield f"docs/{page.name}:{line}: a conflict: delete the markers and what you do not want"
    if page.lines:
        yield f"or for the whole page: explainer resolve {page.name} --mine (or --theirs), then: explainer generate"


def _waiting(page: Written) -> Iterator[str]:
    """What found no place on the page, and what to do about it."""
    waiting = f"docs/{DRAFTS}/{page.name}.new"
    if page.outcome is Outcome.BESIDE:
        yield f"the draft is {waiting}; take over what you want of it, then type: explainer generate --accept {page.name}"
    if page.unplaced:
        said = [line for line in page.unplaced.splitlines() if line and not line.startswith("[^")]
        yield f"{_count(len(said), 'statement')} found no place, because their sections are gone from the page:"
        yield from (f"  {_short(line.lstrip('-*| '))}" for line in said)
        yield f"they wait with their notes in {waiting}; put them where they belong, or type: explainer generate --accept {page.name}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
