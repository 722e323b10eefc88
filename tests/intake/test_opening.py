from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import ingest
from generator.intake import opening
from generator.text import find

TEXT = """

The Orchard Guild accused Sund Packers of cold-fogging 60,000 crates of old apples, and asked the inspectorate to look.

Ilse Brannock denied on Monday that any apple was sold as new. "We have nothing to hide," she said.
"""


def stated(head: str, name: str = "article.txt") -> dict[str, str]:
    return dict(opening.stated(ingest.read_bytes((head + TEXT).encode(), name)))


PAPER = {
    "author": "Jane Doe",
    "container-title": "The Paper",
    "issued": "2031-03-12",
    "title": "Cold stores fined over fog",
}


@pytest.mark.parametrize(
    "head",
    [
        "Cold stores fined over fog\nJane Doe | The Paper | March 12, 2031",
        "Cold stores fined over fog | The Paper\n\nBy Jane Doe\n\nPublished: Wednesday, March 12, 2031 at 14:05 GMT",
        "Cold stores fined over fog\nBy Jane Doe • The Paper • 2031-03-12",
        "Title: Cold stores fined over fog\nAuthor: Jane Doe\nThe Paper, 12 March 2031",
        "SCIENCE\n\nCold stores fined over fog\n\nThe guild wants to know more.\n\nBy Jane Doe in Tarn\nThe Paper, 12 March 2031",
    ],
)
def test_the_usual_shapes(head: str) -> None:
    assert stated(head) == PAPER


def test_marks_of_markdown_are_no_words() -> None:
    assert stated("# Cold stores fined over fog\n\n*By Jane Doe* | **The Paper**\n\n_12 March 2031_", "a.md") == PAPER


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("BY JANE DOE AND JOHN ROE", "JANE DOE; JOHN ROE"),
        ("By JANE DOE and John Roe", "JANE DOE; John Roe"),
        ("By Ann Lee, Jane Doe and Élodie van der Meer", "Ann Lee; Jane Doe; Élodie van der Meer"),
        ("By Jane Doe, Science Correspondent", "Jane Doe"),
        ("By Jane Doe, John Roe", ""),  # a second author, or a town
        ("By Reuters", "Reuters"),
        ("by our own correspondent", ""),
        ("By the sea, where old apples are stored", ""),
        ("By Monday Ann Lee and Jane Doe had left.", ""),
    ],
)
def test_bylines(line: str, found: str) -> None:
    assert stated(f"Cold stores fined over fog\n{line}").get("author", "") == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("12 March 2031", "2031-03-12"),
        ("Tarn, 12 March 2031", "2031-03-12"),
        ("Posted on 12 March 2031", "2031-03-12"),
        ("March 2031", "2031-03"),
        ("13/03/2031", "2031-03-13"),
        ("03/04/2031", ""),  # March or April
        ("12 March", ""),  # of which year
        ("Last updated: 12 March 2031", ""),  # not the day on which it was issued
        ("12 March 2031\n14 March 2031", ""),
        ("The apples of 12 March 2031 were old, the guild says, and nobody looked.", ""),
    ],
)
def test_dates(line: str, found: str) -> None:
    assert stated(f"Cold stores fined over fog\n{line}").get("issued", "") == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Open Hydrology, 4 March 2031", "Open Hydrology"),
        ("Vale Courier, 4 March 2031", "Vale Courier"),
        ("River Sentinel, March 4, 2031", "River Sentinel"),
        ("New York, 4 March 2031", ""),
        ("Tarn, 4 March 2031", ""),
    ],
)
def test_a_publication_may_stand_before_its_date(line: str, found: str) -> None:
    said = stated(f"Cold stores fined over fog\n{line}")
    assert (said.get("container-title", ""), said["issued"]) == (found, "2031-03-04")


def test_a_dateline_states_the_date() -> None:
    text = "Cold stores fined over fog\n\nTARN, 12 March 2031 (Harbour Agency) - The guild has won."
    assert stated(text) == {"title": "Cold stores fined over fog", "issued": "2031-03-12"}


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("Who owns the fog?", "Who owns the fog?"),
        ("Fogged apples\nBy Jane Doe", "Fogged apples"),
        ("OPINION\n\nThe missing crates of Tarn\nBy Jane Doe", "The missing crates of Tarn"),
        ("Fogged apples", ""),  # perhaps a section
        ("OPINION", ""),
        ("By Popular Demand", ""),
        ("We scan market radio and send you the best every morning.", ""),
    ],
)
def test_headlines(head: str, found: str) -> None:
    assert stated(head).get("title", "") == found


@pytest.mark.parametrize(
    "line",
    [
        "Climate Change | The Paper | 12 March 2031",
        "World News | The Paper | 12 March 2031",
        "Harbour Notes | Ann Lee | 12 March 2031",
        "The Hague, 12 March 2031",
    ],
)
def test_what_may_be_a_section_or_a_place_is_nobody_s_name(line: str) -> None:
    found = stated(f"Cold stores fined over fog\n{line}")
    assert "author" not in found
    assert found.get("container-title", "The Paper") == "The Paper"
    assert found["issued"] == "2031-03-12"


def test_nothing_is_read_of_several_articles_or_of_a_list() -> None:
    article = "## Old apples sold as new in Tarn\n\nBy Jane Doe\n{0}## Ferry timetable changes on Monday again\n\nBy John Roe\n{0}"
    assert stated(article.format(TEXT), "page.md") == {}
    lines = "Ports of the coast\n\n" + "\n\n".join(f"The harbour of port {n}" for n in range(10))
    assert dict(opening.stated(ingest.read_bytes(lines.encode(), "a.txt"))) == {}


def test_a_first_sentence_that_begins_as_a_byline_does_is_text() -> None:
    document = ingest.read_bytes(b"Cold stores fined over fog\n\nBy Monday the harbour was closed.", "a.txt")
    assert dict(opening.stated(document)) == {"title": "Cold stores fined over fog"}


@given(
    st.lists(
        st.sampled_from(
            ["By ", "A. ", "Ann", " and ", ", ", " | ", "The ", "12 ", "March ", "2031", "-", ".", "\n", "\n\n", "é"]
        ),
        max_size=60,
    )
)
def test_whatever_the_lines_are_what_is_read_stands_in_them(pieces: list[str]) -> None:
    text = "".join(pieces) + TEXT
    document = ingest.read_bytes(text.encode(), "a.txt")
    found = opening.stated(document)
    for name in ("title", "container-title"):
        assert find(found.get(name, "the"), document.text + " the")
    assert all(find(author, document.text) for author in found.get("author", "").split("; ") if author)


def test_a_page_of_the_web_has_a_head_of_its_own() -> None:
    page = f"<html><body><p>Cold stores fined over fog</p><p>By Jane Doe</p><p>{TEXT}</p></body></html>"
    assert dict(opening.stated(ingest.read_bytes(page.encode(), "a.html"))) == {}
