"""The sources in the formats that reference managers read: all of them from the same two sources."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from urllib.parse import parse_qs

import pytest

from generator.model import Source, Stated
from generator.web.machine import bibtex, coins, csl, highwire
from tests.web import sample


def herald(**metadata: Stated) -> Source:
    source = sample.evidence().sources["herald"]
    return replace(source, metadata={**source.metadata, **metadata})


HOSTILE = sample.evidence().sources["hostile"]


def test_csl_holds_what_the_source_states_and_notes_what_was_inferred() -> None:
    assert csl.item(herald(author=Stated("Ann Lund; The Desk"))) == {
        "id": "herald",
        "type": "document",
        "title": "Toll divides Saltholm",
        "author": [{"literal": "Ann Lund"}, {"literal": "The Desk"}],
        "container-title": "The Saltholm Herald",
        "issued": {"date-parts": [[2031, 3, 4]]},
        "URL": "https://herald.example/toll?a=1&b=2",
        "note": "Inferred by the editors: Language: en (the text is in English).",
    }


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2031", {"date-parts": [[2031]]}),
        ("2031-03", {"date-parts": [[2031, 3]]}),
        ("2031-03-01/2031-04-02", {"date-parts": [[2031, 3, 1], [2031, 4, 2]]}),
        ("2031-21", {"literal": "spring 2031"}),
        ("203X", {"literal": "the 2030s"}),
    ],
)
def test_csl_dates(value: str, date: object) -> None:
    assert csl.item(herald(issued=Stated(value)))["issued"] == date


def test_an_inferred_type_is_given_because_no_item_may_lack_one() -> None:
    made = csl.item(herald(type=Stated("webpage", "it has an address")))
    assert made["type"] == "webpage"
    assert "Kind of text: web page (it has an address)" in made["note"]


def test_the_records_are_json_that_readers_can_list() -> None:
    assert [one["id"] for one in json.loads(json.dumps(csl.items(sample.evidence().sources.values())))] == [
        "herald",
        "hostile",
    ]


def test_bibtex_escapes_what_tex_would_take_and_its_braces_balance() -> None:
    text = bibtex.entries([herald(title=Stated("50% & {more} of_it \\ $x^2$ ~ #1")), HOSTILE])
    assert r"title = {50\% \& \{more\} of\_it \textbackslash{} \$x\textasciicircum{}2\$ \textasciitilde{} \#1}," in text
    plain = re.sub(r"\\[{}]", "", text)
    depth = 0
    for character in plain:
        depth += {"{": 1, "}": -1}.get(character, 0)
        assert depth >= 0
    assert depth == 0
    assert re.findall(r"^@(\w+)\{([\w-]+),$", text, re.MULTILINE) == [("misc", "herald"), ("misc", "hostile")]


def test_bibtex_keeps_a_name_as_it_stands() -> None:
    text = bibtex.entries([herald(author=Stated("LUND Ann; Rand and Sons"))])
    assert "author = {{LUND Ann} and {Rand and Sons}}," in text


def test_bibtex_leaves_inferred_values_to_the_note() -> None:
    text = bibtex.entries([herald(issued=Stated("2031-03", "it tells of the spring"))])
    assert "date =" not in text
    assert "Date: March 2031 (it tells of the spring)" in text


def test_coins_is_a_context_object_without_inferred_values() -> None:
    fields = parse_qs(
        coins.context_object(herald(author=Stated("Ann Lund; The Desk"), type=Stated("article-newspaper")))
    )
    assert fields["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:dc"]
    assert fields["rft.type"] == ["newspaperArticle"]
    assert fields["rft.creator"] == ["Ann Lund", "The Desk"]
    assert fields["rft.date"] == ["2031-03-04"]
    assert "rft.language" not in fields


def test_nothing_of_a_source_can_leave_the_attribute_of_a_coins_span() -> None:
    assert not set("\"'<>`*[]") & set(coins.context_object(HOSTILE))


def test_highwire_fields() -> None:
    assert highwire.fields(herald(author=Stated("Ann Lund; The Desk"))) == [
        ("citation_title", "Toll divides Saltholm"),
        ("citation_author", "Ann Lund"),
        ("citation_author", "The Desk"),
        ("citation_publication_date", "2031/03/04"),
        ("citation_journal_title", "The Saltholm Herald"),
        ("citation_public_url", "https://herald.example/toll?a=1&b=2"),
    ]
