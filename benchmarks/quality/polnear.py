"""Speakers against PolNeAR (Newell, Margolin and Ruths 2018), a public corpus of attributions in political news.

    python benchmarks/quality/polnear.py PATH-TO/data/dev

The corpus is read where it lies; nothing of it is part of this project. Two figures: which sentences hold content that is attributed to
somebody, and, of sentences with direct speech, whether the speaker found is the annotators' source. A source that is a pronoun or a common noun counts as
found where any speaker is given, since the corpus does not resolve it.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import ingest
from generator.analysis import reading
from generator.model import Document, Passage, Source, Span, Stated, Topic

_SHARE = 0.3
"""Least share of a sentence that annotated content must cover for the sentence to count as attributed."""
_MARK = re.compile(r"[“”\"]")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One annotated attribution, in characters of the article as read by the generator."""

    source: str
    content: tuple[Span, ...]
    direct: bool


@dataclass(slots=True)
class Count:
    """Right, given and wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __str__(self) -> str:
        precision = self.right / self.given if self.given else 0.0
        recall = self.right / self.wanted if self.wanted else 0.0
        return f"precision {precision:.3f}  recall {recall:.3f}  (right {self.right}, given {self.given}, wanted {self.wanted})"


def annotations(path: Path, document: Document, raw: str) -> Iterator[Attribution]:
    """The attributions of one annotation file, in the document's coordinates."""
    places = {start: index for index, start in enumerate(document.starts)}
    spans: dict[str, list[Span]] = {}
    texts: dict[str, str] = {}
    events: list[dict[str, list[str]]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if fields[0].startswith("T"):
            found = [tuple(map(int, part.split()[-2:])) for part in fields[1].split(";")]
            spans[fields[0]] = [span for start, end in found if (span := _span(places, start, end)) is not None]
            texts[fields[0]] = " ".join(raw[start:end] for start, end in found)
        elif fields[0].startswith("E"):
            roles = defaultdict(list)
            for part in fields[1].split():
                name, identifier = part.split(":")
                roles[re.sub(r"\d+$", "", name)].append(identifier)
            events.append(roles)
    for event in events:
        content = [span for identifier in event["Content"] for span in spans[identifier]]
        direct = any(_MARK.search(texts[identifier]) for identifier in event["Content"])
        yield Attribution(" ".join(texts[i] for i in event["Source"]), tuple(content), direct)


def _span(places: dict[int, int], start: int, end: int) -> Span | None:
    kept = [places[i] for i in range(start, end) if i in places]
    return Span(kept[0], kept[-1] + 1) if kept else None


def passages(document: Document) -> tuple[Passage, ...]:
    """The article as analysis reads it without any topic."""
    source = Source("article", document.file, "", Stated(""))
    return reading.read(source, document, Topic("", "attribution"))


def agrees(found: str, wanted: str) -> bool:
    """Whether a speaker found is the annotated source: a capitalised word in common, or any speaker for a source without a name."""
    named = {
        word
        for word in re.findall(r"[A-Z][\w'’-]+", wanted)
        if word not in {"The", "A", "An", "He", "She", "They", "It", "I", "We", "Mr", "Mrs", "Ms"}
    }
    return bool(found) and (not named or any(word in found for word in named))


def evaluate(folder: Path, show: int = 0) -> tuple[Count, Count]:
    """(attributed sentences, speakers of direct speech) over all articles of a part."""
    attributed, direct = Count(), Count()
    by_article = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        by_article[path.stem.rsplit("_", 1)[0]].append(path)
    for name, files in by_article.items():
        raw = (folder / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        document = ingest.read_bytes(raw.encode(), name)
        wanted = list(annotations(files[0], document, raw))
        for passage in passages(document):
            of = [
                a
                for a in wanted
                if sum(p.overlap(s) for p in passage.pieces for s in a.content)
                >= _SHARE * sum(map(len, passage.pieces))
            ]
            given = bool(passage.speaker)
            attributed.given += given
            attributed.wanted += bool(of)
            attributed.right += given and bool(of)
            speech = [a for a in of if a.direct and _MARK.search(passage.text)]
            said = given and bool(_MARK.search(passage.text)) and passage.kind == "quote"
            right = said and any(agrees(passage.speaker, a.source) for a in speech)
            direct.given += said
            direct.wanted += bool(speech)
            direct.right += right
            if show and (speech or said) and not right:
                show -= 1
                print(f"   {passage.speaker!r} {[a.source for a in speech]} | {passage.text[:150]}")
    return attributed, direct


if __name__ == "__main__":
    first, second = evaluate(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)
    print(f"attributed sentences   {first}")
    print(f"direct speech          {second}")
