"""Whether one value would do as a source's field, before it stands in a file."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import ValidationError

from generator.project.shapes import SourceShape

_REST = {"file": "article.txt", "sha256": "0" * 64, "speaks": "somebody"}
"""The fields that no entry can do without."""


def mistake_in(name: str, value: str | Sequence[str]) -> tuple[str, str] | None:
    """What is wrong with the value of a field (by CSL's name) of a source, and what to write instead; None where nothing is."""
    given = value if isinstance(value, str) else list(value)
    try:
        SourceShape.model_validate({**_REST, name: given})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        context = first.get("ctx", {})
        return str(context.get("message", first["msg"])), str(context.get("advice", ""))
    return None
