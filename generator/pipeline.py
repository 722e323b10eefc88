"""The order of the work, and the only file that knows it.

seeds/  ->  project  ->  ingest  ->  analysis  ->  compose  ->  docs/  ->  lint  ->  web  ->  site/
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, count
from pathlib import Path

from generator import analysis as analysing
from generator import compose as composing
from generator import export, ingest, lint, project
from generator.analysis import dates, derived, evaluation, numbers, origins, relevance, sentences
from generator.citations import grammar
from generator.citations.scanner import scan
from generator.citations.verify import verify
from generator.compose import Composition, Draft, Outcome, Written, files, merging
from generator.errors import SourceError, UsageError
from generator.export import Edition
from generator.lint import fixing
from generator.model import (
    Analysis,
    Citation,
    Computed,
    Derivation,
    Diagnostic,
    Document,
    Evidence,
    Match,
    Note,
    Passage,
    Role,
    Severity,
    Side,
    Source,
    Span,
    Stated,
    Topic,
)
from generator.project import Project

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
    licence = work.root / LICENCE
    return Edition(
        export.read_site(site),
        work.evidence,
        tuple(scan(markdown, f"{DOCS}/{name}") for name, markdown in pages(work.root).items()),
        licence.read_text(encoding="utf-8", errors="replace") if licence.is_file() else "",
        moment,
        version,
    )


def check(work: Work, select: Collection[str] = ()) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with the evidence and the pages, in the order of the places.

    `select` names rules that run besides those that are on by default. Raises UsageError for pages that cannot be read, unless the evidence has
    errors: those come first.
    """
    of_seeds = {*work.evidence.problems, *_unknown_articles(work), *_unknown_words(work)}
    try:
        read = [(f"{DOCS}/{name}", markdown) for name, markdown in pages(work.root).items()]
    except UsageError:
        if errors(of_seeds):
            return tuple(sorted(of_seeds))
        raise
    of_pages = [
        *lint.check(read, work.evidence, work.compute, reading(work.analysis), select=select),
        *_outside_articles(work, read),
    ]
    return tuple(sorted({*of_seeds, *_with_the_way_on(work, of_pages)}))


def fix(work: Work) -> Mapping[str, int]:
    """Mends on disk what is certain; by the path of each page that changed, how many of its notes. Raises UsageError for pages that cannot be read."""
    mended: dict[str, int] = {}
    for name, markdown in pages(work.root).items():
        path = work.root / DOCS / name
        text, number = fixing.fixed(markdown, f"{DOCS}/{name}", work.evidence)
        if number:
            files.write(path, text, like=path)
            mended[f"{DOCS}/{name}"] = number
    return mended


def reading(analysis: Analysis) -> lint.Reading:
    """What the check of the pages is told of the sources' sentences, and how it reads those of the pages."""
    passages: dict[str, list[Passage]] = {}
    for passage in analysis.passages:
        passages.setdefault(passage.source, []).append(passage)
    return lint.Reading(
        passages=passages,
        sentences=sentences.split,
        numbers=numbers.numbers,
        dates=partial(dates.dates, anchor=dates.Anchor()),
    )


def _with_the_way_on(work: Work, found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    """A finding on a page that nobody edited is mended by writing the page anew, not by hand."""
    if not found or errors(work.evidence.problems):
        return found
    _, written = generate(work, dry=True)
    stale = {f"{DOCS}/{page.name}" for page in written if page.outcome is Outcome.UPDATED}
    advice = "the page is out of date and nobody edited it; type: explainer generate"
    return [replace(one, help=advice) if one.path in stale else one for one in found]


def _outside_articles(work: Work, read: Iterable[tuple[str, str]]) -> Iterator[Diagnostic]:
    """Citations whose words stand in the file, but in another article than the entry's, and were not admitted."""
    foreign = {key: _foreign(work, source) for key, source in work.evidence.sources.items() if source.article}
    for path, markdown in read:
        for note in scan(markdown, path).notes:
            if not isinstance(note.body, Citation) or not foreign.get(note.body.key):
                continue
            verdict = verify(note.body, work.evidence)
            for span in verdict.spans if verdict.passes else ():
                passage = next((p for p in foreign[note.body.key] if any(one.overlap(span) for one in p.pieces)), None)
                if passage is not None:
                    yield _outside(work.evidence, path, note, passage, span)


def _foreign(work: Work, source: Source) -> list[Passage]:
    """Passages of other articles in the source's file; in those, only what a person admitted is relevant."""
    said = [p for p in work.analysis.passages if p.source == source.key]
    wanted = relevance.headline_key(source.article)
    own = {p.article for p in said if relevance.headline_key(p.headline) == wanted}
    return [p for p in said if own and p.article not in own and not p.relevant]


def _outside(evidence: Evidence, path: str, note: Note, passage: Passage, span: Span) -> Diagnostic:
    key = passage.source
    words = " ".join(evidence.documents[key].slice(span).split())
    under = f"under the headline “{passage.headline}”" if passage.headline else "in another article without a headline"
    entry = f'{{words: {json.dumps(words, ensure_ascii=False)}, reason: "why they belong to the evidence"}}'
    advice = (
        f"cite words of that article, or admit these: in {SEEDS}/sources.yml add to `admits` of “{key}”: - {entry}"
        if evidence.sources[key].admits
        else f"cite words of that article, or admit these: in {SEEDS}/sources.yml write under “{key}”: admits: [{entry}]"
    )
    message = f"“{words}” stands {under}, not in the article of “{key}”, “{evidence.sources[key].article}”"
    return Diagnostic(path, note.line, note.body_column, "outside-article", message, advice)


def _unknown_words(work: Work) -> list[Diagnostic]:
    """Queries and admissions whose words do not stand in their source exactly once: they would silently do nothing."""
    findings = []
    for path, place, key, words in work.described.words if work.described else ():
        verdict = verify(Citation(key, words), work.evidence)
        if not verdict.passes and verdict.match is not Match.UNREADABLE_SOURCE:
            message, advice = f"“{key}”: {verdict.message}", _in_yaml(verdict.help, key)
            findings.append(Diagnostic(path, place.line, place.column, "unknown-words", message, advice))
    return findings


def _in_yaml(advice: str, key: str) -> str:
    """Help that proposes notes, with each as the fields of a description."""

    def fields(note: re.Match[str]) -> str:
        words = f"`words: {json.dumps(note['words'], ensure_ascii=False)}`"
        return words if note["key"] == key else f"`source: {note['key']}` with {words}"

    return re.sub(r'@(?P<key>[a-z0-9-]+) "(?P<words>.*?)"(?= or @| or one for another|$)', fields, advice)


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
