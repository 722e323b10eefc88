"""The command that makes a project for a new topic."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from generator import scaffold
from generator.cli.group import EXAMPLES, main
from generator.cli.progress import progress
from generator.english import counted
from generator.errors import UsageError
from generator.scaffold import NewParty, NewTopic, Origin, Repository

_REPOSITORY = {
    Repository.MADE: "It is a git repository now, with nothing committed yet.",
    Repository.INSIDE: "It lies in a git repository already, so it was not made one of its own.",
    Repository.NO_GIT: "It is no git repository, because git was not found: install git, and type in the folder: git init",
    Repository.REFUSED: "It is no git repository, because git refused ({said}): mend that, and type in the folder: git init",
}


@main.command(
    epilog=EXAMPLES
    + "explainer new toll\n"
    + '  explainer new toll --title "The Saltholm toll" --subject "the toll" --party "Ferry Union=accuses" --party "Harbour Board|the board=accused"\n'
    + "  explainer new toll --generator https://git.example/us/explainer-generator@v1"
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", metavar="TEXT", help="Title of the explainer: The Saltholm toll.")
@click.option("--subject", metavar="TEXT", help="The contested thing in one or two words: the toll.")
@click.option("--question", metavar="TEXT", default="", help="The dispute as one neutral question.")
@click.option(
    "--term",
    "terms",
    multiple=True,
    metavar="TEXT",
    help="A word by which a passage on the subject is recognised; default the subject. May be given again and again.",
)
@click.option(
    "--party",
    "parties",
    multiple=True,
    metavar="NAME[|ALIAS...][=SIDE]",
    help="One who takes part; SIDE is accuses, accused or neither. May be given again and again.",
)
@click.option(
    "--repo-url", metavar="URL", default="", help="Address that the project's own repository has or will have."
)
@click.option(
    "--generator",
    metavar="FROM",
    default="",
    help="What the project installs: a Git address, a checkout's folder, or a requirement; default what runs now.",
)
@click.option("--no-git", is_flag=True, help="Make no git repository of it.")
@click.pass_obj
def new(
    root: Path,
    folder: Path,
    title: str | None,
    subject: str | None,
    question: str,
    terms: tuple[str, ...],
    parties: tuple[str, ...],
    repo_url: str,
    generator: str,
    no_git: bool,
) -> None:
    """Make a project for a new topic in FOLDER, with its first pages. Asks for what the options do not say, if on a terminal.

    It becomes a git repository, unless it lies in one or git is not installed. Nothing is committed.
    """
    scaffold.refuse_unless_empty(root / folder)
    told = NewTopic(
        title or "", subject or "", question, terms, tuple(map(scaffold.party, parties)), scaffold.address(repo_url)
    )
    missing = [option for option, value in (("--title", title), ("--subject", subject)) if not (value or "").strip()]
    topic = _asked(told, missing) if missing else told
    where_from = scaffold.origin(generator)
    with progress("Writing the project"):
        files = scaffold.make(root / folder, topic, where_from)
    click.echo(f"{folder.as_posix()}: {counted(len(files), 'file')} written")
    repository, said = (None, "") if no_git else scaffold.begin(root / folder)
    if repository is not None:
        click.echo(_REPOSITORY[repository].format(said=said))
    for line in _ways_on(folder, topic, where_from, commits=repository in (Repository.MADE, Repository.INSIDE)):
        click.echo(line)


def _asked(told: NewTopic, missing: Sequence[str]) -> NewTopic:
    """What the options do not say, asked for. Raises UsageError where nobody is there to answer."""
    if not sys.stdin.isatty():
        listed = " and ".join(missing)
        raise UsageError(f"{listed} missing, and there is no terminal to ask on", help=f"add {listed}")
    return replace(
        told,
        title=told.title or click.prompt("Title of the explainer"),
        subject=told.subject or click.prompt("The contested thing, in one or two words"),
        question=told.question or _optional("The dispute as one neutral question"),
        parties=told.parties or tuple(_asked_parties()),
        repo_url=told.repo_url or scaffold.address(_optional("Address of the project's own repository")),
    )


def _asked_parties() -> Iterator[NewParty]:
    for side, asked in (("accuses", "Who accuses"), ("accused", "Who is accused"), ("neither", "Who else takes part")):
        while name := _optional(f"{asked}? One name, other names of the same after |"):
            yield scaffold.party(f"{name}={side}")


def _optional(asked: str) -> str:
    return str(click.prompt(f"{asked} (Enter: none)", default="", show_default=False))


def _ways_on(folder: Path, topic: NewTopic, generator: Origin, *, commits: bool) -> Iterator[str]:
    if generator.local:
        yield "requirements.txt names a folder of this machine: fill in where the generator is published before others use it"
    if not topic.repo_url:
        yield "mkdocs.yml has a place for the address of your repository: fill in `repo_url` once there is one"
    yield "Next:"
    yield f"  cd {folder.as_posix()}"
    if commits:
        yield "  git add --all"
        yield '  git commit --message "An explainer without a source yet"'
    yield "  explainer build        # the site, with no source in it yet"
    yield "  explainer add ARTICLE  # a file or an address; then: explainer generate"
