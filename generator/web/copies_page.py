"""The page that says which offline copy to take for what, on a site that offers copies."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from generator.web.page_templates import Trusted, templates

PATH = "offline-copies.md"
FOLDER = "copies"
"""Of the site, for the copies themselves."""

_USES = {
    "zip": ("The site itself", "to read everything as it is here: unpack it and open index.html, no network needed"),
    "html": ("One web page", "to pass on by mail or stick: one file for any browser"),
    "epub": ("A book for reading devices", "to read on a phone or a reading device: notes open where they are called"),
    "pdf": ("A book to print", "to print, and to cite by page number"),
    "zim": ("A file for Kiwix", "for schools and ships that read through Kiwix: searched inside the reader"),
    "md": ("Plain text", "for archives and programs: one Markdown file with footnotes"),
    "bundle": ("The whole project", "to correct the pages or build the site where there is no network"),
}
"""Format -> what it is, and what to take it for; in the order in which readers look."""
_STEPS = ((1e9, "GB"), (1e6, "MB"), (1e3, "kB"))


@dataclass(frozen=True, slots=True)
class OfflineCopy:
    """A copy that the site offers."""

    format: str
    file: Path
    size: int
    """In bytes."""
    made: str
    """ISO date."""


@dataclass(frozen=True, slots=True)
class CopyView:
    """One line of the table."""

    name: str
    use: str
    size: str
    made: str
    file: str
    target: Trusted
    manifest: Trusted
    """Link to the manifest that stands beside a copy of one file; "" where it is inside."""


def copies_page(copies: Sequence[OfflineCopy], root: str) -> Mapping[str, str]:
    """PATH -> Markdown; nothing where there are no copies. `root` leads from the page to the site's root: "" or "../"."""
    if not copies:
        return {}
    order = list(_USES)
    views = [_view(each, root) for each in sorted(copies, key=lambda each: order.index(each.format))]
    return {PATH: templates().get_template("offline-copies.md.j2").render(views=views)}


def copy_files(copies: Sequence[OfflineCopy]) -> Mapping[str, Path]:
    """Path in the site -> file on disk, of each copy and of the manifest beside it."""
    files = [file for each in copies for file in (each.file, _manifest(each)) if file.is_file()]
    return {f"{FOLDER}/{file.name}": file for file in files}


def in_words(size: int) -> str:
    """A number of bytes as readers know it: "1.2 MB"."""
    for step, unit in _STEPS:
        if size >= step:
            number = size / step
            return f"{number:.0f} {unit}" if number >= 10 else f"{number:.1f} {unit}"
    return f"{size} bytes"


def _view(copy: OfflineCopy, root: str) -> CopyView:
    name, use = _USES[copy.format]
    manifest = _manifest(copy).name if _manifest(copy).is_file() else ""
    return CopyView(
        name,
        use,
        in_words(copy.size),
        copy.made,
        copy.file.name,
        _link(root, copy.file.name),
        _link(root, manifest) if manifest else Trusted(),
    )


def _link(root: str, name: str) -> Trusted:
    # As HTML: MkDocs would look for a Markdown link among its own files.
    return Trusted(html.escape(f"{root}{FOLDER}/{quote(name)}"))


def _manifest(copy: OfflineCopy) -> Path:
    return copy.file.with_name(f"{copy.file.name}.MANIFEST.json")
