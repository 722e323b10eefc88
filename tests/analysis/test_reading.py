from __future__ import annotations

from dataclasses import replace

import pytest

from generator import ingest
from generator.analysis.reading import read
from generator.model import Admission, Passage, Role, Source, Speech, Stated
from generator.pipeline import Work
from tests.dispute import TOPIC

SOURCE = Source(
    "page", "page.txt", "0" * 64, Stated("a page"), {"issued": Stated("2031-03-06")}, article="Fog at the harbour again"
)
PAGE = """\
## Fog at the harbour again

By A. Reeve

The Guild accused Brannock of cold-fogging 40,000 crates on 3 March.

## Bridge to wait until spring

By T. Ask

Residents accused the mayor of lying on 4 March. Nobody answered them.
"""


def passages(text: str = PAGE, source: Source = SOURCE) -> tuple[Passage, ...]:
    return read(source, ingest.read_bytes(text.encode(), source.file), TOPIC)


def test_a_passage_carries_what_the_steps_found() -> None:
    found = next(p for p in passages() if "40,000" in p.text)
    assert (found.id, found.article, found.headline) == ("page:2", 0, "Fog at the harbour again")
    assert (found.speaker, found.kind, found.text[found.predicate :][:7]) == ("Guild", Speech.REPORTED, "accused")
    assert [(d.value, d.basis) for d in found.dates] == [("2031-03-03", "the year is that of the article's date")]
    assert [(n.value, n.unit) for n in found.numbers] == [(40_000, "crates")]


def test_another_article_is_irrelevant_and_has_no_speaker() -> None:
    other = [p for p in passages() if p.article == 1]
    assert len(other) == 4
    assert {(p.relevant, p.role, p.speaker, p.chain) for p in other} == {(False, Role.IRRELEVANT, "", ())}


def test_a_passage_is_let_in_by_hand_and_no_more_than_it() -> None:
    admitted = replace(SOURCE, admits=(Admission("Residents accused the mayor", "a reason"),))
    found = [p for p in passages(source=admitted) if p.article == 1 and p.relevant]
    assert [p.text for p in found] == ["Residents accused the mayor of lying on 4 March."]


def test_admitted_words_that_stand_nowhere_let_nothing_in() -> None:
    admitted = replace(SOURCE, admits=(Admission("no such words", "a reason"),))
    assert passages(source=admitted) == passages()


def test_order_is_that_of_the_file_and_pieces_lead_to_raw_characters() -> None:
    found = passages()
    assert [p.order for p in found] == list(range(len(found)))
    assert [p.pieces[0] for p in found] == sorted(p.pieces[0] for p in found)
    for p in found:
        assert PAGE[p.spans[0].start : p.spans[-1].end] == p.text


def test_an_article_date_is_taken_from_the_file_where_the_entry_has_none() -> None:
    feed = (
        '<rss version="2.0"><channel><item><title>Fog</title><pubDate>Wed, 05 Mar 2031 06:00:00 +0000</pubDate>'
        "<description>&lt;p>On 3 March, fog came.&lt;/p></description></item></channel></rss>"
    )
    (found,) = passages(feed, replace(SOURCE, article="", metadata={}))
    assert found.dates[0].value == "2031-03-03"


@pytest.mark.parametrize("text", ["Fog", "?", "- ", "“", "1.", "\x0cfog", "...", "fog\n" * 50])
def test_odd_texts_do_no_harm(text: str) -> None:
    source = replace(SOURCE, article="")
    assert all(p.text for p in passages(f"{text} is", source))


def test_no_passage_of_an_unrelated_article_or_of_furniture_is_relevant(seeds_work: Work, sample_work: Work) -> None:
    for work in (seeds_work, sample_work):
        for p in work.analysis.passages:
            source = work.evidence.sources[p.source]
            by_hand = any(p.text.startswith(a.words[:20]) for a in source.admits)
            if p.relevant and source.article and not by_hand:
                assert (
                    p.headline.replace("’", "'") == source.article.replace("’", "'").replace("‘", "'")
                    or p.headline == source.article
                )
            if not p.relevant:
                assert (p.role, p.claim, p.speaker) == (Role.IRRELEVANT, "", "")
