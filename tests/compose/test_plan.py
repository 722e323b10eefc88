from __future__ import annotations

from generator.compose.plan import Plan
from generator.model import BlockKind, Conflict, Role, Speech
from tests.dispute import Said, alleged, analysis, answered, evidence

CHARGE = alleged(
    "The Guild accused Brannock of selling 40,000 crates of old apples.",
    "Orchard Guild",
    "accused",
    chain=("Radio Tarn",),
    paragraph=1,
)
DENIAL = answered("That claim of the Guild is false, Ilse Brannock said.", "Ilse Brannock", "said", paragraph=2)
MARKED = alleged(
    "Odo Fenn accused Sund Packers of taking 3 million crowns [unverified information].",
    "Odo Fenn",
    "accused",
    paragraph=3,
)


def plan(**said: list[Said]) -> Plan:
    of = evidence(said)
    return Plan(of, analysis(said, of))


def test_a_charge_with_its_answer_figures_and_origins() -> None:
    (view,) = plan(wire=[CHARGE, DENIAL]).charges
    assert view.first.words == "accused Brannock of selling 40,000 crates of old apples"
    assert (view.figures, view.carriers, view.origins) == (("40,000",), 1, ("Radio Tarn",))
    assert [a.statement.passage.id for a in view.answers] == ["wire:1"]


def test_charges_are_parted_by_who_makes_them() -> None:
    found = plan(
        a=[
            CHARGE,
            answered("Ilse Brannock said the Guild fears fair competition.", "Ilse Brannock", "said", paragraph=5),
        ],
        b=[alleged("Old fruit is sold as new.")],
    )
    assert [v.charge.accuser for v in found.charges] == ["Orchard Guild"]
    assert [v.charge.accuser for v in found.counter_charges] == ["Ilse Brannock"]
    assert [(g.name, len(g.statements)) for g in found.unnamed_by_source] == [("the B", 1)]
    assert (found.charges_named, found.charges_open) == (1, 1)


def test_a_charge_that_cannot_be_stated_is_left_out_with_the_reason() -> None:
    found = plan(wire=[alleged("This hides the age.")])
    assert (found.unnamed, list(found.left_out)) == ((), ["wire:0"])
    assert found.left_out["wire:0"].reason.startswith("it leans on a sentence before it")


def test_irrelevant_passages_and_headings_are_never_stated() -> None:
    found = plan(
        wire=[
            alleged("Residents accused the mayor of fraud.", "Residents", "accused", relevant=False),
            alleged("Guild accuses Brannock of fraud", "Guild", "accuses", block=BlockKind.HEADING),
        ]
    )
    assert (found.charges, found.unnamed, found.positions(), found.events, dict(found.left_out)) == ((), (), [], (), {})


def test_the_brief_holds_nothing_that_its_source_marks_as_unverified() -> None:
    open_one = Said("It remains unclear who knew [unverified].", Role.OPEN_QUESTION)
    answer = answered("Brannock denied everything (not verified).", "Brannock", "denied")
    brief = plan(wire=[MARKED, open_one, answer]).brief()
    assert dict(brief) == {}
    sure = plan(wire=[CHARGE, MARKED, open_one, answer]).brief()
    assert {name: s.passage.id for name, s in sure.items()} == {"figures": "wire:0"}


def test_the_brief_takes_one_of_each() -> None:
    said = [
        Said("Cold-fogging is a method of keeping fruit.", Role.DEFINITION),
        CHARGE,
        alleged("Maren Holt accused Brannock of fraud.", "Maren Holt", "accused", paragraph=4),
        answered("“Our fruit is sound,” Ilse Brannock said.", "Ilse Brannock", kind=Speech.QUOTE, paragraph=6),
        Said("Nobody has confirmed the figures.", Role.OPEN_QUESTION),
    ]
    assert {name: s.passage.order for name, s in plan(wire=said).brief().items()} == {
        "definition": 0,
        "charge": 2,
        "figures": 1,
        "answer": 3,
        "proof": 4,
    }


def test_the_subject_itself_is_defined_first() -> None:
    found = plan(
        a=[Said("Mist is made of salted water.", Role.DEFINITION)],
        b=[Said("Cold-fogging is a method.", Role.DEFINITION)],
    )
    assert [s.words for s in found.definitions] == ["Cold-fogging is a method", "Mist is made of salted water"]


def test_answers_to_the_whole_stand_by_who_gives_them() -> None:
    found = plan(
        a=[answered("Old fruit is sound.")],
        b=[answered("Brannock denied everything.", "Brannock", "denied")],
        c=[CHARGE, DENIAL],
    )
    assert [(g.name, [s.passage.id for s in g.statements]) for g in found.rebuttals] == [
        ("Brannock", ["b:0"]),
        ("the A", ["a:0"]),
    ]
    assert [v.charge.accuser for v in found.answered] == ["Orchard Guild"]


def test_positions_are_in_the_order_of_the_topic() -> None:
    found = plan(
        a=[answered("Sund Packers denied fraud.", "Sund Packers", "denied")],
        b=[alleged("Odo Fenn accused Brannock.", "Odo Fenn", "accused")],
        c=[alleged("The Guild accused Brannock of fraud.", "the Guild", "accused")],
        d=[alleged("Old fruit is sold.")],
    )
    assert [g.name for g in found.positions()] == ["Orchard Guild", "Sund Packers", "Odo Fenn"]


def test_one_event_a_date_with_the_arguments_of_its_computation() -> None:
    found = plan(
        a=[
            Said("On 3 March, fog came down."),
            Said("It went on 3 March 2031, says nobody."),
            Said("Fog left on 4 March 2031."),
        ]
    )
    assert [(view.values, [s.passage.order for s in view.statements]) for view in found.events] == [
        (("2031-03-03",), [0]),
        (("2031-03-04",), [2]),
    ]
    assert found.events[0].dated == ("2031-03-03", "a", "On 3 March, fog came")
    assert found.events[0].basis == "the year is that of the article's date"


def test_a_disagreement_of_which_only_one_side_can_be_shown_is_not_printed() -> None:
    first = alleged(
        "On 3 March 2031, the Guild issued a report accusing Brannock of fogging apples.", "Orchard Guild", "issued"
    )
    second = alleged("It issued the report of the Guild accusing Brannock of fogging on 4 March.", "")
    found = plan(a=[first], b=[second])
    assert [d.about for d in found.analysis.disagreements] == ["date"]
    assert found.disagreements(Conflict.INCOMPATIBLE) == ()


def test_words_inside_other_words_of_the_source_are_printed_once() -> None:
    whole = Said("Cold-fogging is a method. This keeps fruit.", Role.DEFINITION)
    found = plan(a=[whole])
    assert len(found.definitions) == 1


def test_an_empty_analysis() -> None:
    found = plan()
    assert (found.charges, found.rebuttals, found.events, found.definitions, dict(found.brief())) == (
        (),
        (),
        (),
        (),
        {},
    )


def test_a_mark_in_the_sentence_taken_in_counts_too() -> None:
    found = plan(
        wire=[
            Said("Nobody knows who knew (not confirmed).", Role.OPEN_QUESTION, paragraph=1),
            Said("This is unclear.", Role.OPEN_QUESTION, paragraph=1),
        ]
    )
    assert [s.unverified for s in found.open_questions] == [True]
    assert dict(found.brief()) == {}
