from __future__ import annotations

from dataclasses import replace

from generator.analysis.origins import origins
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
    return Plan(of, analysis(said, of), origins)


def test_a_charge_with_its_answer_figures_and_origins() -> None:
    (view,) = plan(wire=[CHARGE, DENIAL]).charges
    assert view.first.words == "accused Brannock of selling 40,000 crates of old apples"
    assert view.figures == ("40,000",)
    assert [(o.names, o.carriers, o.named) for o in view.origins] == [(("Radio Tarn",), ("wire",), True)]
    assert [a.statement.passage.id for a in view.answers] == ["wire:1"]


def test_charges_are_parted_by_who_makes_them() -> None:
    found = plan(
        a=[
            CHARGE,
            answered("Ilse Brannock said the Guild fears fair competition.", "Ilse Brannock", "said", paragraph=5),
        ],
        b=[alleged("Old fruit of Brannock is sold as new.")],
    )
    assert [v.charge.accuser for v in found.charges] == ["Orchard Guild"]
    assert [v.charge.accuser for v in found.charged_in_return] == ["Ilse Brannock"]
    assert [v.first.carrier for v in found.unnamed] == ["the B"]
    assert (found.charges_named, found.charges_open) == (1, 1)


def test_a_charge_that_cannot_be_stated_is_left_out_with_the_reason() -> None:
    found = plan(wire=[alleged("This hides the age.")])
    (left,) = found.register.left_out
    assert (found.unnamed, left.passage.id) == ((), "wire:0")
    assert left.reason.startswith("it leans on a sentence before it")


def test_irrelevant_passages_and_headings_are_never_stated() -> None:
    found = plan(
        wire=[
            alleged("Residents accused the mayor of fraud.", "Residents", "accused", relevant=False),
            alleged("Guild accuses Brannock of fraud", "Guild", "accuses", block=BlockKind.HEADING),
        ]
    )
    assert (found.charges, found.unnamed, found.positions(), found.events, found.register.left_out) == (
        (),
        (),
        [],
        (),
        (),
    )


def test_home_holds_nothing_that_its_source_marks_as_unverified() -> None:
    open_one = Said("It remains unclear who knew [unverified].", Role.OPEN_QUESTION)
    marked = plan(wire=[MARKED, open_one])
    assert (marked.brief, marked.unknown) == ((), None)
    found = plan(wire=[CHARGE, MARKED, open_one])
    assert [v.first.passage.id for v in found.brief] == ["wire:0"]
    assert found.unknown is None


def test_home_takes_three_charges_of_three_accusers_the_answered_ones_first_of_all() -> None:
    said = [
        CHARGE,
        DENIAL,
        *(
            alleged(f"{name} accused Brannock of fraud in {name[:3]}.", name, "accused", paragraph=9 + n)
            for n, name in enumerate(NAMES)
        ),
        Said("Nobody has confirmed any figures.", Role.OPEN_QUESTION, paragraph=30),
    ]
    found = plan(wire=said)
    assert len(found.brief) == 3
    assert len({v.charge.accuser for v in found.brief}) == 3
    assert [v.charge.accuser for v in found.brief if v.answers] == ["Orchard Guild"]
    assert found.unknown is not None
    assert found.unknown.words == "Nobody has confirmed any figures"


NAMES = ("Maren Holt", "Odo Fenn", "Ada Sund", "Per Lund")


def test_a_bigger_pile_makes_no_longer_page_and_what_is_left_out_stands_elsewhere() -> None:
    pile = {
        f"paper{n}": [
            alleged(
                f"{name}{n} accused Brannock of selling {n}{m}00 crates of very old fruit number {m} to the schools of Tarn.",
                f"{name}{n}",
                "accused",
                paragraph=10 * m,
            )
            for m, name in enumerate(NAMES)
        ]
        for n in range(20)
    }
    found = plan(**pile)
    printed = {s.passage.id for v in (*found.charges, *found.minor) for s in v.statements}
    moved = {left.passage.id: left.reason for left in found.register.moved}
    assert 8 < len(printed) < 40
    assert not printed & moved.keys()
    assert len(printed) + len(moved) == 80
    assert set(moved.values()) == {"over the budget of allegations.md; stands on who-says-what.md"}
    assert len([s for group in found.positions() for s in group.statements]) == 80


def test_a_second_charge_of_one_accuser_waits_until_the_others_have_one() -> None:
    said = [
        alleged(
            f"The Guild accused Brannock of selling {n},000 crates of fruit from hall {n} of Tarn.",
            "Orchard Guild",
            "accused",
            paragraph=5 * n,
        )
        for n in range(1, 30)
    ]
    found = plan(a=said, b=[alleged("Odo Fenn accused Brannock of fraud.", "Odo Fenn", "accused")])
    assert "Odo Fenn" in {v.charge.accuser for v in found.charges}


def test_an_answer_is_never_cut_off_its_charge() -> None:
    found = plan(wire=[CHARGE, DENIAL])
    for view in (*found.charges, *found.answered, *found.brief):
        assert [a.statement.passage.id for a in view.answers] == ["wire:1"]


def test_the_subject_itself_is_defined_first() -> None:
    found = plan(
        a=[Said("Some cold-fogging uses salted water.", Role.DEFINITION)],
        b=[Said("Cold-fogging is a method.", Role.DEFINITION)],
    )
    assert [s.words for s in found.definitions] == ["Cold-fogging is a method", "Some cold-fogging uses salted water"]


def test_answers_to_the_whole_stand_by_who_gives_them() -> None:
    found = plan(
        a=[answered("Old fruit of Brannock is as sound as new fruit.")],
        b=[answered("Brannock denied everything.", "Brannock", "denied")],
        c=[CHARGE, DENIAL],
    )
    assert [s.passage.id for s in found.answers] == ["b:0"]
    assert [s.passage.id for s in found.voices] == ["a:0"]
    assert [v.charge.accuser for v in found.answered] == ["Orchard Guild"]


def test_a_sentence_that_stands_in_another_quotation_has_no_row_of_its_own() -> None:
    found = plan(
        a=[
            alleged("Two firms sell old cold-fogging fruit.", paragraph=1),
            alleged("They hide its age.", paragraph=1),
        ]
    )
    (group,) = found.unattributed()
    assert [s.words for s in group.statements] == ["Two firms sell old cold-fogging fruit. They hide its age"]


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
            Said("On 3 March, Brannock came down."),
            Said("It went on 3 March 2031, says nobody."),
            Said("Brannock left on 4 March 2031."),
        ]
    )
    assert [(view.values, [s.passage.order for s in view.statements]) for view in found.events] == [
        (("2031-03-03",), [0]),
        (("2031-03-04",), [2]),
    ]
    assert found.events[0].dated == ("2031-03-03", "a", "On 3 March, Brannock came")
    assert [view.completed(view.statements[0]) for view in found.events] == [
        ("2031-03-03", "a", "On 3 March, Brannock came"),
        (),
    ]


def test_a_disagreement_of_which_only_one_side_can_be_shown_is_not_printed() -> None:
    first = alleged(
        "On 3 March 2031, the Guild issued a report accusing Brannock of fogging apples.", "Orchard Guild", "issued"
    )
    second = alleged("It issued the report of the Guild accusing Brannock of fogging on 4 March.", "")
    found = plan(a=[first], b=[second, second])
    assert [d.about for d in found.analysis.disagreements] == ["date"]
    assert found.disagreements(Conflict.INCOMPATIBLE) == ()


def test_words_inside_other_words_of_the_source_are_printed_once() -> None:
    whole = Said("Cold-fogging is a method. This keeps fruit.", Role.DEFINITION)
    found = plan(a=[whole])
    assert len(found.definitions) == 1


def test_an_empty_analysis() -> None:
    found = plan()
    assert (found.charges, found.answers, found.events, found.definitions, found.brief) == ((), (), (), (), ())
    assert not found.has_statements


def test_a_mark_in_the_sentence_taken_in_counts_too() -> None:
    found = plan(
        wire=[
            Said("Nobody knows who knew (not confirmed).", Role.OPEN_QUESTION, paragraph=1),
            Said("This is unclear.", Role.OPEN_QUESTION, paragraph=1),
        ]
    )
    assert [s.unverified for s in found.open_questions] == [True]
    assert found.unknown is None


def test_the_origins_are_those_of_all_that_is_stated() -> None:
    signed = alleged(
        "Maren Holt issued a letter that speaks of 40,000 crates of old apples in four halls of Tarn.",
        "Maren Holt",
        "issued",
        chain=("Fruit News",),
        paragraph=1,
    )
    (view,) = plan(post=[signed], wire=[CHARGE]).charges
    assert len(view.statements) == 2
    assert [o.names for o in view.origins] == [("Radio Tarn",), ("Fruit News",)] or [o.names for o in view.origins] == [
        ("Fruit News",),
        ("Radio Tarn",),
    ]
    assert view.places[::2] == tuple(s.passage.source for s in view.statements)


def test_charges_without_an_answer_are_listed_where_open_questions_are() -> None:
    found = plan(wire=[CHARGE, DENIAL, MARKED])
    assert [view.charge.accuser for view in found.without_answer] == ["Odo Fenn"]


def test_a_denial_of_two_words_stands_under_its_charge() -> None:
    (view,) = plan(wire=[CHARGE, answered("Brannock denied this.", "Brannock", "denied", paragraph=1)]).charges
    assert [a.statement.words for a in view.answers] == ["denied this"]


def test_what_only_praises_stands_nowhere_and_is_listed_with_the_reason() -> None:
    found = plan(
        wire=[
            CHARGE,
            answered("Brannock launched a store that beats all others of Tarn valley.", "Brannock", paragraph=9),
        ]
    )
    assert found.answers == ()
    assert [left.reason for left in found.register.left_out] == ["it only praises, and answers no accusation"]


def test_an_answer_is_printed_once_under_its_charge() -> None:
    quoted = answered("“Brannock counts crates, not apples.", "Ilse Brannock", paragraph=2, kind=Speech.QUOTE)
    going_on = answered("That is arithmetic,” Ilse Brannock said.", "Ilse Brannock", paragraph=2, kind=Speech.QUOTE)
    (view,) = plan(wire=[CHARGE, DENIAL, quoted, going_on]).charges
    words = [a.statement.words for a in view.answers]
    assert len([one for one in words if "counts crates" in one]) == 1
    assert len(words) == len(set(words))


def test_an_answer_to_a_charge_that_cannot_be_stated_stands_apart() -> None:
    lost = alleged("They accused Brannock of a fraud at the older hall.", "Orchard Guild", "accused", paragraph=1)
    lost = replace(lost, text="This hides the age of the crates, the Guild said.", verb="")
    found = plan(
        wire=[
            lost,
            answered("Brannock rejected the Guild's accusation as untrue.", "Brannock", "rejected", paragraph=1),
        ]
    )
    assert found.charges == ()
    assert [s.words for s in found.apart] == ["rejected the Guild's accusation as untrue"]
