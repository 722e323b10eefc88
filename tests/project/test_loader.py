from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import ProjectError
from generator.model import Admission, Query, Side, Stated
from generator.project import load, load_topic
from tests.project.conftest import SOURCES, TOPIC, Make


def failure(root: Path) -> str:
    with pytest.raises(ProjectError) as caught:
        load(root)
    return str(caught.value)


@pytest.mark.parametrize("none", ["sources:", "sources: {}", "sources:  # none yet"])
def test_a_project_may_have_no_source_yet(make: Make, none: str) -> None:
    assert load(make(sources=none, queries=None)).sources == {}


def test_a_project_is_loaded(make: Make) -> None:
    project = load(make())
    assert list(project.sources) == ["bulletin", "gazette"]
    bulletin = project.sources["bulletin"]
    assert bulletin.metadata == {
        "author": Stated("Ada Reed; B. Sands"),
        "issued": Stated("2026-05", "it names a day in May"),
    }
    assert bulletin.speaks == Stated("press office", 'it says "we"')
    assert project.sources["gazette"].speaks == Stated("newspaper report")
    assert project.queries == (Query("gazette", "by night", "the bulletin says noon", "editors", "2026-05-04"),)
    assert project.topic.terms == ("the wall",)
    assert project.topic.pages["definition"] == "what-is-the-wall.md"
    party = project.topic.party("THE OFFICE")
    assert party is not None
    assert (party.name, party.side) == ("Harbour office", Side.ACCUSED)
    assert project.path(bulletin) == project.root / "seeds" / "coast" / "bulletin.txt"
    assert (project.places["gazette", "file"].line, project.places["gazette", "file"].column) == (3, 11)


def test_an_entry_of_a_file_with_several_articles(make: Make) -> None:
    addition = """\
    article: The wall moves
    called: the gazette
    publish: full
    URL: https://gazette.example/wall
    container-title: The Gazette
    admits:
      - words: >-
          A second
          article
        reason: it quotes the office
"""
    source = load(
        make(sources=SOURCES.replace("    speaks: newspaper report\n", "    speaks: newspaper report\n" + addition))
    )
    gazette = source.sources["gazette"]
    assert (gazette.article, gazette.name, gazette.publish) == ("The wall moves", "the gazette", "full")
    assert gazette.stated("URL") == "https://gazette.example/wall"
    assert gazette.admits == (Admission("A second article", "it quotes the office"),)


def test_queries_may_be_absent(make: Make) -> None:
    assert load(make(queries=None)).queries == ()
    assert load(make(queries="queries: []\n")).queries == ()


def test_a_missing_description_says_where_to_run(make: Make) -> None:
    assert failure(make(topic=None)) == (
        "seeds/topic.yml: no such file\n  help: run the command in the project's folder, the one that holds seeds/"
    )


def test_the_mistakes_of_all_files_come_at_once(make: Make) -> None:
    root = make(
        sources=SOURCES.replace("speaks: newspaper", "speeks: newspaper"),
        topic=TOPIC.replace("side: accused", "side: acused"),
        queries="queries:\n  - {source: gazete, words: a, ground: b, by: c, date: 2026-05-04}\n",
    )
    assert failure(root) == (
        "4 mistakes in the project's description\n"
        'seeds/queries.yml:2:14: there is no source "gazete" in seeds/sources.yml\n'
        '  help: did you mean "gazette"?\n'
        'seeds/sources.yml:2:3: sources.gazette: the field "speaks" is missing\n'
        '  help: add `speaks: ...`: Who speaks in the source, in one line: "opinion column".\n'
        'seeds/sources.yml:5:5: sources.gazette: there is no field "speeks"\n'
        '  help: did you mean "speaks"?\n'
        'seeds/topic.yml:6:57: parties[1].side: "acused" is not a value of this field\n'
        '  help: did you mean "accused"?'
    )


def test_a_query_names_a_source_that_exists(make: Make) -> None:
    root = make(queries="queries:\n  - {source: gazete, words: a, ground: b, by: c, date: 2026-05-04}\n")
    assert failure(root) == (
        'seeds/queries.yml:2:14: there is no source "gazete" in seeds/sources.yml\n  help: did you mean "gazette"?'
    )


def test_an_entry_given_twice_is_refused(make: Make) -> None:
    assert '"gazette" stands here a second time; first in line 2' in failure(
        make(sources=SOURCES + SOURCES.removeprefix("sources:\n"))
    )


def test_a_topic_file_on_its_own(tmp_path: Path) -> None:
    path = tmp_path / "other.yml"
    path.write_text("title: T\nsubject: Sea walls & piers\n", encoding="utf-8")
    topic = load_topic(path)
    assert topic.terms == ("Sea walls & piers",)
    assert list(topic.pages.items())[:2] == [("home", "index.md"), ("definition", "what-is-sea-walls-piers.md")]
    path.write_text("title: T\n", encoding="utf-8")
    with pytest.raises(ProjectError) as caught:
        load_topic(path)
    assert caught.value.where == f"{path.as_posix()}:1:1"
    assert caught.value.message == 'the field "subject" is missing'


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(st.data())
def test_no_damage_to_a_file_gives_anything_but_a_project_error(make: Make, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(SOURCES)))
    until = data.draw(st.integers(at, min(len(SOURCES), at + 60)))
    root = make(sources=SOURCES[:at] + data.draw(st.text(max_size=8)) + SOURCES[until:])
    try:
        load(root)
    except ProjectError as error:
        assert str(error).startswith(("seeds/sources.yml", "seeds/queries.yml")) or "mistakes" in str(error)  # noqa: PT017
