"""The command that brings in a new source."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from generator import fetch, pipeline
from generator.cli.diagnostics import print_diagnostics
from generator.cli.group import EXAMPLES, main
from generator.cli.progress import progress
from generator.cli.words import short
from generator.english import counted, listed
from generator.intake import adding, received
from generator.intake.adding import Addition
from generator.intake.effects import Effect
from generator.intake.entry import Given
from generator.intake.received import Received
from generator.model import Charge, Role, Source

_MOST_LISTED = 6
"""Charges, answers and disagreements that are listed one by one; `explainer generate` writes them all."""
_LOOKED_FOR = {
    "title": "Harbour closes for a week",
    "author": "[Jane Doe]",
    "container-title": "The Harbour Tribune",
    "issued": "2031-03-12",
}
"""What readers want to know of every source, by CSL's names, each with an example."""
_SPEAKS = "{inferred: signed news report, because: it bears a byline and tells both sides}"
_ROLE_NAMES = {
    Role.DEFINITION: "definition",
    Role.ALLEGATION: "allegation",
    Role.REBUTTAL: "rebuttal",
    Role.OPEN_QUESTION: "open question",
    Role.CONTEXT: "passage of context",
}


@main.command(
    epilog=EXAMPLES
    + "explainer add article.txt\n"
    + "  explainer add https://news.example/the-story --dry-run\n"
    + '  explainer add page.html --key courier --publisher "The Courier" --issued 2026-04-26\n'
    + '  explainer add feed.xml --article "The headline of one item"\n'
    + "  pbpaste | explainer add - --name statement.txt"
)
@click.argument("article", metavar="FILE|URL|-")
@click.option(
    "--key",
    default="",
    metavar="KEY",
    help="What a citation names after the @; default made of the publisher or the file's name.",
)
@click.option("--title", default="", metavar="TEXT", help="Its headline, where the file does not state it.")
@click.option("--publisher", default="", metavar="NAME", help="The newspaper, site or body that holds it.")
@click.option("--issued", default="", metavar="DATE", help="2026, 2026-04, 2026-04-26, or 2026-04-25/2026-05-14.")
@click.option("--url", default="", metavar="URL", help="Its address on the web.")
@click.option(
    "--article", "headline", default="", metavar="HEADLINE", help="Which article is meant, in a file of several."
)
@click.option("--speaks", default="", metavar="TEXT", help="Who speaks in it, in one line: opinion column.")
@click.option("--name", default="", metavar="FILE", help="A name for what comes from standard input.")
@click.option("--allow-private", is_flag=True, help="Fetch from hosts that are not on the public network.")
@click.option("--dry-run", is_flag=True, help="Say what would be done, and change nothing.")
@click.pass_obj
def add(
    root: Path, /, article: str, headline: str, name: str, allow_private: bool, dry_run: bool, **given: str
) -> None:
    """Add an article to the sources: a file, the page at an address, or - for standard input.

    Copies it into seeds/, writes its entry in seeds/sources.yml with what the file states, and says what it brings.

    Of an address over https the certificate is checked; where your own authority issued it, set the variable SSL_CERT_FILE to a file with the
    authority's certificate.
    """
    came = _received(root, article, name, allow_private)
    with progress("Reading the sources"):
        work = pipeline.study(root)
    print_diagnostics(work.evidence.problems)
    with progress("Looking at what it brings"):
        planned = adding.plan(work, came, Given(article=headline, **given))
    if not dry_run:
        planned.carry_out()
    for line in _report(planned, dry_run):
        click.echo(line)


def _received(root: Path, article: str, name: str, allow_private: bool) -> Received:
    if article == "-":
        return received.from_input(sys.stdin.buffer.read(received.MOST_BYTES + 1), name)
    if not fetch.is_address(article):
        return received.from_file(Path(article), root / pipeline.SEEDS)
    with progress(f"Fetching {article}"):
        return received.from_web(article, fetch.Limits(), allow_private=allow_private)


def _report(planned: Addition, dry_run: bool) -> Iterator[str]:
    key, file = planned.source.key, planned.source.file
    # A line that is not written yet has no number.
    told = "Would add" if dry_run else "Added"
    place = (
        f"to be described in {adding.DESCRIPTION}" if dry_run else f"described in {adding.DESCRIPTION}:{planned.line}"
    )
    yield f"{told} @{key}: seeds/{file} ({_format(planned)}), {place}"
    yield from planned.written.splitlines()
    yield from _doubts(planned)
    yield ""
    yield from _brings(planned.effect)
    yield ""
    if dry_run:
        yield "Nothing was written. To add it, type the same without --dry-run."
    else:
        yield from _ways_on(planned)


def _ways_on(planned: Addition) -> Iterator[str]:
    """What to do next, in the order in which it is done."""
    yield "Next:"
    if missing := list(_missing(planned.source)):
        yield f"  edit {adding.DESCRIPTION} from line {planned.line} on; what is missing is written so, as far as the article states it or you can tell:"
        yield from (f"    {line}" for line in missing)
    yield "  explainer generate     # merges what it brings into the pages; what people edited there stays"
    yield "  explainer check"


def _missing(source: Source) -> Iterator[str]:
    """An example of each line that the entry may want."""
    if not source.described:
        yield f"speaks: {_SPEAKS}     # in the place of “{source.speaks.value}”, which readers are told until then"
    if not source.called:
        yield "called: the Harbour Tribune     # how sentences name it: “according to the Harbour Tribune”"
    yield from (f"{name}: {example}" for name, example in _LOOKED_FOR.items() if name not in source.metadata)


def _format(planned: Addition) -> str:
    words = len(planned.document.text.split())
    return f"{planned.document.format}, {counted(words, 'word')}"


def _doubts(planned: Addition) -> Iterator[str]:
    """What a person should look at before trusting the entry."""
    read_as = planned.document.encoding
    if planned.charset and planned.charset.replace("-", "") != read_as.replace("-", "").removesuffix("sig").rstrip("_"):
        yield f"The server calls its encoding {planned.charset}, the file was read as {read_as}: look whether the words are right."
    if planned.headlines:
        shown = "; ".join(f"“{one}”" for one in planned.headlines)
        yield f"The file holds {counted(len(planned.headlines), 'article')}: {shown}."
        yield "What speaks of the subject counts as the source; to take one of them, add it with --article and its headline."


def _brings(found: Effect) -> Iterator[str]:
    if not found.passages:
        yield f"It brings nothing: on the topic are 0 of its {counted(found.off_topic, 'passage')}. Check `terms` in seeds/topic.yml."
    else:
        roles = (
            listed([counted(number, _ROLE_NAMES[role]) for role in _ROLE_NAMES if (number := found.roles.get(role))])
            or "none of a sure role"
        )
        unsure = f"; {found.unsure} whose role is not sure" if found.unsure else ""
        rest = f"; {counted(found.off_topic, 'other')} off the topic" if found.off_topic else ""
        yield f"It brings {counted(found.passages, 'passage')} on the topic ({roles}{unsure}){rest}."
        if found.strange:
            yield "This article may not be on the topic: no term and no party of seeds/topic.yml stands in its text. Where it is, add its words to `terms`."
    yield from _list("charge that other sources tell too", [_charge(c) for c in found.shared])
    yield from _list("charge that no other source tells", [_charge(c) for c in found.new])
    answers = [f"{_charge(a.charge)}: {a.kind}: “{short(a.words)}”" for a in found.answered]
    yield from _list("answer to a charge of other sources", answers)
    yield from _list(
        "disagreement that its words are part of", [f"{short(d.heading)} ({d.kind})" for d in found.disagreements]
    )
    yield from _falsified(found)


def _falsified(found: Effect) -> Iterator[str]:
    """Each reason once, with the places of all the sentences that it makes false."""
    places: dict[str, list[str]] = {}
    for one in found.falsified:
        places.setdefault(one.why, []).append(one.place)
    if places:
        yield f"{counted(len(found.falsified), 'derived sentence')} on the pages would no longer hold; `explainer generate` brings the pages up to date:"
    yield from (f"  {why} ({', '.join(where)})" for why, where in places.items())


def _charge(charge: Charge) -> str:
    return f"{charge.accuser or 'no speaker named'}: “{short(charge.heading)}”"


def _list(what: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        head, _, tail = what.partition(" ")
        yield f"{counted(len(lines), head)} {tail}:"
    yield from (f"  {line}" for line in lines[:_MOST_LISTED])
    if len(lines) > _MOST_LISTED:
        yield f"  and {len(lines) - _MOST_LISTED} more"
