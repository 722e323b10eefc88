from __future__ import annotations

import re
import shlex

import click
import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.cli.group import COMMANDS


def examples(*command: str) -> list[str]:
    """The command lines under "Examples:" in the help."""
    shown = CliRunner().invoke(main, [*command, "--help"], terminal_width=1000).stdout
    below = shown.partition("\nExamples:\n" if "\nExamples:\n" in shown else "  Examples:\n")[2]
    return re.findall(r"explainer .*", below)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_examples_that_it_understands(name: str) -> None:
    given = examples(name)
    assert given
    for line in given:
        _, *words = shlex.split(line)
        while words[0] != name:  # options of the group stand before the command
            words = words[2:]
        command = main.get_command(click.Context(main), name)
        assert command is not None
        command.make_context(name, words[1:])  # raises for what the command does not take


def test_the_group_shows_the_way_through() -> None:
    told = [line.split()[1] for line in examples()]
    assert told == ["new", "add", "generate", "check", "build", "add"]


def test_the_help_says_what_to_do_about_a_certificate() -> None:
    assert "SSL_CERT_FILE" in CliRunner().invoke(main, ["add", "-h"]).stdout
