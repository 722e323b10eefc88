"""Sentence boundaries against a treebank of Universal Dependencies, such as English EWT and GUM.

    python benchmarks/quality/sentences.py PATH-TO/en_ewt-ud-dev.conllu [NUMBER-OF-ERRORS]

The treebank is read where it lies; nothing of it is part of this project. Each paragraph's text is put together again from its tokens
and split by itself, as layout gives paragraphs to the splitter. Counted as the scorer of the CoNLL 2018 shared task counts: a sentence is right where its first and
its last character, white space left aside, are those of an annotated sentence.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

from generator.analysis import sentences
from generator.analysis.figures import Figure, figure, table

AIMS = {"ewt": 0.93, "gum": 0.975}
FLOORS = {"ewt": 0.85, "gum": 0.94}
"""A little below what is measured on the test parts. Right at every boundary with a stop and at none without, one would get .889 and .963 on the
development parts: the rest are lines whose breaks the treebank does not keep."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The annotated sentences of one paragraph, each with the white space that follows it."""

    sentences: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(self.sentences)


@dataclass(frozen=True, slots=True)
class Counts:
    """Of one document."""

    right: int
    given: int
    wanted: int


def documents(treebank: str) -> Iterator[list[Paragraph]]:
    """The paragraphs of each document of a treebank in CoNLL-U form."""
    found: list[list[list[str]]] = []
    for sentence in treebank.split("\n\n"):
        lines = sentence.splitlines()
        opens = {line.split()[1] for line in lines if line.startswith("# new")}
        words = _text(lines)
        if not words:
            continue
        if "newdoc" in opens or not found:
            found.append([])
        if opens & {"newdoc", "newpar"} or not found[-1]:
            found[-1].append([])
        found[-1][-1].append(words)
    for paragraphs in found:
        yield [Paragraph(tuple(paragraph)) for paragraph in paragraphs]


def _text(lines: Sequence[str]) -> str:
    """A sentence as it was written: words of a contraction stand as the one token they make."""
    words, inside = "", 0
    for line in lines:
        if line.startswith("#") or not line:
            continue
        number, form, *_, misc = line.split("\t")
        if "-" in number:
            inside = int(number.split("-")[1])
        elif "." in number or int(number) <= inside:
            continue
        words += form if "SpaceAfter=No" in misc.split("|") else form + " "
    return words


def compare(paragraph: Paragraph) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Spans of the sentences given and of those wanted, in characters that are no white space."""
    text = paragraph.text
    solid = [0, *accumulate(not character.isspace() for character in text)]
    given = {(solid[span.start], solid[span.end]) for span in sentences.split(text)}
    ends = accumulate(map(len, paragraph.sentences), initial=0)
    return given, {(solid[start], solid[end]) for start, end in pairwise(ends)}


def counts(document: Sequence[Paragraph]) -> Counts:
    pairs = [compare(paragraph) for paragraph in document]
    return Counts(
        sum(len(given & wanted) for given, wanted in pairs),
        sum(len(given) for given, _ in pairs),
        sum(len(wanted) for _, wanted in pairs),
    )


def f1(samples: Sequence[Counts]) -> float:
    """Harmonic mean of precision and recall of whole sentences."""
    given, wanted = sum(s.given for s in samples), sum(s.wanted for s in samples)
    return 2 * sum(s.right for s in samples) / (given + wanted) if given + wanted else 0.0


def figures(path: Path) -> list[Figure]:
    """The one figure of a treebank file; intervals draw whole documents."""
    found = [counts(document) for document in documents(path.read_text(encoding="utf-8"))]
    name = next((name for name in AIMS if name in path.name.lower()), "")
    count = sum(one.wanted for one in found)
    return [
        figure(
            f"sentences, {path.stem}: F1 of whole sentences",
            found,
            f1,
            count=count,
            unit="sentences",
            floor=FLOORS.get(name),
            aim=AIMS.get(name),
        )
    ]


def errors(path: Path) -> Iterator[str]:
    """Paragraphs that are split otherwise than annotated: `|` where both split, `+` only we, `-` only the annotators."""
    for document in documents(path.read_text(encoding="utf-8")):
        for paragraph in document:
            given, wanted = ({end for _, end in spans} for spans in compare(paragraph))
            if given != wanted:
                yield _marked(paragraph.text, given, wanted)


def _marked(text: str, given: set[int], wanted: set[int]) -> str:
    signs = {end: "|" if end in given and end in wanted else "+" if end in given else "-" for end in given | wanted}
    line, solid = "", 0
    for character in text.rstrip():
        line += character
        if not character.isspace():
            solid += 1
            line += f" [{signs[solid]}]" if solid in signs else ""
    return line


if __name__ == "__main__":
    print("\n".join(table(figures(Path(sys.argv[1])))))
    for _, line in zip(range(int(sys.argv[2]) if len(sys.argv) > 2 else 0), errors(Path(sys.argv[1])), strict=False):
        print("  ", line)
