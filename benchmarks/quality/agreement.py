"""How far the second labelling of the bank agrees with the first: Cohen's kappa of the roles.

python benchmarks/quality/agreement.py generator/analysis/bank
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from generator.analysis.figures import Figure, figure, table


def labels(path: Path) -> list[tuple[str, str]]:
    """(role, text) of each line of an article."""
    rows = [
        line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line.strip() and line[0] != "#"
    ]
    return [(row[1], row[4]) for row in rows]


def kappa(pairs: Sequence[tuple[str, str]]) -> float:
    """Agreement beyond chance, 1 for perfect."""
    agreed = sum(first == second for first, second in pairs) / len(pairs)
    one, other = Counter(first for first, _ in pairs), Counter(second for _, second in pairs)
    chance = sum(one[role] * other[role] for role in one) / len(pairs) ** 2
    return (agreed - chance) / (1 - chance)


def compared(folder: Path) -> list[list[tuple[str, str]]]:
    """Both labels of each sentence, one list an article, for every article under `second/`."""
    articles = []
    for again in sorted((folder / "second").glob("*/*.tsv")):
        first, second = labels(folder / again.parent.name / again.name), labels(again)
        if [text for _, text in first] != [text for _, text in second]:
            raise SystemExit(f"{again}: the sentences are not those of the first labelling")
        articles.append([(one, other) for (one, _), (other, _) in zip(first, second, strict=True)])
    return articles


def figures(folder: Path) -> list[Figure]:
    """Kappa of all sentences, and of those that both call relevant. Drawn by article."""
    everything = compared(folder)
    relevant = [[pair for pair in article if "irrelevant" not in pair] for article in everything]
    return [
        figure(
            f"agreement, {name}: kappa",
            articles,
            _kappa,
            count=sum(map(len, articles)),
            unit="sentences",
        )
        for name, articles in (("all sentences", everything), ("relevant to both", relevant))
    ]


def _kappa(articles: Sequence[list[tuple[str, str]]]) -> float:
    return kappa([pair for article in articles for pair in article])


def main(folder: Path, errors: int = 10) -> None:
    """Prints the figures, then that many of the commonest differences."""
    for line in table(figures(folder)):
        print(line)
    pairs = [pair for article in compared(folder) for pair in article if pair[0] != pair[1]]
    for (one, other), number in Counter(pairs).most_common(errors):
        print(f"   {number:>3}  {one} / {other}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 10)
