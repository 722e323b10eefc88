"""How far the second labelling of the bank agrees with the first: Cohen's kappa of the roles.

python benchmarks/quality/agreement.py
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import bank


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


def main() -> None:
    pairs: list[tuple[str, str]] = []
    for again in sorted((bank.BANK / "second").glob("*/*.tsv")):
        first, second = labels(bank.BANK / again.parent.name / again.name), labels(again)
        if [text for _, text in first] != [text for _, text in second]:
            raise SystemExit(f"{again}: the sentences are not those of the first labelling")
        pairs += [(one, other) for (one, _), (other, _) in zip(first, second, strict=True)]
    relevant = [pair for pair in pairs if "irrelevant" not in pair]
    print(f"all sentences      {len(pairs)}  kappa {kappa(pairs):.3f}")
    print(f"relevant to both   {len(relevant)}  kappa {kappa(relevant):.3f}")
    for (one, other), number in Counter(pair for pair in pairs if pair[0] != pair[1]).most_common(10):
        print(f"   {number:>3}  {one} / {other}")


if __name__ == "__main__":
    main()
