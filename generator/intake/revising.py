"""A source gets another key, another version, or no place in the evidence any more. Planned in full before anything is written."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path, PurePath

from generator import ingest, pipeline, proofing
from generator.citations.scanner import scan
from generator.citations.verify import verify
from generator.compose import files as writing
from generator.compose.drafts import DRAFTS
from generator.errors import UsageError
from generator.intake import keys, remarks, renaming
from generator.intake.effects import Falsified, falsified, pages_of, with_source
from generator.intake.received import Received
from generator.intake.transaction import put
from generator.model import Citation, Correction, Diagnostic, Source, Verdict
from generator.pipeline import Work
from generator.project.yaml_edit import YamlText, delete, rename_field, replace_text

WITHDRAWN = ".withdrawn"
"""Folder in seeds/ for what is evidence no more: hidden, so that nothing takes it for evidence, and kept, because it was cited."""
_SOURCES, _QUERIES = "seeds/sources.yml", "seeds/queries.yml"


@dataclass(frozen=True, slots=True)
class Revision:
    """What a change of a source would write, and what it means for the pages."""

    docs: Path
    """The folder of the pages, which no other run may write meanwhile."""
    files: Mapping[Path, bytes | None]
    """In the order in which they are written; None for one that is deleted."""
    cited: Mapping[str, int]
    """Page -> citations of the source on it, before the change."""
    lost: tuple[Diagnostic, ...] = ()
    """Quotations on the pages, queries and admissions whose words the new version has not."""
    falsified: tuple[Falsified, ...] = ()
    queries: int = 0
    """Queries that go with the source."""
    kept: str = ""
    """Where the file that is evidence no more is kept, below seeds/; "" where there was none, or another entry needs it."""

    def carry_out(self) -> None:
        """Writes the files, all of them or none. Raises UsageError, and ComposeError where another run is writing the pages."""
        with writing.alone(self.docs / DRAFTS, dry=not self.docs.is_dir()):
            put(self.files)


def rename(work: Work, old: str, new: str) -> Revision:
    """Another key for a source: in the description, in the queries and in every note, draft and link of the pages.

    Raises UsageError for an unknown key, one that is taken or is none, and for a page in which the key cannot be told from other words.
    """
    keys.check_known(old, work.evidence.sources)
    keys.check_new(new, work.evidence.sources)
    sources = rename_field(_read(work, _SOURCES), ("sources", old), new)
    files = _written(work, sources)
    queried = _queried(work, old)
    if queried:
        queries = _read(work, _QUERIES)
        for index in queried:
            queries = replace_text(queries, ("queries", index, "source"), new)
        files |= _written(work, queries)
    docs = work.root / pipeline.DOCS
    return Revision(docs, files | renaming.pages(docs, old, new), _cited(work, old))


def withdraw(work: Work, key: str, why: str, date: str) -> Revision:
    """Takes a source out of the evidence, with its file and what was queried in it, and puts that into the log of corrections."""
    keys.check_known(key, work.evidence.sources)
    source = work.evidence.sources[key]
    was = f"{source.title}, cited as @{key}" if source.title != key else f"the source cited as @{key}"
    log = remarks.logged(work, Correction(date, why, was, source=key))
    files = _written(work, delete(_read(work, _SOURCES), ("sources", key)), log)
    queried = _queried(work, key)
    if queried:
        queries = _read(work, _QUERIES)
        for index in reversed(queried):
            queries = delete(queries, ("queries", index))
        files |= _written(work, queries)
    kept, put_away = _put_away(work, source)
    return Revision(work.root / pipeline.DOCS, files | put_away, _cited(work, key), queries=len(queried), kept=kept)


def replace_version(work: Work, key: str, received: Received) -> Revision:
    """Another version of a source's file, pinned anew. The key, and what is described of it, stay.

    Raises SourceError for a file that cannot be read as an article, UsageError for the same bytes as before or as another source's.
    """
    keys.check_known(key, work.evidence.sources)
    source = work.evidence.sources[key]
    digest = hashlib.sha256(received.data).hexdigest()
    _refuse_same(work, key, digest, received.name)
    file = _file(work, source, received)
    document = replace(ingest.read_bytes(received.data, file), file=file)
    sources = replace_text(_read(work, _SOURCES), ("sources", key, "sha256"), digest)
    if file != source.file:
        sources = replace_text(sources, ("sources", key, "file"), file)
    # A file that was changed where it lies holds the new version, not the old one.
    kept, put_away = _put_away(work, source) if received.inside != source.file else ("", {})
    files = {**put_away, work.root / pipeline.SEEDS / file: received.data, **_written(work, sources)}
    after = with_source(work, replace(source, file=file, sha256=digest), document)
    lost = tuple(proofing.with_the_way_on(after, tuple(_lost(work, after, key))))
    untrue = tuple(falsified(work, after))
    return Revision(work.root / pipeline.DOCS, files, _cited(work, key), lost, untrue, kept=kept)


def _read(work: Work, name: str) -> YamlText:
    return YamlText.read(work.root / name, name)


def _written(work: Work, *texts: YamlText) -> dict[Path, bytes | None]:
    return {work.root / text.name: text.text.encode() for text in texts}


def _queried(work: Work, key: str) -> list[int]:
    """Positions in queries.yml of the points that were queried in a source."""
    return [index for index, query in enumerate(work.evidence.queries) if query.source == key]


def _cited(work: Work, key: str) -> Mapping[str, int]:
    counts = {name: sum(1 for _ in _citations(markdown, name, key)) for name, markdown in pages_of(work).items()}
    return {name: number for name, number in counts.items() if number}


def _citations(markdown: str, name: str, key: str) -> Iterator[tuple[Citation, str, int, int]]:
    """Each citation of the source, with path, line and column."""
    path = f"{pipeline.DOCS}/{name}"
    for note in scan(markdown, path).notes:
        if isinstance(note.body, Citation) and note.body.key == key:
            yield note.body, path, note.line, note.body_column


def _others(work: Work, source: Source) -> list[str]:
    return [key for key, other in work.evidence.sources.items() if other.file == source.file and key != source.key]


def _put_away(work: Work, source: Source) -> tuple[str, dict[Path, bytes | None]]:
    """The file's new place below seeds/, and the changes that bring it there."""
    seeds = work.root / pipeline.SEEDS
    path, name = seeds / source.file, PurePath(source.file)
    if not path.is_file() or _others(work, source):
        return "", {}
    data = path.read_bytes()
    names = chain((name.name,), (f"{name.stem}-{number}{name.suffix}" for number in count(2)))
    places = (f"{WITHDRAWN}/{one}" for one in names)
    free = next(one for one in places if not (seeds / one).exists() or (seeds / one).read_bytes() == data)
    return free, {seeds / free: data, path: None}


def _refuse_same(work: Work, key: str, digest: str, name: str) -> None:
    for other, source in work.evidence.sources.items():
        if source.sha256 == digest:
            found = (
                "these are the bytes that it has" if other == key else f"these are the bytes of the source “{other}”"
            )
            raise UsageError(f"“{key}”: {found}", where=name, help="name the file that holds the new version")


def _file(work: Work, source: Source, received: Received) -> str:
    """The name of the new version: the old one, unless the format changes or another entry needs the old version."""
    if received.inside:
        return received.inside
    old, suffix = PurePath(source.file), PurePath(received.name).suffix or PurePath(source.file).suffix
    if suffix == old.suffix and not _others(work, source):
        return source.file
    seeds = work.root / pipeline.SEEDS
    names = (f"{source.key}{f'-{number}' if number else ''}{suffix}" for number in range(1000))
    return next(name for name in names if not (seeds / name).exists())


def _lost(before: Work, after: Work, key: str) -> Iterator[Diagnostic]:
    """What does not stand in the new version."""
    places = [place for name, text in pages_of(before).items() for place in _citations(text, name, key)]
    if before.described:
        places += [
            (Citation(key, words), path, place.line, place.column)
            for path, place, of, words in before.described.words
            if of == key
        ]
    for citation, path, line, column in places:
        verdict = verify(citation, after.evidence)
        if not verdict.passes:
            yield _gone(verdict, path, line, column)


def _gone(verdict: Verdict, path: str, line: int, column: int) -> Diagnostic:
    rule = "altered-quote" if path.startswith(f"{pipeline.DOCS}/") else "unknown-words"
    return Diagnostic(path, line, column, rule, verdict.message, verdict.help)
