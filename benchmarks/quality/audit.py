"""One hundred generated statements, each judged alone beside the words it is quoted from: how many are right.

    python benchmarks/quality/audit.py benchmarks/quality/data/audit.tsv          # the figures
    python benchmarks/quality/audit.py benchmarks/quality/data/audit.tsv 20       # and the statements that are not right, with the reason

The verdicts are a reader's, not computed; `data/README.md` says how they were made. They hold for the pages of their day.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

from generator.analysis.figures import Figure, figure, table

AIM = 0.98
SHIPPED = "seeds"
"""The topic under which the statements of the shipped pile stand."""

Row = dict[str, str]


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def right(row: Row) -> bool:
    return (row["stands alone"], row["supported"], row["misleads"]) == ("yes", "yes", "no")


def figures(path: Path) -> list[Figure]:
    judged = rows(path)
    parts = {
        "all": judged,
        "shipped pile": [row for row in judged if row["topic"] == SHIPPED],
        "other topics": [row for row in judged if row["topic"] != SHIPPED],
    }
    return [
        figure(
            f"audit, {name}: right",
            [right(row) for row in part],
            fmean,
            count=len(part),
            unit="statements",
            aim=AIM,
        )
        for name, part in parts.items()
    ]


def main(arguments: Sequence[str]) -> None:
    path = Path(arguments[0])
    print("\n".join(table(figures(path))))
    wrong = [row for row in rows(path) if not right(row)]
    for row in wrong[: int(arguments[1]) if len(arguments) > 1 else 0]:
        print(f"{row['topic']}, {row['page']}: {row['statement']} -- {row['why']}")


if __name__ == "__main__":
    main(sys.argv[1:])
