"""How well analysis agrees with people: passages against a gold file.

A gold file is JSON Lines, one unit a line with `seed` (file name), `unit` (order), `text`, `role`, and optionally `alt_roles`, `speaker`,
`speaker_alts`. Units are laid along the document's text in order; each is compared with the passage that shares most characters with it, and
counts as wrong where there is none.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from generator.analysis.figures import Figure, figure
from generator.errors import UsageError
from generator.model import Analysis, Document, Evidence, Passage, Role, Span


class Placed(Protocol):
    """Anything that stands at known places of a document's text."""

    @property
    def pieces(self) -> tuple[Span, ...]: ...


P = TypeVar("P", bound=Placed)


@dataclass(frozen=True, slots=True)
class GoldUnit:
    """One labelled unit."""

    file: str
    order: int
    text: str
    role: Role
    alternatives: frozenset[Role]
    speakers: frozenset[str]
    """Accepted names, folded; empty where the gold gives none."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts for one label."""

    right: int
    predicted: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Score:
    """The comparison of one analysis with one gold file."""

    units: int
    unmatched: int
    """Gold units without a passage: counted as wrong."""
    strict: Mapping[Role, Tally]
    lenient: Mapping[Role, Tally]
    relevance: Tally
    speakers: Tally
    """right: the speaker is one of the accepted names; predicted: units given a speaker; gold: units that have one (those that
    may also go without count only where one is given)."""
    confused: Mapping[tuple[Role, Role], int] = field(default_factory=dict)
    """(gold, predicted) -> number, strict, wrong pairs only."""
    pairs: Sequence[tuple[GoldUnit, Passage | None]] = ()
    """What was compared: each labelled unit with its passage, None where there is none."""

    def accuracy(self, lenient: bool = False) -> float:
        tallies = self.lenient if lenient else self.strict
        return sum(t.right for t in tallies.values()) / self.units if self.units else 0.0

    def macro_f1(self, lenient: bool = False) -> float:
        tallies = [t for t in (self.lenient if lenient else self.strict).values() if t.gold]
        return sum(t.f1 for t in tallies) / len(tallies) if tallies else 0.0


def read_gold(path: Path) -> tuple[GoldUnit, ...]:
    """The labelled units of a gold file. Raises UsageError with the line that is wrong."""
    found: list[GoldUnit] = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"the gold file cannot be read: {error}", where=str(path), help="name a JSON Lines file of labelled units"
        ) from error
    for number, line in enumerate(lines, 1):
        if line.strip():
            found.append(_unit(line, f"{path}:{number}"))
    return tuple(found)


def _unit(line: str, where: str) -> GoldUnit:
    try:
        row = json.loads(line)
        speakers = {row.get("speaker", ""), *row.get("speaker_alts", ())}
        return GoldUnit(
            file=row["seed"],
            order=int(row["unit"]),
            text=row["text"],
            role=Role(row["role"]),
            alternatives=frozenset(Role(role) for role in row.get("alt_roles", ())),
            speakers=frozenset(_fold(name) for name in speakers) if row.get("speaker") else frozenset(),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        expected = "one JSON object a line with seed, unit, text, role (" + ", ".join(Role) + ")"
        raise UsageError(f"not a labelled unit: {error}", where=where, help=f"expected {expected}") from error


def score(gold: Sequence[GoldUnit], evidence: Evidence, analysis: Analysis) -> Score:
    """Compares analysis with gold, file by file. Gold of files that are not in the evidence raises UsageError."""
    keys = {evidence.sources[key].file.rsplit("/", 1)[-1]: key for key in evidence.documents}
    unknown = sorted({unit.file for unit in gold if unit.file.rsplit("/", 1)[-1] not in keys})
    if unknown:
        raise UsageError(
            f"the gold labels files that are not among the sources: {', '.join(unknown)}",
            help=f"the sources are: {', '.join(sorted(keys))}",
        )
    pairs: list[tuple[GoldUnit, Passage | None]] = []
    for file in sorted({unit.file for unit in gold}):
        key = keys[file.rsplit("/", 1)[-1]]
        units = sorted((unit for unit in gold if unit.file == file), key=lambda unit: unit.order)
        passages = [p for p in analysis.passages if p.source == key]
        pairs.extend(align(units, evidence.documents[key], passages))
    return _scored(pairs)


def align(units: Sequence[GoldUnit], document: Document, passages: Sequence[P]) -> Iterator[tuple[GoldUnit, P | None]]:
    """Each unit with the passage that shares most characters with it, None where no passage does."""
    letters, places = _letters(document.text)
    at = 0
    for unit in units:
        wanted, _ = _letters(unit.text)
        found = letters.find(wanted, at) if wanted else -1
        if found < 0 and wanted:
            found = letters.find(wanted)
        if found < 0:
            yield unit, None
            continue
        at = found + len(wanted)
        covered = Span(places[found], places[at - 1] + 1)
        best = max(passages, key=lambda p: sum(piece.overlap(covered) for piece in p.pieces), default=None)
        touches = best is not None and any(piece.overlap(covered) for piece in best.pieces)
        yield unit, best if touches else None


def _letters(text: str) -> tuple[str, list[int]]:
    """Letters and digits only, with their places: markup, quotation marks and white space do not matter for alignment."""
    text = re.sub(r"&(?:#\w+|\w+);", lambda match: "\x00" * len(match[0]), text)
    places = [i for i, character in enumerate(text) if character.isalnum()]
    return "".join(text[i] for i in places), places


def _scored(pairs: Sequence[tuple[GoldUnit, Passage | None]]) -> Score:
    strict, lenient = _tallies(pairs, False), _tallies(pairs, True)
    relevance = _tally(
        (g.role is not Role.IRRELEVANT, p is not None and p.role is not Role.IRRELEVANT) for g, p in pairs
    )
    confused = Counter((g.role, p.role) for g, p in pairs if p is not None and p.role is not g.role)
    spoken = [(g, p) for g, p in pairs if g.role is not Role.IRRELEVANT]
    named = [(g, p) for g, p in spoken if p is not None and p.speaker]
    right = sum(_same_speaker(p.speaker, g.speakers) for g, p in named)
    attributed = sum(1 for g, p in spoken if g.speakers and ("" not in g.speakers or (p is not None and p.speaker)))
    return Score(
        units=len(pairs),
        unmatched=sum(1 for _, p in pairs if p is None),
        strict=strict,
        lenient=lenient,
        relevance=relevance,
        speakers=Tally(right, len(named), attributed),
        confused=confused,
        pairs=tuple(pairs),
    )


def _tallies(pairs: Sequence[tuple[GoldUnit, Passage | None]], lenient: bool) -> dict[Role, Tally]:
    right, predicted, gold = Counter[Role](), Counter[Role](), Counter[Role]()
    for unit, passage in pairs:
        role = passage.role if passage is not None else None
        label = role if lenient and role in unit.alternatives else unit.role
        if role is not None:
            predicted[role] += 1
        if label is not None:
            gold[label] += 1
            right[label] += role is label
    return {role: Tally(right[role], predicted[role], gold[role]) for role in Role}


def _tally(flags: Iterator[tuple[bool, bool]]) -> Tally:
    counted = Counter(flags)
    return Tally(
        counted[True, True], counted[True, True] + counted[False, True], counted[True, True] + counted[True, False]
    )


_PAGES = (Role.ALLEGATION, Role.REBUTTAL, Role.DEFINITION)


def figures(score: Score) -> tuple[Figure, ...]:
    """The score as figures, drawn by sentence. The floor of role accuracy is what cues alone reached on the shipped sources."""
    pairs = score.pairs
    spoken = [(unit, p) for unit, p in pairs if unit.role is not Role.IRRELEVANT and _attributed(unit, p)]
    on_pages = [(unit, p) for unit, p in pairs if p is not None and p.sure and p.role in _PAGES]
    relevant = [
        (unit.role is not Role.IRRELEVANT, p is not None and p.role is not Role.IRRELEVANT) for unit, p in pairs
    ]
    return (
        figure("roles: accuracy", pairs, _accuracy, count=len(pairs), unit="sentences", floor=0.79, aim=0.85),
        figure("roles: macro F1", pairs, _macro_f1, count=len(pairs), unit="sentences", aim=0.80),
        figure("relevance: F1", relevant, _relevance, count=len(pairs), unit="sentences", aim=0.95),
        _errors("pages: sentences that are irrelevant", [unit.role is Role.IRRELEVANT for unit, _ in on_pages]),
        _errors("pages: allegations, rebuttals, definitions swapped", [_swapped(unit, p) for unit, p in on_pages]),
        figure("speakers: right", spoken, _speaker, count=len(spoken), unit="sentences", aim=0.85),
    )


def _errors(name: str, wrong: Sequence[bool]) -> Figure:
    return figure(name, wrong, _number, count=len(wrong), unit="sentences on pages", aim=0, smaller_is_better=True)


def _number(wrong: Sequence[bool]) -> float:
    return float(sum(wrong))


def _accuracy(pairs: Sequence[tuple[GoldUnit, Passage | None]]) -> float:
    return sum(p is not None and p.role is unit.role for unit, p in pairs) / len(pairs) if pairs else 0.0


def _macro_f1(pairs: Sequence[tuple[GoldUnit, Passage | None]]) -> float:
    tallies = [tally for tally in _tallies(pairs, lenient=False).values() if tally.gold]
    return sum(tally.f1 for tally in tallies) / len(tallies) if tallies else 0.0


def _relevance(flags: Sequence[tuple[bool, bool]]) -> float:
    return _tally(iter(flags)).f1


def _attributed(unit: GoldUnit, passage: Passage | None) -> bool:
    """Whether a speaker is to be found; where none is as good, only where one is given."""
    return bool(unit.speakers) and ("" not in unit.speakers or (passage is not None and bool(passage.speaker)))


def _speaker(pairs: Sequence[tuple[GoldUnit, Passage | None]]) -> float:
    right = sum(p is not None and bool(p.speaker) and _same_speaker(p.speaker, unit.speakers) for unit, p in pairs)
    return right / len(pairs) if pairs else 0.0


def _swapped(unit: GoldUnit, passage: Passage | None) -> bool:
    return passage is not None and unit.role in _PAGES and unit.role is not passage.role


def _fold(name: str) -> str:
    folded = re.sub(r"[’‘`]", "'", name).casefold().strip()
    return re.sub(r"^(?:the|a|an|some) ", "", folded)


def _same_speaker(name: str, accepted: frozenset[str]) -> bool:
    """Whether the name is an accepted one, give or take an article and dots in initials."""
    bare = _fold(name).replace(".", "")
    return any(bare == other.replace(".", "") for other in accepted if other)
