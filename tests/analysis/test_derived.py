from __future__ import annotations

from dataclasses import replace

import pytest

from generator.analysis.derived import COMPUTATIONS, compute, silent_parties
from generator.citations import grammar
from generator.model import Analysis, Computed, Derivation, Evidence, Party, Side, Stated
from tests.dispute import TOPIC, alleged, analysis, answered, evidence, source

SAID = {
    "courier": [
        alleged(
            "On 3 March, the Guild accused Brannock of fogging 40,000 crates.",
            "Orchard Guild",
            "accused",
            chain=("Radio Tarn",),
            paragraph=0,
        ),
        answered("That claim is false, Ilse Brannock said.", "Ilse Brannock", paragraph=1),
        alleged("Maren Holt accused Sund Packers of fraud.", "Maren Holt", "accused", paragraph=2),
    ],
    "wire": [alleged("On 4 March, it rained old apples.", "Odo Fenn", paragraph=0)],
}
DESCRIBED = {"courier": source("courier", "2031-03-06"), "wire": source("wire", "2031-03", "it names March")}


@pytest.fixture(scope="module")
def of() -> Evidence:
    return evidence(SAID, sources=DESCRIBED)


@pytest.fixture(scope="module")
def found(of: Evidence) -> Analysis:
    return analysis(SAID, of)


def run(note: str, of: Evidence, found: Analysis) -> Computed:
    derivation = grammar.parse(note)
    assert isinstance(derivation, Derivation)
    return compute(derivation, of, found)


@pytest.mark.parametrize(
    ("note", "explanation"),
    [
        ("= sources 2", "Counted: 2 sources."),
        ("= newest 2031-03", "Compared: the newest date of a source is March 2031 (the Wire, inferred)."),
        (
            '= unanswered courier "Maren Holt accused"',
            "Looked through the 2 sources: no sentence was found that answers this charge in particular.",
        ),
        (
            '= carriers 1 courier "fogging 40,000 crates"',
            "Compared: of 2 sources, 1 (the Courier) carried this claim, which names Radio Tarn as where it has it from.",
        ),
        (
            '= origins 1 courier "fogging 40,000 crates"',
            "Compared: the claim comes from 1 origin (Radio Tarn in 1 source).",
        ),
        (
            '= origins 2 courier "fogging 40,000 crates" courier "Maren Holt accused"',
            "Compared: the claims come from 2 origins (Radio Tarn in 1 source; the Courier, which names no other, in 1 source).",
        ),
        (
            '= answered courier "fogging 40,000 crates"',
            "Looked through the 2 sources: “That claim is false, Ilse Brannock said.” (the Courier) answers this charge.",
        ),
        ('= not-quoted "Sund Packers"', "Looked through the 2 sources: nobody who speaks for Sund Packers is named."),
        (
            "= not-stated author courier wire",
            "Looked into the 2 sources: no author is stated in the Courier and the Wire.",
        ),
        ("= not-stated issued wire", "Looked into the 2 sources: no date is stated in the Wire."),
        ("= days 2031-03-03 2031-03-05 2", "Counted: from 3 March 2031 to 5 March 2031 it is 2 days."),
        ("= days 2031-03-05 2031-03-04 1", "Counted: from 5 March 2031 to 4 March 2031 it is 1 day."),
        (
            "= open-charges 1 2",
            "Looked through the 2 sources: of 2 charges whose accuser is named, 1 has no answer of its own.",
        ),
        (
            '= silent accused "Sund Packers"',
            "Looked through the 2 sources: nobody who speaks for Sund Packers is named.",
        ),
        (
            '= dated 2031-03-03 courier "fogging 40,000"',
            "Read: “3 March” as 3 March 2031: the year is that of the article's date.",
        ),
        (
            '= differ 2031-03-03 courier "fogging 40,000" 2031-03-04 wire "rained old"',
            (
                "Compared. Read: “3 March” as 3 March 2031: the year is that of the article's date. "
                "Read: “4 March” as 4 March 2031: the year is that of the article's date, which is itself inferred."
            ),
        ),
    ],
)
def test_what_holds_and_why(note: str, explanation: str, of: Evidence, found: Analysis) -> None:
    computed = run(note, of, found)
    assert (computed.holds, computed.explanation) == (True, explanation)


def test_the_charges_counted_are_listed_by_accuser_and_heading(of: Evidence, found: Analysis) -> None:
    without, with_one = run("= open-charges 1 2", of, found).lists
    assert without.title == "No answer of its own was found to (1)"
    assert [thing.name for thing in without.things] == ["Maren Holt: “Maren Holt accused Sund Packers of fraud”"]
    assert [p.text for thing in without.things for p in thing.passages] == ["Maren Holt accused Sund Packers of fraud."]
    assert with_one.title == "An answer was found to (1)"
    assert [thing.name for thing in with_one.things] == ["Orchard Guild: “fogging 40,000 crates”"]


def test_the_charge_that_nothing_answers_is_named(of: Evidence, found: Analysis) -> None:
    (listing,) = run('= unanswered courier "Maren Holt accused"', of, found).lists
    assert (listing.title, [thing.name for thing in listing.things]) == (
        "The charge",
        ["Maren Holt: “Maren Holt accused Sund Packers of fraud”"],
    )


def test_no_reader_is_told_of_files_or_of_the_machine(of: Evidence, found: Analysis) -> None:
    for note in (
        "= sources 2",
        "= newest 2031-03",
        '= unanswered courier "Maren Holt accused"',
        "= not-stated author wire",
    ):
        assert not any(word in run(note, of, found).explanation for word in (".yml", "pile", "tied", "passage"))


@pytest.mark.parametrize(
    ("note", "explanation"),
    [
        ("= sources 3", "there are 2 sources now, not 3"),
        ("= newest 2031-03-06", "the newest date among the sources is 2031-03 (wire), not 2031-03-06"),
        (
            '= unanswered courier "fogging 40,000"',
            "“courier” holds an answer to this charge now: “That claim is false, Ilse Brannock said.”",
        ),
        (
            '= unanswered courier "no such words"',
            "the words “no such words” stand in no passage of “courier” that is on the topic",
        ),
        ('= unanswered nobody "fogging"', "the words “fogging” stand in no passage of “nobody” that is on the topic"),
        ('= carriers 2 courier "fogging 40,000"', "1 of the sources carry this claim now (courier), not 2"),
        ('= origins 2 courier "fogging 40,000"', "the claim has 1 origin now, not 2"),
        ('= carriers 1 nobody "fogging"', "the words “fogging” stand in no passage of “nobody” that is on the topic"),
        (
            '= not-quoted "Maren Holt"',
            "“courier” has Maren Holt speak now: “Maren Holt accused Sund Packers of fraud.”",
        ),
        ("= not-quoted Brannock", "“courier” has Brannock speak now: “That claim is false, Ilse Brannock said.”"),
        ("= not-quoted Nobody", "“Nobody” is no party of seeds/topic.yml"),
        ("= not-stated issued courier", "“courier” states its issued now: 2031-03-06"),
        ("= not-stated issued nobody", "there is no source “nobody”"),
        ("= days 2031-03-03 2031-03-05 3", "from 2031-03-03 to 2031-03-05 it is 2 days, not 3"),
        ("= open-charges 0 2", "1 of 2 charges have no answer now, not 0 of 2"),
        ("= silent nobody X", "“nobody” is no side; expected one of accuses, accused, neither"),
        (
            "= silent accused Brannock",
            "now somebody speaks for Brannock: the sentences that say nobody does are false; nobody speaks for Sund Packers, which the list leaves out",
        ),
        (
            '= dated 2031-03-04 courier "fogging 40,000"',
            "the passage of “courier” with these words holds 2031-03-03 now, not 2031-03-04",
        ),
        (
            '= dated 2031-03-04 courier "accused Sund"',
            "the passage of “courier” with these words holds no date now, not 2031-03-04",
        ),
        (
            '= differ 2031-03-03 courier "fogging 40,000" 2031-03-05 wire "rained old"',
            "the passage of “wire” with these words holds 2031-03-04 now, not 2031-03-05",
        ),
    ],
)
def test_what_no_longer_holds_and_why(note: str, explanation: str, of: Evidence, found: Analysis) -> None:
    assert run(note, of, found) == Computed(False, explanation)


@pytest.mark.parametrize("name", sorted(COMPUTATIONS))
def test_too_few_arguments_show_the_usage(name: str, of: Evidence, found: Analysis) -> None:
    rule = COMPUTATIONS[name]
    computed = compute(Derivation(name, ("x",) * (rule.least - 1)), of, found)
    assert not computed.holds
    assert rule.usage in computed.explanation
    assert rule.usage.startswith(f"= {name} ")


@pytest.mark.parametrize("name", sorted(COMPUTATIONS))
def test_odd_arguments_never_raise(name: str, of: Evidence, found: Analysis) -> None:
    for odd in ("", "x", "2031", "2031-99-99", "\N{SUPERSCRIPT TWO}", "“", "nobody"):
        for count in range(8):
            assert not compute(Derivation(name, (odd,) * count), of, found).holds


def test_an_unknown_name_proposes_the_nearest(of: Evidence, found: Analysis) -> None:
    assert "did you mean “carriers”?" in run("= carrier 1", of, found).explanation
    assert "Known: answered, carriers, dated" in run("= zzzz 1", of, found).explanation


def test_one_source_more_makes_the_absence_false() -> None:
    said = {**SAID, "post": [answered("Sund Packers denied fraud.", "Sund Packers", "denied")]}
    of = evidence(said)
    computed = run('= not-quoted "Sund Packers"', of, analysis(said, of))
    assert computed == Computed(False, "“post” has Sund Packers speak now: “Sund Packers denied fraud.”")


def test_carriers_of_one_report_are_one_origin() -> None:
    words = "The Guild accused Brannock of fogging 40,000 crates of old apples."
    said = {key: [alleged(words, "the Guild", chain=("Radio Tarn",))] for key in ("courier", "wire")}
    of = evidence(said)
    computed = run('= carriers 2 courier "fogging 40,000 crates"', of, analysis(said, of))
    assert computed.explanation.endswith("which name Radio Tarn as where they have it from; that is 1 origin.")


def test_undated_sources_are_told() -> None:
    of = evidence(SAID, sources={"courier": source("courier", "2031-03-06"), "wire": source("wire")})
    computed = run("= newest 2031-03-06", of, analysis(SAID, of))
    assert computed.explanation.endswith("(the Courier, stated); 1 of 2 sources without a date.")
    none = replace(of, sources={key: replace(one, metadata={}) for key, one in of.sources.items()})
    assert run("= newest 2031-03-06", none, analysis(SAID, none)) == Computed(False, "no source has a date")


def test_silent_parties_are_in_the_order_of_the_topic(of: Evidence, found: Analysis) -> None:
    assert silent_parties(of, found, Side.ACCUSED) == ["Sund Packers"]
    topic = replace(TOPIC, parties=(Party("Kell", side=Side.ACCUSED), *TOPIC.parties))
    assert silent_parties(replace(of, topic=topic), found, Side.ACCUSED) == ["Kell", "Sund Packers"]
    assert silent_parties(of, found, Side.NEITHER) == []


def test_an_unreadable_source_is_not_searched(of: Evidence, found: Analysis) -> None:
    lost = replace(
        of,
        documents={"wire": of.documents["wire"]},
        sources={**of.sources, "courier": replace(of.sources["courier"], speaks=Stated("x"))},
    )
    assert not run('= carriers 1 courier "fogging 40,000"', lost, found).holds
