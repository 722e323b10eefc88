"""copies.json: the copies in a folder, for whoever offers them, such as the site's own page of copies."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator.errors import ExportError
from generator.export.copies import FORMATS, Copy
from generator.export.manifest import sha256

NAME = "copies.json"


@dataclass(frozen=True, slots=True)
class Listed:
    """One copy."""

    format: str
    file: str
    """Its name in the folder."""
    size: int
    """In bytes."""
    sha256: str
    made: str
    """ISO date and time in UTC."""
    evidence: str
    """sha256 of the evidence it was made from."""
    pages: int
    statements: int
    citations: int


def listed(copy: Copy) -> Listed:
    """The entry of a copy that was made."""
    described = copy.manifest
    return Listed(
        format=described.format,
        file=copy.path.name,
        size=copy.size,
        sha256=sha256(copy.path.read_bytes()),
        made=described.made,
        evidence=described.evidence,
        pages=described.pages,
        statements=described.statements,
        citations=len(described.citations),
    )


def record(folder: Path, made: Copy) -> None:
    """Writes the list anew: the copy that was made, and what an earlier list names and is there unaltered."""
    entries = {each.format: each for each in read(folder) if _is_there(folder, each)}
    entries[made.manifest.format] = listed(made)
    ordered = [asdict(entries[form]) for form in FORMATS if form in entries]
    (folder / NAME).write_text(json.dumps({"copies": ordered}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read(folder: Path) -> tuple[Listed, ...]:
    """The list in a folder; empty where there is none. Raises ExportError for one that cannot be read."""
    path = folder / NAME
    if not path.is_file():
        return ()
    try:
        entries: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["copies"]
        return tuple(Listed(**entry) for entry in entries)
    except (ValueError, KeyError, TypeError) as error:
        raise ExportError(
            "the list of copies cannot be read", where=str(path), help="delete it, and make the copies anew"
        ) from error


def unaltered(folder: Path) -> tuple[Listed, ...]:
    """The list of a folder whose copies are all there. Raises ExportError where one is missing or altered."""
    found = read(folder)
    if not found:
        raise ExportError(f"no {NAME} here", where=str(folder), help="make copies first; type: explainer export all")
    for each in found:
        if not _is_there(folder, each):
            raise ExportError(
                f"{each.file} is missing or not the one that {NAME} lists",
                where=str(folder),
                help=f"make it anew; type: explainer export {each.format}",
            )
    return found


def _is_there(folder: Path, each: Listed) -> bool:
    file = folder / Path(each.file).name
    return file.is_file() and file.stat().st_size == each.size and sha256(file.read_bytes()) == each.sha256
