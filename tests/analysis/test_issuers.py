"""A party's own statement, and a carrier that is no link of its own chain."""

from __future__ import annotations

import pytest

from generator import ingest
from generator.analysis.issuers import without_carrier
from generator.analysis.layout import articles
from generator.analysis.speakers import attribute
from generator.analysis.units import units
from generator.model import Party, Source, Stated, Topic

TOPIC = Topic("The strike", "strike", parties=(Party("Ardel Couriers", ("Ardel",)), Party("Drivers' League")))
WE = "We reject the claim. The vans are new. Maren Holt said that we lie. “We are tired,” a driver said."


def read(text: str, author: str = "") -> list[str]:
    source = Source("wire", "wire.txt", "0" * 64, Stated("x"), {"author": Stated(author)} if author else {})
    document = ingest.read_bytes(text.encode(), "wire.txt")
    return [a.speaker for one in articles(document) for a in attribute(units(document, one), TOPIC, source)]


def test_what_a_party_has_written_is_the_partys_but_for_what_others_say_in_it() -> None:
    assert read(WE, "Ardel Couriers") == ["Ardel Couriers", "Ardel Couriers", "Maren Holt", "driver"]


@pytest.mark.parametrize(
    "opening",
    [
        "Statement by Ardel Couriers on the strike",
        "Ardel: statement on the strike",
        "A public response from the Drivers' League",
    ],
)
def test_an_article_that_opens_as_a_partys_statement_is_the_partys(opening: str) -> None:
    party = "Drivers' League" if "League" in opening else "Ardel Couriers"
    assert read(f"{opening}.\n\n{WE}")[1:] == [party, party, "Maren Holt", "driver"]


def test_the_news_of_a_statement_is_the_partys_where_it_says_we_alone() -> None:
    assert read(f"Ardel statement on the strike angers drivers.\n\n{WE}")[1:] == [
        "Ardel Couriers",
        "",
        "Maren Holt",
        "driver",
    ]


@pytest.mark.parametrize("author", ["", "Maren Holt"])
def test_we_of_anybody_else_is_nobodys(author: str) -> None:
    assert read(WE, author)[0] == ""


def test_the_source_itself_is_no_link_of_its_chain() -> None:
    source = Source(
        "gazette", "g.txt", "0" * 64, Stated("x"), {"container-title": Stated("The Tarn Gazette")}, called="the Gazette"
    )
    assert without_carrier(("Gazette", "Radio Tarn", "Tarn Gazette"), source) == ("Radio Tarn",)
    assert without_carrier(("Gazette",), None) == ("Gazette",)
