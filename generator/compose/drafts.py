"""Writes pages without ever losing an edit.

`docs/.drafts/NAME` holds the generator's last text of `docs/NAME`, with the evidence's digest above it. A page that equals its draft was never
edited and is written anew; a page that differs is a person's, stays as it is, and the new text is laid beside its draft as `NAME.new`.
To accept makes that waiting text, which is the one a person saw, the draft that the page is compared with.
Every write is atomic (temporary file, fsync, rename), pages before drafts, so that a kill at any moment loses nothing.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.errors import ComposeError

DRAFTS = ".drafts"
_HEAD = re.compile(r"<!-- evidence: (?P<digest>[0-9a-f]*) -->\n")


class Outcome(StrEnum):
    """What happened, or would happen, to a page."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    KEPT = "kept, because edited"
    """The generator has nothing new for a page that a person edited."""
    BESIDE = "kept, because edited; the new draft is beside it"
    DELETED = "stays deleted"
    ACCEPTED = "new draft recorded as seen"
    OVERTAKEN = "the draft that waited is recorded as seen; a newer one is beside it"


@dataclass(frozen=True, slots=True)
class Written:
    """One page's outcome."""

    name: str
    outcome: Outcome
    changes: bool
    """Whether a file was, or would be, written."""


def write(
    docs: Path, pages: Mapping[str, str], digest: str, *, dry: bool = False, accept: frozenset[str] = frozenset()
) -> tuple[Written, ...]:
    """Brings docs/ up to date with the composed pages; with `dry` only says what would happen.

    `accept` names pages whose waiting draft a person has worked in: the draft becomes the one the next comparison starts from.
    Raises ComposeError when no draft waits for such a page, and when a file cannot be read or written.
    """
    unknown = sorted(accept - pages.keys())
    if unknown:
        raise ComposeError(f"there is no page {', '.join(unknown)}", help=f"the pages are: {', '.join(sorted(pages))}")
    idle = [name for name in sorted(accept) if not _waiting(docs, name).exists()]
    if idle:
        raise ComposeError(
            f"no new draft waits for {', '.join(idle)}",
            where=", ".join(_waiting(docs, name).as_posix() for name in idle),
            help="type `explainer generate` first; it says where it laid a new draft beside an edited page",
        )
    return tuple(_page(docs, name, pages[name], digest, dry, name in accept) for name in sorted(pages))


def _waiting(docs: Path, name: str) -> Path:
    return docs / DRAFTS / f"{name}.new"


def _page(docs: Path, name: str, fresh: str, digest: str, dry: bool, accept: bool) -> Written:
    page, draft, waiting = docs / name, docs / DRAFTS / name, _waiting(docs, name)
    record = f"<!-- evidence: {digest} -->\n{fresh}"
    base = _draft(waiting if accept else draft)
    outcome = _outcome(_read(page), base, fresh)
    writes: dict[Path, str] = {}
    if accept:
        writes[draft] = _read(waiting) or ""
    if outcome in (Outcome.NEW, Outcome.UPDATED):
        writes[page] = fresh
    if outcome in (Outcome.NEW, Outcome.UPDATED, Outcome.UNCHANGED) and base != fresh:
        writes[draft] = record
    if outcome is Outcome.BESIDE and _draft(waiting) != fresh:
        writes[waiting] = record
    stale = waiting.exists() and outcome is not Outcome.BESIDE
    if not dry:
        for path in sorted(writes, key=(page, draft, waiting).index):
            _write(path, writes[path])
        if stale:
            waiting.unlink()
    return Written(name, _ACCEPTED.get(outcome, outcome) if accept else outcome, bool(writes) or stale)


_ACCEPTED = {Outcome.KEPT: Outcome.ACCEPTED, Outcome.BESIDE: Outcome.OVERTAKEN}


def _outcome(current: str | None, base: str | None, fresh: str) -> Outcome:
    if current is None:
        return Outcome.NEW if base is None else Outcome.DELETED
    if current == fresh:
        return Outcome.UNCHANGED
    if base is not None and current == base:
        return Outcome.UPDATED
    return Outcome.KEPT if base == fresh else Outcome.BESIDE


def _draft(path: Path) -> str | None:
    text = _read(path)
    return None if text is None else _HEAD.sub("", text, count=1)


def _read(path: Path) -> str | None:
    """A file's text with line feeds; None where there is none. A page with CRLF line ends counts as unedited."""
    try:
        return path.read_text(encoding="utf-8").replace("\r\n", "\n")
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        raise ComposeError("not UTF-8", where=f"{path}: byte {error.start}", help="save the file as UTF-8") from error
    except OSError as error:
        raise ComposeError(f"cannot be read: {error.strerror}", where=str(path)) from error


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".writing-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).chmod(0o644)
            Path(temporary).replace(path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ComposeError(
            f"cannot be written: {error.strerror}",
            where=str(path),
            help="free space or make the folder writable; nothing was changed",
        ) from error
