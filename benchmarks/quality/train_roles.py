"""Learns the weights of `generator/analysis/roles.json` from the bank and prints how well they do on topics they have not seen.

    pip install scikit-learn
    python benchmarks/quality/train_roles.py            # prints the figures
    python benchmarks/quality/train_roles.py --write    # and writes the weights

Every eighth topic is held out in turn. The gold file of the seeds is never trained on.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import bank
import numpy as np
from scipy.sparse import csr_matrix
from sklearn.svm import LinearSVC

from generator.analysis import evaluation, layout, learned, reading, relevance, speakers
from generator.analysis.cue_roles import by_cues
from generator.analysis.features import features
from generator.analysis.roles import PLAIN
from generator.analysis.units import units
from generator.model import Role

ROLES = (Role.ALLEGATION, Role.CONTEXT, Role.DEFINITION, Role.OPEN_QUESTION, Role.REBUTTAL)
FOLDS = 8
LEAST = 3
"""Least number of sentences that a feature must occur in."""
PENALTY = 0.01
"""C of the support vector machine; .003 and .03 were no better on unseen topics."""
CUE = 1000
"""What the cues' opinion adds, in thousandths. On unseen topics 0 is best by three points of a hundred; on real press text, where cues are plainer than in the bank, it
gains more than it costs. See ARCHITECTURE.md."""


@dataclass(frozen=True, slots=True)
class Row:
    topic: str
    role: Role
    cue: Role
    plainness: float
    seen: tuple[str, ...]


def rows() -> list[Row]:
    """One row for each relevant labelled sentence that analysis finds."""
    found: list[Row] = []
    for article in bank.articles():
        document, topic = article.document, article.topic
        parts = {}
        for one in layout.articles(document):
            split = units(document, one)
            said = speakers.attribute(split, topic)
            kept = tuple(relevance.relevant(unit, 1) for unit in split)
            for unit, seen, cue in zip(
                split, features(split, said, topic), by_cues(split, said, kept, topic), strict=True
            ):
                parts[unit.pieces] = (seen, cue)
        passages = reading.read(article.source, document, topic)
        for unit, passage in evaluation.align(article.units, document, passages):
            if passage is not None and unit.role is not Role.IRRELEVANT:
                seen, cue = parts[passage.pieces]
                found.append(Row(article.topic_name, unit.role, cue.role, cue.plainness, seen))
    return found


def main(write: bool) -> None:
    data = rows()
    counts = Counter(feature for row in data for feature in row.seen)
    index = {feature: i for i, feature in enumerate(sorted(f for f, n in counts.items() if n >= LEAST))}
    matrix, wanted = _matrix(data, index), np.array([ROLES.index(row.role) for row in data])
    topics = sorted({row.topic for row in data})
    decisions = np.zeros((len(data), len(ROLES)))
    for fold in range(FOLDS):
        out = np.isin([row.topic for row in data], topics[fold::FOLDS])
        decisions[out] = _fit(matrix[~out], wanted[~out]).decision_function(matrix[out])
    cue = np.array(
        [
            [CUE / 1000 * row.plainness / PLAIN * (row.cue is role and role is not Role.CONTEXT) for role in ROLES]
            for row in data
        ]
    )
    print(f"{len(data)} sentences, {len(topics)} topics, {len(index)} features")
    _report("cues alone", np.array([ROLES.index(row.cue) if row.cue in ROLES else 1 for row in data]), wanted)
    _report("learned alone", decisions.argmax(1), wanted)
    _report("both", (decisions + cue).argmax(1), wanted)
    sharpness = _sharpness(decisions + cue, wanted)
    print(f"sharpness {sharpness}")
    if write:
        _write(_fit(matrix, wanted), index, sharpness)


def _matrix(data: Sequence[Row], index: dict[str, int]) -> csr_matrix:
    places = [(i, index[feature]) for i, row in enumerate(data) for feature in row.seen if feature in index]
    across, down = zip(*places, strict=True)
    return csr_matrix((np.ones(len(places)), (across, down)), shape=(len(data), len(index)))


def _fit(matrix: csr_matrix, wanted: np.ndarray) -> LinearSVC:
    return LinearSVC(C=PENALTY, dual=True, max_iter=2000, random_state=0).fit(matrix, wanted)


def _report(name: str, found: np.ndarray, wanted: np.ndarray) -> None:
    scores = []
    for role in range(len(ROLES)):
        right = np.sum((found == role) & (wanted == role))
        scores.append(2 * right / max(1, np.sum(found == role) + np.sum(wanted == role)))
    listed = "  ".join(f"{role} {score:.3f}" for role, score in zip(ROLES, scores, strict=True))
    print(f"{name:<14} accuracy {np.mean(found == wanted):.3f}  macro F1 {np.mean(scores):.3f}   {listed}")


def _sharpness(decisions: np.ndarray, wanted: np.ndarray) -> float:
    """The factor under which the softmax of the decisions is least surprised by the labels."""

    def surprise(factor: float) -> float:
        powers = np.exp(factor * (decisions - decisions.max(1, keepdims=True)))
        chosen = powers[np.arange(len(wanted)), wanted] / powers.sum(1)
        return float(-np.log(chosen).mean())

    return min((round(0.2 * step, 1) for step in range(1, 40)), key=surprise)


def _write(fitted: LinearSVC, index: dict[str, int], sharpness: float) -> None:
    thousandths = np.rint(fitted.coef_ * 1000).astype(int)
    bias = np.rint(fitted.intercept_ * 1000).astype(int)
    weights = {f: [int(x) for x in thousandths[:, i]] for f, i in index.items() if thousandths[:, i].any()}
    weights["bias"] = [int(a + b) for a, b in zip(weights.get("bias", [0] * len(ROLES)), bias, strict=True)]
    body = {"roles": list(ROLES), "sharpness": sharpness, "cue": CUE, "weights": dict(sorted(weights.items()))}
    path = bank.BANK.parent / learned.WEIGHTS
    lines = json.dumps(body, ensure_ascii=False).replace("], ", "],\n").replace('"weights": {', '"weights": {\n')
    path.write_text(lines + "\n", encoding="utf-8", newline="\n")
    print(f"wrote {path.name}: {len(weights)} features, {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main("--write" in sys.argv[1:])
