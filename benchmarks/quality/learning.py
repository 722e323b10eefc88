"""Learning what role a sentence plays: the labelled rows, the two readings, the lean of an article, and the doubt that stands before a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import bank
import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.svm import LinearSVC

from generator.analysis import evaluation, layout, relevance, speakers
from generator.analysis.roles import PLAIN, ArticleSeen, look
from generator.analysis.surroundings import FirstReading, surroundings, tallies
from generator.analysis.units import units
from generator.model import Role, Speech

ROLES = (Role.ALLEGATION, Role.CONTEXT, Role.DEFINITION, Role.OPEN_QUESTION, Role.REBUTTAL)
INNER = 6
"""Folds within the topics learned from, for what the next step learns from."""
LEAST = 3
"""Least number of sentences that a feature must occur in; for words of a whole article twice as many articles."""
PENALTY = 0.01
"""C of the support vector machines; .006 and .015 were no better on unseen topics."""
STIFFNESS = 3.0
"""Of the ridge regression of an article's lean; 1.5 and 6 were no better."""
WORD_SCALE = 0.08
"""How much a word counts beside the other strings of an article (`STRING_SCALE`); .05 and .12 were no better."""
STRING_SCALE = 0.7
HESITATION = 0.03
"""C of the logistic regression of doubt; .01 lets as much through at the same risk, .1 and .3 a quarter to two fifths less."""
CUE = 1000
"""What the cues' opinion adds, in thousandths. On unseen topics of the bank 0 is best by two points of a hundred; on real press text, where cues are plainer than in
the bank, it gains more than it costs. See ARCHITECTURE.md."""

Scores = np.ndarray


@dataclass(frozen=True, slots=True)
class Article:
    topic: str
    name: str
    seen: ArticleSeen
    gold: dict[int, Role]


@dataclass(frozen=True, slots=True)
class Bank:
    """The articles, and one row for each of their relevant units."""

    articles: tuple[Article, ...]
    rows: tuple[tuple[int, int], ...]
    """Article and unit of each row."""
    wanted: np.ndarray
    """Index of the labelled role in ROLES; -1 where there is none."""
    topics: np.ndarray
    cue: Scores
    """What the cues add to the scores of each row."""

    def text(self, row: int) -> str:
        article, unit = self.rows[row]
        return self.articles[article].seen.units[unit].text


@dataclass(frozen=True, slots=True)
class Learned:
    """Integer weights of one table."""

    index: dict[str, int]
    weights: np.ndarray
    """One row a feature, one column an outcome, in thousandths."""

    def scores(self, strings: Sequence[Sequence[str]]) -> Scores:
        return matrix(strings, self.index) @ self.weights

    def table(self) -> dict[str, list[int]]:
        kept = {feature: [int(x) for x in self.weights[i]] for feature, i in self.index.items()}
        return {feature: row for feature, row in sorted(kept.items()) if any(row)}


@cache
def load(folder: Path) -> Bank:
    """The bank as analysis sees it."""
    articles = tuple(_articles(folder))
    rows = tuple((number, i) for number, article in enumerate(articles) for i in article.seen.kept)
    wanted = np.array([_number(articles[number].gold.get(i)) for number, i in rows])
    opinions = [articles[number].seen.opinions[i] for number, i in rows]
    cue = [
        [round(CUE * o.plainness / PLAIN) * (o.role is role and role is not Role.CONTEXT) for role in ROLES]
        for o in opinions
    ]
    return Bank(articles, rows, wanted, np.array([articles[number].topic for number, _ in rows]), np.array(cue))


def _number(role: Role | None) -> int:
    return ROLES.index(role) if role in ROLES else -1


def _articles(folder: Path) -> Iterator[Article]:
    for labelled in bank.articles(folder):
        document, topic = labelled.document, labelled.topic
        found = [units(document, one) for one in layout.articles(document)]
        everything = [unit for split in found for unit in split]
        aligned = evaluation.align(labelled.units, document, everything)
        labels = {unit.pieces: label.role for label, unit in aligned if unit is not None}
        for split in found:
            kept = tuple(relevance.relevant(unit, 1) for unit in split)
            seen = look(split, speakers.attribute(split, topic), kept, topic)
            gold = {i: labels[unit.pieces] for i, unit in enumerate(split) if unit.pieces in labels}
            yield Article(labelled.topic_name, labelled.source.key, seen, gold)


def matrix(strings: Sequence[Sequence[str]], index: dict[str, int]) -> csr_matrix:
    places = [(i, index[feature]) for i, row in enumerate(strings) for feature in row if feature in index]
    across, down = zip(*places, strict=True)
    return csr_matrix((np.ones(len(places)), (across, down)), shape=(len(strings), len(index)))


def index_of(strings: Sequence[Sequence[str]], least: int = LEAST) -> dict[str, int]:
    counts = Counter(feature for row in strings for feature in row)
    return {feature: i for i, feature in enumerate(sorted(f for f, n in counts.items() if n >= least))}


def learn_roles(strings: Sequence[Sequence[str]], wanted: np.ndarray) -> Learned:
    labelled = wanted >= 0
    index = index_of([row for row, keep in zip(strings, labelled, strict=True) if keep])
    machine = LinearSVC(C=PENALTY, dual=True, max_iter=2000, random_state=0)
    machine.fit(matrix(strings, index)[labelled], wanted[labelled])
    return _whole(index, machine.coef_.T, machine.intercept_)


def _whole(index: dict[str, int], weights: np.ndarray, intercept: np.ndarray) -> Learned:
    whole = np.rint(weights * 1000)
    whole[index["bias"]] += np.rint(intercept * 1000)
    return Learned(index, whole)


def learn_lean(strings: Sequence[Sequence[str]], articles: Sequence[Article]) -> Learned:
    leans, weights = zip(*(_lean(article) for article in articles), strict=True)
    index = index_of(strings, 2 * LEAST)
    scale = np.array([WORD_SCALE if feature.startswith(("art:w:", "art:h:")) else STRING_SCALE for feature in index])
    machine = Ridge(alpha=STIFFNESS).fit(matrix(strings, index) @ diags(scale), leans, sample_weight=weights)
    return _whole(index, (machine.coef_ * scale)[:, None], np.array([machine.intercept_]))


def _lean(article: Article) -> tuple[float, float]:
    """Which way the article's own voice leans by its labels, from -1 to 1, and on how many sentences that rests."""
    own = [role for i, role in article.gold.items() if article.seen.attributions[i].kind is Speech.VOICE]
    accusing, defending = own.count(Role.ALLEGATION), own.count(Role.REBUTTAL)
    return (accusing - defending) / (accusing + defending + 1), accusing + defending + 0.2


def learn_doubt(strings: Sequence[Sequence[str]], wrong: np.ndarray) -> Learned:
    index = index_of(strings, 5)
    machine = LogisticRegression(C=HESITATION, max_iter=2000).fit(matrix(strings, index), wrong)
    return _whole(index, machine.coef_.T, machine.intercept_)


def folds(topics: np.ndarray, number: int) -> Iterator[np.ndarray]:
    """Masks of the rows held out: every so-many-th topic in turn."""
    names = sorted(set(topics))
    return (np.isin(topics, names[fold::number]) for fold in range(number))


class Reader:
    """The two readings, learned from some topics of the bank."""

    def __init__(self, data: Bank, train: np.ndarray) -> None:
        """Learns from the rows of the mask `train`; whole topics, so that no article is cut."""
        self.data = data
        own = [data.articles[a].seen.seen[i] for a, i in data.rows]
        self.first = learn_roles(_where(own, train), data.wanted[train])
        first = self.first.scores(own)
        rows = np.flatnonzero(train)
        for out in folds(data.topics[train], INNER):
            part = learn_roles([own[k] for k in rows[~out]], data.wanted[rows[~out]])
            first[rows[out]] = part.scores([own[k] for k in rows[out]])
        self.first_scores = first + data.cue
        self.read = self._read()
        self.lean, self.leans = self._lean(train)
        self.around = self._around()
        self.second = learn_roles(_where(self.around, train), data.wanted[train])

    def _read(self) -> list[FirstReading]:
        found: list[dict[int, tuple[int, ...]]] = [{} for _ in self.data.articles]
        for (a, i), row in zip(self.data.rows, self.first_scores, strict=True):
            found[a][i] = tuple(int(x) for x in row)
        return [FirstReading(ROLES, scores) for scores in found]

    def _lean(self, train: np.ndarray) -> tuple[Learned, np.ndarray]:
        articles = self.data.articles
        strings = [
            ("bias", *a.seen.stance, *a.seen.words, *tallies(read, a.seen.attributions))
            for a, read in zip(articles, self.read, strict=True)
        ]
        topics = np.array([article.topic for article in articles])
        mine = np.flatnonzero(np.isin(topics, sorted(set(self.data.topics[train]))))
        whole = learn_lean([strings[a] for a in mine], [articles[a] for a in mine])
        leans = whole.scores(strings)[:, 0]
        for out in folds(topics[mine], INNER):
            part = learn_lean([strings[a] for a in mine[~out]], [articles[a] for a in mine[~out]])
            leans[mine[out]] = part.scores([strings[a] for a in mine[out]])[:, 0]
        return whole, leans

    def _around(self) -> list[tuple[str, ...]]:
        found = []
        for number, article in enumerate(self.data.articles):
            seen, lean = article.seen, int(self.leans[number])
            around = surroundings(seen.units, seen.attributions, seen.stance, self.read[number], lean)
            found += [(*seen.seen[i], *around[i]) for i in seen.kept]
        return found


def _where(strings: Sequence[Sequence[str]], mask: np.ndarray) -> list[Sequence[str]]:
    return [row for row, keep in zip(strings, mask, strict=True) if keep]
