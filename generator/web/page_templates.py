"""Templates of the pages that the site adds. Whatever they print is escaped unless it is `Trusted`, so that nothing can become markup by being
forgotten.
"""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator import edtf
from generator.citations.escape import escape
from generator.web import wording
from generator.web.markup import visible


class Trusted(str):
    """Markdown of our own making, which templates print as it is."""

    __slots__ = ()


@cache
def templates() -> Environment:
    """The environment, set up once. Escaping is for Markdown, by `finalize`; Jinja2's own would escape for HTML."""
    environment = Environment(  # noqa: S701
        loader=PackageLoader("generator.web"),
        undefined=StrictUndefined,
        finalize=_safe,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["day"] = edtf.in_words
    environment.filters["ground"] = wording.ground
    environment.globals["not_stated"] = wording.NOT_STATED
    return environment


def _safe(value: object) -> str:
    return value if isinstance(value, Trusted) else escape(visible(str(value)))
