"""Compares the files in seeds/ with what `sources.yml` says of them."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from generator.model import Diagnostic, Severity, Source
from generator.project.shapes import SHAPES
from generator.project.yaml_file import Place

if TYPE_CHECKING:
    from generator.project.loader import Project

DESCRIPTION = "seeds/sources.yml"
NO_EVIDENCE = {*SHAPES, "README.md"}
"""Names at the top of seeds/ that are not evidence."""


def evidence_file(project: Project, source: Source) -> Path | None:
    """The file of a source; None where it is missing, no file, or leads out of seeds/, all of which `check_files` reports."""
    path = project.path(source)
    try:
        usable = path.is_file() and path.resolve(strict=True).is_relative_to(project.seeds.resolve())
    except (OSError, RuntimeError, ValueError):
        return None
    return path if usable else None


def check_files(project: Project) -> tuple[Diagnostic, ...]:
    """Findings about the evidence: rules `missing-source-file`, `evidence-changed`, and `unlisted-source` (a warning).

    The first two point at the entry's field in `seeds/sources.yml`, the last at the file. Hidden files are passed over.
    """
    listed = check_entries(project.seeds, project.sources.values(), project.places)
    return tuple(sorted((*listed, *_unlisted(project))))


def check_entries(
    seeds: Path, sources: Iterable[Source], places: Mapping[tuple[str, str], Place]
) -> Iterator[Diagnostic]:
    """The findings of `check_files` that are errors. A source without a digest is held against none."""
    for source in sources:
        for field, rule, message, advice in _check(seeds, source):
            place = places.get((source.key, field), Place(0, 0))
            yield Diagnostic(DESCRIPTION, place.line, place.column, rule, f"{source.key}: {message}", advice)


def _check(seeds: Path, source: Source) -> Iterator[tuple[str, str, str, str]]:
    """Field, rule, message and help."""
    where = f"seeds/{source.file}"
    try:
        path = (seeds / source.file).resolve(strict=True)
        inside = path.is_relative_to(seeds.resolve())
        digest = hashlib.sha256(path.read_bytes()).hexdigest() if inside else ""
    except (OSError, RuntimeError, ValueError) as error:
        message = f"{where} cannot be read: {getattr(error, 'strerror', None) or error}"
        yield "file", "missing-source-file", message, "put the file there, or mend `file`"
        return
    if not inside:
        message = f"{where} leads out of seeds/"
        yield "file", "missing-source-file", message, "copy the file itself into seeds/"
    elif source.sha256 and digest != source.sha256:
        message = f"{where} is not the file that was described: its sha256 differs"
        advice = f"if the new text is the one to cite, write `sha256: {digest}`; else restore the file"
        yield "sha256", "evidence-changed", message, advice


def _unlisted(project: Project) -> Iterator[Diagnostic]:
    listed = {_composed(source.file) for source in project.sources.values()}
    for path in sorted(_files(project.seeds)):
        if _composed(path) not in listed and path not in NO_EVIDENCE:
            message = "no entry of seeds/sources.yml names this file, so nothing can cite it"
            advice = f"add an entry with `file: {path}`, or take the file out of seeds/"
            yield Diagnostic(f"seeds/{path}", 0, 0, "unlisted-source", message, advice, Severity.WARNING)


def _files(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        name = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            yield name.as_posix()


def _composed(name: str) -> str:
    # Some file systems give names back decomposed.
    return unicodedata.normalize("NFC", name)
