"""The shipped analysis on the bank that its weights were learned from: an exam it knows, so only good for noticing that something broke.

    python benchmarks/quality/own_exam.py generator/analysis/bank

How well unseen topics are read is told by `train_roles.py`. The speakers were not learned from the bank.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean

import bank

from generator.analysis import layout, releases
from generator.analysis.evaluation import GoldUnit, Score, score
from generator.analysis.evaluation import figures as of_gold
from generator.analysis.figures import Figure, figure, table
from generator.analysis.reading import read
from generator.analysis.units import units
from generator.model import Analysis, Document, Evidence, Passage, Role, Source, Topic

_LITTLE = frozenset(["the", "a", "an", "of", "s", "mr", "mrs", "ms", "dr", "professor"])


def scored(folder: Path) -> Score:
    gold: list[GoldUnit] = []
    sources: dict[str, Source] = {}
    documents: dict[str, Document] = {}
    passages: list[Passage] = []
    for labelled in bank.articles(folder):
        key = labelled.source.key
        file = key.replace("/", "--")
        sources[key], documents[key] = replace(labelled.source, file=file), labelled.document
        gold += [replace(unit, file=file) for unit in labelled.units]
        passages += read(labelled.source, labelled.document, labelled.topic)
    return score(gold, Evidence(Topic("", ""), sources, documents), Analysis(tuple(passages)))


def figures(folder: Path) -> list[Figure]:
    """The score by sentence, and the speakers again with names compared by their words: the bank names people as one would in a list."""
    found = scored(folder)
    said = [(unit, p) for unit, p in found.pairs if p is not None and p.relevant and unit.role is not Role.IRRELEVANT]
    voices = _publishers(folder)
    named = [
        speaks(p.speaker, unit.speakers)
        for unit, p in said
        if p.speaker and (unit.speakers or p.speaker != voices.get(unit.file))
    ]
    wanted = [speaks(p.speaker, unit.speakers) for unit, p in said if unit.speakers]
    return [
        *(replace(one, name=f"own exam, {one.name}", floor=None, aim=None) for one in of_gold(found)[:-1]),
        figure("speakers, bank: precision", named, fmean, count=len(named), unit="sentences with a speaker"),
        figure("speakers, bank: recall", wanted, fmean, count=len(wanted), unit="sentences with a labelled speaker"),
    ]


def _publishers(folder: Path) -> dict[str, str]:
    """File -> the party whose own words the article is. The bank labels an article's own voice with no speaker, whosever it is."""
    found: dict[str, str] = {}
    for labelled in bank.articles(folder):
        for article in layout.articles(labelled.document):
            owner = releases.publisher(units(labelled.document, article), labelled.topic, labelled.source)
            if owner:
                found[labelled.source.key.replace("/", "--")] = owner
    return found


def speaks(name: str, accepted: frozenset[str]) -> bool:
    """Whether the words of one name are among those of the other: "Arrowsmith" is "Ms Arrowsmith"."""
    words = _words(name)
    return bool(words) and any(words <= other or other <= words for other in map(_words, accepted) if other)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold())) - _LITTLE


def main(arguments: Sequence[str]) -> None:
    print("\n".join(table(figures(Path(arguments[0])))))


if __name__ == "__main__":
    main(sys.argv[1:])
