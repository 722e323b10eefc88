"""The sources as CSL-JSON, the format that reference managers exchange, and what other formats take from it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from generator import edtf
from generator.model import Source
from generator.web import wording

_NAMES = ("author", "editor", "translator")
_DATES = ("issued", "accessed")
_PLAIN_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")
_LAST_MONTH = 12
"""EDTF counts on from here for seasons, quarters and halves, which CSL has no parts for."""


def names(source: Source, variable: str) -> list[str]:
    """The persons or bodies that the source states under `variable`."""
    return [name for name in said(source, variable).split("; ") if name]


def said(source: Source, variable: str) -> str:
    """What the source itself states under a CSL variable, "" where it does not or a person inferred it."""
    stated = source.metadata.get(variable)
    return stated.value if stated and not stated.inferred else ""


def inferences(source: Source) -> str:
    """What editors inferred, each with its ground: "Inferred by the editors: Date: May 2026 (it tells of ...)."; "" for nothing."""
    inferred = [
        f"{label}: {stated.value} ({stated.basis})"
        for label, stated in wording.metadata_rows(source)
        if stated and stated.inferred
    ]
    return f"Inferred by the editors: {'; '.join(inferred)}." if inferred else ""


def item(source: Source) -> dict[str, Any]:
    """One CSL-JSON item; its `id` is the source's key. The type is given even where it is inferred: no item may lack one."""
    made: dict[str, Any] = {"id": source.key, "type": source.stated("type") or "document"}
    for variable in sorted(source.metadata):
        value = said(source, variable)
        if not value or variable == "type":
            continue
        if variable in _NAMES:
            made[variable] = [{"literal": name} for name in names(source, variable)]
        elif variable in _DATES:
            made[variable] = _date(value)
        else:
            made[variable] = value
    made.setdefault("title", wording.heading(source))
    if note := inferences(source):
        made["note"] = note
    return made


def items(sources: Iterable[Source]) -> list[dict[str, Any]]:
    """CSL-JSON of all the sources, in their order."""
    return [item(source) for source in sources]


def _date(value: str) -> dict[str, Any]:
    parts = (
        [[int(number) for number in end.split("-")] for end in value.split("/")] if _PLAIN_DATE.fullmatch(value) else []
    )
    if not parts or any(part[1:] and part[1] > _LAST_MONTH for part in parts):
        return {"literal": edtf.in_words(value)}
    return {"date-parts": parts}
