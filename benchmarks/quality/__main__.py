"""Every figure of quality in one table.

    python benchmarks/quality                     # what the project itself has: the seeds, the bank, the piles of charges and answers
    python benchmarks/quality --corpora FOLDER    # and the public corpora that lie in FOLDER, each under the name of its repository

The corpora are read where they lie; nothing of them is part of this project. From their public repositories: PolNeAR (networkdynamics/PolNeAR),
discord_questions (salesforce/discord_questions), TempEval-3 (jspotter/TempEval-3), UD_English-EWT and UD_English-GUM
(UniversalDependencies). What is not there is named under the table.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from generator import pipeline
from generator.analysis.evaluation import figures as of_gold
from generator.analysis.figures import Figure, table

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold" / "seeds.jsonl"
HERE = Path(__file__).resolve().parent


class Yardstick(NamedTuple):
    """A measurement and where its data lies."""

    name: str
    module: str
    data: Path
    """Below the folder of the corpora, or absolute."""


YARDSTICKS = (
    Yardstick("roles on topics not learned from", "train_roles", ROOT / "generator" / "analysis" / "bank"),
    Yardstick("agreement of the labellers", "agreement", ROOT / "generator" / "analysis" / "bank"),
    Yardstick("charges and answers", "answers", HERE / "data" / "answers"),
    Yardstick("seeded conflicts", "conflicts", ROOT / "generator" / "analysis" / "bank"),
    Yardstick("mixed pages", "layout", ROOT / "generator" / "analysis" / "bank"),
    Yardstick("speakers", "polnear", Path("PolNeAR", "data", "dev")),
    Yardstick("the same claim", "same_claim", Path("discord_questions")),
    Yardstick("dates", "timex", Path("TempEval-3", "data", "TBAQ-cleaned")),
    Yardstick("sentences", "sentences", Path("UD_English-EWT", "en_ewt-ud-dev.conllu")),
    Yardstick("sentences", "sentences", Path("UD_English-GUM", "en_gum-ud-dev.conllu")),
)


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(
        prog="python benchmarks/quality", description="Every figure of quality in one table."
    )
    parser.add_argument("--corpora", type=Path, help="the folder in which the public corpora lie")
    corpora: Path | None = parser.parse_args(arguments).corpora
    found: list[Figure] = list(of_gold(pipeline.evaluate(GOLD, pipeline.study(ROOT))))
    absent: list[str] = []
    for yardstick in YARDSTICKS:
        data = yardstick.data if yardstick.data.is_absolute() else corpora / yardstick.data if corpora else None
        if data is None or not data.exists():
            absent.append(f"{yardstick.name}: not measured, no {data or yardstick.data}")
            continue
        print(f"measuring: {yardstick.name}", file=sys.stderr)
        measure: Callable[[Path], list[Figure]] = import_module(yardstick.module).figures
        found += measure(data)
    print("\n".join([*table(found), *absent]))


if __name__ == "__main__":
    main(sys.argv[1:])
