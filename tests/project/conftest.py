"""A small invented project: a dispute over moving a harbour wall."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

ARTICLES = {
    "gazette.txt": "The harbour office moved the wall by night, the fishers said.\n",
    "coast/bulletin.txt": "The harbour office denied it on 3 May.\n",
}

TOPIC = """\
title: The dispute over the harbour wall
subject: the wall
parties:
  - name: Fishers
    side: accuses
  - {name: Harbour office, aliases: [the office], side: accused}
"""

QUERIES = """\
queries:
  - source: gazette
    words: by night
    ground: the bulletin says noon
    by: editors
    date: 2026-05-04
"""


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


SOURCES = f"""\
sources:
  gazette:
    file: gazette.txt
    sha256: {digest(ARTICLES["gazette.txt"])}
    speaks: newspaper report
  bulletin:
    file: coast/bulletin.txt
    sha256: {digest(ARTICLES["coast/bulletin.txt"])}
    author: [Ada Reed, B. Sands]
    issued: {{inferred: 2026-05, because: it names a day in May}}
    speaks: {{inferred: press office, because: it says "we"}}
"""

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Writes the project and gives its folder; a description given as None is left out."""

    def write(*, sources: str | None = SOURCES, topic: str | None = TOPIC, queries: str | None = QUERIES) -> Path:
        seeds = tmp_path / "seeds"
        for name, text in {**ARTICLES, "sources.yml": sources, "topic.yml": topic, "queries.yml": queries}.items():
            if text is not None:
                (seeds / name).parent.mkdir(parents=True, exist_ok=True)
                (seeds / name).write_bytes(text.encode())
        return tmp_path

    return write
