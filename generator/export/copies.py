"""Making copies: each format's files, described, sealed, looked over and written."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from generator.errors import ExportError
from generator.export import (
    archive,
    bundle_format,
    epub_format,
    html_format,
    manifest,
    markdown_format,
    pdf_format,
    verification,
    zim_format,
    zip_format,
)
from generator.export.bundle_reading import Look
from generator.export.content import Content
from generator.export.edition import Edition
from generator.export.manifest import Manifest, sha256

STEM = "explainer"
"""Name of every copy before its ending: a newer copy takes the place of an older one."""

Maker: TypeAlias = Callable[[Edition, str], Content]
"""(the edition, the name of the copy's file) -> its content."""

_MAKERS: Mapping[str, Maker] = {
    "zip": zip_format.make,
    "html": html_format.make,
    "epub": epub_format.make,
    "md": markdown_format.make,
    "pdf": pdf_format.make,
    "zim": zim_format.make,
    "bundle": bundle_format.make,
}
FORMATS = tuple(_MAKERS)
"""In the order in which they are made."""
_NAMES = {"bundle": f"{STEM}-bundle.zip"}


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that was made."""

    path: Path
    size: int
    """In bytes, without a manifest that stands beside it."""
    manifest: Manifest
    followed: int
    """Citations that were followed in the finished copy to the right words: all of them."""


def file_name(form: str) -> str:
    """The name of a copy's file."""
    return _NAMES.get(form, f"{STEM}.{form}")


def make_copy(form: str, edition: Edition, folder: Path, look: Look | None = None) -> Copy:
    """Makes one copy in `folder`. Raises ExportError where it cannot be made, or would lose or alter a citation.

    `look` reads the evidence that a bundle carries.
    """
    name = file_name(form)
    content = _MAKERS[form](edition, name)
    digests = {path: sha256(data) for path, data in content.files.items()}
    described = edition.manifest(form, content.pages, digests, content.leaves_out)
    try:
        followed = _write(name, _written(name, content, manifest.write(described)), folder, look)
    except OSError as error:
        advice = "name another folder with -o DIR"
        raise ExportError(f"the copy cannot be written: {error}", where=str(folder), help=advice) from error
    target = folder / name
    return Copy(target, target.stat().st_size, described, followed)


def _write(name: str, files: Mapping[str, bytes], folder: Path, look: Look | None) -> int:
    """Puts a copy into `folder` once it was looked over; how many citations were followed in it."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".export-", dir=folder) as made:
        for file, data in files.items():
            (Path(made) / file).write_bytes(data)
        found = verification.verify(Path(made) / name, look)
        if not found.whole:
            raise ExportError(
                "\n".join(["the copy would not carry what the site says:", *found.problems]),
                where=name,
                help="type: explainer check; a plugin or template that changes the notes has to be taken out of mkdocs.yml",
            )
        # The manifest beside a copy comes last: until then the older one does not fit, and verify says so.
        for file in files:
            (Path(made) / file).replace(folder / file)
    return found.followed


def _written(name: str, content: Content, described: bytes) -> Mapping[str, bytes]:
    if not content.manifest:
        (data,) = content.files.values()
        return {name: data, f"{name}.{manifest.NAME}": described}
    files = {**content.files, content.manifest: described}
    return {name: archive.pack(files, stored=content.stored, executable=content.executable)}
