"""Whether the pages and the evidence are sound: the rules over the pages, and what only both together can tell.

Stands above the pipeline, because it asks what the generator would write now.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from generator import lint
from generator.analysis import dates, numbers, relevance, sentences
from generator.citations.scanner import scan
from generator.citations.verify import verify
from generator.compose import Outcome, Written, files, merging
from generator.errors import UsageError
from generator.lint import fixing
from generator.model import Analysis, Citation, Diagnostic, Evidence, Match, Note, Passage, Role, Source, Span
from generator.pipeline import DOCS, SEEDS, Work, errors, generate, pages

_NOTE = re.compile(r" {0,3}\[\^[^\]]*\]:")
_OF_PROSE_QUOTATIONS = frozenset({"altered-quotation", "unfound-quotation"})
"""Rules whose findings in a paragraph go with its notes: the words changed in the source for both."""
_LABEL = re.compile(r"\[\^([^\]]*)\]")


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
    return tuple(sorted({*of_seeds, *with_the_way_on(work, of_pages, select)}))


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


def with_the_way_on(work: Work, found: Sequence[Diagnostic], select: Collection[str] = ()) -> Sequence[Diagnostic]:
    """Findings on the pages; of those that writing the pages anew would mend the help says so, instead of how to mend them by hand."""
    if not found or errors(work.evidence.problems):
        return found
    _, written = generate(work, dry=True)
    anew = {path: page for page in written if (path := f"{DOCS}/{page.name}") in {one.path for one in found}}
    merged = [(path, page.after) for path, page in anew.items() if page.outcome is Outcome.MERGED]
    left = {
        (one.path, one.message)
        for one in lint.check(merged, work.evidence, work.compute, reading(work.analysis), select=select)
    }
    advice = ((one, _way_on(one, anew.get(one.path), left)) for one in found)
    return [replace(one, help=way) if way else one for one, way in advice]


def _way_on(one: Diagnostic, page: Written | None, left: Collection[tuple[str, str]]) -> str:
    """What to do about a finding whose page would be written anew; "" where that would not mend it. `left` are those on the pages after a merge."""
    if page is not None and page.outcome is Outcome.UPDATED:
        return "the page is out of date and nobody edited it; type: explainer generate"
    if page is None or page.outcome not in (Outcome.MERGED, Outcome.CONFLICT) or not one.line:
        return ""
    line = next(iter(page.before.split("\n")[one.line - 1 : one.line]), "")
    goes = page.outcome is Outcome.MERGED and (one.path, one.message) not in left
    if goes or (_NOTE.match(line) and line not in page.after.split("\n")):
        return "the page is out of date; type: explainer generate; it merges what you edited"
    rests = _LABEL.findall(line) if _NOTE.match(line) or one.rule in _OF_PROSE_QUOTATIONS else []
    if not merging.labels_in_conflict(page.after).isdisjoint(rests):
        return "you and the sources changed it; type: explainer generate; it merges what you edited, and marks what you have to decide"
    return ""


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
