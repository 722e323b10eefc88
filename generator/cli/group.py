"""The group that every command belongs to."""

from __future__ import annotations

import gc
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.errors import ExplainerError

EXAMPLES = "\b\nExamples:\n  "
"""Opens the examples at the foot of a command's help; lines are joined by a line feed and two blanks."""


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


COMMANDS: Mapping[str, str] = {
    "add": "adding",
    "analyse": "analysing",
    "build": "site",
    "check": "checking",
    "correct": "revising",
    "coverage": "sources",
    "evaluate": "analysing",
    "export": "copies",
    "generate": "pages",
    "new": "new",
    "picture": "picture",
    "query": "revising",
    "rename": "revising",
    "replace": "revising",
    "resolve": "pages",
    "rule": "checking",
    "serve": "site",
    "sources": "sources",
    "verify": "copies",
    "withdraw": "revising",
}
"""Command -> the module of this package that has it. Only the module of the command that runs is loaded: the others would cost a quarter of the start."""


class Group(click.Group):
    command_class = Command

    def list_commands(self, _context: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name in COMMANDS:
            import_module(f"generator.cli.{COMMANDS[name]}")
        return super().get_command(context, name)


@click.group(
    cls=Group,
    epilog=EXAMPLES
    + "explainer new toll\n  explainer add article.txt\n  explainer generate\n  explainer check\n  explainer build\n"
    + "  explainer add --help",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
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
    # Nothing here makes cycles, and looking for them would take a tenth of the time of a thousand articles.
    gc.set_threshold(100_000)
    context.obj = project
