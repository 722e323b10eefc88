"""The order of the work, and the only file that knows it.

seeds/  ->  project  ->  ingest  ->  analysis  ->  compose  ->  docs/  ->  lint  ->  web  ->  site/
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, count
from pathlib import Path

from generator import analysis as analysing
from generator import compose as composing
from generator import ingest, lint, project
from generator.analysis import derived, evaluation
from generator.citations.verify import verify
from generator.compose import Composition, Written
from generator.errors import SourceError, UsageError
from generator.model import (
    Analysis,
    Citation,
    Computed,
    Derivation,
    Diagnostic,
    Document,
    Evidence,
    Match,
    Role,
    Severity,
    Side,
    Source,
    Stated,
    Topic,
)

DOCS = "docs"
SEEDS = "seeds"


@dataclass(frozen=True, slots=True)
class Work:
    """What the stages before `compose` gave."""

    root: Path
    evidence: Evidence
    analysis: Analysis

    def compute(self, derivation: Derivation) -> Computed:
        """Whether a derivation holds over this evidence."""
        return derived.compute(derivation, self.evidence, self.analysis)


def study(root: Path, topic: Topic | None = None) -> Work:
    """Reads and understands the evidence of the project at `root`, of its own topic or of another.

    Raises ProjectError; an unreadable source is a problem of the evidence, and the others still load.
    """
    evidence = read_evidence(root)
    if topic is not None:
        evidence = replace(evidence, topic=topic)
    return Work(root, evidence, analysing.analyse(evidence))


def read_evidence(root: Path) -> Evidence:
    """Project files and source articles as one value."""
    described = project.load(root)
    documents: dict[str, Document] = {}
    problems: list[Diagnostic] = list(project.check_files(described))
    for key, source in described.sources.items():
        path = root / SEEDS / source.file
        if not path.is_file():
            continue  # reported by check_files
        try:
            documents[key] = ingest.read(path, source.file)
        except SourceError as error:
            problems.append(_unreadable(f"{SEEDS}/{source.file}", error))
    return Evidence(
        described.topic,
        described.sources,
        documents,
        described.queries,
        digest(root, described.sources.values()),
        tuple(problems),
    )


def _unreadable(path: str, error: SourceError) -> Diagnostic:
    return Diagnostic(path, 0, 0, "unreadable-source", f"{error.where}: {error.message}", error.help)


def digest(root: Path, sources: Iterable[Source]) -> str:
    """sha256 over everything in seeds/ that the pages rest on, whatever the order of files and the line ends of the YAML."""
    summed = hashlib.sha256()
    for name in ("sources.yml", "topic.yml", "queries.yml"):
        path = root / SEEDS / name
        content = path.read_bytes().replace(b"\r\n", b"\n") if path.is_file() else b""
        summed.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    for file in sorted({source.file for source in sources}):
        path = root / SEEDS / file
        content = path.read_bytes() if path.is_file() else b""
        summed.update(file.encode() + b"\0" + hashlib.sha256(content).digest())
    return summed.hexdigest()


def study_files(files: Sequence[Path], topic: Topic) -> Work:
    """Understands files that no project describes: each is a source of its own, keyed by its name."""
    sources: dict[str, Source] = {}
    documents: dict[str, Document] = {}
    problems: list[Diagnostic] = []
    for path in {path.resolve(): path for path in files}.values():
        if not path.is_file():
            raise UsageError(
                "no such file", where=str(path), help="name source articles, or none for those of the project"
            )
        names = chain((path.stem, path.name, path.as_posix()), (f"{path.name}-{number}" for number in count(2)))
        key = next(name for name in names if name not in sources)
        data = path.read_bytes()
        sources[key] = Source(key, path.name, hashlib.sha256(data).hexdigest(), Stated("not stated"))
        try:
            documents[key] = ingest.read_bytes(data, path.name)
        except SourceError as error:
            problems.append(_unreadable(path.as_posix(), error))
    evidence = Evidence(topic, dict(sorted(sources.items())), documents, problems=tuple(problems))
    return Work(Path(), evidence, analysing.analyse(evidence))


def load_topic(path: Path) -> Topic:
    """The topic described by one file."""
    return project.load_topic(path)


def composition(work: Work) -> Composition:
    """The pages as the generator would write them."""
    return composing.compose(
        work.evidence, work.analysis, partial(derived.silent_parties, work.evidence, work.analysis, Side.ACCUSED)
    )


def generate(work: Work, *, dry: bool, accept: frozenset[str] = frozenset()) -> tuple[Composition, tuple[Written, ...]]:
    """Composes the pages and brings docs/ up to date; with `dry` nothing is written."""
    composed = composition(work)
    return composed, composing.write(work.root / DOCS, composed.pages, work.evidence.digest, dry=dry, accept=accept)


def pages(root: Path) -> Mapping[str, str]:
    """The Markdown pages in docs/, by path below it, in the order of the names. Drafts and other hidden files are not pages."""
    docs = root / DOCS
    found: dict[str, str] = {}
    for path in sorted(docs.rglob("*.md")):
        name = path.relative_to(docs).as_posix()
        if any(part.startswith(".") for part in name.split("/")):
            continue
        try:
            found[name] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise UsageError(
                "not UTF-8", where=f"{DOCS}/{name}: byte {error.start}", help="save the file as UTF-8"
            ) from error
    return found


def check(work: Work) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the evidence and the pages, in the order of the places."""
    read = [(f"{DOCS}/{name}", markdown) for name, markdown in pages(work.root).items()]
    found = lint.check(read, work.evidence, work.compute)
    return tuple(sorted({*work.evidence.problems, *_unknown_articles(work), *_unknown_words(work.evidence), *found}))


def _unknown_words(evidence: Evidence) -> list[Diagnostic]:
    """Queries and admissions whose words do not stand in their source exactly once: they would silently do nothing."""
    named = [(f"{SEEDS}/queries.yml", query.source, query.words) for query in evidence.queries]
    named += [
        (f"{SEEDS}/sources.yml", key, admitted.words)
        for key, source in evidence.sources.items()
        for admitted in source.admits
    ]
    findings = []
    for path, key, words in named:
        verdict = verify(Citation(key, words), evidence)
        if not verdict.passes and verdict.match is not Match.UNREADABLE_SOURCE:
            findings.append(Diagnostic(path, 0, 0, "unknown-words", f"“{key}”: {verdict.message}", verdict.help))
    return findings


def _unknown_articles(work: Work) -> list[Diagnostic]:
    """Entries that name an article which is not in their file."""
    findings = []
    for key, source in work.evidence.sources.items():
        said = [p for p in work.analysis.passages if p.source == key]
        if source.article and key in work.evidence.documents and not any(p.role is not Role.IRRELEVANT for p in said):
            headlines = sorted({p.headline for p in said if p.headline})
            findings.append(
                Diagnostic(
                    f"{SEEDS}/sources.yml",
                    0,
                    0,
                    "unknown-article",
                    f"“{key}” names the article “{source.article}”, which was not found in {source.file}",
                    f"the headlines found there are: {'; '.join(headlines) or 'none'}",
                )
            )
    return findings


def errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Those that must stop a build."""
    return tuple(d for d in diagnostics if d.severity is Severity.ERROR)


def evaluate(gold: Path, work: Work) -> evaluation.Score:
    """The analysis against a gold file."""
    return evaluation.score(evaluation.read_gold(gold), work.evidence, work.analysis)
