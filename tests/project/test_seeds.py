"""The repository's own description files."""

from __future__ import annotations

import html
from pathlib import Path

from generator.project import check_files, load

ROOT = Path(__file__).parents[2]


def words_of(path: Path) -> str:
    return " ".join(html.unescape(html.unescape(path.read_text(encoding="utf-8"))).split())


def test_they_load_and_name_every_file_as_it_is() -> None:
    project = load(ROOT)
    assert project.sources
    assert check_files(project) == ()


def test_what_an_entry_states_stands_in_its_file() -> None:
    project = load(ROOT)
    for source in project.sources.values():
        words = words_of(project.path(source))
        for name, stated in source.metadata.items():
            if not stated.inferred and name not in ("language", "issued"):
                assert all(part in words for part in stated.value.split("; ")), (source.key, name)


def test_queried_words_stand_once_in_their_source() -> None:
    project = load(ROOT)
    for query in project.queries:
        assert words_of(project.path(project.sources[query.source])).count(query.words) == 1, query.words


def test_every_party_is_named_in_a_source() -> None:
    project = load(ROOT)
    words = " ".join(words_of(project.path(source)) for source in project.sources.values()).replace("’", "'").casefold()
    missing = [name for party in project.topic.parties for name in party.names if name.casefold() not in words]
    assert missing == []


def test_each_file_names_its_schema() -> None:
    for path in (ROOT / "seeds").glob("*.yml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        assert (path.parent / first.partition("$schema=")[2]).is_file()
