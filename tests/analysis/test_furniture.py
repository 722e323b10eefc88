from __future__ import annotations

import pytest

from generator.analysis.furniture import is_byline, is_furniture, is_jump, is_page_number, is_title_line


@pytest.mark.parametrize(
    "text",
    [
        "By Tove Ask",
        "Next week: the last cooper of the valley.",
        "In our next issue: who owns the tide?",
        "(Reporting by Ada Reeve in Tarn; editing by Jory Lund)",
        "(Continued from page 3)",
        "Cont'd on p. 4",
        "Cranes at noon. (PHOTO: HARBOUR OFFICE)",
        "Cranes at noon. (PH0TO; HARB0UR OFFICE)",
        "[Picture: cranes (from the archive)]",
        "SATURDAY, AUGUST 19, 2031",
        "The Coastal Courier | Saturday, August 19, 2031 | 4",
        "4 THE COASTAL COURIER",
        "THE COASTAL COURIER 4",
    ],
)
def test_what_pages_set_around_articles(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "On Saturday, August 19, the mill opened the gate.",
        "Why It Matters",
        "Next week the mill opens its gate.",
        "412",
        "The mill (FOUNDED: 1902) closed.",
        "THE GATE IS SHUT",
        "Continued rain closed the gate on page after page of the log.",
    ],
)
def test_what_articles_say(text: str) -> None:
    assert not is_furniture(text)


def test_kinds_of_furniture() -> None:
    assert is_byline("From page 1")
    assert is_jump("From page 1")
    assert not is_jump("By Tove Ask")
    assert is_page_number("Page 12")
    assert not is_page_number("12 cranes")
    assert is_title_line("WORLD & NATION")
    assert not is_title_line("World and nation")
    assert not is_title_line("412")


@pytest.mark.parametrize(
    "text",
    [
        "By now everybody knows that the fog hides nothing. It is late.",
        "The page 3 report was wrong.",
        "Sources said it was cold.",
        "Copyright law is silent on the fog.",
        "Related companies denied it.",
        "Images of the crates were sent to the council, which kept them.",
        (
            "The growers told the court that a letter had asked them to click here and to sign up for a list of prices, that they had done so in "
            "good faith, and that nothing else had come of it in all of the four years since the harbour office wrote to them."
        ),
    ],
)
def test_sentences_are_not_furniture(text: str) -> None:
    assert not is_furniture(text)


def test_bylines() -> None:
    assert is_byline("By Ada Reeve")
    assert is_byline("From page 1")
    assert not is_byline("Photo: Nel")
