from __future__ import annotations

import pytest

from generator.project import load
from tests.project.conftest import ARTICLES, SOURCES, TOPIC, Make, digest
from tests.project.test_loader import failure

SECOND = """\
  extra:
    file: gazette.txt
    sha256: {digest}
    speaks: newspaper report
""".format(digest=digest(ARTICLES["gazette.txt"]))
ARTICLE = "    article: "


def test_two_entries_of_one_file_name_their_articles(make: Make) -> None:
    message = failure(make(sources=SOURCES + SECOND))
    assert message.startswith(
        'seeds/sources.yml:13:5: extra: the file "gazette.txt" is already the source "gazette"\n  help: name in each'
    )
    half = failure(make(sources=SOURCES + SECOND + ARTICLE + "Tides\n"))
    assert half.startswith(
        'seeds/sources.yml:3:5: gazette: the whole file "gazette.txt" is this source, and one article of it the source "extra"'
    )
    both = (
        SOURCES.replace("    speaks: newspaper", f"{ARTICLE}The wall\n    speaks: newspaper")
        + SECOND
        + ARTICLE
        + "Tides\n"
    )
    assert len(load(make(sources=both)).sources) == 3


def test_only_an_entry_with_an_article_admits_other_passages(make: Make) -> None:
    sources = SOURCES.replace("    speaks: newspaper", "    admits: [{words: a, reason: b}]\n    speaks: newspaper")
    assert failure(make(sources=sources)).startswith("seeds/sources.yml:5:5: gazette: nothing to admit")


@pytest.mark.parametrize(
    ("addition", "expected"),
    [
        ("  - {name: fishers}\n", 'seeds/topic.yml:7:5: "fishers" names two parties: Fishers and fishers'),
        ("  - {name: Port, aliases: [The Office]}\n", 'seeds/topic.yml:7:5: "The Office" names two parties: Harbour office and Port'),
        ("  - {name: Clerk, of: Harbor office}\n", 'seeds/topic.yml:7:23: Clerk: there is no party "Harbor office"\n  help: did you mean "Harbour office"?'),
        ("  - {name: Clerk, of: Clerk}\n", "seeds/topic.yml:7:23: Clerk: belongs to itself through `of`"),
        ("  - {name: A, of: B}\n  - {name: B, of: A}\n", "2 mistakes in the project's description\nseeds/topic.yml:7:19: A: belongs to itself"),
        ("pages: {timeline: index.md}\n", 'seeds/topic.yml:7:9: pages: "index.md" is the page of home and of timeline'),
        ("pages: {timeline: Index.md}\n", 'seeds/topic.yml:7:9: pages: "Index.md" is the page of home and of timeline'),
    ],
)  # fmt: skip
def test_names_that_do_not_fit_together(make: Make, addition: str, expected: str) -> None:
    assert failure(make(topic=TOPIC + addition)).startswith(expected)


def test_a_party_below_a_circle_is_not_blamed_for_it(make: Make) -> None:
    message = failure(make(topic=TOPIC + "  - {name: A, of: B}\n  - {name: B, of: A}\n  - {name: C, of: A}\n"))
    assert "C: belongs" not in message


def test_pages_may_have_other_names(make: Make) -> None:
    topic = load(make(topic=TOPIC + "pages: {positions: voices.md}\n")).topic
    assert topic.pages["positions"] == "voices.md"
    assert topic.pages["timeline"] == "timeline.md"
