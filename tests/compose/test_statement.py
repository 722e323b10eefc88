from __future__ import annotations

from dataclasses import replace

import pytest

from generator import text
from generator.citations.verify import verify
from generator.compose.statement import Form, LeftOut, Statement, state, with_article
from generator.model import Evidence, Passage, Role, Span, Speech
from generator.pipeline import Work
from tests.dispute import Said, alleged, analysis, answered, evidence


def made(*said: Said, at: int = -1) -> Statement | LeftOut:
    """The statement of one of several passages of one source, by default the last."""
    pile = {"gazette": list(said)}
    of = evidence(pile)
    passages = analysis(pile, of).passages
    return state(passages[at], of, passages[:at] if at >= 0 else passages[:-1])


def stated(*said: Said) -> Statement:
    found = made(*said)
    assert isinstance(found, Statement), found
    return found


@pytest.mark.parametrize(
    ("said", "form", "words"),
    [
        (
            alleged("On 3 March, the Guild accused Brannock of fraud.", "Guild", "accused"),
            Form.PREDICATE,
            "accused Brannock of fraud",
        ),
        (
            alleged("“They sold old fruit,” said Maren Holt.", "Maren Holt", kind=Speech.QUOTE),
            Form.SPEECH,
            "They sold old fruit",
        ),
        (alleged('"Nobody was told."', "Maren Holt", kind=Speech.QUOTE), Form.SPEECH, "Nobody was told"),
        (alleged('They sold old fruit."', "Maren Holt", kind=Speech.QUOTE), Form.SPEECH, "They sold old fruit"),
        (alleged("According to Radio Tarn, old fruit was sold.", "Radio Tarn"), Form.REPORTED, "old fruit was sold"),
        (alleged("Old fruit is sold as new."), Form.UNNAMED, "Old fruit is sold as new"),
        (answered("Old fruit is sound."), Form.UNNAMED, "Old fruit is sound"),
        (Said("Fog is a chilled mist.", Role.DEFINITION), Form.VOICE, "Fog is a chilled mist"),
        (Said("Who checks the labels?", Role.OPEN_QUESTION), Form.VOICE, "Who checks the labels?"),
        (Said("Nobody knows...", Role.OPEN_QUESTION), Form.VOICE, "Nobody knows..."),
    ],
)
def test_form_and_words(said: Said, form: Form, words: str) -> None:
    found = made(said)
    assert isinstance(found, Statement)
    assert (found.form, found.words) == (form, words)


@pytest.mark.parametrize(
    "text_",
    [
        "This hides the age.",
        "They sold it.",
        "The company sold it.",
        "But old fruit was sold.",
        "In contrast, fruit was sold.",
        "In March 2031, the firm sold it.",
        "“It is old fruit.",
    ],
)
def test_a_sentence_that_leans_on_the_one_before_is_not_stated_alone(text_: str) -> None:
    found = made(alleged(text_))
    assert isinstance(found, LeftOut)
    assert found.reason == "it leans on a sentence before it and cannot stand alone"


def test_it_takes_in_the_sentence_that_it_leans_on() -> None:
    first = alleged("The Guild’s report is old.", paragraph=1)
    assert (
        stated(first, alleged("It names two firms.", paragraph=1)).words
        == "The Guild’s report is old. It names two firms"
    )


def test_it_takes_in_no_sentence_of_another_paragraph_speaker_or_of_the_other_side() -> None:
    leaning = alleged("This hides the age.", paragraph=1)
    for before in (
        alleged("Fog is a mist.", paragraph=0),
        alleged("Fog is a mist, Holt said.", "Maren Holt", paragraph=1),
        answered("Fog is harmless.", paragraph=1),
    ):
        assert isinstance(made(before, leaning), LeftOut)


def test_it_never_grows_beyond_what_can_be_read() -> None:
    before = alleged("Fog " + "and fog " * 40 + "is a mist.", paragraph=1)
    assert isinstance(made(before, alleged("This hides the age.", paragraph=1)), LeftOut)


@pytest.mark.parametrize("words", ["denies it.", "frames it as theft.", "said so.", "denied that."])
def test_a_predicate_that_points_elsewhere_is_left_out(words: str) -> None:
    assert isinstance(made(answered(f"Brannock {words}", "Brannock", words.split()[0])), LeftOut)


def test_a_lead_in_is_left_out() -> None:
    found = made(alleged("The Guild alleges three things:", "Guild", "alleges"))
    assert isinstance(found, LeftOut)
    assert found.reason == "it only leads to the list that follows"


def test_words_that_stand_twice_in_the_source_cannot_be_cited() -> None:
    found = made(alleged("Old fruit is sold."), Said("Old fruit is sold."))
    assert isinstance(found, LeftOut)
    assert found.reason == "its words stand in several places of the source"


def test_a_sentence_that_the_layout_cuts_apart_is_left_out() -> None:
    pile = {
        "gazette": [
            alleged("Crates were counted from the"),
            Said("A crane."),
            Said("quay with a long telescope by night."),
        ]
    }
    of = evidence(pile)
    first, _, last = analysis(pile, of).passages
    cut = replace(first, pieces=(*first.pieces, *last.pieces), text=f"{first.text} {last.text}")
    found = state(cut, of, ())
    assert isinstance(found, LeftOut)
    assert found.reason == "the layout cuts its words apart"


@pytest.mark.parametrize(
    ("text_", "verb", "when"),
    [
        ("On 3 March, the Guild accused Brannock.", "accused", "on 3 March"),
        ("In February, the Guild accused Brannock.", "accused", "in February"),
        ("Since last May the Guild has accused Brannock.", "has accused", "since last May"),
        ("2031-03-03: the Guild accused Brannock.", "accused", "on 2031-03-03"),
        ("The Guild accused Brannock on 3 March.", "accused", ""),
        ("By 2030 the Guild accused Brannock.", "accused", "by 2030"),
        ("After 3 March the Guild accused Brannock.", "accused", "after 3 March"),
        ("In its report of 2030, the Guild accused Brannock.", "accused", ""),
        ("In a report issued on 3 March, the Guild accused Brannock.", "accused", ""),
        ("The Guild, in early March, accused Brannock.", "accused", "in early March"),
        ("The Guild on 3 March accused Brannock.", "accused", "on 3 March"),
        ("The 2030 report of the Guild accused Brannock.", "accused", ""),
        ("3 March, the Guild accused Brannock.", "accused", "on 3 March"),
    ],
)
def test_when(text_: str, verb: str, when: str) -> None:
    assert stated(alleged(text_, "Guild", verb)).when == when


def test_the_chain_leaves_out_the_speaker_and_names_the_carrier() -> None:
    found = stated(alleged("The Guild accused Brannock.", "Guild", "accused", chain=("Guild", "Radio Tarn")))
    assert (found.speaker, found.chain, found.carrier) == ("the Guild", ("Radio Tarn",), "the Gazette")


def test_an_article_is_set_where_the_source_sets_it() -> None:
    of = evidence({"gazette": [Said("The Guild met. Brannock met the Guild. Brannock left.")]}).documents["gazette"]
    assert with_article("Guild", of) == "the Guild"
    assert with_article("Brannock", of) == "Brannock"
    assert with_article("", of) == ""
    assert with_article("Nobody (here", of) == "Nobody (here"


def test_inner_double_marks_are_shown_as_single_ones_and_cited_as_they_stand() -> None:
    found = stated(alleged('The Guild calls it "a fog" and “a lie” (“old”).', "Guild", "calls"))
    assert found.words == 'calls it "a fog" and “a lie” (“old”)'
    assert found.shown == "calls it ‘a fog’ and ‘a lie’ (‘old’)"
    assert found.citation.words == found.words


def test_the_excerpt_stands_in_one_place_only() -> None:
    found = stated(Said("Old fruit is sold as good."), alleged("Old fruit is sold as new at the harbour of Tarn."))
    assert found.excerpt == "fruit is sold as new"


def every_statement(work: Work) -> list[tuple[Passage, Statement]]:
    found: list[tuple[Passage, Statement]] = []
    before: list[Passage] = []
    for p in work.analysis.passages:
        if p.relevant:
            statement = state(p, work.evidence, before)
            if isinstance(statement, Statement):
                found.append((p, statement))
        before.append(p)
    return found


def _verifies(of: Evidence, statement: Statement) -> bool:
    return verify(statement.citation, of).passes


def test_every_quotation_verifies_and_stands_in_its_passage(sample_work: Work, seeds_work: Work) -> None:
    for work in (sample_work, seeds_work):
        found = every_statement(work)
        assert len(found) > 10
        for p, statement in found:
            assert _verifies(work.evidence, statement), statement
            (place,) = text.find(statement.words, work.evidence.documents[p.source].text)
            assert any(Span(place.start, place.end).overlap(piece) for piece in p.pieces)
            excerpt = text.find(statement.excerpt, work.evidence.documents[p.source].text)
            assert len(excerpt) == 1


def test_a_caveat_travels_with_the_words(sample_work: Work, seeds_work: Work) -> None:
    for work in (sample_work, seeds_work):
        for p, statement in every_statement(work):
            for caveat in p.caveats:
                if caveat.startswith(("[", "(")) and len(p.pieces) == 1:
                    assert caveat in statement.words
