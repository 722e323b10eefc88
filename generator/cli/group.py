"""The group that every command belongs to."""

from __future__ import annotations

import sys
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


class Group(click.Group):
    command_class = Command


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
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
    context.obj = project
