"""Every figure of quality in one table; exits 1 where one is under its floor or under what `pinned.tsv` holds.

    python benchmarks/quality                     # what the project itself has: the seeds, the bank, the piles of charges and answers, the speed
    python benchmarks/quality --corpora FOLDER    # and the public corpora that lie in FOLDER, each under the name of its repository
    python benchmarks/quality --pin               # and pins what was measured: a later run may not fall below it by more than the slack

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

import pins

from generator import pipeline
from generator.analysis.evaluation import figures as of_gold
from generator.analysis.figures import Figure, table

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold" / "seeds.jsonl"
HERE = Path(__file__).resolve().parent
sys.path.append(str(ROOT / "benchmarks"))


class Yardstick(NamedTuple):
    """A measurement and where its data lies."""

    name: str
    module: str
    data: Path
    """Below the folder of the corpora, or absolute."""
    pinned: bool = True


YARDSTICKS = (
    Yardstick("roles on topics not learned from", "train_roles", ROOT / "generator" / "analysis" / "bank"),
    Yardstick("the bank, learned from", "own_exam", ROOT / "generator" / "analysis" / "bank"),
    Yardstick("agreement of the labellers", "agreement", ROOT / "generator" / "analysis" / "bank"),
    Yardstick("charges and answers", "answers", HERE / "data" / "answers"),
    Yardstick("seeded conflicts", "conflicts", ROOT / "generator" / "analysis" / "bank"),
    Yardstick("mixed pages", "layout", ROOT / "generator" / "analysis" / "bank"),
    Yardstick("speakers", "polnear", Path("PolNeAR", "data", "dev")),
    Yardstick("the same claim", "same_claim", Path("discord_questions")),
    Yardstick("dates", "timex", Path("TempEval-3", "data", "TBAQ-cleaned")),
    Yardstick("sentences", "sentences", Path("UD_English-EWT", "en_ewt-ud-dev.conllu")),
    Yardstick("sentences", "sentences", Path("UD_English-GUM", "en_gum-ud-dev.conllu")),
    Yardstick("audit of statements", "audit", HERE / "data" / "audit.tsv"),
    Yardstick("speed", "speed", ROOT, pinned=False),
)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="python benchmarks/quality", description="Every figure of quality in one table."
    )
    parser.add_argument("--corpora", type=Path, help="the folder in which the public corpora lie")
    parser.add_argument("--pin", action="store_true", help="pin what is measured, fallen or not")
    given = parser.parse_args(arguments)
    held, found, absent = measured(given.corpora)
    print("\n".join([*table([*held, *found]), *absent]))
    if given.pin:
        pins.write(held)
    fallen = list(pins.fallen(held, pins.read()))
    print("\n".join(fallen))
    return 1 if fallen else 0


def measured(corpora: Path | None) -> tuple[list[Figure], list[Figure], list[str]]:
    """Figures that are pinned, figures that are not, and what could not be measured."""
    held: list[Figure] = list(of_gold(pipeline.evaluate(GOLD, pipeline.study(ROOT))))
    found: list[Figure] = []
    absent: list[str] = []
    for yardstick in YARDSTICKS:
        data = yardstick.data if yardstick.data.is_absolute() else corpora / yardstick.data if corpora else None
        if data is None or not data.exists():
            absent.append(f"{yardstick.name}: not measured, no {data or yardstick.data}")
            continue
        print(f"measuring: {yardstick.name}", file=sys.stderr)
        measure: Callable[[Path], list[Figure]] = import_module(yardstick.module).figures
        (held if yardstick.pinned else found).extend(measure(data))
    return held, found, absent


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
