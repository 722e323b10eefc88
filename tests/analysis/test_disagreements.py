from __future__ import annotations

from generator.analysis.disagreements import disagreements
from generator.model import Analysis, Conflict, Source
from tests.dispute import TOPIC, Said, alleged, analysis, answered, evidence, source


def analysed(sources: dict[str, Source] | None = None, **said: list[Said]) -> Analysis:
    return analysis(said, evidence(said, sources=sources))


def conflicts(found: Analysis) -> list[tuple[str, str, list[str]]]:
    return [(d.kind.name, d.heading, [p.id for p in d.versions]) for d in found.disagreements]


REPORT_3 = alleged(
    "On 3 March 2031, the Orchard Guild issued a report accusing Brannock of fogging old apples.", "Orchard Guild"
)
REPORT_4 = alleged("The Guild issued its report on March 4, accusing Brannock of fogging apples.", "Orchard Guild")


def test_two_dates_of_one_report_are_one_event_with_both() -> None:
    found = analysed(a=[REPORT_3], b=[REPORT_4])
    assert conflicts(found) == [("INCOMPATIBLE", "The date of the report", ["a:0", "b:0"])]
    (event,) = found.events
    assert event.values == ("2031-03-03", "2031-03-04")
    assert [p.id for p in event.passages] == ["a:0", "b:0"]


def test_dates_that_differ_without_a_conflict() -> None:
    other_thing = alleged("On March 4, the Guild held a vote on fogging apples at Brannock.", "Orchard Guild")
    other_year = alleged(
        "On 4 March 2029, the Guild issued a report accusing Brannock of fogging apples.", "Orchard Guild"
    )
    other_party = alleged("On March 4, Odo Fenn issued a report accusing nobody of fogging old apples.", "Odo Fenn")
    for other in (other_thing, other_year, other_party):
        assert conflicts(analysed(a=[REPORT_3], b=[other])) == []


def test_one_source_may_contradict_itself() -> None:
    found = analysed(a=[REPORT_3, Said("Nothing else is known."), REPORT_4])
    assert [(d.about, [p.id for p in d.versions], d.values) for d in found.disagreements] == [
        ("date", ["a:0", "a:2"], ("2031-03-03", "2031-03-04"))
    ]


def test_differences_about_two_things_stay_apart_though_one_passage_tells_of_both() -> None:
    both = Said(
        "On 3 March 2031, a day before the cable to the growers, the Guild issued a memo accusing Brannock of fogging apples."
    )
    memo = Said("The Guild issued its memo on March 5, 2031, accusing Brannock of fogging apples.")
    cable = Said("The cable to the growers was sent on 6 March 2031.")
    found = analysed(a=[both], b=[memo], c=[cable])
    assert [(d.heading, [p.id for p in d.versions], d.values) for d in found.disagreements] == [
        ("The date of the memo", ["a:0", "b:0"], ("2031-03-03", "2031-03-05")),
        ("The date of the cable", ["a:0", "c:0"], ("2031-03-04", "2031-03-06")),
    ]
    # A date that is only reckoned stands in no passage, so the timeline shows the cable under the one that does.
    assert [event.values for event in found.events] == [("2031-03-03", "2031-03-05"), ("2031-03-06",)]


def test_three_tellings_of_one_figure_are_one_disagreement() -> None:
    found = analysed(
        a=[Said("The fire at Sund destroyed 340 crates of apples.")],
        b=[Said("At Sund, 430 crates of apples were destroyed by the fire.")],
        c=[Said("The Sund fire destroyed 510 crates of apples.")],
    )
    assert [(d.about, d.values) for d in found.disagreements] == [("number", ("340", "430", "510"))]


def test_a_plan_and_its_outcome_in_a_later_article_are_no_difference() -> None:
    plan = Said("The Orchard Guild plans to ban cold-fogging.")
    done = Said("The Orchard Guild has banned cold-fogging.")

    def told(first: str, second: str) -> list[str]:
        passages = analysed(a=[plan], b=[done]).passages
        return [d.kind.name for d in disagreements(passages, (), TOPIC, {"a": first, "b": second})]

    assert told("2031-03-01", "2031-05-01") == []
    assert told("2031-05-01", "2031-03-01") == ["INCOMPATIBLE"]
    assert told("", "2031-03-01") == ["LOOKALIKE"]


def test_a_month_and_a_day_in_it_do_not_conflict() -> None:
    vague = alleged("In March, the Guild issued a report accusing Brannock of fogging apples.", "Orchard Guild")
    assert conflicts(analysed(a=[REPORT_3], b=[vague])) == []


def test_dates_without_a_year_conflict_by_their_day() -> None:
    undated = {key: source(key) for key in "ab"}
    first = alleged("On March 3, the Guild issued a report accusing Brannock of fogging apples.", "Orchard Guild")
    found = analysed(undated, a=[first], b=[REPORT_4])
    assert [d.about for d in found.disagreements] == ["date"]
    assert found.events[0].values == ("XXXX-03-03", "XXXX-03-04")


def test_the_date_of_something_else_in_the_sentence_is_not_the_reports() -> None:
    aside = alleged(
        "On March 4, a day after the report, the Guild held a vote on Brannock and fogging apples.", "Orchard Guild"
    )
    assert conflicts(analysed(a=[REPORT_3], b=[aside])) == []


def test_one_figure_in_two_units() -> None:
    found = analysed(
        a=[Said("It has a fog chamber of up to 40,000 crates.")], b=[Said("Their fog chamber of 40,000 apples is new.")]
    )
    assert conflicts(found) == [
        ("INCOMPATIBLE", "What “40,000” counts: apples or crates", ["a:0", "b:0"])
    ] or conflicts(found) == [("INCOMPATIBLE", "What “up to 40,000” counts: crates or apples", ["a:0", "b:0"])]


def test_a_charge_with_its_answer_is_a_dispute_of_positions() -> None:
    charge = alleged("The Guild accused Brannock of fraud.", "Orchard Guild", "accused", paragraph=1)
    answer = answered("This is slander, Brannock said.", "Brannock", paragraph=1)
    (found,) = analysed(a=[charge, answer]).disagreements
    assert found.kind is Conflict.POSITIONS
    assert [p.id for p in found.versions] == ["a:0", "a:1"]
