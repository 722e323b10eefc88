from __future__ import annotations

from dataclasses import replace

from generator.compose import lookup
from generator.compose.register import Register
from generator.compose.views import DisagreementView
from generator.model import Analysis, BlockKind, Conflict, DateMention, Disagreement, Event, Evidence, Span
from tests.dispute import Said, alleged, analysis, evidence

FIRST = Said("On 3 March 2031, the council of Tarn opened a hall for old fruit.")
SECOND = Said("The council of Tarn opened a hall for old fruit on 4 March 2031.")


def pile(**said: list[Said]) -> tuple[Evidence, Analysis]:
    of = evidence(said)
    return of, analysis(said, of)


def views(of: Evidence, found: Analysis, kind: Conflict = Conflict.LOOKALIKE) -> list[DisagreementView]:
    return list(lookup.disagreements(found, Register(of, found), of, kind))


def test_disagreements_of_the_same_passages_stand_under_one_heading() -> None:
    of, found = pile(a=[FIRST], b=[SECOND])
    versions = found.passages
    date = Disagreement("The date of the hall", Conflict.LOOKALIKE, "date", versions, ("2031-03-03", "2031-03-04"))
    who = Disagreement("One hall or two?", Conflict.LOOKALIKE, "who", versions)
    (view,) = views(of, replace(found, disagreements=(date, who)))
    assert [d.heading for d in view.disagreements] == ["The date of the hall", "One hall or two?"]
    assert [(v.value, v.is_date, v.what) for v in view.versions] == [
        ("2031-03-03", True, "a newspaper"),
        ("2031-03-04", True, "a newspaper"),
    ]


def test_the_words_that_differ_stand_inside_the_quotation() -> None:
    of, found = pile(
        a=[alleged("On 3 March 2031, the Guild named two firms of Brannock.", "Guild", "named")],
        b=[alleged("The Guild named two firms of Brannock on 4 March 2031.", "Guild", "named")],
    )
    date = Disagreement("The naming", Conflict.LOOKALIKE, "date", found.passages, ("2031-03-03", "2031-03-04"))
    (view,) = views(of, replace(found, disagreements=(date,)))
    assert ["March 2031" in v.statement.words for v in view.versions] == [True, True]


def test_a_sentence_may_lean_on_the_heading_and_the_wording_before_it() -> None:
    of, found = pile(a=[FIRST], b=[Said("The council opened it on 4 March 2031.", paragraph=1)])
    date = Disagreement(
        "The date of the hall", Conflict.LOOKALIKE, "date", found.passages, ("2031-03-03", "2031-03-04")
    )
    (view,) = views(of, replace(found, disagreements=(date,)))
    assert [v.statement.passage.source for v in view.versions] == ["a", "b"]
    assert Register(of, found).of(found.passages[1]) is None


def test_figures_are_set_out_only_where_every_wording_prints_its_own() -> None:
    of, found = pile(a=[Said("Brannock sold 40 crates.")], b=[Said("Brannock sold forty thousand crates.")])
    number = Disagreement("How many", Conflict.LOOKALIKE, "number", found.passages, ("40 crates", "40,000 crates"))
    (view,) = views(of, replace(found, disagreements=(number,)))
    assert [v.value for v in view.versions] == ["", ""]


def test_an_item_of_a_list_dates_nothing_unless_the_date_heads_it() -> None:
    of, found = pile(
        a=[
            Said("Release of all lists since 2031", block=BlockKind.ITEM),
            Said("3 March 2031: Brannock opened a hall", block=BlockKind.ITEM),
        ]
    )
    shown = lookup.events(found, Register(of, found))
    assert [s.passage.order for view in shown for s in view.statements] == [1]


def test_any_such_day_dates_nothing() -> None:
    of, found = pile(a=[Said("A quiet hall on a Sunday proves that it was Sunday.")])
    (passage,) = found.passages
    at = passage.text.index("Sunday")
    dated = replace(passage, dates=(DateMention("Sunday", "2031-03-02", Span(at, at + 6), relative=True),))
    told = replace(found, passages=(dated,), events=(Event(("2031-03-02",), (dated,)),))
    assert lookup.events(told, Register(of, told)) == ()


def test_words_that_say_nothing_outside_their_article_are_completed() -> None:
    of, found = pile(a=[Said("Brannock opened a hall on Monday.")])
    (passage,) = found.passages
    at = passage.text.index("Monday")
    dated = replace(passage, dates=(DateMention("Monday", "2031-03-03", Span(at, at + 6), relative=True),))
    told = replace(found, passages=(dated,), events=(Event(("2031-03-03",), (dated,)),))
    (view,) = lookup.events(told, Register(of, told))
    assert view.completed(view.statements[0])[:2] == ("2031-03-03", "a")
