"""A new source: its file in seeds/, its entry in sources.yml, and what it brings. Planned in full before anything is written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count, takewhile
from pathlib import Path, PurePath

from generator import ingest, pipeline, project
from generator.analysis.relevance import headline_key
from generator.errors import UsageError
from generator.intake import entry, keys
from generator.intake.effects import Effect, effect, with_source
from generator.intake.entry import Given
from generator.intake.received import Received
from generator.intake.transaction import put
from generator.model import Document, Source
from generator.pipeline import Work
from generator.project.evidence_files import NO_EVIDENCE
from generator.project.yaml_edit import YamlText, add_field
from generator.project.yaml_file import parse

DESCRIPTION = "seeds/sources.yml"
_HEADLINES_SHOWN = 8
_BY_FORMAT = {"html": ".html", "feed": ".xml", "markdown": ".md", "pdf": ".pdf"}


@dataclass(frozen=True, slots=True)
class Addition:
    """A source that can be added, and what adding it would write and bring."""

    source: Source
    document: Document
    line: int
    """Of the entry in `seeds/sources.yml`, from 1."""
    written: str
    """The lines of the entry."""
    files: Mapping[Path, bytes]
    """What is to be written, in this order: the article, unless it lies in seeds/ already, and the description."""
    effect: Effect
    charset: str
    """The encoding that the server named for the page."""
    headlines: tuple[str, ...]
    """Of the articles that its file holds, where it holds several and the entry names none."""

    def carry_out(self) -> None:
        """Writes the files, all of them or none. Raises UsageError."""
        put(self.files)


def plan(work: Work, received: Received, given: Given) -> Addition:
    """What adding an article would do. Nothing is written.

    Raises SourceError for a file that cannot be read as an article, UsageError for one that is a source already, for a key that is taken
    and for values that no entry can hold, ProjectError where `sources.yml` cannot be changed.
    """
    known = work.evidence.sources
    entry.check(given)
    _refuse_twice(received, given.article, known)
    received, document = _read(received)
    _refuse_unnamed(document, given.article)
    key = given.key or keys.propose(entry.names(received, document, given), known)
    keys.check_new(key, known)
    file = received.inside or _free_name(work.root / pipeline.SEEDS, received, key)
    described = YamlText.read(work.root / DESCRIPTION, DESCRIPTION, "sources:\n")
    changed = add_field(described, ("sources",), key, entry.fields(file, received, document, given, known))
    source = project.sources_in(changed)[key]
    document = replace(document, file=file)
    after = with_source(work, source, document)
    headlines = _headlines(after, key)
    _refuse_unknown_article(source, headlines)
    line, written = _entry_lines(changed, key)
    return Addition(
        source,
        document,
        line,
        written,
        _files(work.root, file, received, changed),
        effect(work, after, key),
        received.charset,
        headlines if len(headlines) > 1 and not given.article else (),
    )


def _files(root: Path, file: str, received: Received, changed: YamlText) -> dict[Path, bytes]:
    path = root / pipeline.SEEDS / file
    article = {} if path.is_file() else {path: received.data}
    return {**article, root / DESCRIPTION: changed.text.encode()}


def _read(received: Received) -> tuple[Received, Document]:
    document = ingest.read_bytes(received.data, received.name)
    if PurePath(received.name).suffix:
        return received, document
    # A file gets an ending, and the ending is a hint to the reader: what is planned with is what will be read.
    named = replace(received, name=received.name + _BY_FORMAT.get(document.format, ".txt"))
    return named, ingest.read_bytes(named.data, named.name)


def _refuse_twice(received: Received, article: str, known: Mapping[str, Source]) -> None:
    digest = hashlib.sha256(received.data).hexdigest()
    for key, source in known.items():
        another = article and source.article and headline_key(article) != headline_key(source.article)
        if source.sha256 == digest and not another:
            raise UsageError(
                f"this is the source “{key}” already: seeds/{source.file} has the same bytes",
                where=received.address or received.name,
                help=f"cite it as @{key}; for another article of the same file, name its headline with --article in both entries",
            )


def _refuse_unnamed(document: Document, article: str) -> None:
    """A feed says how many articles it holds; an entry is one of them."""
    if document.format == "feed" and len(document.items) > 1 and not article:
        titles = [item.metadata.get("title", "without a title") for item in document.items]
        raise UsageError(
            f"the feed holds {len(titles)} articles, and a source is one", where=document.file, help=_name_one(titles)
        )


def _refuse_unknown_article(source: Source, headlines: tuple[str, ...]) -> None:
    if source.article and headline_key(source.article) not in {headline_key(one) for one in headlines}:
        raise UsageError(
            f"no article “{source.article}” was found",
            where=source.file,
            help=_name_one(headlines) if headlines else "leave out --article",
        )


def _name_one(headlines: Sequence[str]) -> str:
    shown = "; ".join(f"“{one}”" for one in headlines[:_HEADLINES_SHOWN])
    more = f"; and {len(headlines) - _HEADLINES_SHOWN} more" if len(headlines) > _HEADLINES_SHOWN else ""
    return f"name one with --article and its headline: {shown}{more}"


def _headlines(work: Work, key: str) -> tuple[str, ...]:
    found = (p.headline for p in work.analysis.passages if p.source == key and p.headline)
    return tuple(dict.fromkeys(found))


def _free_name(seeds: Path, received: Received, key: str) -> str:
    """A name in seeds/ that is free, or that of a file with the same bytes."""
    suffix = PurePath(received.name).suffix
    numbered = (f"{key}-{number}{suffix}" for number in count(2))
    names = chain(() if received.address else (received.name,), (f"{key}{suffix}",), numbered)
    return next(name for name in names if name not in NO_EVIDENCE and _is_free(seeds / name, received.data))


def _is_free(path: Path, data: bytes) -> bool:
    return not path.exists() or (path.is_file() and path.read_bytes() == data)


def _entry_lines(changed: YamlText, key: str) -> tuple[int, str]:
    """Where the entry begins, from 1, and its lines."""
    place = parse(changed.text, changed.name).names["sources", key]
    first, *rest = changed.text.splitlines()[place.line - 1 :]
    deeper = takewhile(lambda line: line.startswith(" " * place.column), rest)
    return place.line, "\n".join((first, *deeper))
