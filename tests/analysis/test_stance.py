from __future__ import annotations

from generator import ingest
from generator.analysis import stance
from generator.analysis.features import mask
from generator.analysis.layout import articles
from generator.analysis.speakers import attribute
from generator.analysis.units import units
from tests.dispute import TOPIC


def described(text: str) -> tuple[set[str], set[str]]:
    document = ingest.read_bytes(text.encode(), "sample.md")
    split = [unit for article in articles(document) for unit in units(document, article)]
    said, masked = attribute(split, TOPIC), mask([unit.text for unit in split], TOPIC)
    return set(stance.describe(split, said, masked)), set(stance.words(split, said, masked))


def test_who_speaks_of_itself_as_we_is_told_by_its_side() -> None:
    seen, _ = described("At Brannock we weigh every crate. Our stores are open to all.\n")
    assert "art:we+accused=1" in seen
    assert "art:we+accuser=1" not in seen


def test_a_line_that_names_the_issuer_counts_and_running_text_does_not() -> None:
    body = "Apples were bought. They were sold. They were weighed. They were eaten. It rained. It stopped."
    seen, _ = described(f"Statement by Brannock\n\n{body}\n")
    assert "art:issuer=accused" in seen
    seen, _ = described(f"{body} Brannock was there.\n\n{body}\n")
    assert "art:issuer=accused" not in seen


def test_questions_are_counted_as_a_share_of_the_own_voice() -> None:
    asking, _ = described("Who weighed it? Who sold it? Who knew? Who paid?\n")
    telling, _ = described("It was weighed. It was sold. It was known. It was paid.\n")
    assert "art:asks=4" in asking
    assert "art:asks=0" in telling


def test_names_do_not_show_in_the_words() -> None:
    _, words = described("Brannock sold 12 crates to nobody.\n")
    assert {"art:w:ACCUSED_", "art:w:#", "art:w:crates"} <= words
    assert "art:w:brannock" not in words


def test_an_article_without_units_is_described_too() -> None:
    assert all(one.startswith("art:") for one in stance.describe((), (), ()))
    assert stance.words((), (), ()) == ()
