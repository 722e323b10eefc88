"""Golden cases: an article, then a line a sentence: speaker < chain, kind, the predicate from its verb; "-" for the article's own voice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import ingest
from generator.analysis.layout import articles
from generator.analysis.speakers import attribute
from generator.analysis.units import Unit, units
from generator.model import BlockKind, Party, Span, Topic
from tests.golden import cases, parts

CASES = cases(Path(__file__).parent / "cases" / "speakers")
TOPIC = Topic(
    "The fog",
    "fog",
    parties=(Party("Orchard Guild", ("Guild",)), Party("Brannock Cold Stores", ("Brannock",)), Party("Sund Packers")),
)


def listed(text: str) -> Iterator[str]:
    document = ingest.read_bytes(text.encode(), "sample.txt")
    for article in articles(document):
        of = units(document, article)
        for unit, said in zip(of, attribute(of, TOPIC), strict=True):
            if not said.speaker:
                yield "-"
                continue
            chain = f" < {', '.join(said.chain)}" if said.chain else ""
            begins = f" | {' '.join(unit.text[said.verb_at :].split()[:2])}" if said.verb_at >= 0 else ""
            yield f"{said.speaker}{chain} | {said.kind}{begins}"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    text, expected = parts(path)
    assert list(listed(text)) == expected


def test_nothing_said() -> None:
    assert attribute((), TOPIC) == ()


def test_what_continues_is_no_speech() -> None:
    assert list(listed("The Guild’s wardens will continue watching. Officials continue to count.")) == ["-", "-"]


def test_a_headline_in_capitals_says_what_a_sentence_says() -> None:
    text = "Guild Accuses Brannock Of Fraud"
    unit = Unit(text, (Span(0, len(text)),), BlockKind.HEADING, 0, 0, True, False)
    found = attribute((unit,), TOPIC)[0]
    assert (found.speaker, found.verb) == ("Guild", "accuses")


def test_what_is_longer_than_any_sentence_is_not_read() -> None:
    text = "Maren Holt said that " + "the fog is cold and " * 200
    unit = Unit(text, (Span(0, len(text)),), BlockKind.PARAGRAPH, 0, 0, True, False)
    assert attribute((unit,), TOPIC)[0].speaker == ""


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Moonlit Mill has not commented on the claim.", ""),
        ("Moonlit Mill has not said whether it sold the barn.", ""),
        ("Moonlit Mill has never said that it sold the barn.", "Moonlit Mill"),
        ("Moonlit Mill answers the claims", ""),
        ("“We own the barn,” Ada Brown said. “We do not sell,” Rhea Sund said. “We never have.”", "Rhea Sund"),
    ],
)
def test_who_speaks_last(sentence: str, speaker: str) -> None:
    document = ingest.read_bytes(f"The mill and the barn\n\n{sentence}".encode(), "mill.txt")
    (article,) = articles(document)
    assert attribute(units(document, article), TOPIC)[-1].speaker == speaker
