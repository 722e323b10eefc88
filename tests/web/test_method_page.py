from __future__ import annotations

from dataclasses import replace

from generator.web.method_page import PATH
from generator.web.source_pages import source_pages
from tests.web import sample


def page(**changes: object) -> str:
    data = replace(sample.site_data([("index.md", sample.INDEX)]), **changes)  # type: ignore[arg-type]
    return source_pages(data)[PATH]


def test_it_counts_statements_by_what_they_rest_on() -> None:
    text = page()
    assert "The 5 statements on the pages rest on:" in text
    assert (
        "- Words of a source: 3\n- A computation over the sources: 1\n- An editor’s note, from outside the sources: 1\n"
        in text
    )
    assert "- The speaker’s words in quotation marks: 2\n- What a speaker said, as the source tells it: 1\n" in text
    assert "- Signed news report: 3\n" in text


def test_it_says_how_much_of_each_source_is_used() -> None:
    assert "| [Toll divides Saltholm](sources/herald.md) | signed news report | 3 | " in page()
    assert "(sources/hostile.md) | a blog | 0 | 0 percent |" in page()


def test_what_was_left_out_is_counted_by_sort_of_reason() -> None:
    reasons = [
        "its role is not sure (rebuttal, 0.5): a person decides",
        "its role is not sure (context, 0.7): a person decides",
    ]
    text = page(left_out=lambda: [*reasons, "“They” stands in a sentence before it"])
    assert "- 2 sentences: its role is not sure: a person decides\n" in text
    assert "- 1 sentence: “…” stands in a sentence before it\n" in text
    assert "left out" not in page()


def test_sources_wanted_are_listed_as_text() -> None:
    known = sample.evidence()
    wanted = replace(known, topic=replace(known.topic, wanted=("the minutes of the *council* <b>",)))
    assert "- the minutes of the \\*council\\* &lt;b" in page(evidence=wanted)


def test_it_gives_way_to_a_page_that_people_wrote() -> None:
    data = sample.site_data([("index.md", sample.INDEX), (PATH, "# Ours\n")])
    assert PATH not in source_pages(data)
