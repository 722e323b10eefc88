"""The bank of labelled articles as analysis sees it: each article is written out as text, read like any source, and laid against its labels."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import ingest, project
from generator.analysis.evaluation import GoldUnit
from generator.model import Document, Role, Source, Stated, Topic

BANK = Path(__file__).resolve().parents[2] / "generator" / "analysis" / "bank"


@dataclass(frozen=True, slots=True)
class Labelled:
    """One article of the bank."""

    topic_name: str
    topic: Topic
    source: Source
    document: Document
    units: tuple[GoldUnit, ...]
    genre: str


def articles(folder: Path = BANK) -> tuple[Labelled, ...]:
    """Every article, by topic and file name."""
    return tuple(
        _article(topic.parent.name, project.load_topic(topic), path)
        for topic in sorted(folder.glob("*/topic.yml"))
        for path in sorted(topic.parent.glob("*.tsv"))
    )


def _article(name: str, topic: Topic, path: Path) -> Labelled:
    lines = path.read_text(encoding="utf-8").splitlines()
    head = dict(line[1:].strip().split(": ", 1) for line in lines if line.startswith("#") and ": " in line)
    rows = [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
    data = text(rows).encode()
    key = f"{name}/{path.stem}"
    metadata = {"issued": Stated(head["date"])} if "date" in head else {}
    source = Source(key, path.name, hashlib.sha256(data).hexdigest(), Stated(head.get("genre", "")), metadata)
    units = tuple(_unit(key, order, row) for order, row in enumerate(rows))
    return Labelled(name, topic, source, ingest.read_bytes(data, key), units, head.get("genre", ""))


def text(rows: Sequence[Sequence[str]]) -> str:
    """The article as a Markdown-like text: what an extractor makes of a page."""
    return "".join(_lines(rows)).strip() + "\n"


def _lines(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    for kind, _, _, _, words in rows:
        if kind == "S":
            yield " " + words
        else:
            yield "\n\n" + {"H": "## ", "I": "- "}.get(kind, "") + words


def _unit(key: str, order: int, row: Sequence[str]) -> GoldUnit:
    _, role, alternative, speaker, words = row
    return GoldUnit(
        file=key,
        order=order,
        text=words,
        role=Role(role),
        alternatives=frozenset({Role(alternative)} if alternative else ()),
        speakers=frozenset({speaker.casefold()} if speaker else ()),
    )
