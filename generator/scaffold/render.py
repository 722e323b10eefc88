"""Fills the templates of a new project's files. Whatever a template prints into YAML goes through a filter that quotes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

import yaml
from jinja2 import Environment, FunctionLoader, StrictUndefined

from generator.citations import escape

TEMPLATES = {
    "seeds/topic.yml": "topic.yml.j2",
    "seeds/sources.yml": "sources.yml.j2",
    "seeds/queries.yml": "queries.yml.j2",
    "mkdocs.yml": "mkdocs.yml.j2",
    "requirements.txt": "requirements.txt.j2",
    "Makefile": "makefile.j2",
    "README.md": "readme.md.j2",
    ".gitignore": "gitignore.j2",
    ".gitattributes": "gitattributes.j2",
}
"""Path below the new project -> template."""


def render(path: str, values: Mapping[str, object]) -> str:
    """The text of one file. Raises KeyError for a path that a new project does not have."""
    return _environment().get_template(TEMPLATES[path]).render(values)


@cache
def _environment() -> Environment:
    folder = files("generator.scaffold") / "templates"
    made = Environment(
        loader=FunctionLoader(lambda name: (folder / name).read_text(encoding="utf-8")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701  # no HTML: YAML, which the filters below quote, and Markdown
    )
    made.filters |= {"yaml": yaml_text, "yaml_list": yaml_list, "markdown": escape.escape}
    return made


def yaml_text(value: str) -> str:
    """Text as a YAML scalar on one line, in quotation marks only where it needs them."""
    return _dumped(value).removesuffix("...").strip()


def yaml_list(values: Sequence[str]) -> str:
    """Texts as a YAML list on one line."""
    return _dumped(list(values))


def _dumped(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, width=float("inf"), default_flow_style=True).strip()
