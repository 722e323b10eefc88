"""Speakers against PolNeAR (Newell, Margolin and Ruths 2018), a public corpus of attributions in political news.

    python benchmarks/quality/polnear.py PATH-TO/data/dev         # prints the figures
    python benchmarks/quality/polnear.py PATH-TO/data/dev 40      # and forty errors

The corpus is read where it lies; nothing of it is part of this project. Two questions: which sentences hold content that is attributed to
somebody, and, of sentences with direct speech, whether the speaker found is the annotators' source. A source that is a pronoun or a common noun counts as
found where any speaker is given, since the corpus does not resolve it. What is drawn together for the intervals is an article.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator import ingest
from generator.analysis import reading
from generator.analysis.figures import Figure, figure, table
from generator.model import Document, Passage, Source, Span, Speech, Stated, Topic

_SHARE = 0.3
"""Least share of a sentence that annotated content must cover for the sentence to count as attributed."""
_MARK = re.compile(r"[“”\"]")
_ANNOTATION = re.compile(r"(?P<id>[TE]\d+)\t(?P<body>[^\t]+)")
_NO_NAME = frozenset(
    (
        "The",
        "A",
        "An",
        "He",
        "She",
        "They",
        "It",
        "I",
        "We",
        "Mr",
        "Mrs",
        "Ms",
        "His",
        "Her",
        "Its",
        "Their",
        "Some",
        "Many",
        "One",
    )
)
"""Capitalised words that name nobody."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated attribution, in characters of the article as read by the generator."""

    source: str
    content: tuple[Span, ...]
    direct: bool


@dataclass(slots=True)
class Count:
    """Right, given and wanted, in one article."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, right: bool, given: bool, wanted: bool) -> None:
        self.right += right
        self.given += given
        self.wanted += wanted


@dataclass(slots=True)
class Compared:
    """One article compared."""

    attributed: Count = field(default_factory=Count)
    direct: Count = field(default_factory=Count)
    errors: list[str] = field(default_factory=list)


def annotated(path: Path, document: Document, raw: str) -> Iterator[Attribution]:
    """The attributions of one annotation file, in the document's coordinates. Notes and lines broken by the annotated text are passed over."""
    places = {start: index for index, start in enumerate(document.starts)}
    spans: dict[str, list[Span]] = {}
    texts: dict[str, str] = {}
    events: list[dict[str, list[str]]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        match = _ANNOTATION.match(line)
        if match is None:
            continue
        if match["id"].startswith("T"):
            found = [tuple(map(int, part.split()[-2:])) for part in match["body"].split(";")]
            spans[match["id"]] = [span for start, end in found if (span := _span(places, start, end)) is not None]
            texts[match["id"]] = " ".join(raw[start:end] for start, end in found)
        else:
            events.append(_roles(match["body"]))
    for event in events:
        content = [span for identifier in event["Content"] for span in spans.get(identifier, ())]
        direct = any(_MARK.search(texts.get(identifier, "")) for identifier in event["Content"])
        source = " ".join(texts.get(identifier, "") for identifier in event["Source"])
        yield Attribution(source, tuple(content), direct)


def _roles(body: str) -> dict[str, list[str]]:
    """Role -> identifiers of the annotated stretches that fill it: Source, Cue, Content."""
    roles: dict[str, list[str]] = defaultdict(list)
    for part in body.split():
        name, identifier = part.split(":")
        roles[re.sub(r"\d+$", "", name)].append(identifier)
    return roles


def _span(places: dict[int, int], start: int, end: int) -> Span | None:
    kept = [places[i] for i in range(start, end) if i in places]
    return Span(kept[0], kept[-1] + 1) if kept else None


def passages(document: Document) -> tuple[Passage, ...]:
    """The article as analysis reads it without any topic."""
    source = Source("article", document.file, "", Stated(""))
    return reading.read(source, document, Topic("", "attribution"))


def agrees(found: str, wanted: str) -> bool:
    """Whether a speaker found is the annotated source: a capitalised word in common, or any speaker for a source without a name."""
    named = set(re.findall(r"[A-Z][\w'’-]+", wanted)) - _NO_NAME
    return bool(found) and (not named or any(word in found for word in named))


def compare(folder: Path) -> Iterator[Compared]:
    """Every article of a part of the corpus, in the order of the names. An article that several people annotated counts once, as the first annotated it."""
    by_article: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        by_article.setdefault(path.stem.rsplit("_", 1)[0], path)
    for name, path in by_article.items():
        raw = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        document = ingest.read_bytes(raw.encode(), name)
        compared = Compared()
        wanted = list(annotated(path, document, raw))
        for passage in passages(document):
            _sentence(passage, wanted, compared)
        yield compared


def _sentence(passage: Passage, wanted: Sequence[Attribution], compared: Compared) -> None:
    of = [a for a in wanted if _covered(passage, a) >= _SHARE * sum(map(len, passage.pieces))]
    given, marked = bool(passage.speaker), bool(_MARK.search(passage.text))
    compared.attributed.add(given and bool(of), given, bool(of))
    speech = [a for a in of if a.direct and marked]
    said = given and marked and passage.kind is Speech.QUOTE
    right = said and any(agrees(passage.speaker, a.source) for a in speech)
    compared.direct.add(right, said, bool(speech))
    if given != bool(of) or (speech and not right):
        expected = "; ".join(a.source or "-" for a in of) or "nobody"
        compared.errors.append(f"{passage.speaker or '-'} (annotated: {expected}) | {passage.text}")


def _covered(passage: Passage, attribution: Attribution) -> int:
    return sum(piece.overlap(span) for piece in passage.pieces for span in attribution.content)


def _precision(of: Callable[[Compared], Count]) -> Callable[[Sequence[Compared]], float]:
    return lambda sample: sum(of(one).right for one in sample) / max(1, sum(of(one).given for one in sample))


def _recall(of: Callable[[Compared], Count]) -> Callable[[Sequence[Compared]], float]:
    return lambda sample: sum(of(one).right for one in sample) / max(1, sum(of(one).wanted for one in sample))


def _attributed(one: Compared) -> Count:
    return one.attributed


def _direct(one: Compared) -> Count:
    return one.direct


def figures(folder: Path) -> list[Figure]:
    """Precision and recall of both questions. The floors are those of a quick regular expression."""
    return _figures(list(compare(folder)))


def _figures(articles: Sequence[Compared]) -> list[Figure]:
    made: list[Figure] = []
    for name, of, floors, aims in (
        ("direct speech, PolNeAR", _direct, (0.81, 0.56), (0.92, 0.75)),
        ("attributed sentences, PolNeAR", _attributed, (0.89, 0.60), (0.92, 0.80)),
    ):
        given, wanted = sum(of(one).given for one in articles), sum(of(one).wanted for one in articles)
        made.append(
            figure(
                f"{name}: precision",
                articles,
                _precision(of),
                count=given,
                unit="sentences",
                floor=floors[0],
                aim=aims[0],
            )
        )
        made.append(
            figure(
                f"{name}: recall", articles, _recall(of), count=wanted, unit="sentences", floor=floors[1], aim=aims[1]
            )
        )
    return made


def main(folder: Path, show: int = 0) -> None:
    """Prints the figures and, where asked, as many errors."""
    articles = list(compare(folder))
    print("\n".join(table(_figures(articles))))
    errors = [error for one in articles for error in one.errors]
    print("\n".join(errors[:show]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
