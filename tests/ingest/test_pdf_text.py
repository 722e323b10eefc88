from __future__ import annotations

import logging
import sys

import pytest

from generator.errors import SourceError
from generator.ingest import read_bytes
from generator.text import find
from tests.ingest.pdfs import pdf

PAGES = (
    (
        "The harbour office moved the wall by night, say the fishers who saw the cranes com-",
        "ing down the quay and who have asked the council since then for the plans of the",
        "wall.",
        "The office denied it.",
    ),
    ("It said on 3 May that the wall (and the quay) stand where they stood.", "The council has not seen the plans."),
)


def test_the_text_layer_is_read_as_a_plain_text_is() -> None:
    document = read_bytes(pdf(PAGES), "wall.pdf")
    assert (document.format, document.encoding) == ("pdf", "pdf")
    blocks = [document.slice(block.span) for block in document.blocks]
    assert blocks[0].startswith(
        "The harbour office moved the wall by night, say the fishers who saw the cranes com-\ning down"
    )
    assert blocks[0].endswith(" for the plans of the wall.")
    assert blocks[1:] == [
        "The office denied it.",
        "It said on 3 May that the wall (and the quay) stand where they stood. The council has not seen the plans.",
    ]
    assert find("the cranes coming down the quay", document.text)


def test_running_heads_go_and_sentences_go_on_over_the_page() -> None:
    pages = [
        ("The Dock, 3 May", "Most of the fishers in the harbour who were asked that week were of one mind, and", "1"),
        (
            "The Dock, 3 May",
            "said that the China-",
            "Africa pact of 600-",
            "odd clauses\u2014",
            "or fewer\u2014helps no one.",
            "2",
        ),
    ]
    text = read_bytes(pdf([[line.replace("\u2014", "-") for line in page] for page in pages]), "dock.pdf").text
    assert "The Dock" not in text
    assert find("were of one mind, and said that the China-Africa pact of 600-odd", text)
    assert not text.endswith("2")


def test_every_character_leads_back_to_the_extracted_text() -> None:
    document = read_bytes(pdf(PAGES), "wall.pdf")
    (span,) = find("The office denied it.", document.text)
    raw = document.raw(span)
    assert len(raw) == len("The office denied it.")
    assert 0 < raw.start < raw.end < document.raw_length
    assert len(document.starts) == len(document.ends) == len(document.text)


@pytest.mark.parametrize(
    ("pages", "found"), [([()], "no text in its page"), ([(), ("7",)], "no text in any of its 2 pages")]
)
def test_a_scan_is_refused_with_the_way_out(pages: list[tuple[str, ...]], found: str) -> None:
    with pytest.raises(SourceError, match=f"(?s)scan.pdf: {found}: it holds pictures.*help: have the text recognised"):
        read_bytes(pdf(pages), "scan.pdf")


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\n", b"%PDF-1.7 " + b"\xff" * 400, pdf(PAGES)[:200], b"\xef\xbb\xbf%PDF-1.4 obj"]
)
def test_a_damaged_pdf_is_no_traceback_and_no_noise(data: bytes, caplog: pytest.LogCaptureFixture) -> None:
    before = logging.getLogger("pypdf").level
    with pytest.raises(SourceError, match=r"(?s)bad\.pdf: .*help: "):
        read_bytes(data, "bad.pdf")
    assert not caplog.records
    assert logging.getLogger("pypdf").level == before


def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(
        SourceError, match=r'the extra that reads PDFs is not installed\n  help: type: pip install "expl'
    ):
        read_bytes(pdf(PAGES), "wall.pdf")
