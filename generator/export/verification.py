"""Whether a copy is whole and unaltered, and carries each citation's words.

It shows integrity, not authorship: who can make a copy can make a manifest that fits it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ExportError
from generator.export import archive, extras, manifest, pdf_format, reading, zim_format
from generator.export.bundle_reading import Look
from generator.export.citations import problem
from generator.export.manifest import Manifest, sha256

_INSIDE = ("explainer/MANIFEST.json", "MANIFEST.json", "META-INF/MANIFEST.json")
_ARCHIVE = b"PK\x03\x04"
_EXTRAS = {"pdf": pdf_format.EXTRA, "zim": zim_format.EXTRA}
_UNKNOWN = "this version of the generator does not know the format"
_ZIPPED = (".zip", ".epub")


@dataclass(frozen=True, slots=True)
class Verified:
    """What looking a copy over found."""

    manifest: Manifest
    files: int
    followed: int
    """Citations whose words stand in the note and in the excerpt that it leads to."""
    problems: tuple[str, ...]
    """`file: what is wrong with it`; empty where the copy is whole."""
    limits: str = ""
    """What could not be looked at, and why."""

    @property
    def whole(self) -> bool:
        return not self.problems


def manifest_beside(path: Path) -> Path:
    """Where the manifest of a copy that is one file stands."""
    return path.with_name(f"{path.name}.{manifest.NAME}")


def verify(path: Path, look: Look | None = None) -> Verified:
    """Looks over an archive, an unpacked archive or a single file. Raises ExportError for what is no copy.

    `look` reads the evidence that a bundle carries; without it a bundle's bytes are compared and its words not.
    """
    try:
        return _looked_over(path, look)
    except OSError as error:
        raise ExportError(f"cannot be read: {error.strerror}", where=str(path), help="see who may read it") from error


def _looked_over(path: Path, look: Look | None) -> Verified:
    if not path.exists():
        raise ExportError("no such file", where=str(path), help="name a copy that `explainer export` made")
    if path.is_dir():
        return _container(path, _unpacked(path), look, sealed=True)
    with path.open("rb") as opened:
        zipped = opened.read(len(_ARCHIVE)) == _ARCHIVE or path.suffix in _ZIPPED
    if zipped:
        files, data = archive.unpack(path)
        return _container(path, files, look, sealed=archive.sealed(data))
    described = manifest_beside(path)
    if not described.is_file():
        raise ExportError(
            f"no {described.name} beside it, so that nothing can be checked",
            where=str(path),
            help="a copy that is one file comes with its manifest; take both",
        )
    # Whatever the copy is called now: its manifest names one file.
    stated = manifest.read(described.read_bytes(), str(described))
    return _verified(stated, dict.fromkeys(stated.files, path.read_bytes()), (), look)


def _unpacked(folder: Path) -> Mapping[str, bytes | None]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _container(path: Path, files: Mapping[str, bytes | None], look: Look | None, *, sealed: bool) -> Verified:
    at = next((name for name in _INSIDE if name in files), None)
    if at is None:
        raise ExportError(
            f"no {manifest.NAME} inside", where=str(path), help="name a copy that `explainer export` made"
        )
    data = files[at]
    if data is None:
        raise ExportError("the manifest is damaged", where=f"{path}: {at}", help="take the copy anew")
    stated = manifest.read(data, f"{path}: {at}")
    # Of an unpacked archive somebody may name the folder above or the folder itself.
    top = "explainer/" if at == manifest.NAME and all(name.startswith("explainer/") for name in stated.files) else ""
    found = {f"{top}{name}": content for name, content in files.items() if name != at}
    broken = () if sealed else (f"{path.name}: the archive was altered after it was made",)
    return _verified(stated, found, broken, look)


def _verified(
    stated: Manifest, files: Mapping[str, bytes | None], broken: tuple[str, ...], look: Look | None
) -> Verified:
    altered = tuple(_altered(stated, files))
    whole = {name: content for name, content in files.items() if content is not None and name in stated.files}
    carried = None if altered else reading.read(stated.format, whole, look)
    if carried is None:
        limits = "" if altered else f"its bytes were compared, its words not: {_unread(stated.format)}"
        return Verified(stated, len(files), 0, altered or broken, limits)
    wrong = tuple(
        f"{cited.address}: {said}" for cited in stated.citations if (said := problem(cited, carried.get(cited.address)))
    )
    return Verified(stated, len(files), len(stated.citations) - len(wrong), (*broken, *wrong))


def _unread(form: str) -> str:
    extra = _EXTRAS.get(form)
    return f'that takes the extra "{extra}"; type: {extras.command(extra)}' if extra else _UNKNOWN


def _altered(stated: Manifest, files: Mapping[str, bytes | None]) -> Iterator[str]:
    for name, digest in stated.files.items():
        if name not in files:
            yield f"{name}: missing"
            continue
        data = files[name]
        if data is None:
            yield f"{name}: damaged"
        elif sha256(data) != digest:
            yield f"{name}: altered: its sha256 is {sha256(data)}, the manifest has {digest}"
    for name in files:
        if name not in stated.files:
            yield f"{name}: not in the manifest: it was added later"
