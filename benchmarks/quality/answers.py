"""Charges and their answers on piles of short articles about invented disputes: which allegations are one charge, what answers it, and how.

    python benchmarks/quality/answers.py benchmarks/quality/data/answers [NUMBER OF ERRORS]

The piles and what their labels mean are described in `data/answers/GUIDELINES.md`. Everything is measured twice: with the labelled roles and speakers,
so that only charges and answers are judged, and with those that analysis gives by itself. A charge of the analysis stands for the labelled charge
that most of its allegations belong to; a pairing counts for that one.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import yaml

from generator import ingest
from generator.analysis.charges import charges
from generator.analysis.claims import clusters
from generator.analysis.figures import Figure, figure, table
from generator.analysis.reading import read
from generator.model import (
    Analysis,
    AnswerKind,
    Charge,
    Document,
    Party,
    Passage,
    Role,
    Side,
    Source,
    Speech,
    Stated,
    Topic,
)

ROLES = {
    "A": Role.ALLEGATION,
    "R": Role.REBUTTAL,
    "D": Role.DEFINITION,
    "O": Role.OPEN_QUESTION,
    "C": Role.CONTEXT,
    "H": Role.CONTEXT,
}
KINDS = {
    "denies": AnswerKind.DENIES,
    "doubts": AnswerKind.DOUBTS,
    "turns": AnswerKind.TURNS_BACK,
    "justifies": AnswerKind.JUSTIFIES,
    "concedes": AnswerKind.CONCEDES,
}
NO_CHARGE = "-"


@dataclass(frozen=True, slots=True)
class Line:
    """A labelled sentence."""

    role: Role
    headline: bool
    charge: str
    """Of an allegation; "-" where it charges nobody."""
    answers: frozenset[str]
    """Charges that a rebuttal answers; empty for "all" and "none"."""
    kind: AnswerKind | None
    speaker: str
    words: str


@dataclass(frozen=True, slots=True)
class Article:
    """One labelled article; an empty list of lines never occurs."""

    key: str
    date: str
    paragraphs: tuple[tuple[Line, ...], ...]

    @property
    def lines(self) -> Iterator[Line]:
        return (line for paragraph in self.paragraphs for line in paragraph)

    @property
    def text(self) -> str:
        return "\n\n".join(_written(paragraph) for paragraph in self.paragraphs) + "\n"


@dataclass(frozen=True, slots=True)
class Pile:
    name: str
    topic: Topic
    articles: tuple[Article, ...]


@dataclass(slots=True)
class Outcome:
    """What came out for one pile: counts that add up over piles."""

    right_pairs: int = 0
    found_pairs: int = 0
    gold_pairs: int = 0
    kinds_right: int = 0
    kinds: int = 0
    precisions: list[float] = field(default_factory=list)
    """B-cubed, one an allegation that both sides put into a charge; `recalls` likewise."""
    recalls: list[float] = field(default_factory=list)
    charged: int = 0
    """Allegations that charge somebody; `lost` are those of them in no charge."""
    lost: int = 0
    empty: int = 0
    """Allegations that charge nobody; `empty_charged` are those of them in a charge."""
    empty_charged: int = 0
    errors: list[str] = field(default_factory=list)


def piles(folder: Path) -> tuple[Pile, ...]:
    """The piles of a folder, by name."""
    return tuple(_pile(path) for path in sorted(folder.glob("*.yml")))


def _pile(path: Path) -> Pile:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    stated = data["topic"]
    parties = tuple(
        Party(p["name"], tuple(p.get("aliases", ())), Side(p["side"]), p.get("of", "")) for p in stated["parties"]
    )
    topic = Topic(stated["title"], stated["subject"], terms=tuple(stated["terms"]), parties=parties)
    articles = tuple(
        Article(f"{path.stem}-{number}", str(one["date"]), _paragraphs(one["text"]))
        for number, one in enumerate(data["articles"], 1)
    )
    return Pile(path.stem, topic, articles)


def _paragraphs(text: str) -> tuple[tuple[Line, ...], ...]:
    return tuple(
        tuple(_line(line) for line in block.splitlines()) for block in re.split(r"\n\s*\n", text.strip()) if block
    )


def _line(line: str) -> Line:
    labels, speaker, words = (part.strip() for part in line.split("|", 2))
    letter, *rest = labels.split()
    targets = frozenset(rest[0].split(",")) - {"all", "none"} if letter == "R" else frozenset()
    return Line(
        role=ROLES[letter],
        headline=letter == "H",
        charge=rest[0] if letter == "A" else "",
        answers=targets,
        kind=KINDS[rest[1]] if letter == "R" else None,
        speaker=speaker,
        words=words,
    )


def _written(paragraph: Sequence[Line]) -> str:
    return "## " + paragraph[0].words if paragraph[0].headline else " ".join(line.words for line in paragraph)


def analysed(pile: Pile, *, labelled: bool) -> Analysis:
    """The pile analysed, with its own roles and speakers where `labelled`."""
    sources, documents = {}, {}
    for article in pile.articles:
        data = article.text.encode()
        stated = {"issued": Stated(article.date), "title": Stated(article.key)}
        sources[article.key] = Source(
            article.key, article.key, hashlib.sha256(data).hexdigest(), Stated("a newspaper"), stated
        )
        documents[article.key] = ingest.read_bytes(data, article.key)
    passages = [p for article in pile.articles for p in _read(article, sources, documents, pile.topic, labelled)]
    issued = {article.key: article.date for article in pile.articles}
    claims, passages_of_claims = clusters(passages, pile.topic)
    return Analysis(passages_of_claims, claims, charges(claims, passages_of_claims, pile.topic, issued))


def _read(
    article: Article, sources: Mapping[str, Source], documents: Mapping[str, Document], topic: Topic, labelled: bool
) -> list[Passage]:
    passages = list(read(sources[article.key], documents[article.key], topic))
    if not labelled:
        return passages
    lines = {_plain(line.words): line for line in article.lines}
    return [_as_labelled(p, lines.get(_plain(p.text))) for p in passages]


def _as_labelled(passage: Passage, line: Line | None) -> Passage:
    if line is None:
        return replace(passage, relevant=False, role=Role.IRRELEVANT)
    same = passage.speaker == line.speaker
    return replace(
        passage,
        relevant=True,
        role=line.role,
        sure=True,
        confidence=1.0,
        speaker=line.speaker,
        predicate=passage.predicate if same else -1,
        kind=passage.kind if same else (Speech.REPORTED if line.speaker else Speech.VOICE),
    )


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()


def score(pile: Pile, found: Analysis) -> Outcome:
    """One pile against its labels."""
    lines = {(article.key, _plain(line.words)): line for article in pile.articles for line in article.lines}
    of = {p.id: lines.get((p.source, _plain(p.text))) for p in found.passages}
    outcome = Outcome()
    home: dict[str, int] = {}
    names: dict[int, str] = {}
    for number, charge in enumerate(found.charges):
        members = [p for claim in charge.claims for p in claim.passages]
        if not charge.counter:
            home.update((p.id, number) for p in members)
        names[number] = _stands_for(charge, of)
    _score_charges(outcome, pile, of, home)
    _score_pairs(outcome, pile, found, of, names)
    return outcome


def _stands_for(charge: Charge, of: Mapping[str, Line | None]) -> str:
    labels = [line.charge for claim in charge.claims for p in claim.passages if (line := of[p.id]) and line.charge]
    return Counter(labels).most_common(1)[0][0] if labels else NO_CHARGE


def _score_charges(outcome: Outcome, pile: Pile, of: Mapping[str, Line | None], home: Mapping[str, int]) -> None:
    at = {(id_.rpartition(":")[0], _plain(line.words)): home.get(id_) for id_, line in of.items() if line is not None}
    alleged = [
        (line.charge, at.get((article.key, _plain(line.words))))
        for article in pile.articles
        for line in article.lines
        if line.role is Role.ALLEGATION
    ]
    outcome.charged = sum(1 for gold, _ in alleged if gold != NO_CHARGE)
    outcome.empty = len(alleged) - outcome.charged
    outcome.empty_charged = sum(1 for gold, number in alleged if gold == NO_CHARGE and number is not None)
    placed = [(gold, number) for gold, number in alleged if gold != NO_CHARGE and number is not None]
    outcome.lost = outcome.charged - len(placed)
    _score_clusters(outcome, pile, placed)


def _score_clusters(outcome: Outcome, pile: Pile, placed: Sequence[tuple[str, int]]) -> None:
    for gold, number in placed:
        both = sum(1 for g, n in placed if g == gold and n == number)
        outcome.precisions.append(both / sum(1 for _, n in placed if n == number))
        outcome.recalls.append(both / sum(1 for g, _ in placed if g == gold))
    for gold in sorted({g for g, _ in placed}):
        if len(parts := {n for g, n in placed if g == gold}) > 1:
            outcome.errors.append(f"{pile.name}: charge {gold} stands in {len(parts)} charges")
    for number in sorted({n for _, n in placed}):
        if len(mixed := sorted({g for g, n in placed if n == number})) > 1:
            outcome.errors.append(f"{pile.name}: one charge of {', '.join(mixed)}")


def _score_pairs(
    outcome: Outcome, pile: Pile, found: Analysis, of: Mapping[str, Line | None], names: Mapping[int, str]
) -> None:
    gold = {
        (article.key, _plain(line.words), charge)
        for article in pile.articles
        for line in article.lines
        for charge in line.answers
    }
    pairs: dict[tuple[str, str, str], str] = {}
    for number, charge in enumerate(found.charges):
        for answer in charge.answers:
            for p in answer.claim.passages:
                line = of[p.id]
                pairs[p.source, _plain(p.text), names[number]] = f"{answer.kind.name}, {answer.ground}"
                if line is not None and line.kind is not None:
                    outcome.kinds += 1
                    outcome.kinds_right += line.kind is answer.kind
                    if line.kind is not answer.kind:
                        outcome.errors.append(f"{pile.name}: {answer.kind.name} for {line.kind.name}: {p.text}")
    outcome.right_pairs, outcome.found_pairs, outcome.gold_pairs = len(gold & set(pairs)), len(pairs), len(gold)
    outcome.errors += [
        f"{pile.name}: false pair {c}: {words} ({pairs[k, words, c]})" for k, words, c in sorted(set(pairs) - gold)
    ]
    outcome.errors += [f"{pile.name}: missed pair {c}: {words}" for _, words, c in sorted(gold - set(pairs))]


def outcomes(folder: Path, *, labelled: bool) -> list[Outcome]:
    return [score(pile, analysed(pile, labelled=labelled)) for pile in piles(folder)]


def figures(folder: Path) -> list[Figure]:
    """Every figure, for both parts of the data and both sources of roles. Floors are what pairing by place alone gave on the held-out part."""
    return [
        one
        for part in ("develop", "held-out")
        for labelled in (True, False)
        for one in _figures(
            outcomes(folder / part, labelled=labelled), f"{part}, {'labelled' if labelled else 'own'} roles"
        )
    ]


def _figures(found: Sequence[Outcome], name: str) -> list[Figure]:
    pairs = sum(o.found_pairs for o in found)
    gold = sum(o.gold_pairs for o in found)
    placed = sum(len(o.precisions) for o in found)
    charged = sum(o.charged for o in found)
    return [
        figure(f"answers, {name}: precision", found, precision, count=pairs, unit="pairings", floor=0.81, aim=0.95),
        figure(f"answers, {name}: recall", found, recall, count=gold, unit="answers", floor=0.21),
        figure(
            f"answers, {name}: kind right", found, kind, count=sum(o.kinds for o in found), unit="pairings", floor=0.56
        ),
        figure(f"charges, {name}: B-cubed F1", found, b_cubed, count=placed, unit="allegations", floor=0.82),
        figure(
            f"charges, {name}: kept out, charging nobody",
            found,
            kept_out,
            count=sum(o.empty for o in found),
            unit="allegations",
        ),
        figure(f"charges, {name}: allegations placed", found, placing, count=charged, unit="allegations"),
    ]


def precision(found: Sequence[Outcome]) -> float:
    """Share of the pairings found that the labels have; 1 where none is found."""
    total = sum(o.found_pairs for o in found)
    return sum(o.right_pairs for o in found) / total if total else 1.0


def recall(found: Sequence[Outcome]) -> float:
    return _share(sum(o.right_pairs for o in found), sum(o.gold_pairs for o in found))


def kind(found: Sequence[Outcome]) -> float:
    return _share(sum(o.kinds_right for o in found), sum(o.kinds for o in found))


def b_cubed(found: Sequence[Outcome]) -> float:
    """Harmonic mean of B-cubed precision and recall over all allegations placed."""
    count = sum(len(o.precisions) for o in found)
    p = _share(sum(sum(o.precisions) for o in found), count)
    r = _share(sum(sum(o.recalls) for o in found), count)
    return _share(2 * p * r, p + r)


def placing(found: Sequence[Outcome]) -> float:
    return 1 - _share(sum(o.lost for o in found), sum(o.charged for o in found))


def kept_out(found: Sequence[Outcome]) -> float:
    """Share of the allegations against nobody that stand in no charge."""
    return 1 - _share(sum(o.empty_charged for o in found), sum(o.empty for o in found))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def main(arguments: Sequence[str]) -> None:
    folder = Path(arguments[0])
    print("\n".join(table(figures(folder))))
    most = int(arguments[1]) if len(arguments) > 1 else 0
    for labelled in (True, False) if most else ():
        errors = [error for o in outcomes(folder / "develop", labelled=labelled) for error in o.errors]
        print(f"\nErrors, develop, {'labelled' if labelled else 'own'} roles: {len(errors)}")
        print("\n".join(errors[:most]))


if __name__ == "__main__":
    main(sys.argv[1:])
