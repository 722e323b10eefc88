"""Learns the weights of `generator/analysis/roles.json` from the bank and measures how well they do on topics they have not seen.

    pip install scikit-learn
    python benchmarks/quality/train_roles.py generator/analysis/bank              # prints the figures
    python benchmarks/quality/train_roles.py generator/analysis/bank 50           # and fifty sentences that went wrong
    python benchmarks/quality/train_roles.py generator/analysis/bank --curve      # and what a stricter or a laxer gate would let through
    python benchmarks/quality/train_roles.py generator/analysis/bank --write      # and writes the weights

Every eighth topic is held out in turn. The second reading learns from what the first makes of topics that it has not seen, and the gate from what the
second makes of them. The gold file of the seeds is never trained on.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import bank
import numpy as np
from learning import CUE, ROLES, Bank, Reader, Scores, folds, learn_doubt, load

from generator.analysis import learned
from generator.analysis.doubt import MISLEADING, group, reasons
from generator.analysis.figures import Figure, figure, table
from generator.analysis.roles import SURE
from generator.model import Role

SIDES = (ROLES.index(Role.ALLEGATION), ROLES.index(Role.REBUTTAL))
PAGES = tuple(ROLES.index(role) for role in MISLEADING)
FOLDS = 8
RISK = 0.08
"""Share of the allegations and rebuttals on pages that may stand on the wrong one, on unseen topics, for each group of `doubt.group`. At .03 hardly a sixth of all stands on a page."""


@dataclass(frozen=True, slots=True)
class Readings:
    """Scores of both readings for every row, and the lean of every article, made without the row's own topic."""

    first: Scores
    lean: np.ndarray
    second: Scores


@cache
def held_out(folder: Path) -> Readings:
    """Both readings of every topic by what was learned from the others."""
    data = load(folder)
    first, second = np.zeros((2, len(data.rows), len(ROLES)))
    lean = np.zeros(len(data.rows))
    for out in folds(data.topics, FOLDS):
        reader = Reader(data, ~out)
        first[out] = reader.first_scores[out]
        second[out] = (reader.second.scores(reader.around) + data.cue)[out]
        lean[out] = reader.leans[[a for a, _ in data.rows]][out]
    return Readings(first, lean, second)


def why(data: Bank, read: Readings) -> list[tuple[str, ...]]:
    """The reasons for doubt of every row."""
    return [
        reasons(
            ROLES[read.second[k].argmax()],
            ROLES,
            [int(x) for x in read.first[k]],
            [int(x) for x in read.second[k]],
            data.articles[a].seen.opinions[i],
            int(read.lean[k]),
            data.articles[a].seen.seen[i],
        )
        for k, (a, i) in enumerate(data.rows)
    ]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What comes of the labelled rows."""

    wanted: np.ndarray
    found: np.ndarray
    confidence: np.ndarray
    doubt: np.ndarray
    group: np.ndarray
    limits: dict[str, int]
    sharpness: float
    article: np.ndarray
    """Number of each row's article."""
    cue: np.ndarray
    """The cues' own choice."""

    @property
    def sure(self) -> np.ndarray:
        return ((self.doubt < np.array([self.limits[one] for one in self.group])) | ~np.isin(self.found, PAGES)) & (
            self.confidence >= SURE
        )

    @property
    def misplaced(self) -> np.ndarray:
        return misplaced(self.found, self.wanted)


def misplaced(found: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Allegations and rebuttals on the wrong page, and what is neither on theirs though it is the other's or a definition."""
    return (found != wanted) & np.isin(found, PAGES) & np.isin(wanted, PAGES)


@cache
def outcome(folder: Path) -> Outcome:
    """The labelled rows of every topic, by what was learned from the others."""
    data, read = load(folder), held_out(folder)
    labelled = data.wanted >= 0
    found, strings = read.second.argmax(1), why(data, read)
    doubt = np.full(len(data.rows), -np.inf)
    judged = labelled & np.isin(found, PAGES)
    wrong = misplaced(found, data.wanted)
    rows = np.flatnonzero(judged)
    for out in folds(data.topics[judged], FOLDS):
        gate = learn_doubt([strings[k] for k in rows[~out]], wrong[rows[~out]])
        doubt[rows[out]] = gate.scores([strings[k] for k in rows[out]])[:, 0]
    sharpness = _sharpness(read.second[labelled], data.wanted[labelled])
    confidence = _chances(read.second, sharpness).max(1)
    sides = judged & (confidence >= SURE)
    groups = np.array([group(ROLES[found[k]], data.articles[a].seen.seen[i]) for k, (a, i) in enumerate(data.rows)])
    limits = {
        one: widest(doubt[sides & (groups == one)], wrong[sides & (groups == one)]) for one in sorted(set(groups))
    }
    article = np.array([a for a, _ in data.rows])
    cue = np.where(data.cue.any(1), data.cue.argmax(1), ROLES.index(Role.CONTEXT))
    return Outcome(
        *(x[labelled] for x in (data.wanted, found, confidence, doubt, groups)),
        limits,
        sharpness,
        article[labelled],
        cue[labelled],
    )


def widest(doubt: np.ndarray, wrong: np.ndarray, risk: float = RISK) -> int:
    """The largest limit under which no more than a share `risk` is wrong."""
    order = np.argsort(doubt, kind="stable")
    fine = np.flatnonzero(np.cumsum(wrong[order]) <= risk * np.arange(1, len(order) + 1))
    return int(doubt[order[fine[-1]]]) + 1 if len(fine) else int(doubt.min())


def _chances(scores: Scores, sharpness: float) -> np.ndarray:
    powers = np.exp(sharpness / 1000 * (scores - scores.max(1, keepdims=True)))
    return powers / powers.sum(1, keepdims=True)


def _sharpness(scores: Scores, wanted: np.ndarray) -> float:
    """The factor under which the softmax of the scores is least surprised by the labels."""

    def surprise(factor: float) -> float:
        return float(-np.log(_chances(scores, factor)[np.arange(len(wanted)), wanted]).mean())

    return min((round(0.1 * step, 1) for step in range(1, 60)), key=surprise)


def figures(folder: Path) -> list[Figure]:
    """What comes of topics that were not learned from; the floors are what the cues reach alone. Drawn by article."""
    got = outcome(folder)
    groups = [np.flatnonzero(got.article == number) for number in sorted(set(got.article))]
    sure, right = got.sure, got.found == got.wanted
    gold = np.isin(got.wanted, SIDES)
    on_page = np.isin(got.found, SIDES)
    cue_right, cue_on = got.cue == got.wanted, np.isin(got.cue, SIDES)
    cue_wrong = misplaced(got.cue, got.wanted) & cue_on

    def share(part: np.ndarray, of: np.ndarray) -> list[tuple[int, int]]:
        return [(int((part & of)[rows].sum()), int(of[rows].sum())) for rows in groups]

    def one(
        name: str, part: np.ndarray, of: np.ndarray, floor: float | None, aim: float | None, smaller: bool = False
    ) -> Figure:
        return figure(
            name,
            share(part, of),
            _ratio,
            count=int(of.sum()),
            unit="sentences",
            floor=floor,
            aim=aim,
            smaller_is_better=smaller,
        )

    everything = np.ones(len(right), dtype=bool)
    confusions = [_confusion(got.wanted[rows], got.found[rows]) for rows in groups]
    return [
        one("roles, unseen topics: accuracy", right, everything, float(cue_right.mean()), 0.85),
        figure(
            "roles, unseen topics: macro F1",
            confusions,
            _macro_f1,
            count=len(right),
            unit="sentences",
            floor=_macro_f1([_confusion(got.wanted, got.cue)]),
            aim=0.80,
        ),
        one(
            "allegations and rebuttals on pages: on the wrong one",
            got.misplaced,
            on_page & sure,
            _share(cue_wrong, cue_on),
            RISK,
            True,
        ),
        one("allegations and rebuttals on pages: right", right, on_page & sure, _share(cue_right, cue_on), None),
        one("allegations and rebuttals: on their page", right & sure, gold, None, None),
        figure(
            "confidence: calibration error",
            list(zip(got.confidence, right, strict=True)),
            _calibration_error,
            count=len(right),
            unit="sentences",
            smaller_is_better=True,
        ),
    ]


def _share(part: np.ndarray, of: np.ndarray) -> float:
    return float((part & of).sum() / of.sum())


def _ratio(parts: Sequence[tuple[int, int]]) -> float:
    return sum(part for part, _ in parts) / max(1, sum(whole for _, whole in parts))


def _confusion(wanted: np.ndarray, found: np.ndarray) -> np.ndarray:
    counts = np.zeros((len(ROLES), len(ROLES)))
    np.add.at(counts, (wanted, found), 1)
    return counts


def _macro_f1(confusions: Sequence[np.ndarray]) -> float:
    counts = sum(confusions, np.zeros((len(ROLES), len(ROLES))))
    return float(np.mean(2 * counts.diagonal() / np.maximum(1, counts.sum(0) + counts.sum(1))))


def _calibration_error(judged: Sequence[tuple[float, bool]]) -> float:
    """Mean distance between confidence and share of right decisions in ten bins, weighted by their size."""
    confidence, right = np.array(judged, dtype=float).T
    bins = np.minimum(9, (confidence * 10).astype(int))
    gaps = np.bincount(bins, right - confidence, 10)
    return float(np.abs(gaps).sum() / len(right))


def curve(folder: Path) -> Iterator[str]:
    """What gates of other widths let through."""
    got = outcome(folder)
    judged = np.isin(got.found, PAGES) & (got.confidence >= SURE)
    gold = np.isin(got.wanted, SIDES)
    yield "who speaks   wrong page at most   limit   on pages   right   of all allegations and rebuttals"
    for one in sorted(got.limits):
        here = judged & (got.group == one)
        for risk in (0.02, 0.03, 0.05, 0.08, 0.12):
            limit = widest(got.doubt[here], got.misplaced[here], risk)
            kept = here & (got.doubt < limit)
            right = kept & (got.found == got.wanted)
            shares = f"{_share(right, kept):.3f}   {_share(right & gold, gold):.3f}"
            yield f"{one:<10}   {risk:>18.3f}   {limit:>5}   {kept.sum():>8}   {shares}"


def errors(folder: Path, number: int) -> Iterator[str]:
    """Sentences that went wrong, spread over the bank; first those that would stand on a wrong page."""
    data, got = load(folder), outcome(folder)
    rows = np.flatnonzero(data.wanted >= 0)
    wrong = np.flatnonzero(got.found != got.wanted)
    grave = [k for k in wrong if got.misplaced[k] and got.sure[k]]
    rest = [k for k in wrong if k not in set(grave)]
    for k in [*grave, *rest[:: max(1, len(rest) // max(1, number - len(grave)))]][:number]:
        yield f"{ROLES[got.wanted[k]]} -> {ROLES[got.found[k]]} ({got.confidence[k]:.2f}{', on a page' * bool(got.sure[k])}) {data.articles[got.article[k]].name}: {data.text(rows[k])}"


def write(folder: Path) -> str:
    """Learns from the whole bank and writes the weights; what was written, in a line."""
    data, read, got = load(folder), held_out(folder), outcome(folder)
    reader = Reader(data, np.ones(len(data.rows), dtype=bool))
    judged = np.flatnonzero((data.wanted >= 0) & np.isin(read.second.argmax(1), PAGES))
    strings = why(data, read)
    gate = learn_doubt([strings[k] for k in judged], misplaced(read.second.argmax(1), data.wanted)[judged])
    tables = {"first": reader.first, "lean": reader.lean, "second": reader.second, "doubt": gate}
    head = {"roles": list(ROLES), "sharpness": got.sharpness, "cue": CUE, "limits": got.limits}
    body = json.dumps({**head, **{name: one.table() for name, one in tables.items()}}, ensure_ascii=False)
    path = bank.BANK.parent / learned.WEIGHTS
    path.write_text(body.replace("], ", "],\n").replace("{", "{\n") + "\n", encoding="utf-8", newline="\n")
    return f"wrote {path.name}: {sum(len(one.index) for one in tables.values())} features, {path.stat().st_size // 1000} kB"


def main(arguments: Sequence[str]) -> None:
    folder = Path(arguments[0]) if arguments and not arguments[0].startswith("-") else bank.BANK
    for line in table(figures(folder)):
        print(line)
    if "--curve" in arguments:
        print("\n".join(curve(folder)))
    for number in (int(one) for one in arguments if one.isdecimal()):
        print("\n".join(errors(folder, number)))
    if "--write" in arguments:
        print(write(folder))


if __name__ == "__main__":
    main(sys.argv[1:])
