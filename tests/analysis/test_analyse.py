from __future__ import annotations

from dataclasses import replace

from generator.analysis import analyse
from generator.model import Analysis, Evidence, Role, Topic
from generator.pipeline import Work


def test_no_evidence_no_analysis() -> None:
    assert analyse(Evidence(Topic("The fog", "fog"), {}, {})) == Analysis(())


def test_an_unreadable_source_is_left_out(sample_work: Work) -> None:
    documents = {key: one for key, one in sample_work.evidence.documents.items() if key != "courier"}
    found = analyse(replace(sample_work.evidence, documents=documents))
    assert {p.source for p in found.passages} == documents.keys()


def test_the_order_of_the_sources_makes_no_difference(sample_work: Work) -> None:
    turned = replace(
        sample_work.evidence,
        sources=dict(reversed(list(sample_work.evidence.sources.items()))),
        documents=dict(reversed(list(sample_work.evidence.documents.items()))),
    )
    assert analyse(turned) == sample_work.analysis


def test_every_relevant_passage_has_a_claim_of_its_role_and_of_one_speaker(sample_work: Work, seeds_work: Work) -> None:
    for work in (sample_work, seeds_work):
        claims = {claim.id: claim for claim in work.analysis.claims}
        for p in work.analysis.passages:
            assert (p.claim in claims) is (p.relevant and p.role is not Role.IRRELEVANT)
        for claim in claims.values():
            assert {p.role for p in claim.passages} == {claim.role}
            assert len({p.source for p in claim.passages}) == len(claim.passages)


def test_an_answer_stands_in_the_source_of_its_charge(seeds_work: Work) -> None:
    for charge in seeds_work.analysis.charges:
        sources = {p.source for claim in charge.claims for p in claim.passages}
        for answer in charge.answers:
            assert {p.source for p in answer.claim.passages} & sources


def test_the_same_words_under_another_topic_are_irrelevant_on_a_page_of_several_articles(sample_work: Work) -> None:
    sources = {key: replace(one, article="") for key, one in sample_work.evidence.sources.items()}
    topic = Topic("The bridge", "bridge")
    found = analyse(replace(sample_work.evidence, topic=topic, sources=sources))
    page = [p for p in found.passages if p.source == "evening-page" and p.relevant]
    assert {p.headline for p in page} == {"Council Puts Off the New Bridge Again"}
