"""Terms are linked where they are first used, with the explanation that the glossary gives."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring, tostring

from generator.web.glossary import Term, link, terms

PAGE = """# Glossary

*Entries with a note are quoted.*

## Spill gate

A door in a dam,[^gate] which *lets* water out.

It has two wings.

## Dam

A wall & a lake.

[^gate]: @gazette "a door in a dam"
"""


def linked(html: str, page: str = "index.md") -> str:
    root: Element = fromstring(f"<div>{html}</div>")
    link(root, page, terms(PAGE))
    return tostring(root, encoding="unicode")[5:-6]


def test_an_entry_is_a_heading_and_the_paragraph_below_it() -> None:
    assert terms(PAGE) == (
        Term("Spill gate", "spill-gate", "A door in a dam, which lets water out."),
        Term("Dam", "dam", "A wall & a lake."),
    )


def test_the_first_use_is_linked_and_no_other() -> None:
    assert linked("<p>The dams of old. A dam.</p><p>A dam.</p>").count('<a class="term"') == 1
    assert "The <a" in linked("<p>The dams of old. A dam.</p>")
    assert ">dams</a> of old. A dam.</p>" in linked("<p>The dams of old. A dam.</p>")


def test_the_longest_term_is_linked_whole() -> None:
    assert ">spill gates</a>" in linked("<p>Two spill gates.</p>")


def test_what_follows_an_element_is_running_text_too() -> None:
    assert "</em> said the <a" in linked("<p><em>Ana</em> said the dam held.</p>")


def test_headings_links_and_notes_stay_as_they_are() -> None:
    html = '<h2>Dam</h2><p><a href="x.md">dam</a><sup>dam</sup></p><div class="footnote"><p>dam</p></div>'
    assert linked(html) == html


def test_a_part_of_a_longer_word_is_no_use() -> None:
    assert "<a" not in linked("<p>Amsterdam, dam-busting.</p>")


def test_a_name_that_is_spelt_like_a_term_is_no_use() -> None:
    assert "<a" not in linked("<p>Dam Square, says Spill Gate Adams.</p>")
    assert "<a" in linked("<p>Dams hold.</p>")


def test_the_address_leads_from_the_page_to_the_glossary() -> None:
    assert 'href="glossary.md#dam"' in linked("<p>dam</p>")
    assert 'href="../glossary.md#dam"' in linked("<p>dam</p>", "towns/vale.md")
    assert "<a" not in linked("<p>dam</p>", "glossary.md")
