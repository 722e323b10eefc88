"""MANIFEST.json: what a copy is made of, so that it can show that it is whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from generator.errors import ExportError
from generator.export.citations import Cited

NAME = "MANIFEST.json"
_SEAL = "manifest_sha256"


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything a copy says of itself."""

    format: str
    title: str
    language: str
    generator: str
    """Version of the generator."""
    made: str
    """ISO date and time in UTC."""
    evidence: str
    """sha256 of the evidence as a whole, in hexadecimal."""
    sources: Mapping[str, str]
    """sha256 of each source's file, by key."""
    licence: str
    """First line of the licence."""
    leaves_out: Sequence[str]
    """What the site or the project has and the copy has not, one a line."""
    pages: int
    statements: int
    citations: Sequence[Cited]
    files: Mapping[str, str]
    """sha256 of each file, by its path in the copy; of a single file by its name."""


def sha256(data: bytes) -> str:
    """The digest in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def write(manifest: Manifest) -> bytes:
    """The manifest as JSON, sealed by its own digest."""
    fields = asdict(manifest)
    return _json({**fields, _SEAL: sha256(_json(fields))})


def read(data: bytes, where: str) -> Manifest:
    """A manifest as `write` gave it. Raises ExportError where it was altered or is none."""
    try:
        fields: dict[str, Any] = json.loads(data)
        seal = fields.pop(_SEAL)
        cited = [Cited(**each) for each in fields["citations"]]
        manifest = Manifest(**{**fields, "citations": cited})
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ExportError("the manifest cannot be read", where=where, help=_ANEW) from error
    if data != _json({**fields, _SEAL: seal}) or seal != sha256(_json(fields)):
        raise ExportError("the manifest was altered: it does not have the digest it states", where=where, help=_ANEW)
    return manifest


_ANEW = "take the copy anew from where it came from; nothing in it can be relied on"


def _json(fields: Mapping[str, Any]) -> bytes:
    return (json.dumps(fields, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
