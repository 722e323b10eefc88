"""Reads the pages in docs/ as MkDocs finds them: every Markdown ending, every folder, links to folders followed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.errors import UsageError

ENDINGS = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
"""What MkDocs takes for Markdown; the case of the letters counts."""

GENERATE = "type: explainer generate"


def read_pages(docs: Path) -> Mapping[str, str]:
    """Path below `docs`, with forward slashes -> text, in the order of the paths. Hidden files, and so drafts, are not pages.

    Raises UsageError where there is no page, and for a folder or page that cannot be read.
    """
    if not docs.is_dir():
        raise UsageError("no such folder, so there are no pages", where=f"{docs.name}/", help=GENERATE)
    found = {name: _read(docs, name) for name in sorted(_names(docs))}
    if not found:
        raise UsageError("there are no pages", where=f"{docs.name}/", help=GENERATE)
    return found


def _names(docs: Path) -> Iterator[str]:
    def refuse(error: OSError) -> None:
        place = Path(error.filename).relative_to(docs).as_posix().removeprefix(".")
        raise UsageError(
            f"the folder cannot be read: {error.strerror}",
            where=f"{docs.name}/{place}",
            help="make it readable, or take it out of docs/",
        ) from error

    for folder, below, files in os.walk(docs, onerror=refuse, followlinks=True):
        here = Path(folder)
        below[:] = [name for name in below if not name.startswith(".") and not _is_circle(docs, here / name)]
        for name in (*below, *files):
            if name.endswith(ENDINGS) and not name.startswith("."):
                yield (here / name).relative_to(docs).as_posix()


def _is_circle(docs: Path, folder: Path) -> bool:
    """Whether a link leads back to a folder above it: its pages are found there already."""
    above = (parent for parent in folder.parents if parent.is_relative_to(docs))
    return folder.is_symlink() and any(parent.samefile(folder) for parent in above)


def _read(docs: Path, name: str) -> str:
    where = f"{docs.name}/{name}"
    path = docs / name
    if path.is_dir():
        raise UsageError("a folder with the name of a page", where=where, help="rename it, or move it out of docs/")
    if not path.exists():
        raise UsageError("a link that leads nowhere", where=where, help="mend the link, or delete it")
    if not path.is_file():
        raise UsageError("not a file", where=where, help="delete it, or move it out of docs/")
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise UsageError("not UTF-8", where=f"{where}: byte {error.start}", help="save the file as UTF-8") from error
    except OSError as error:
        raise UsageError(
            f"cannot be read: {error.strerror}", where=where, help="make it readable, or move it out of docs/"
        ) from error
