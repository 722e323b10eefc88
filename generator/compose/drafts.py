"""Writes pages without ever losing an edit.

`docs/.drafts/NAME` holds the generator's last text of `docs/NAME`, with the kind of the page, the evidence's digest and its own checksum above it. A page that equals
its draft was never edited and is written anew. A page that a person edited is merged with the new draft (`compose.merging`); what finds no place on it waits
in `NAME.new` until it is placed or accepted as seen. Every write is atomic (temporary file, fsync, rename), pages before drafts: a run that is cut off
at any moment has lost nothing, and the next one goes on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from generator.compose import files
from generator.compose.merging import Merged, marker_lines, merge, parts_in_both
from generator.errors import ComposeError

DRAFTS = ".drafts"
_HEAD = re.compile(
    r"<!-- (?:page: (?P<kind>[a-z-]+); )?evidence: (?P<digest>[0-9a-f]*)(?:; text: (?P<sum>[0-9a-f]{64}))? -->\n"
)
_WAITING = "<!-- These statements found no place on the page. Put them where they belong, or have them recorded as seen. -->\n\n"


class Outcome(StrEnum):
    """What happened, or would happen, to a page."""

    NEW = "new"
    UPDATED = "updated"
    MERGED = "merged"
    CONFLICT = "merged, with conflicts to resolve"
    UNCHANGED = "unchanged"
    KEPT = "kept, because edited"
    """The generator has nothing new for a page that a person edited."""
    BESIDE = "kept, because no draft of it was written before; the draft is beside it"
    REFUSED = "not touched, because it still has conflict markers"
    DELETED = "stays deleted"
    ACCEPTED = "recorded as seen"


@dataclass(frozen=True, slots=True)
class Draft:
    """A page as the generator writes it now."""

    kind: str
    """Kind of the page, by which a renamed one is known: "allegations"."""
    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """One page's outcome."""

    name: str
    outcome: Outcome
    changes: bool
    """Whether a file was, or would be, written."""
    before: str = ""
    """The page's text before; "" where there was none."""
    after: str = ""
    added: int = 0
    """Statements and other parts that a merge brought; `updated` and `removed` likewise."""
    updated: int = 0
    removed: int = 0
    unplaced: str = ""
    """What found no place, as Markdown with its notes."""
    lines: tuple[int, ...] = ()
    """Lines of the page, from 1, on which conflicts open."""
    formerly: str = ""
    """The name that the page had before topic.yml renamed it."""
    base: str = ""
    """The last draft, where the page was merged with the new one: what a person has seen of the generator's."""


@dataclass(frozen=True, slots=True)
class _Base:
    """A recorded draft."""

    text: str
    kind: str = ""
    trusted: bool = True
    """False for one that a merge of branches put together: no generator wrote it so."""


def write(
    docs: Path,
    pages: Mapping[str, Draft],
    digest: str,
    holds: Callable[[str], bool],
    *,
    dry: bool = False,
    accept: frozenset[str] = frozenset(),
) -> tuple[Written, ...]:
    """Brings docs/ up to date with the composed pages; with `dry` only says what would happen.

    `holds` tells of a note's body whether it holds over the evidence. `accept` names pages whose waiting statements a person has seen and left out.
    Raises ComposeError where nothing waits for such a page, where a file cannot be read or written, and where another run is writing.
    """
    unknown = sorted(accept - pages.keys())
    if unknown:
        raise ComposeError(f"there is no page {', '.join(unknown)}", help=f"the pages are: {', '.join(sorted(pages))}")
    idle = [name for name in sorted(accept) if not _waiting(docs, name).exists()]
    if idle:
        raise ComposeError(
            f"nothing waits for {', '.join(idle)}",
            where=", ".join(_waiting(docs, name).as_posix() for name in idle),
            help="type `explainer generate` first; it says what found no place on an edited page",
        )
    with files.alone(docs / DRAFTS, dry=dry):
        moved = _renamed(docs, pages)
        return tuple(
            replace(
                _page(docs, name, pages[name], digest, holds, _Run(dry, name in accept, moved.get(name, ""))),
                formerly=moved.get(name, ""),
            )
            for name in sorted(pages)
        )


@dataclass(frozen=True, slots=True)
class _Run:
    dry: bool
    accept: bool
    formerly: str


def _waiting(docs: Path, name: str) -> Path:
    return docs / DRAFTS / f"{name}.new"


def _renamed(docs: Path, pages: Mapping[str, Draft]) -> dict[str, str]:
    """New name -> old name, of pages that topic.yml calls by another name than their draft of the same kind."""
    found: dict[str, str] = {}
    for path in sorted((docs / DRAFTS).glob("*.md")):
        base = _draft(path)
        if base is None or not base.kind or path.name in pages or not (docs / path.name).exists():
            continue
        new = next((name for name, page in pages.items() if page.kind == base.kind), "")
        if new and not (docs / new).exists() and not (docs / DRAFTS / new).exists():
            found[new] = path.name
    return found


def _page(docs: Path, name: str, fresh: Draft, digest: str, holds: Callable[[str], bool], run: _Run) -> Written:
    source = run.formerly or name
    current, base, waiting = (
        files.read(docs / source),
        _draft(docs / DRAFTS / source),
        files.read(_waiting(docs, source)),
    )
    written, draft, waits = _decide(current, base, waiting, fresh.text, holds, run)
    new: dict[Path, str] = {}
    if written.after and written.after != current:
        new[docs / name] = written.after
    elif run.formerly and current is not None:
        new[docs / name] = current
    if draft is not None and (base is None or draft != base.text or run.formerly or not base.trusted):
        new[docs / DRAFTS / name] = _record(fresh.kind, digest, draft)
    if waits and waits != waiting:
        new[_waiting(docs, name)] = waits
    gone = list(_gone(docs, name, run.formerly, keep_waiting=bool(waits)))
    if not run.dry:
        for path, text in new.items():
            files.write(path, text, like=docs / source)
        for path in gone:
            path.unlink()
    return replace(written, name=name, changes=bool(new or gone), before=current or "")


def _gone(docs: Path, name: str, formerly: str, *, keep_waiting: bool) -> Iterator[Path]:
    """Files that are not needed any longer."""
    if formerly:
        yield from (
            path for path in (docs / formerly, docs / DRAFTS / formerly, _waiting(docs, formerly)) if path.exists()
        )
    if not keep_waiting and _waiting(docs, name).exists():
        yield _waiting(docs, name)


def _decide(
    current: str | None, base: _Base | None, waiting: str | None, fresh: str, holds: Callable[[str], bool], run: _Run
) -> tuple[Written, str | None, str]:
    """The outcome with the page's new text ("" for none), the draft to record (None for none), and what waits."""
    if current is None:
        outcome = Outcome.NEW if base is None else Outcome.DELETED
        return _plain(outcome, fresh if base is None else ""), fresh if base is None else None, ""
    if current == fresh:
        return _plain(Outcome.UNCHANGED, current), fresh, ""
    lines = marker_lines(current)
    if lines:
        return replace(_plain(Outcome.REFUSED, current), lines=lines), None, waiting or ""
    if base is None:
        if run.accept:
            return _plain(Outcome.ACCEPTED, current), _HEAD.sub("", waiting or "", count=1), ""
        return _plain(Outcome.BESIDE, current), None, fresh
    if current == base.text:
        return _plain(Outcome.UPDATED, fresh), fresh, ""
    known = base.text if base.trusted else parts_in_both(base.text, current)
    merged = merge(known, current, fresh, holds, seen=(waiting or "") if run.accept else "")
    return (
        replace(_merged(current, merged, run), base=base.text),
        merged.draft,
        _WAITING + merged.unplaced if merged.unplaced else "",
    )


def _plain(outcome: Outcome, after: str) -> Written:
    return Written("", outcome, changes=False, after=after)


def _merged(current: str, merged: Merged, run: _Run) -> Written:
    outcome = Outcome.CONFLICT if merged.conflicts else Outcome.KEPT if merged.text == current else Outcome.MERGED
    if run.accept and outcome is Outcome.KEPT:
        outcome = Outcome.ACCEPTED
    return Written(
        "",
        outcome,
        changes=False,
        after=merged.text,
        added=merged.added,
        updated=merged.updated,
        removed=merged.removed,
        unplaced=merged.unplaced,
        lines=merged.conflicts,
    )


def _record(kind: str, digest: str, text: str) -> str:
    return f"<!-- page: {kind}; evidence: {digest}; text: {_checksum(text)} -->\n{text}"


def with_text_changed(recorded: str, change: Callable[[str], str]) -> str:
    """A recorded draft after a change that was made to its page as well, such as the renaming of a source; any other text just changed."""
    head = _HEAD.match(recorded)
    if head is None:
        return change(recorded)
    text = recorded[head.end() :]
    changed = change(text)
    known = head["kind"] and head["sum"] == _checksum(text)
    return _record(head["kind"], head["digest"], changed) if known else head[0] + changed


def _checksum(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _draft(path: Path) -> _Base | None:
    text = files.read(path)
    if text is None:
        return None
    head = _HEAD.match(text)
    if head is None:
        return _Base(text, trusted=False)
    body = text[head.end() :]
    return _Base(body, head["kind"] or "", head["sum"] in (None, _checksum(body)))
