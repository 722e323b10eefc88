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
from typing import TYPE_CHECKING

from generator import analysis as analysing
from generator import compose as composing
from generator import ingest, project
from generator.analysis import derived, evaluation, origins
from generator.citations import grammar
from generator.citations.scanner import scan
from generator.citations.verify import verify
from generator.compose import Composition, Draft, Written, files, merging
from generator.errors import SourceError, UsageError
from generator.model import (
    Analysis,
    Citation,
    Computed,
    Derivation,
    Diagnostic,
    Document,
    Evidence,
    ScannedPage,
    Severity,
    Side,
    Source,
    Stated,
    Topic,
)
from generator.project import Project

if TYPE_CHECKING:
    from generator.export import Edition

DOCS = "docs"
SEEDS = "seeds"
LICENCE = "LICENSE"


@dataclass(frozen=True, slots=True)
class Work:
    """What the stages before `compose` gave."""

    root: Path
    evidence: Evidence
    analysis: Analysis
    described: Project | None = None
    """The project's own description; None for files that no project describes."""

    def compute(self, derivation: Derivation) -> Computed:
        """Whether a derivation holds over this evidence."""
        return derived.compute(derivation, self.evidence, self.analysis)


def study(root: Path, topic: Topic | None = None) -> Work:
    """Reads and understands the evidence of the project at `root`, of its own topic or of another.

    Raises ProjectError; an unreadable source is a problem of the evidence, and the others still load.
    """
    described = project.load(root)
    evidence = read_evidence(described)
    if topic is not None:
        evidence = replace(evidence, topic=topic)
    return Work(root, evidence, analysing.analyse(evidence), described)


def read_evidence(described: Project) -> Evidence:
    """The description and the source articles as one value."""
    documents: dict[str, Document] = {}
    problems: list[Diagnostic] = list(project.check_files(described))
    files = {key: project.evidence_file(described, source) for key, source in described.sources.items()}
    for key, path in files.items():
        if path is None:
            continue  # reported by check_files
        source = described.sources[key]
        try:
            documents[key] = ingest.read(path, source.file)
        except SourceError as error:
            problems.append(_unreadable(f"{SEEDS}/{source.file}", error))
    return Evidence(
        described.topic,
        described.sources,
        documents,
        described.queries,
        digest(described.root, {described.sources[key].file: path for key, path in files.items()}),
        tuple(problems),
        described.corrections,
    )


def _unreadable(path: str, error: SourceError) -> Diagnostic:
    return Diagnostic(path, 0, 0, "unreadable-source", f"{error.where}: {error.message}", error.help)


def digest(root: Path, files: Mapping[str, Path | None]) -> str:
    """sha256 over everything in seeds/ that the pages rest on, whatever the order of files and the line ends of the YAML.

    `files` holds the path of each source's file by its name; None where it cannot be used.
    """
    summed = hashlib.sha256()
    for name in ("sources.yml", "topic.yml", "queries.yml"):
        path = root / SEEDS / name
        content = path.read_bytes().replace(b"\r\n", b"\n") if path.is_file() else b""
        summed.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    for name, file in sorted(files.items()):
        content = file.read_bytes() if file else b""
        summed.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return summed.hexdigest()


def study_files(files: Sequence[Path], topic: Topic) -> Work:
    """Understands files that no project describes: each is a source of its own, keyed by its name."""
    sources: dict[str, Source] = {}
    documents: dict[str, Document] = {}
    problems: list[Diagnostic] = []
    for path in {path.resolve(): path for path in files}.values():
        if not path.is_file():
            raise UsageError(
                "a folder, not a source article" if path.is_dir() else "no such file",
                where=str(path),
                help="name source articles one by one, or none for those of the project",
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
    """The topic described by one file. Raises UsageError where there is no such file, ProjectError for mistakes in it."""
    if not path.is_file():
        raise UsageError(
            "a folder, not a topic file" if path.is_dir() else "no such topic file",
            where=path.as_posix(),
            help="name a topic file with --topic FILE; seeds/topic.yml of a project is one",
        )
    return project.load_topic(path)


def composition(work: Work) -> Composition:
    """The pages as the generator would write them."""
    silent = partial(derived.silent_parties, work.evidence, work.analysis, Side.ACCUSED)
    return composing.compose(work.evidence, work.analysis, silent, origins.origins)


def generate(work: Work, *, dry: bool, accept: frozenset[str] = frozenset()) -> tuple[Composition, tuple[Written, ...]]:
    """Composes the pages and brings docs/ up to date; with `dry` nothing is written."""
    composed = composition(work)
    kinds = {name: kind for kind, name in work.evidence.topic.pages.items()}
    drafts = {name: Draft(kinds.get(name, ""), text) for name, text in composed.pages.items()}
    holds = partial(_holds, work)
    return composed, composing.write(work.root / DOCS, drafts, work.evidence.digest, holds, dry=dry, accept=accept)


def _holds(work: Work, body: str) -> bool:
    """Whether a note's body holds over the evidence as it is now; an editor's note always does."""
    parsed = grammar.parse(body)
    if isinstance(parsed, Citation):
        return verify(parsed, work.evidence).passes
    return not isinstance(parsed, Derivation) or work.compute(parsed).holds


def resolve(root: Path, name: str, *, keep_mine: bool) -> int:
    """Takes one side of every conflict on a page; how many there were. Raises UsageError where the page has none, ComposeError."""
    path = root / DOCS / name
    text = files.read(path)
    if text is None:
        raise UsageError("no such page", where=path.as_posix(), help=f"name one of {DOCS}/, such as index.md")
    lines = merging.marker_lines(text)
    if not lines:
        raise UsageError(
            "the page has no conflict", where=path.as_posix(), help="`explainer check` lists pages that have"
        )
    chosen = merging.resolve(text, keep_mine=keep_mine)
    left = merging.marker_lines(chosen)
    if left:
        raise UsageError(
            "a conflict marker stands alone",
            where=f"{path.as_posix()}:{left[0]}",
            help="delete it, and what you do not want beside it, by hand; nothing was changed",
        )
    files.write(path, chosen, like=path)
    return len(lines)


def pages(root: Path) -> Mapping[str, str]:
    """The Markdown pages in docs/, by path below it, in the order of the names. Drafts and other hidden files are not pages.

    Raises UsageError where there is none, or one cannot be read.
    """
    return project.read_pages(root / DOCS)


def edition(work: Work, site: Path, moment: int, version: str) -> Edition:
    """The site built in `site` with what it rests on, for copies that bear the time `moment` (seconds since 1970).

    Raises ExportError where `site` holds no site that copies can be made from.
    """
    from generator.export import Edition, read_site  # only copies need it, and every command would wait for it

    licence = work.root / LICENCE
    return Edition(
        read_site(site),
        work.evidence,
        _scanned(work.root),
        licence.read_text(encoding="utf-8", errors="replace") if licence.is_file() else "",
        moment,
        version,
        work.root,
    )


def evidence_and_pages(root: Path) -> tuple[Evidence, tuple[ScannedPage, ...]]:
    """What a project says and what it rests on, as far as looking citations up takes it. Raises ProjectError."""
    evidence = read_evidence(project.load(root))
    return evidence, _scanned(root)


def _scanned(root: Path) -> tuple[ScannedPage, ...]:
    return tuple(scan(markdown, f"{DOCS}/{name}") for name, markdown in pages(root).items())


def errors(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Those that must stop a build."""
    return tuple(d for d in diagnostics if d.severity is Severity.ERROR)


def evaluate(gold: Path, work: Work) -> evaluation.Score:
    """The analysis against a gold file. Raises UsageError where the file is missing, holds no unit or something else."""
    advice = "name a JSON Lines file of labelled units"
    if not gold.is_file():
        raise UsageError("no such gold file", where=str(gold), help=advice)
    units = evaluation.read_gold(gold)
    if not units:
        raise UsageError("the gold file holds no labelled unit", where=str(gold), help=advice)
    wrong = next((unit for unit in units if {type(unit.file), type(unit.text)} != {str}), None)
    if wrong is not None:
        raise UsageError(f"unit {wrong.order}: seed and text must be text", where=str(gold), help=advice)
    return evaluation.score(units, work.evidence, work.analysis)
