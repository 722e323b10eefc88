from __future__ import annotations

import pytest

from generator.intake.about import is_apart, off_topic
from generator.model import BlockKind, Party, Passage, Role, Span, Topic

TOPIC = Topic(
    "The fog", "cold-fogging", "Did they?", ("cold-fogging",), (Party("Larch Growers", ("the growers", "LG")),)
)


def passage(text: str, *, block: BlockKind = BlockKind.PARAGRAPH, headline: str = "", source: str = "dock") -> Passage:
    span = (Span(0, len(text)),)
    return Passage(source, 0, span, span, text, block, 0, headline, relevant=True, role=Role.CONTEXT, confidence=1.0)


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("The Cold-fogging of apples goes on.", False),
        ("Growers met in Tarn.", False),
        ("It was the growers' turn.", False),
        ("LG said nothing.", False),
        ("The lg of the album sold well.", True),
        ("The tide tables were late.", True),
    ],
)
def test_an_article_is_on_the_topic_where_its_text_names_a_term_or_a_party(text: str, off: bool) -> None:
    headline = passage("Cold-fogging and tides", headline="Cold-fogging and tides")
    assert off_topic([headline, passage(text, headline="Cold-fogging and tides")], TOPIC) == (
        {("dock", 0)} if off else frozenset()
    )


def test_articles_are_told_apart() -> None:
    both = [passage("The tide is late."), passage("Cold-fogging goes on.", source="wire")]
    assert off_topic(both, TOPIC) == {("dock", 0)}


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Press contact: Ilse Brannock, +44 20 7946 0000", True),
        ("Media enquiries", True),
        ("For more information contact the office", True),
        ("Ilse Brannock, press@brannock.example", True),
        ("Read more: the harbour reopens", True),
        (
            "She said that anybody who had written to press@brannock.example in March would have an answer by the summer.",
            False,
        ),
        ("The contacts between the two firms ended in March.", False),
    ],
)
def test_what_is_no_running_text(text: str, apart: bool) -> None:
    assert is_apart(passage(text)) == apart


def test_headlines_are_no_running_text() -> None:
    assert is_apart(passage("Old apples", block=BlockKind.HEADING))
    assert is_apart(passage("Old apples", headline="Old Apples"))
