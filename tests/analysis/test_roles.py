"""What holds of roles whatever decides them. How often they are right is measured by `explainer evaluate`."""

from __future__ import annotations

from dataclasses import replace

from generator import ingest
from generator.analysis import learned
from generator.analysis.layout import articles
from generator.analysis.roles import SURE, Verdict, decide, look, roles
from generator.analysis.speakers import attribute
from generator.analysis.units import Unit, units
from generator.model import Role
from tests.dispute import TOPIC


def verdicts(text: str, keep: tuple[bool, ...] = ()) -> list[tuple[Unit, Verdict]]:
    document = ingest.read_bytes(text.encode(), "sample.txt")
    found: list[tuple[Unit, Verdict]] = []
    for article in articles(document):
        of = units(document, article)
        kept = keep or tuple(not unit.furniture for unit in of)
        found += zip(of, roles(of, attribute(of, TOPIC), kept, TOPIC), strict=True)
    return found


PLAIN = {
    "The Orchard Guild accused Brannock of fraud.": Role.ALLEGATION,
    "Maren Holt alleged that the stores sold rotten fruit illegally.": Role.ALLEGATION,
    "Brannock denied the accusation and called it baseless.": Role.REBUTTAL,
    "Sund Packers rejected the claim as slander.": Role.REBUTTAL,
    "It remains unclear whether the fog changes the fruit.": Role.OPEN_QUESTION,
    "Cold-fogging is a method of storing fruit in a chilled mist.": Role.DEFINITION,
}


def test_plain_cases_of_each_role() -> None:
    found = {text: verdicts(f"{text}\n")[0][1].role for text in PLAIN}
    assert found == PLAIN


def test_what_is_not_kept_is_irrelevant_and_nothing_else_is() -> None:
    text = "\n\n".join(PLAIN)
    keep = (True, False, True, False, True, True)
    assert [verdict.role is not Role.IRRELEVANT for _, verdict in verdicts(text, keep)] == list(keep)


def test_confidence_is_a_share() -> None:
    for _, verdict in verdicts("\n\n".join([*PLAIN, "It rained.", "?", "Fog fog fog"])):
        assert 0 <= verdict.confidence <= 1


def test_what_is_too_little_for_a_page_is_not_sure() -> None:
    for _, verdict in verdicts("\n\n".join([*PLAIN, "Somebody is to blame.", "The crates were cold."])):
        assert not verdict.sure or verdict.confidence >= SURE


def test_a_doubtful_side_is_left_to_a_person() -> None:
    model = learned.model()
    document = ingest.read_bytes(b"The Orchard Guild accused Brannock of fraud.\n", "sample.txt")
    of = units(document, articles(document)[0])
    seen = look(of, attribute(of, TOPIC), (True,), TOPIC)
    certain, doubtful = (
        decide(replace(model, limits=dict.fromkeys(model.limits, limit)), seen)[0] for limit in (10**9, -(10**9))
    )
    assert certain.role is doubtful.role is Role.ALLEGATION
    assert (certain.sure, doubtful.sure) == (True, False)


def test_items_share_the_role_of_their_lead_in() -> None:
    found = verdicts("The Orchard Guild accused Brannock of two things:\n\n- changed dates\n- mixed crates\n")
    assert [verdict.role for _, verdict in found] == [Role.ALLEGATION] * 3


def test_no_units() -> None:
    assert tuple(roles((), (), (), TOPIC)) == ()
