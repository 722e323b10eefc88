"""Whether an article as a whole is a party's own words."""

from __future__ import annotations

import pytest

from generator import ingest
from generator.analysis.layout import articles
from generator.analysis.reading import read
from generator.analysis.releases import publisher
from generator.analysis.units import units
from generator.model import Party, Role, Side, Source, Speech, Stated, Topic

TOPIC = Topic(
    "The strike",
    "strike",
    terms=("vans",),
    parties=(
        Party("Ardel Couriers", ("Ardel",), Side.ACCUSED),
        Party("Drivers' League", (), Side.ACCUSES),
        Party("Tarn Gazette"),
    ),
)
LEAD = "TARN, 3 May – Ardel Couriers said today that the vans are new."
PLAIN = "Ardel answers on the strike\n\nArdel Couriers said on Monday that the vans are new. The vans have belts."


def source(speaks: str = "news report", **metadata: str) -> Source:
    return Source(
        "one",
        "one.txt",
        "0" * 64,
        Stated(speaks),
        {field.replace("_", "-"): Stated(value) for field, value in metadata.items()},
    )


def owner(text: str, of: Source) -> str:
    document = ingest.read_bytes(text.encode(), "one.txt")
    (article,) = articles(document)
    return publisher(units(document, article), TOPIC, of)


@pytest.mark.parametrize(
    "of",
    [
        source(author="Ardel"),
        source(container_title="Ardel Couriers"),
        source(publisher="Ardel Couriers"),
        source("company statement"),
        source("press release of Ardel"),
    ],
)
def test_whoever_publishes_an_article_of_itself(of: Source) -> None:
    assert owner(PLAIN, of) == "Ardel Couriers"


@pytest.mark.parametrize(
    "text",
    [
        f"FOR IMMEDIATE RELEASE\n\n{LEAD} The vans have belts.",
        f"The vans\n\n{LEAD} The vans have belts.\n\nAbout Ardel Couriers\n\nArdel drives.",
        f"The vans\n\n{LEAD} Our vans have belts.",
        "Statement by Ardel Couriers on the strike\n\nThe vans have belts.",
    ],
)
def test_the_marks_of_a_press_release(text: str) -> None:
    assert owner(text, source()) == "Ardel Couriers"


@pytest.mark.parametrize(
    ("text", "of"),
    [
        (PLAIN, source()),
        (f"The vans\n\n{LEAD} The vans have belts.", source()),
        (PLAIN, source(container_title="Tarn Gazette")),
        (PLAIN, source(author="Maren Holt")),
        ("Ardel statement on the strike angers drivers\n\nThe vans have belts.", source()),
        ("Ardel said no\n\nDrivers' League rejects the answer. The vans have no belts.", source("press release")),
    ],
)
def test_news_is_nobodys_own(text: str, of: Source) -> None:
    assert owner(text, of) == ""


def test_its_own_voice_is_the_partys_words() -> None:
    document = ingest.read_bytes(f"{PLAIN} No vans were sold.".encode(), "one.txt")
    mine, theirs = (read(of, document, TOPIC)[2:] for of in (source(author="Ardel Couriers"), source()))
    assert [(p.speaker, p.kind) for p in mine] == [("Ardel Couriers", Speech.QUOTE)] * 2
    assert [p.speaker for p in theirs] == ["", ""]
    assert mine[1].role is Role.REBUTTAL


def test_whose_a_voice_is_makes_no_answer_of_what_denies_nothing() -> None:
    document = ingest.read_bytes(f"{PLAIN} The vans are driven by day.".encode(), "one.txt")
    mine, theirs = (read(of, document, TOPIC) for of in (source(author="Ardel Couriers"), source()))
    assert [p.role for p in mine] == [p.role for p in theirs]
