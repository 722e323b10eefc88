"""How fast a project is read, understood and written: seconds, memory, and how both grow with the number of articles.

Every run is `explainer generate` in a process of its own, from the first import to the last page. The shipped project is one row; the others are
piles made for the purpose: the labelled bank's articles, told of one invented dispute, each with names, figures and dates of its own.

python benchmarks/speed.py [ARTICLES ...]
"""

from __future__ import annotations

import hashlib
import math
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks" / "quality")]

import bank  # noqa: E402  # needs the path

from generator.analysis.figures import Figure, figure  # noqa: E402
from generator.model import Side, Topic  # noqa: E402

SIZES = (100, 300, 1000)
SECONDS, MEGABYTES = 60, 500
"""What the largest pile may cost."""
TIMES = 7
"""Runs of the shipped project, whose median counts; one before them, in which Python compiles the modules, does not."""
SEED = 41
SUBJECT = "tide glazing"
PARTIES = {
    Side.ACCUSES: ("Harbour Glass Union", "Orla Venn", "Coastal Register", "Piet Adair", "Saltmarsh Trust"),
    Side.ACCUSED: ("Lumen Works", "Dagny Roe", "Brightwater Kilns", "Tomas Ilk", "Northern Pane"),
    Side.NEITHER: ("Ministry of Works", "Edda Quill", "Institute of Materials", "Jonas Farr"),
}
_FIGURE = re.compile(r"\b\d{1,3}(?:,\d{3})+\b|\b\d{2,3}\b(?![,.]?\d)")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October")
_MONTH = re.compile(rf"\b(?:{'|'.join(_MONTHS)})\b(?= \d|,? \d)")


@dataclass(frozen=True, slots=True)
class Run:
    """What one generation took."""

    articles: int
    wall: float
    """Seconds; `cpu` likewise, of all threads."""
    cpu: float
    peak: float
    """Most resident memory, in megabytes."""


def pile(folder: Path, articles: int) -> None:
    """Makes a project of that many articles; the same number gives the same files."""
    draw = random.Random(SEED)
    told = [_retold(article) for article in bank.articles()]
    seeds = folder / "seeds"
    seeds.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (seeds / "topic.yml").write_text(_topic(), encoding="utf-8")
    entries = ["sources:"]
    for number in range(articles):
        name = f"article-{number:04}"
        data = _varied(draw.choice(told) + _tail(draw.choice(told)), draw).encode()
        (seeds / f"{name}.txt").write_bytes(data)
        entries += [f"  {name}:", f"    file: {name}.txt", f"    sha256: {hashlib.sha256(data).hexdigest()}"]
        entries += ["    speaks: a newspaper", f"    issued: 2031-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"]
    (seeds / "sources.yml").write_text("\n".join(entries) + "\n", encoding="utf-8")


def _topic() -> str:
    lines = [f"title: The dispute over {SUBJECT}", f"subject: {SUBJECT}", f"terms: [{SUBJECT}]", "parties:"]
    for side, parties in PARTIES.items():
        for name in parties:
            lines += [f"  - name: {name}", f"    side: {side.value}"]
    return "\n".join(lines) + "\n"


def _retold(article: bank.Labelled) -> str:
    """The article with the invented dispute's names and subject in the place of its own."""
    words = dict.fromkeys((article.topic.subject, *article.topic.terms), SUBJECT) | dict(_renamed(article.topic))
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
    return pattern.sub(lambda match: words[match[0]], article.document.text)


def _renamed(topic: Topic) -> Iterator[tuple[str, str]]:
    for side, invented in PARTIES.items():
        for number, party in enumerate(party for party in topic.parties if party.side is side):
            yield from ((name, invented[number % len(invented)]) for name in party.names)


def _tail(article: str) -> str:
    """The last third, so that most sentences stand in several articles."""
    paragraphs = article.split("\n\n")
    return "\n\n" + "\n\n".join(paragraphs[-(len(paragraphs) // 3 + 1) :])


def _varied(article: str, draw: random.Random) -> str:
    """Other figures and months in about half of the places."""
    changed = _FIGURE.sub(lambda match: _figure(match[0], draw) if draw.random() < 0.5 else match[0], article)
    return _MONTH.sub(lambda match: draw.choice(_MONTHS) if draw.random() < 0.5 else match[0], changed)


def _figure(words: str, draw: random.Random) -> str:
    digits = len(words.replace(",", ""))
    return f"{draw.randint(10 ** (digits - 1), 10**digits - 1):,}"


def run(folder: Path, articles: int) -> Run:
    """Generates the project in a new process. Raises SystemExit where that fails."""
    command = [sys.executable, "-m", "generator", "-C", str(folder), "generate"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"generating {articles} articles ended with {process.returncode}")
    return Run(articles, wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def growth(small: Run, large: Run) -> float:
    """Exponent of the number of articles in the time: 1 is linear, 2 quadratic."""
    return math.log(large.cpu / small.cpu) / math.log(large.articles / small.articles)


def row(one: Run) -> str:
    return f"{one.articles:8}  {one.wall:8.2f}  {one.cpu:6.2f}  {one.peak:8.0f}   {one.articles / one.wall:10.1f}"


def verdicts(made: Sequence[Run]) -> Iterator[str]:
    """How the time grows over the made piles, and whether the largest costs what it may."""
    first, last = made[0], made[-1]
    if len(made) > 1:
        yield f"growth from {first.articles} to {last.articles} articles: exponent {growth(first, last):.2f}"
    kept = last.wall <= SECONDS and last.peak <= MEGABYTES
    yield f"{last.articles} articles in {SECONDS} s and {MEGABYTES} MB: {'kept' if kept else 'missed'}"


def shipped(folder: Path) -> Run:
    """Generates a copy of the shipped project in that folder, which must not be there yet."""
    for name in ("seeds", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return run(folder, len(list((ROOT / "seeds").glob("*.txt"))))


def figures(_: Path = ROOT) -> list[Figure]:
    """The shipped project several times over, and the piles of the smallest and the largest size once each."""
    with tempfile.TemporaryDirectory() as folder:
        often = [shipped(Path(folder, f"shipped-{number}")).cpu for number in range(TIMES + 1)][1:]
        made = []
        for size in (SIZES[0], SIZES[-1]):
            pile(Path(folder, str(size)), size)
            made.append(run(Path(folder, str(size)), size))
    small, large = made
    return [
        figure(
            "shipped project: seconds of CPU", often, median, count=TIMES, unit="runs", aim=1, smaller_is_better=True
        ),
        _once(f"{large.articles} articles: seconds", large.wall, SECONDS),
        _once(f"{large.articles} articles: peak MB", large.peak, MEGABYTES),
        _once(f"from {small.articles} to {large.articles} articles: exponent of growth", growth(small, large), None),
    ]


def _once(name: str, value: float, aim: float | None) -> Figure:
    return figure(name, [value], lambda drawn: drawn[0], count=1, unit="run", aim=aim, smaller_is_better=True)


def main(sizes: Sequence[int]) -> None:
    print("articles   seconds     CPU   peak MB   articles/s")
    with tempfile.TemporaryDirectory() as folder:
        print(row(shipped(Path(folder, "shipped"))), flush=True)
        made = []
        for size in sizes:
            pile(Path(folder, str(size)), size)
            made.append(run(Path(folder, str(size)), size))
            print(row(made[-1]), flush=True)
    for line in verdicts(made):
        print(line)


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
