from __future__ import annotations

from generator import ingest
from generator.analysis.layout import articles
from generator.analysis.units import Unit, units
from generator.model import BlockKind, Document


def read(text: str) -> tuple[Document, list[Unit]]:
    document = ingest.read_bytes(text.encode(), "sample.txt")
    return document, [unit for article in articles(document) for unit in units(document, article)]


def test_sentences_of_a_paragraph_and_which_opens_it() -> None:
    _, found = read("It fell. It broke.\n\nNobody saw it.\n")
    assert [(u.text, u.paragraph, u.first) for u in found] == [
        ("It fell.", 0, True),
        ("It broke.", 0, False),
        ("Nobody saw it.", 1, True),
    ]


def test_a_heading_and_furniture_are_not_split() -> None:
    _, found = read("## Who did it? Who knew? A long story\n\nBy A. B. Reeve\n\nIt fell.\n")
    assert [(u.text, u.block, u.furniture) for u in found] == [
        ("Who did it? Who knew? A long story", BlockKind.HEADING, False),
        ("By A. B. Reeve", BlockKind.PARAGRAPH, True),
        ("It fell.", BlockKind.PARAGRAPH, False),
    ]


def test_a_cut_sentence_has_two_pieces_that_lead_back() -> None:
    document, found = read("They were counted from the\n\nA crane. (PHOTO: NEL)\n\nquay with a telescope. It rained.\n")
    cut = found[0]
    assert cut.text == "They were counted from the quay with a telescope."
    assert [document.slice(piece) for piece in cut.pieces] == ["They were counted from the", "quay with a telescope."]
    assert document.slice(found[1].pieces[0]) == "It rained."


def test_a_hyphen_at_a_column_end_is_closed() -> None:
    document, found = read("The growers were out-\n\nraged by it.\n")
    assert found[0].text == "The growers were outraged by it."
    assert [document.slice(piece) for piece in found[0].pieces] == ["The growers were out", "raged by it."]


def test_every_letter_of_a_unit_stands_in_its_pieces() -> None:
    document, found = read("# A  heading of  words\n\n- one item. Two\n- another\n\nA  sentence.  And one more\n")
    for unit in found:
        assert "".join("".join(document.slice(p) for p in unit.pieces).split()) == "".join(unit.text.split())


def test_a_hyphen_at_the_end_of_a_wrapped_line_is_closed_in_one_piece() -> None:
    document, found = read(
        "The growers met on Monday in the old hall by the harbour, and the compa-\n"
        "ny fell. It rained for most of the day, so that nobody stayed for the vote\n"
        "which the chairman had called at noon.\n"
    )
    assert found[0].text == "The growers met on Monday in the old hall by the harbour, and the company fell."
    assert len(found[0].pieces) == 1
    assert document.slice(found[0].pieces[0]).endswith("compa-\nny fell.")
