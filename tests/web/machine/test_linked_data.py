from __future__ import annotations

from typing import Any

from generator.model import Query
from generator.web.cited import cited_words
from generator.web.excerpt import by_source
from generator.web.machine import linked_data
from tests.web import sample

QUOTED = 'Said.[^q]\n\n[^q]: @herald "“The toll robs islanders of 12 crowns a day,” said Mira Voss"\n'


def article(page: str, *queries: Query) -> dict[str, Any]:
    data = sample.site_data([("page.md", page)])
    object.__setattr__(data.evidence, "queries", queries)
    cites = cited_words(data)
    return linked_data.article(data.evidence, by_source(data.analysis.passages), cites, {"headline": "Page", "url": ""})


def test_a_page_is_an_article_that_cites_its_sources() -> None:
    made = article(QUOTED)
    assert made["@type"] == "Article"
    assert "url" not in made
    assert made["citation"] == [
        {
            "@type": "CreativeWork",
            "name": "Toll divides Saltholm",
            "datePublished": "2031-03-04",
            "isPartOf": {"@type": "CreativeWork", "name": "The Saltholm Herald"},
            "url": "https://herald.example/toll?a=1&b=2",
        }
    ]


def test_direct_speech_is_a_quotation_with_its_speaker_and_chain() -> None:
    assert article(QUOTED)["hasPart"] == [
        {
            "@type": "Quotation",
            "text": "The toll robs islanders of 12 crowns a day",
            "spokenByCharacter": {"name": "Mira Voss"},
            "creditText": "Mira Voss (quoted), according to Radio North, according to The Saltholm Herald",
        }
    ]


def test_queried_words_are_no_quotation() -> None:
    assert "hasPart" not in article(QUOTED, Query("herald", "12 crowns", "It says 21.", "editors", "2031-05-06"))


def test_what_is_told_and_not_quoted_is_no_quotation() -> None:
    assert "hasPart" not in article('Denied.[^d]\n\n[^d]: @herald "The authority denies that."\n')


def test_speech_of_which_a_part_is_cited_is_no_quotation() -> None:
    assert "hasPart" not in article('Said.[^p]\n\n[^p]: @herald "The toll robs islanders"\n')


def test_no_claim_is_rated() -> None:
    assert "ClaimReview" not in str(article(QUOTED))
