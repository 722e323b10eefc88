from __future__ import annotations

from dataclasses import replace

import pytest

from generator import text
from generator.citations.verify import verify
from generator.compose.leaning import Setting
from generator.compose.marks import full_name, with_article
from generator.compose.statement import LeftOut, Statement, state
from generator.compose.wording import Form
from generator.model import BlockKind, Evidence, Passage, Role, Span, Speech
from generator.pipeline import Work
from tests.dispute import TOPIC, Said, alleged, analysis, answered, evidence


def made(*said: Said, at: int = -1) -> Statement | LeftOut:
    """The statement of one of several passages of one source, by default the last."""
    pile = {"gazette": list(said)}
    of = evidence(pile)
    passages = analysis(pile, of).passages
    return state(passages[at], of, Setting(passages[:at] if at >= 0 else passages[:-1]))


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
            alleged("“We sold old fruit,” said Maren Holt.", "Maren Holt", kind=Speech.QUOTE),
            Form.SPEECH,
            "We sold old fruit",
        ),
        (alleged('"Nobody was told."', "Maren Holt", kind=Speech.QUOTE), Form.SPEECH, "Nobody was told"),
        (alleged('We sold old fruit."', "Maren Holt", kind=Speech.QUOTE), Form.SPEECH, "We sold old fruit"),
        (alleged("According to Radio Tarn, old fruit was sold.", "Radio Tarn"), Form.REPORTED, "old fruit was sold"),
        (alleged("Old fruit is sold as new."), Form.UNNAMED, "Old fruit is sold as new"),
        (answered("Old fruit is sound."), Form.UNNAMED, "Old fruit is sound"),
        (Said("Fog is a chilled mist.", Role.DEFINITION), Form.VOICE, "Fog is a chilled mist"),
        (Said("Who checks labels?", Role.OPEN_QUESTION), Form.VOICE, "Who checks labels?"),
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
        "But they sold old fruit.",
        "In contrast, this was sold.",
        "In a short note it named two firms.",
        "Asked on the way out, he said nothing of it.",
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


@pytest.mark.parametrize(
    "words", ["denies it.", "frames it as theft.", "said so.", "denied that.", "has called this a matter of taste."]
)
def test_a_predicate_that_points_elsewhere_is_left_out(words: str) -> None:
    assert isinstance(made(answered(f"Brannock {words}", "Brannock", words.split()[0])), LeftOut)


def test_a_lead_in_is_left_out() -> None:
    found = made(alleged("The Guild alleges three things:", "Guild", "alleges"))
    assert isinstance(found, LeftOut)
    assert found.reason == "it only leads to the list that follows"


def listed(words: str) -> Statement | LeftOut:
    """The statement of an item of a list."""
    said = alleged(words)
    of = evidence({"gazette": [said]})
    passage = replace(analysis({"gazette": [said]}, of).passages[0], block=BlockKind.ITEM)
    return state(passage, of, Setting())


@pytest.mark.parametrize(
    "words", ["Fog: Chilling a hall to hide the age of fruit, which is sold", "Mass sale of old fruit"]
)
def test_an_item_without_its_lead_in_does_not_say_of_whom_it_tells(words: str) -> None:
    found = listed(words)
    assert isinstance(found, LeftOut)
    assert found.reason == "it is an item of a list, and whom it tells of stands in the words that lead to it"


def test_an_item_that_is_a_sentence_is_stated() -> None:
    assert isinstance(listed("Fog: Old fruit was sold as new"), Statement)


def test_in_direct_speech_nobody_of_the_third_person_is_who_speaks() -> None:
    found = made(alleged('"The best years of his life were cold," said Maren Holt.', "Maren Holt", kind=Speech.QUOTE))
    assert isinstance(found, LeftOut)
    assert found.reason == "what “his” means stands in a sentence before it"


def test_who_is_named_by_what_a_sentence_before_names_is_not_named() -> None:
    found = made(
        alleged(
            "Doctors at the northern clinic accused Brannock of fraud.", "Doctors at the northern clinic", "accused"
        )
    )
    assert isinstance(found, LeftOut)
    assert found.reason == "what “the northern clinic” means stands in a sentence before it"


def test_words_that_stand_twice_in_the_source_cannot_be_cited() -> None:
    found = made(alleged("Old fruit is sold."), Said("Old fruit is sold."))
    assert isinstance(found, LeftOut)
    assert found.reason == "its words stand in several places of the source"


def test_a_sentence_that_the_layout_cuts_apart_is_left_out() -> None:
    pile = {
        "gazette": [
            alleged("Crates were counted from a"),
            Said("A crane."),
            Said("quay with a long telescope by night."),
        ]
    }
    of = evidence(pile)
    first, _, last = analysis(pile, of).passages
    cut = replace(first, pieces=(*first.pieces, *last.pieces), text=f"{first.text} {last.text}")
    found = state(cut, of, Setting())
    assert isinstance(found, LeftOut)
    assert found.reason == "the layout cuts its words apart"


@pytest.mark.parametrize(
    ("text_", "verb", "when"),
    [
        ("On 3 March, the Guild accused Brannock of fraud.", "accused", "on 3 March"),
        ("In February, the Guild accused Brannock of fraud.", "accused", "in February"),
        ("Since last May the Guild has accused Brannock of fraud.", "has accused", ""),
        ("2031-03-03: the Guild accused Brannock of fraud.", "accused", "on 2031-03-03"),
        ("The Guild accused Brannock on 3 March.", "accused", ""),
        ("By 2030 the Guild accused Brannock of fraud.", "accused", "by 2030"),
        ("After 3 March the Guild accused Brannock of fraud.", "accused", "after 3 March"),
        ("In its report of 2030, the Guild accused Brannock.", "accused", ""),
        ("In a report issued on 3 March, the Guild accused Brannock.", "accused", ""),
        ("The Guild, in early March, accused Brannock of fraud.", "accused", "in early March"),
        ("The Guild on 3 March accused Brannock of fraud.", "accused", "on 3 March"),
        ("The 2030 report of the Guild accused Brannock.", "accused", ""),
        ("3 March, the Guild accused Brannock of fraud.", "accused", "on 3 March"),
    ],
)
def test_when(text_: str, verb: str, when: str) -> None:
    assert stated(alleged(text_, "Guild", verb)).when == when


def test_whom_the_words_name_themselves_the_signal_phrase_need_not_name() -> None:
    passed_on = alleged(
        "The Guild named two firms in a report, reported by Radio Tarn.", "Guild", "named", chain=("Radio Tarn",)
    )
    assert stated(passed_on).chain == ()
    told = alleged("Two firms sold old fruit, according to Maren Holt and Odo Fenn.", "Maren Holt and Odo Fenn")
    assert stated(told).form is Form.VOICE


@pytest.mark.parametrize(
    ("text_", "speaker", "verb"),
    [
        ("The Guild denied fraud.", "Guild", "denied"),
        ("The Guild's report names two firms in Tarn.", "Guild's", "report"),
        ("The Guild says, while prices fell, that fruit is old.", "Guild", "says"),
        ("Nobody but the Guild accused Brannock of fraud.", "Guild", "accused"),
        ("Some members of the Guild accused Brannock of fraud.", "Guild", "accused"),
        ("Maren Holt said that the Guild accused Brannock of fraud.", "Guild", "accused"),
        ("In some cases, the Guild accused Brannock of fraud.", "Guild", "accused"),
        ("If the Guild accused Brannock of fraud again.", "Guild", "accused"),
        ("As regards Tarn, the Guild accused Brannock of fraud.", "Guild", "accused"),
        ("With respect to Tarn, the Guild accused Brannock of fraud.", "Guild", "accused"),
        ("Has the Guild accused Brannock of selling old fruit?", "Guild", "accused"),
        ("Prices have halved since then, the Guild told reporters on Monday.", "Guild", "told"),
        ("“Fruit is old,” the Guild told reporters on Monday.", "Guild", "told"),
    ],
)
def test_a_sentence_that_is_no_plain_speaker_and_predicate_is_quoted_whole(text_: str, speaker: str, verb: str) -> None:
    found = stated(alleged(text_, speaker, verb))
    assert (found.form, found.words) == (Form.VOICE, text_.rstrip("."))


def test_an_answer_that_leans_on_others_than_its_charge_is_not_stated_under_it() -> None:
    said = answered("Both companies have an interest in this.")
    of = evidence({"gazette": [said]})
    assert isinstance(state(analysis({"gazette": [said]}, of).passages[0], of, Setting(), under=True), LeftOut)


def test_a_name_after_its_office_is_a_plain_speaker() -> None:
    found = stated(
        alleged("One of the reviewers, engineer Maren Holt, accused Brannock of fraud.", "Maren Holt", "accused")
    )
    assert (found.form, found.words) == (Form.PREDICATE, "accused Brannock of fraud")


def test_an_office_before_the_name_is_no_statement_before_it() -> None:
    found = stated(alleged("The head of Tarn, Maren Holt, accused Brannock of fraud.", "Maren Holt", "accused"))
    assert found.form is Form.PREDICATE


def test_a_transcript_s_label_is_the_speaker() -> None:
    said = alleged("Ms Maren Holt (Tarn): The fruit of Tarn is old.", "Maren Holt", kind=Speech.QUOTE)
    found = stated(said)
    assert (found.form, found.words) == (Form.SPEECH, "The fruit of Tarn is old")
    assert stated(alleged("Holt warned: old fruit was sold.", "Holt")).words == "Holt warned: old fruit was sold"


def test_a_quotation_that_goes_on_after_its_speaker_is_not_cut_there() -> None:
    said = alleged("“We sold old fruit,” said Maren Holt, “but only once.”", "Maren Holt", kind=Speech.QUOTE)
    assert stated(said).words.endswith("but only once.”")


def test_a_short_predicate_stands_under_the_charge_it_answers() -> None:
    said = answered("Brannock denies it.", "Brannock", "denies")
    of = evidence({"gazette": [said]})
    found = state(analysis({"gazette": [said]}, of).passages[0], of, Setting(), under=True)
    assert isinstance(found, Statement)
    assert (found.form, found.words) == (Form.PREDICATE, "denies it")


LONG = alleged(
    "The Guild accused Brannock of selling forty thousand crates of old apples from the cold halls of Tarn to schools and to hospitals, making it the largest "
    "fraud of the decade.",
    "Guild",
    "accused",
)


def test_a_long_quotation_ends_with_its_clause_and_the_whole_can_be_had() -> None:
    of = evidence({"gazette": [LONG]})
    passage = analysis({"gazette": [LONG]}, of).passages[0]
    cut, whole = (state(passage, of, Setting(), whole=whole) for whole in (False, True))
    assert isinstance(cut, Statement)
    assert isinstance(whole, Statement)
    assert cut.words.endswith("to schools and to hospitals")
    assert whole.words.endswith("fraud of the decade")


def test_the_excerpt_names_the_passage_and_not_the_sentence_taken_in() -> None:
    first = alleged("The Guild’s report is old and thick and blue.", paragraph=1)
    assert "firms" in stated(first, alleged("It names two large firms of Tarn.", paragraph=1)).excerpt


def test_few_words_without_a_mark_of_their_own_are_brief() -> None:
    assert stated(alleged("The Guild accused Brannock of fraud.", "Guild", "accused")).brief
    assert not stated(alleged("Who sold the old fruit of Tarn?")).brief
    assert not stated(LONG).brief


def test_the_chain_leaves_out_the_speaker_and_names_the_carrier() -> None:
    found = stated(alleged("The Guild accused Brannock of fraud.", "Guild", "accused", chain=("Guild", "Radio Tarn")))
    assert (found.speaker, found.chain, found.carrier) == ("the Guild", ("Radio Tarn",), "the Gazette")


@pytest.mark.parametrize(
    ("name", "full"),
    [("Holt", "Maren Holt"), ("Ms. Holt", "Maren Holt"), ("Maren Holt", "Maren Holt"), ("Nobody", "Nobody"), ("", "")],
)
def test_a_part_of_a_name_is_made_whole(name: str, full: str) -> None:
    assert full_name(name, TOPIC) == full


def test_an_article_is_set_where_the_source_sets_it() -> None:
    of = evidence({"gazette": [Said("The Guild met. Brannock met the Guild. Brannock left.")]}).documents["gazette"]
    assert with_article("Guild", of) == "the Guild"
    assert with_article("Brannock", of) == "Brannock"
    assert with_article("", of) == ""
    assert with_article("Nobody (here", of) == "Nobody (here"


def test_inner_double_marks_are_shown_as_single_ones_and_cited_as_they_stand() -> None:
    found = stated(alleged('The Guild calls fog "a fog" and “a lie” (“old”).', "Guild", "calls"))
    assert found.words == 'calls fog "a fog" and “a lie” (“old”)'
    assert found.shown == "calls fog ‘a fog’ and ‘a lie’ (‘old’)"
    assert found.citation.words == found.words


def test_the_excerpt_stands_in_one_place_only() -> None:
    found = stated(Said("Old fruit is sold as good."), alleged("Old fruit is sold as new at Tarn."))
    assert found.excerpt == "fruit is sold as new"


def every_statement(work: Work) -> list[tuple[Passage, Statement]]:
    found: list[tuple[Passage, Statement]] = []
    before: list[Passage] = []
    for p in work.analysis.passages:
        if p.relevant:
            statement = state(p, work.evidence, Setting(before))
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
