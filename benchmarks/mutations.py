"""What the check of the pages catches: true statements and quotations, changed one at a time; and what it flags that nobody changed.

    python benchmarks/mutations.py            # the project's own pages, and edited prose: from the same sources and on a topic of the bank
    python benchmarks/mutations.py . 20       # and twenty changes that were not caught, with what was flagged
    python benchmarks/mutations.py FOLDER     # another project; pages that it has not are composed

Each change is made alone, and the page is checked as it then stands. It counts as caught where the check finds anything that it did not find
before. Changes are drawn evenly over the pages, the same at every run.
"""

from __future__ import annotations

import importlib
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from statistics import fmean

import changes
import yaml

from generator import analysis, lint, pipeline, proofing
from generator.analysis.figures import Figure, figure, table
from generator.citations.structure import TextKind
from generator.lint.page import LintPage, Reader
from generator.lint.rules import RULES
from generator.model import Diagnostic, Evidence, Severity
from generator.pipeline import Work

ROOT = Path(__file__).resolve().parents[1]
EDITED = Path(__file__).resolve().parent / "mutations_data"
"""Prose as an editor would write it, several notes in a paragraph: a folder for the project's own sources, and one for each other topic, of the tests
or of the bank."""
GENERATED = "docs/"
"""Where the paths of pages begin that the generator wrote."""
MOST = 60
"""Changes of one kind; one more that escapes is then less than two points of the share."""


@dataclass(frozen=True)
class Mutation:
    """A page with one thing changed."""

    kind: str
    page: str
    markdown: str
    was: str
    now: str


# --- the measurement --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Kind:
    name: str
    aim: float
    make: Callable[[LintPage, random.Random], Iterator[tuple[str, str, str]]]


def kinds(work: Work) -> tuple[Kind, ...]:
    keys = sorted(work.evidence.sources)
    days, parties = changes.dates_of(work), changes.names_of(work)

    def noted(name: str, change: changes.InText) -> Kind:
        return Kind(f"{name} in a note", 1.0, lambda page, draw: changes.in_notes(page, change, draw))

    def said(name: str, change: changes.InText, aim: float = 0.9) -> Kind:
        return Kind(f"{name} in a sentence", aim, lambda page, draw: changes.in_prose(page, change, draw, quoted=False))

    def quoted(name: str, change: changes.InText) -> Kind:
        return Kind(f"{name} in a quotation", 0.9, lambda page, draw: changes.in_prose(page, change, draw, quoted=True))

    of_words = {
        "another digit": changes.digits,
        "another date": days,
        "another name": parties,
        "no negation": changes.without(changes.NEGATIONS),
        "no hedge": changes.without(changes.HEDGES),
        "an adjective": changes.adjective,
        "a word less": changes.lost_word,
    }
    return (
        *(noted(name, change) for name, change in of_words.items()),
        Kind("an unknown key", 1.0, lambda page, _: changes.other_keys(page, ["no-such-source"])),
        Kind("another source's key", 1.0, lambda page, _: changes.other_keys(page, keys)),
        Kind("two quotations as one", 1.0, lambda page, _: changes.spliced(page)),
        *(quoted(name, change) for name, change in of_words.items()),
        said("another digit", changes.digits, 0.99),
        said("another date", days),
        said("another name", parties),
        Kind(
            "no negation in a sentence",
            0.9,
            lambda page, _: changes.dropped(page, changes.NEGATIONS, changes.NEGATIONS),
        ),
        Kind("no hedge in a sentence", 0.9, lambda page, _: changes.dropped(page, changes.HEDGES, changes.HEDGES)),
        Kind("no attribution in a sentence", 0.9, lambda page, _: changes.unattributed(page)),
    )


@dataclass(frozen=True)
class Pages:
    """Pages that rest on one pile, read."""

    work: Work
    reader: Reader
    markdown: Mapping[str, str]

    @classmethod
    def of(cls, work: Work, markdown: Mapping[str, str]) -> Pages:
        return cls(work, Reader.of(work.evidence, work.compute, proofing.reading(work.analysis)), markdown)

    @cached_property
    def read(self) -> Mapping[str, LintPage]:
        return {path: self.reader.read(path, text) for path, text in self.markdown.items()}

    def found(self, path: str, markdown: str) -> Counter[tuple[str, str]]:
        """What the rules that are on by default find on one page, by rule and message."""
        page = self.reader.read(path, markdown)
        found = (one for rule in RULES.values() if rule.on for one in rule.find([page], self.work.evidence))
        return Counter((one.rule, one.message) for one in found if one.path == path)


def piles(folder: Path) -> list[Pages]:
    """The pages of a project; of this one also edited prose, and the pages and edited prose of other topics."""
    work = pipeline.study(folder)
    docs = _markdown(folder / "docs", GENERATED) or _composed(work, "")
    if folder.resolve() != ROOT:
        return [Pages.of(work, docs)]
    others = [(topic.name, _work(topic)) for topic in sorted(EDITED.iterdir()) if topic.name != "seeds"]
    return [
        Pages.of(work, docs | _markdown(EDITED / "seeds")),
        *(Pages.of(one, _composed(one, f"{name}/") | _markdown(EDITED / name)) for name, one in others),
    ]


def _composed(work: Work, under: str) -> dict[str, str]:
    return {f"{GENERATED}{under}{name}": text for name, text in pipeline.composition(work).pages.items()}


def _markdown(folder: Path, prefix: str = "") -> dict[str, str]:
    return {
        f"{prefix or f'{folder.name}/'}{path.name}": path.read_text(encoding="utf-8")
        for path in sorted(folder.glob("*.md"))
    }


def _work(topic: Path) -> Work:
    """The sources that a topic's edited prose rests on: those of the tests, or of the bank."""
    if topic.name == "cold-fogging":
        return pipeline.study(ROOT / "tests" / "sample")
    if topic.name == "phantom-shifts":
        return _of_second_topic(topic)
    return _of_bank(topic)


def _of_second_topic(topic: Path) -> Work:
    """The articles from which the tests make a site on another topic, with the digests that their entries leave open."""
    given = ROOT / "tests" / "second_topic"
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(shutil.copytree(given / "articles", Path(folder) / "seeds"))
        shutil.copy(topic / "topic.yml", seeds)
        entries = yaml.safe_load((given / "entries.yml").read_text(encoding="utf-8"))
        for entry in entries.values():
            entry["sha256"] = sha256((seeds / entry["file"]).read_bytes()).hexdigest()
        (seeds / "sources.yml").write_text(yaml.safe_dump({"sources": entries}), encoding="utf-8")
        return pipeline.study(Path(folder))


def _of_bank(topic: Path) -> Work:
    """The articles of a topic of the bank as a pile of sources, keyed by the names of their files."""
    sys.path.insert(0, str(EDITED.parent / "quality"))
    bank = importlib.import_module("bank")
    articles = {
        one.source.file.removesuffix(".tsv").replace("_", "-"): one
        for one in bank.articles(bank.BANK)
        if one.topic_name == topic.name
    }
    sources = {key: replace(one.source, key=key) for key, one in sorted(articles.items())}
    some = next(iter(articles.values()))
    evidence = Evidence(some.topic, sources, {key: articles[key].document for key in sources})
    return Work(ROOT, evidence, analysis.analyse(evidence))


@dataclass(frozen=True)
class Outcome:
    mutation: Mutation
    caught: bool
    stops: bool
    """Whether an error is among what was found, so that no site is built."""


def outcomes(all_piles: Sequence[Pages]) -> Iterator[tuple[Kind, list[Outcome]]]:
    """Each kind of change with at most MOST changes, drawn evenly over all that can be made, and whether each was caught."""
    before = [{path: pages.found(path, text) for path, text in pages.markdown.items()} for pages in all_piles]
    of_pile = [kinds(pages.work) for pages in all_piles]
    for number, kind in enumerate(of_pile[0]):
        draw = random.Random(kind.name)
        made = [
            (pile, Mutation(kind.name, path, markdown, was, now))
            for pile, pages in enumerate(all_piles)
            for path, page in pages.read.items()
            for markdown, was, now in of_pile[pile][number].make(page, draw)
            if markdown != pages.markdown[path]
        ]
        chosen = draw.sample(made, MOST) if len(made) > MOST else made
        yield kind, [_outcome(one, all_piles[pile], before[pile][one.page]) for pile, one in chosen]


def _outcome(mutation: Mutation, pages: Pages, before: Counter[tuple[str, str]]) -> Outcome:
    found = pages.found(mutation.page, mutation.markdown) - before
    return Outcome(mutation, bool(found), any(RULES[rule].severity is Severity.ERROR for rule, _ in found))


def alarms(all_piles: Sequence[Pages]) -> list[Diagnostic]:
    """What the check finds on the untouched pages."""
    return [
        one
        for pages in all_piles
        for one in lint.check([*pages.markdown.items()], pages.work.evidence, pages.work.compute, pages.reader.reading)
    ]


def false_alarms(all_piles: Sequence[Pages]) -> Iterator[Figure]:
    """For each warning that is on by default the share of untouched sentences that it flags; a page is one draw. Edited prose stands by itself as well."""
    found = alarms(all_piles)
    sentences = {
        path: sum(one.kind is not TextKind.HEADING for one in page.statements)
        for pages in all_piles
        for path, page in pages.read.items()
    }
    prose = {path: number for path, number in sentences.items() if not path.startswith(GENERATED)}
    for name, counted in (("untouched", sentences), ("untouched edited prose", prose)):
        for rule in RULES.values() if counted else ():
            if rule.severity is Severity.WARNING and rule.on:
                flagged = Counter(one.path for one in found if one.rule == rule.name)
                samples = [(flagged[path], number) for path, number in counted.items() if number]
                yield figure(
                    f"{name}: flagged by {rule.name}",
                    samples,
                    lambda drawn: sum(bad for bad, _ in drawn) / sum(number for _, number in drawn),
                    count=sum(counted.values()),
                    unit="sentences",
                    aim=0.02,
                    smaller_is_better=True,
                )


def figures(folder: Path) -> list[Figure]:
    all_piles = piles(folder)
    return [
        *(one for kind, made in outcomes(all_piles) if made for one in _shares(kind, made)),
        *false_alarms(all_piles),
    ]


def _shares(kind: Kind, made: Sequence[Outcome]) -> Iterator[Figure]:
    caught, stops = [one.caught for one in made], [one.stops for one in made]
    yield figure(f"{kind.name}: caught", caught, fmean, count=len(made), unit="changes", aim=kind.aim)
    if kind.name.endswith("in a quotation"):
        yield figure(f"{kind.name}: stops the build", stops, fmean, count=len(made), unit="changes", aim=kind.aim)


def main(arguments: Sequence[str]) -> None:
    all_piles = piles(Path(arguments[0]) if arguments else ROOT)
    found = [(kind, made) for kind, made in outcomes(all_piles) if made]
    shares = [one for kind, made in found for one in _shares(kind, made)]
    print("\n".join(table([*shares, *false_alarms(all_piles)])))
    if len(arguments) > 1:
        escaped = [one.mutation for _, made in found for one in made if not one.caught]
        for one in escaped[: int(arguments[1])]:
            print(f"{one.kind}, {one.page}: {one.was} -> {one.now}")
        for alarm in alarms(all_piles):
            print(f"{alarm.path}:{alarm.line}:{alarm.column}: {alarm.rule}: {alarm.message}")


if __name__ == "__main__":
    main(sys.argv[1:])
