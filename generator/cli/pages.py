"""Commands that write the pages."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import click

from generator import pipeline, proofing
from generator.cli.diagnostics import print_diagnostics
from generator.cli.group import EXAMPLES, main
from generator.cli.progress import progress
from generator.cli.unplaced import changed_since
from generator.cli.words import page_name, short
from generator.compose import Composition, LeftOut, Outcome, Written, merging
from generator.compose.drafts import DRAFTS
from generator.english import counted
from generator.intake import waiting

_UNTOUCHED = (Outcome.NEW, Outcome.UPDATED, Outcome.UNCHANGED)
"""What happens to pages that nobody edited."""
_KEPT_STALE = """\
You kept what no longer holds: it stays false, and the site is not built, until you rewrite the sentence to what holds now, or delete it with its note.
`explainer check` says at the line why it does not hold."""


@main.command(
    epilog=EXAMPLES
    + "explainer generate\n  explainer generate --diff\n  explainer generate --check\n  explainer generate --accept allegations.md"
)
@click.option("--check", "dry", is_flag=True, help="Change nothing; exit 1 where something would change.")
@click.option("--diff", is_flag=True, help="Change nothing; show what would change, line by line.")
@click.option(
    "--accept", "accepted", multiple=True, metavar="PAGE", help="Record the statements that wait for a page as seen."
)
@click.option("--verbose", is_flag=True, help="List every passage that stands on no page, or not on that of its role.")
@click.pass_obj
def generate(root: Path, dry: bool, diff: bool, accepted: tuple[str, ...], verbose: bool) -> None:
    """Write the pages in docs/ from the sources in seeds/. What a person edited is merged, never overwritten.

    Exits 1 where a page is left with conflicts for a person to resolve.
    """
    with progress("Reading the sources"):
        work = pipeline.study(root)
    print_diagnostics(work.evidence.problems)
    if pipeline.errors(work.evidence.problems):
        click.echo(
            "Nothing was written, because pages rest on all the sources. Mend the above, then type: explainer generate",
            err=True,
        )
        sys.exit(1)
    accept = frozenset(page_name(name) for name in accepted)
    with progress("Writing the pages"):
        composed, written = pipeline.generate(work, dry=dry or diff, accept=accept)
    if diff:
        for line in _differences(written):
            click.echo(line)
    else:
        _print_written(written)
        _print_passages(composed) if verbose else _print_waiting(work, composed, written)
    if any(page.lines for page in written) or (dry and any(page.changes for page in written)):
        sys.exit(1)


@main.command(epilog=EXAMPLES + "explainer resolve allegations.md --mine\n  explainer resolve allegations.md --theirs")
@click.argument("page")
@click.option("--mine", "side", flag_value="mine", help="Keep the page's side of every conflict.")
@click.option("--theirs", "side", flag_value="theirs", help="Take the new draft's side of every conflict.")
@click.pass_obj
def resolve(root: Path, page: str, side: str | None) -> None:
    """Resolve the conflicts on a page for one side. One by one, do it in an editor: delete the markers and what you do not want.

    Exits 1 where errors are left on the page, such as a sentence of its side that no longer holds.
    """
    if side is None:
        raise click.UsageError("say which side: --mine keeps the page's, --theirs takes the new draft's")
    name = page_name(page)
    stale = len(merging.failing_lines(pipeline.pages(root).get(name, "")))
    number = pipeline.resolve(root, name, keep_mine=side == "mine")
    click.echo(f"docs/{name}: {counted(number, 'conflict')} resolved")
    if stale and side == "mine":
        click.echo(_KEPT_STALE)
    with progress("Checking the page"):
        found = [one for one in proofing.check(pipeline.study(root)) if one.path == f"docs/{name}"]
    failing = pipeline.errors(found)
    print_diagnostics(failing, root=root)
    if failing:
        click.echo("Mend the above on the page, then type: explainer generate")
        sys.exit(1)
    click.echo("Then type: explainer generate")


def _differences(written: Iterable[Written]) -> Iterator[str]:
    for page in written:
        if page.before != page.after and page.after:
            before, after = (text.splitlines() for text in (page.before, page.after))
            old = f"docs/{page.formerly or page.name}" if page.before else "/dev/null"
            yield from difflib.unified_diff(before, after, old, f"docs/{page.name}", lineterm="")


def _print_written(written: Iterable[Written]) -> None:
    for page in written:
        renamed = f", renamed from docs/{page.formerly}" if page.formerly else ""
        click.echo(f"docs/{page.name}: {page.outcome}{_counts(page)}{renamed}")
        for line in (*_conflicts(page), *_unplaced(page)):
            click.echo(f"  {line}")
        if page.outcome is Outcome.DELETED:
            click.echo(f"  to have it written again, delete docs/{DRAFTS}/{page.name} as well")


def _print_waiting(work: pipeline.Work, composed: Composition, written: Sequence[Written]) -> None:
    """On what a person may bring to the pages: a line a page that nobody edited, one for the others together, whose people have chosen; nothing where nothing
    is new. The passages themselves are another command's.
    """
    if not any(page.changes for page in written):
        return
    untouched = {page.name for page in written if page.outcome in _UNTOUCHED}
    found = waiting.numbers(work, composed)
    for name in sorted(found.keys() & untouched):
        wait = "passage waits" if found[name] == 1 else "passages wait"
        click.echo(f"docs/{name}: {found[name]:,} {wait} for a person: explainer coverage --page {name}")
    if chosen := sum(number for name, number in found.items() if name not in untouched):
        stands = "is" if chosen == 1 else "are"
        click.echo(
            f"{counted(chosen, 'passage')} {stands} on no page by choice or doubt; explainer coverage lists them"
        )


def _print_passages(composed: Composition) -> None:
    _print_listed("on no page", composed.left_out)
    _print_listed("not on the page of their role", composed.moved)


def _print_listed(where: str, passages: Sequence[LeftOut]) -> None:
    if passages:
        click.echo(f"{counted(len(passages), 'passage')} {where}:")
    for left in passages:
        click.echo(f"  {left.passage.id} ({left.passage.role}): {left.reason}: {short(left.passage.text)}")


def _counts(page: Written) -> str:
    if page.outcome not in (Outcome.MERGED, Outcome.CONFLICT):
        return ""
    counts = ((page.added, "new"), (page.updated, "updated"), (page.removed, "removed"))
    listed = ", ".join(f"{number} {word}" for number, word in counts if number)
    return f" ({listed})" if listed else ""


def _conflicts(page: Written) -> Iterator[str]:
    failing = merging.failing_lines(page.after)
    for line in page.lines:
        why = ", because what the page says there no longer holds" if line in failing else ""
        yield f"docs/{page.name}:{line}: a conflict{why}: delete the markers and what you do not want"
    if page.lines:
        yield f"or for the whole page: explainer resolve {page.name} --mine (or --theirs), then: explainer generate"


def _unplaced(page: Written) -> Iterator[str]:
    """What found no place on the page, and what to do about it."""
    file = f"docs/{DRAFTS}/{page.name}.new"
    if page.outcome is Outcome.BESIDE:
        yield f"the draft is {file}; take over what you want of it, then type: explainer generate --accept {page.name}"
    if page.unplaced:
        said = [line for line in page.unplaced.splitlines() if line and not line.startswith("[^")]
        belongs = "it belongs" if len(said) == 1 else "they belong"
        yield f"{counted(len(said), 'statement')} found no place, because what {belongs} to is gone from the page:"
        for line in said:
            yield f"  {short(line.lstrip('-*| '))}"
            yield from (f"    {change}" for change in changed_since(line, page.base))
        waits, put = (
            ("it waits with its notes", "put it where it belongs")
            if len(said) == 1
            else ("they wait with their notes", "put them where they belong")
        )
        yield f"{waits} in {file}; {put}, or type: explainer generate --accept {page.name}"
