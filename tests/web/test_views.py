"""What pages show by their kind: the timeline's picture, wordings side by side, the way from a charge to its answers and back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import markdown
import pytest

from generator.web import CitationExtension, SiteData
from tests.web import sample

NAMES = {
    "allegations": "allegations.md",
    "rebuttals": "rebuttals.md",
    "timeline": "timeline.md",
    "disagreements": "disagreements.md",
}
DENIES = '\n[^denies]: @herald "The authority denies that."\n'
OPENED = '\n[^opened]: @herald "The bridge opened in 1931."\n'


def site(pages: Mapping[str, str]) -> SiteData:
    data = sample.site_data(pages.items())
    return replace(data, evidence=replace(data.evidence, topic=replace(data.evidence.topic, pages=NAMES)))


def shown(page: str, pages: Mapping[str, str]) -> str:
    ours = CitationExtension(load=lambda _root: site(pages))
    return markdown.markdown(pages[page], extensions=["footnotes", "tables", "attr_list", "md_in_html", "toc", ours])


def timeline(text: str) -> str:
    return shown("timeline.md", {"timeline.md": f"# Timeline\n\n{text}\n{DENIES}{OPENED}"})


LIST = """\
## 1931

- It opened.[^opened]

## 3 March 2031 or 4 March 2031

- It was denied.[^denies]

## June 2031: the vote

- It is denied still.[^denies]
"""


def test_every_dated_heading_is_a_line_of_the_picture_that_leads_to_it() -> None:
    html = timeline(LIST)
    picture = html[html.index("<figure") : html.index("</figure>")]
    assert re.findall(r'<a href="#([^"]*)">', picture) == ["1931", "3-march-2031-or-4-march-2031", "june-2031-the-vote"]
    assert html.index("<figure") < html.index('<h2 id="1931">')


def test_a_line_says_in_words_what_its_marks_show() -> None:
    html = timeline(LIST)
    assert ">3 March 2031 or 4 March 2031 (2 dates given)<" in html
    assert ">June 2031 (planned)<" in html  # the Herald is of 4 March 2031
    assert ">the vote<" in html
    assert html.count("timeline-between") == 1
    assert html.count("timeline-spot--planned") == 1
    assert ">one event, two dates<" in html


def test_a_line_names_who_tells_of_it() -> None:
    html = timeline(LIST)
    assert ">told by The Saltholm Herald<" in html
    assert ">The authority<" in html


def test_marks_stand_in_the_order_of_the_dates() -> None:
    html = timeline(LIST.replace("## 1931", "## 1 March 2031"))
    spots = [float(x) for x in re.findall(r'cx="([\d.]+)%"', html)]
    assert spots == sorted(spots)
    assert len(set(spots)) == 3


@pytest.mark.parametrize("text", ["", "## The memo\n\n- It was denied.[^denies]\n", LIST[: LIST.index("## June")]])
def test_too_few_dates_make_no_picture(text: str) -> None:
    assert "<figure" not in timeline(text)


def test_a_heading_with_markup_is_shown_as_text() -> None:
    html = timeline(LIST.replace("the vote", "a \\*vote\\* & <i>more</i> &lt;b&gt;"))
    picture = html[html.index("<figure") : html.index("</figure>")]
    assert ">a *vote* &amp; more " in picture
    assert "<i>" not in picture
    assert "<b>" not in picture


def test_wordings_stand_side_by_side() -> None:
    page = f"# D\n\n## Cannot\n\n- no\n\n### The date\n\n- one[^denies]\n- two\n{DENIES}"
    html = shown("disagreements.md", {"disagreements.md": page})
    assert html.count('<ul class="side-by-side">') == 1
    assert html.index("side-by-side") > html.index("The date")


CHARGES = f"# A\n\n## The toll\n\n- **The charge:** It is denied.[^denies]\n- Again.[^denies]\n- Opened.[^opened]\n{DENIES}{OPENED}"
ANSWERS = f"# R\n\n## Of the toll\n\n- **The charge:** It was denied.[^no]\n\n## Other\n\nNo.[^no]\n{DENIES.replace('^denies', '^no')}"


def test_a_charge_leads_to_its_place_among_the_rebuttals_and_back() -> None:
    pages = {"allegations.md": CHARGES, "rebuttals.md": ANSWERS}
    there = shown("allegations.md", pages)
    assert re.findall(r'class="counterpart"[^>]* href="([^"]*)">([^<]*)<', there) == [
        ("rebuttals.md#of-the-toll", "Answer: Of the toll")
    ]
    back = shown("rebuttals.md", pages)
    assert re.findall(r'class="counterpart"[^>]* href="([^"]*)"', back) == ["allegations.md#the-toll"] * 2
    assert back.count(">Charge: The toll<") == 2
    for html in (there, back):
        item = html[: html.index("counterpart")].rpartition("<li>")[2]
        assert "The charge:" in item


def test_a_summary_before_the_first_heading_leads_nowhere_and_nothing_leads_to_it() -> None:
    summary = CHARGES.replace("# A\n", "# A\n\nIn short, it is denied.[^denies]\n")
    pages = {"allegations.md": summary, "rebuttals.md": ANSWERS}
    there = shown("allegations.md", pages)
    assert there.count("counterpart") == 1
    assert there.index("counterpart") > there.index("<h2")
    assert "allegations.md#the-toll" in shown("rebuttals.md", pages)


def test_a_heading_whose_anchor_is_not_known_is_led_to_by_the_statement() -> None:
    pages = {"allegations.md": CHARGES, "rebuttals.md": ANSWERS.replace("## Of the toll", "## Of [the](x.md) toll")}
    assert 'href="rebuttals.md#fnref:no"' in shown("allegations.md", pages)


def test_without_the_other_page_there_is_no_way() -> None:
    assert "counterpart" not in shown("allegations.md", {"allegations.md": CHARGES})


def test_words_that_fail_lead_nowhere() -> None:
    wrong = CHARGES.replace("denies that", "denied that")
    assert "counterpart" not in shown("allegations.md", {"allegations.md": wrong, "rebuttals.md": ANSWERS})
