"""Makes `generator/analysis/commonness.json`: how common the beginnings of words are in the sentences of the labelled bank, per mille.

python benchmarks/quality/train_commonness.py
"""

from __future__ import annotations

import json
from collections import Counter

import bank

from generator.analysis.similarity import beginnings

LEAST = 0.01
"""Share from which a word is kept. What is rarer is weighed by the pile alone; keeping all of them changed no figure."""
TARGET = bank.BANK.parent / "commonness.json"


def main() -> None:
    sentences = [unit.text for article in bank.articles() for unit in article.units]
    holders = Counter(word for sentence in sentences for word in set(beginnings(sentence)))
    common = {
        word: round(1000 * number / len(sentences))
        for word, number in sorted(holders.items(), key=lambda item: (-item[1], item[0]))
        if number >= LEAST * len(sentences)
    }
    TARGET.write_text(json.dumps(common, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{len(common)} words from {len(sentences)} sentences")


if __name__ == "__main__":
    main()
