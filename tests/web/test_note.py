"""The card's content beyond what the golden cases show: other carriers, and the links at its foot."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element

import pytest

from generator.model import Citation, Note, Speech
from generator.web.note import NoteRenderer
from tests.web import sample

WORDS = "The toll robs islanders of 12 crowns a day"


def note_of(key: str, words: str) -> Note:
    return Note("label", Citation(key, words), 1, 1, "", 1)


def text(found: Element) -> str:
    return "".join(found.itertext())


def parts(repository: str = "", *, carried: bool = False) -> dict[str, Element]:
    """The parts of the note on WORDS, by class."""
    data = sample.site_data()
    if carried:
        hostile = data.evidence.documents["hostile"]
        says = {"speaker": "Mira Voss", "kind": Speech.REPORTED, "chain": ("Radio North",), "caveats": ("it is said",)}
        other = sample.passage("hostile", 0, hostile, sample.HOSTILE[1], claim="c1", **says)
        ours = [replace(p, claim="c1") if WORDS in p.text else p for p in data.analysis.passages]
        data = replace(data, analysis=replace(data.analysis, passages=(*ours, other)))
    rendered = NoteRenderer(data, repository).render(note_of("herald", WORDS), "deep/page.md")
    return {child.get("class", ""): child for child in rendered.children}


def test_other_carriers_are_named_with_speaker_chain_and_caveat_and_lead_to_their_page() -> None:
    also = parts(carried=True)["note-also"]
    assert text(also) == (
        "The same claim in other sources, which need not be independent of this one: "
        "Mira Voss (paraphrased), according to Radio North, according to the hostile blog; with the caveat “it is said”."
    )
    assert [link.get("href") for link in also.iter("a")] == ["../sources/hostile.md"]


def test_a_claim_of_one_source_names_no_other_carrier() -> None:
    assert "note-also" not in parts()


@pytest.mark.parametrize(
    ("repository", "links"),
    [
        ("", ["in context", "at the publisher"]),
        ("https://github.com/us/toll", ["in context", "at the publisher", "report an error"]),
    ],
)
def test_the_links_at_the_foot(repository: str, links: list[str]) -> None:
    foot = parts(repository)["note-foot"]
    assert [text(link) for link in foot.iter("a")] == links
    assert [text(button) for button in foot.iter("button")] == ["copy citation"]


def test_the_report_names_page_label_and_words() -> None:
    report = [link.get("href", "") for link in parts("https://github.com/us/toll")["note-foot"].iter("a")][-1]
    for named in ("deep%2Fpage.md", "%5B%5Elabel%5D", "robs%20islanders"):
        assert named in report


def test_the_publisher_is_shown_the_words() -> None:
    publisher = [link.get("href", "") for link in parts()["note-foot"].iter("a")][1]
    assert "#:~:text=The%20toll%20robs%20islanders," in publisher
