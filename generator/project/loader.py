"""Loads the description files into the values of `model`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from generator.model import Admission, Correction, Diagnostic, Party, Query, Source, Stated, Topic
from generator.project.evidence_files import check_entries
from generator.project.messages import explain, raise_if_any
from generator.project.pages import page_names
from generator.project.references import check_queries, check_sources, check_topic
from generator.project.shapes import (
    CorrectionsFile,
    CorrectionShape,
    CslShape,
    Inferred,
    QueriesFile,
    QueryShape,
    Shape,
    SourcesFile,
    SourceShape,
    TopicFile,
    fields_of,
)
from generator.project.values import DIGEST, FILE
from generator.project.yaml_edit import YamlText
from generator.project.yaml_file import Place, YamlFile, parse, read

S = TypeVar("S", bound=Shape)


@dataclass(frozen=True, slots=True)
class Project:
    """What the description files say."""

    root: Path
    """The folder that holds `seeds/`."""
    topic: Topic
    sources: Mapping[str, Source]
    """By key, in the order of the keys."""
    queries: tuple[Query, ...] = ()
    """In the order of the file."""
    corrections: tuple[Correction, ...] = ()
    """Likewise."""
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict, compare=False)
    """(Source key, field) -> where that field's value stands in `seeds/sources.yml`."""
    words: tuple[tuple[str, Place, str, str], ...] = field(default=(), compare=False)
    """Words that queries and admissions say stand in a source: path of the description, place, source key, words."""

    @property
    def seeds(self) -> Path:
        """The folder of the evidence."""
        return self.root / "seeds"

    def path(self, source: Source) -> Path:
        """The source's raw file."""
        return self.seeds / source.file


@dataclass(frozen=True, slots=True)
class _Described(Generic[S]):
    """A description file with its validated content, None where it has mistakes."""

    file: YamlFile
    content: S | None
    problems: tuple[Diagnostic, ...]


def load(root: Path) -> Project:
    """Load the project in the folder `root`.

    `seeds/queries.yml` and `seeds/corrections.yml` may be absent. Raises `DescriptionError` with every mistake that the files hold, and then
    with those of the files that they name (see `check_files`), so that a missing field hides no wrong digest.
    """
    sources = _describe(root, "sources.yml", SourcesFile)
    topic = _describe(root, "topic.yml", TopicFile)
    queries = _if_there(root, "queries.yml", QueriesFile)
    corrections = _if_there(root, "corrections.yml", CorrectionsFile)
    places = dict(_places(sources.file))
    optional = [problem for file in (queries, corrections) if file for problem in file.problems]
    problems = (*sources.problems, *topic.problems, *optional, *_across(sources, queries))
    if problems:
        raise_if_any((*problems, *check_entries(root / "seeds", _sketched(sources.file), places)))
    assert sources.content is not None
    assert topic.content is not None
    entries = sources.content.sources
    return Project(
        root=root,
        topic=_topic(topic.content),
        sources={key: _source(key, entries[key]) for key in sorted(entries)},
        queries=tuple(_query(entry) for entry in queries.content.queries) if queries and queries.content else (),
        corrections=_corrections(corrections.content if corrections else None),
        places=places,
        words=(*_admitted(sources.file, entries), *_queried(queries)),
    )


def sources_in(file: YamlText) -> Mapping[str, Source]:
    """The sources that a text of `sources.yml` describes, which may not be written yet. Raises `DescriptionError`."""
    described = _validate(parse(file.text, file.name, SourcesFile.start), SourcesFile)
    raise_if_any(described.problems)
    assert described.content is not None
    entries = described.content.sources
    return {key: _source(key, entries[key]) for key in sorted(entries)}


def load_topic(path: Path) -> Topic:
    """Load a topic file on its own. Raises `errors.ProjectError` with every mistake that it holds."""
    described = _validate(read(path, path.as_posix(), TopicFile.start), TopicFile)
    raise_if_any(described.problems)
    assert described.content is not None
    return _topic(described.content)


def _describe(root: Path, name: str, shape: type[S]) -> _Described[S]:
    return _validate(read(root / "seeds" / name, f"seeds/{name}", shape.start), shape)


def _if_there(root: Path, name: str, shape: type[S]) -> _Described[S] | None:
    return _describe(root, name, shape) if (root / "seeds" / name).exists() else None


def _validate(file: YamlFile, shape: type[S]) -> _Described[S]:
    if file.fatal:
        return _Described(file, None, file.problems)
    try:
        content = shape.model_validate(file.value)
    except ValidationError as error:
        return _Described(file, None, (*file.problems, *explain(file, error, shape)))
    return _Described(file, content, (*file.problems, *_within(file, content)))


def _within(file: YamlFile, content: Shape) -> Iterator[Diagnostic]:
    if isinstance(content, SourcesFile):
        yield from check_sources(file, content)
    elif isinstance(content, TopicFile):
        yield from check_topic(file, content)


def _across(sources: _Described[SourcesFile], queries: _Described[QueriesFile] | None) -> Iterator[Diagnostic]:
    keys = _entries(sources.file)
    if queries and queries.content and keys:
        yield from check_queries(queries.file, queries.content, keys)


def _entries(file: YamlFile) -> Mapping[str, object]:
    """What stands under `sources:`, valid or not."""
    entries = file.value.get("sources") if isinstance(file.value, dict) else None
    return entries if isinstance(entries, dict) else {}


def _sketched(file: YamlFile) -> Iterator[Source]:
    """Of entries that may have mistakes, those that name a file and a digest."""
    for key, entry in _entries(file).items():
        name, digest = (entry.get("file"), entry.get("sha256")) if isinstance(entry, dict) else (None, None)
        if isinstance(name, str) and isinstance(digest, str) and re.fullmatch(FILE, name):
            # A digest that is none is a mistake of its own: its message says how to come by the right one.
            yield Source(key, name, digest if re.fullmatch(DIGEST, digest) else "", Stated(""))


def _stated(value: object) -> Stated:
    if isinstance(value, Inferred):
        return Stated(_stated(value.inferred).value, value.because)
    return Stated("; ".join(value) if isinstance(value, list) else str(value))


def _source(key: str, entry: SourceShape) -> Source:
    variables = {field.alias or name for name, field in CslShape.model_fields.items()}
    return Source(
        key=key,
        file=entry.file,
        sha256=entry.sha256,
        speaks=_stated(entry.speaks),
        metadata={name: _stated(value) for name, value in fields_of(entry) if name in variables},
        article=entry.article,
        called=entry.called,
        publish=entry.publish,
        admits=tuple(Admission(admitted.words, admitted.reason) for admitted in entry.admits),
    )


def _topic(content: TopicFile) -> Topic:
    return Topic(
        title=content.title,
        subject=content.subject,
        question=content.question,
        terms=content.terms or (content.subject,),
        parties=tuple(Party(party.name, party.aliases, party.side, party.of) for party in content.parties),
        pages=page_names(content),
        wanted=content.wanted,
    )


def _query(entry: QueryShape) -> Query:
    return Query(entry.source, entry.words, entry.ground, entry.by, entry.date)


def _corrections(content: CorrectionsFile | None) -> tuple[Correction, ...]:
    return tuple(map(_correction, content.corrections)) if content else ()


def _correction(entry: CorrectionShape) -> Correction:
    return Correction(entry.date, entry.why, entry.was, entry.now, entry.page or "", entry.source or "")


def _admitted(file: YamlFile, entries: Mapping[str, SourceShape]) -> Iterator[tuple[str, Place, str, str]]:
    for key, entry in entries.items():
        for index, admitted in enumerate(entry.admits):
            yield file.name, file.values["sources", key, "admits", index, "words"], key, admitted.words


def _queried(queries: _Described[QueriesFile] | None) -> Iterator[tuple[str, Place, str, str]]:
    if queries and queries.content:
        for index, query in enumerate(queries.content.queries):
            yield queries.file.name, queries.file.values["queries", index, "words"], query.source, query.words


def _places(file: YamlFile) -> Iterator[tuple[tuple[str, str], Place]]:
    for steps, place in file.values.items():
        if len(steps) == 3 and steps[0] == "sources":
            yield (str(steps[1]), str(steps[2])), place
