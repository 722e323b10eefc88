"""Findings on the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from generator import pipeline
from generator.lint import github_format, json_format, text_format
from generator.model import Diagnostic

_RENDERERS = {"text": text_format, "json": json_format, "github": github_format}


def print_diagnostics(found: Iterable[Diagnostic], form: str = "text", root: Path | None = None) -> None:
    """Prints findings in a form; with the project's `root`, with the lines of its pages."""
    listed = tuple(found)
    on_pages = root is not None and any(one.path.startswith(f"{pipeline.DOCS}/") for one in listed)
    pages = pipeline.pages(root) if root is not None and on_pages else {}
    sources = {f"{pipeline.DOCS}/{name}": text for name, text in pages.items()}
    if listed or form == "json":
        click.echo(_RENDERERS[form].render(listed, sources), nl=False)
