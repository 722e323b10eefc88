from __future__ import annotations

import pytest

from generator.analysis.timeline import events
from generator.model import Analysis, BlockKind, Source
from tests.dispute import TOPIC, Said, alleged, analysis, evidence, source


def analysed(sources: dict[str, Source] | None = None, **said: list[Said]) -> Analysis:
    return analysis(said, evidence(said, sources=sources))


def dated(*said: Said) -> list[tuple[str, ...]]:
    """The values of the events of an article that ends in another paragraph."""
    return [event.values for event in analysed(a=[*said, Said("Brannock has no comment.", paragraph=9)]).events]


def test_events_are_in_order_and_headings_and_irrelevant_passages_are_none() -> None:
    found = analysed(
        a=[
            Said("The inquiry ended on 5 March 2031."),
            Said("The trial began in 2030."),
            Said("The headline of 1 March 2031", block=BlockKind.HEADING),
            Said("The court sat on 2 March 2031.", relevant=False),
            Said("Nothing is dated here."),
        ],
        b=[Said("In the spring of 2031-03-01, Brannock was fined.")],
    )
    assert [event.values for event in found.events] == [("2030",), ("2031-03-01",), ("2031-03-05",)]


def test_undated_events_come_last() -> None:
    found = analysed({"a": source("a")}, a=[Said("On 1 January, Brannock closed."), Said("Brannock reopened in 2032.")])
    assert [event.values for event in found.events] == [("2032",), ("XXXX-01-01",)]


def test_no_passages_no_events() -> None:
    assert events((), (), TOPIC) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Brannock opened its hall in March 2030.",
        "Brannock will publish its figures on 20 June 2031.",
        "3 March 2030: Brannock opened a hall.",
        "The panel meets on 20 June 2031.",
        "The Guild, which was founded in 2011, has accused nobody.",
        "Cold-fogging was banned in 2029.",
        "Two packers were charged on 4 March 2031.",
    ],
)
def test_what_happened_to_the_dispute_on_a_day_is_an_event(text: str) -> None:
    assert len(dated(Said(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Brannock has fogged apples since 2004.",
        "Brannock had known it since at least the summer of 2008.",
        "Brannock must open its books by 2040.",
        "The ledger of Brannock was written in or before 1996.",
        "The Guild said between January 2030 and March 2031 that it had no view.",
        "Brannock was not open until 3 September 2031.",
        "A crate of Brannock apples cost $38 in 2029.",
        "Uptake at Brannock fell from 74 per cent in 2013.",
        "Brannock was inspected twice in 2030.",
        "The court does not sit on Friday.",
        "Brannock may have closed its hall in 2030.",
        "Did Brannock close its hall in 2030?",
        "Brannock lobbied against the 2019 Act.",
        "The Guild won next year's budget from Brannock.",
        "Lisbon 2036 was praised by Brannock.",
        "A driver of Brannock tried it one Saturday.",
    ],
)
def test_a_bound_a_count_a_figure_a_habit_or_a_supposition_is_no_event(text: str) -> None:
    assert dated(Said(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Next week: the last cooper of the valley.",
        "Bake sale, Saturday, sugar-free table at the back.",
        "Members go free to the lantern show, which opened on 3 March 2031.",
        "In Tuesday's other news, the choir was given a new hall.",
        "The choir sang on 2 March 2031.",
    ],
)
def test_notices_and_other_matters_are_no_events(text: str) -> None:
    assert dated(Said(text)) == []


def test_an_allegation_is_of_the_dispute_though_it_names_nobody() -> None:
    assert dated(alleged("The crates were relabelled in March 2030.", "Orchard Guild")) == [("2030-03",)]


def test_in_the_last_paragraph_the_words_themselves_name_the_matter() -> None:
    last = Said("The police band was in town on 2 March 2031.", paragraph=9)
    assert [e.values for e in analysed(a=[Said("Brannock has no comment."), last]).events] == []
    named = Said("Brannock was in court on 2 March 2031.", paragraph=9)
    assert [e.values for e in analysed(a=[Said("Brannock has no comment."), named]).events] == [("2031-03-02",)]


def test_the_date_of_the_event_is_the_first_that_dates_one() -> None:
    assert dated(Said("Since 2004 a member, Brannock left the Guild on 4 March 2031.")) == [("2031-03-04",)]
