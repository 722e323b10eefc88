from __future__ import annotations

import json
from typing import Any

from generator.web.cited import cited_words
from generator.web.machine import claims
from tests.web import sample

CAVEAT = 'It may be wrong.[^c]\n\n[^c]: @herald "suggested that the figure is wrong"\n'
JOINED = 'Said.[^j]\n\n[^j]: @herald "The toll robs islanders [...] according to Radio North"\n'


def listed(*pages: str) -> dict[str, Any]:
    data = sample.site_data((f"page-{number}.md", page) for number, page in enumerate(pages))
    text = claims.claims(data, cited_words(data), lambda path: path.replace(".md", ".html"))
    found: dict[str, Any] = json.loads(text)
    return found


def rows(*pages: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = listed(*pages)["claims"]
    return found


def test_a_row_read_alone_names_speaker_chain_query_and_place() -> None:
    (row,) = (row for row in rows(sample.INDEX) if row["speaker"] == "Mira Voss")
    assert row["attribution"] == "Mira Voss (quoted), according to Radio North, according to The Saltholm Herald"
    assert row["chain"] == ["Radio North", "The Saltholm Herald"]
    assert row["directness"] == "quote"
    assert [query["ground"] for query in row["queries"]] == ["The same page gives 21 crowns."]
    assert [place["address"] for place in row["cited"]] == [
        "page-0.html#fnref:robs-islanders",
        "page-0.html#fnref2:robs-islanders",
    ]
    assert row["in_context"].startswith("sources/herald.html#the-toll-robs-islanders")


def test_a_row_read_alone_names_the_caveat() -> None:
    (row,) = rows(CAVEAT)
    assert row["caveats"] == ["was reported to have suggested"]


def test_the_quote_selects_the_words_by_what_stands_around_them() -> None:
    (row,) = rows(JOINED)
    source = sample.evidence().documents["herald"].text
    for selector in row["quote"]["selector"]:
        assert selector["type"] == "TextQuoteSelector"
        assert selector["prefix"] + selector["exact"] + selector["suffix"] in source
    assert [selector["exact"] for selector in row["quote"]["selector"]] == [
        "The toll robs islanders",
        "according to Radio North",
    ]
    assert row["quote"]["source"] == "https://herald.example/toll?a=1&b=2"


def test_the_file_says_what_it_means_that_a_sentence_is_listed() -> None:
    whole = listed(sample.INDEX)
    assert whole["meaning"] == "The words match the source; whether the source is right is another matter."
    assert whole["covers_sources_up_to"] == "2031-03-04"
    assert whole["evidence"] == "d" * 64


def test_the_schema_describes_what_is_written() -> None:
    schema = json.loads(claims.schema())
    whole = listed(sample.INDEX)
    assert whole["$schema"] == claims.SCHEMA
    assert set(whole) == set(schema["properties"])
    assert set(whole["claims"][0]) == set(schema["$defs"]["Statement"]["required"])
    claims.Claims.model_validate(whole)
