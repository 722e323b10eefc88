from __future__ import annotations

from generator import ingest
from generator.analysis.features import features, mask
from generator.analysis.layout import articles
from generator.analysis.speakers import attribute
from generator.analysis.units import units
from tests.dispute import TOPIC


def seen(text: str) -> list[set[str]]:
    document = ingest.read_bytes(text.encode(), "sample.txt")
    (article,) = articles(document)
    of = units(document, article)
    return [set(found) for found in features(of, attribute(of, TOPIC), TOPIC, mask([unit.text for unit in of], TOPIC))]


def test_names_and_terms_give_way_to_what_they_are() -> None:
    masked = mask(["The Orchard Guild says that Brannock’s cold-fogging hides age."], TOPIC)[0]
    assert masked == "The ACCUSES_ says that ACCUSED_’s SUBJECT_ hides age."


def test_a_sentence_is_seen_with_its_speaker_and_its_neighbours() -> None:
    first, second = seen("The Orchard Guild accused Brannock of fraud. Brannock denied the charge.\n")
    assert {"side=accuses", "verb=accuse", "about=ACCUSES_+ACCUSED_", "next:side=accused", "prev:none"} <= first
    assert {"side=accused", "verb=deny", "prev:best=a", "next:none"} <= second


def test_items_see_their_lead_in() -> None:
    lead, item = seen("The Orchard Guild accused Brannock of this:\n\n- mixed crates\n")
    assert "leads-in" in lead
    assert "lead:side=accuses" in item


def test_nothing_gives_nothing() -> None:
    assert features((), (), TOPIC, ()) == ()
