"""What a format's maker gives: the files of a copy, before they are described and sealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files as resources

from generator.export.book import Book
from generator.export.edition import Edition

SCRIPTS_LEFT_OUT = "the site's search and its navigation"


DRAWINGS = "drawing.css"
"""Style of the site's drawings, for copies that do not take the site's own."""


@dataclass(frozen=True, slots=True)
class Content:
    """The files of a copy."""

    files: Mapping[str, bytes]
    """By path in the copy, in the order in which they are to stand there; one file for a copy that is one file."""
    pages: int
    leaves_out: tuple[str, ...]
    manifest: str = ""
    """Where the manifest stands among the files; "" where it stands beside the copy."""
    stored: frozenset[str] = frozenset()
    """Files that are not compressed."""
    executable: frozenset[str] = frozenset()
    """Files that may be run."""


def style_of(*names: str) -> str:
    """The style in the files of these names that copies bring along."""
    folder = resources("generator.export") / "assets"
    return "".join((folder / name).read_text(encoding="utf-8") for name in names)


def source_texts(edition: Edition) -> tuple[str, ...]:
    """What every copy leaves out of the sources: one line."""
    whole = sum(source.publish == "full" for source in edition.evidence.sources.values())
    said = "the source articles, but for the passages that are cited and those next to them"
    return (f"{said}; {whole} that may be published whole stand there whole" if whole else said,)


def left_out(edition: Edition, book: Book) -> tuple[str, ...]:
    """What a copy that is one text leaves out, one line each."""
    files = (f"files that pages link to: {', '.join(book.left_out)}",) if book.left_out else ()
    still = (f"what readers can try out on: {', '.join(book.stilled)}",) if book.stilled else ()
    return (SCRIPTS_LEFT_OUT, *still, *source_texts(edition), *files)
