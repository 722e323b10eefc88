"""Packages that the default installation does without: they come with an extra when somebody asks for what they make."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from generator.errors import ExportError


class ExtraMissingError(ExportError):
    """A copy takes a package that is not installed."""


def required(module: str, called: str, extra: str) -> Any:
    """The module. Raises ExtraMissingError, which names the extra and the command, where it is not installed."""
    try:
        return import_module(module)
    except ImportError as error:
        raise ExtraMissingError(
            f"the copy needs {called}, which is not installed",
            help=f'it comes with the extra "{extra}"; type: {command(extra)}',
        ) from error


def command(extra: str) -> str:
    """What brings an extra."""
    return f'pip install "explainer-generator[{extra}]"'
