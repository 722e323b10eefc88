"""Tables as they reach readers: headings, captions, cards, and the frame of what is too wide."""

from __future__ import annotations

import re

from tests.web.test_extension import render


def laid_out(markdown: str) -> str:
    return render("index.md", markdown)


HEADED = """\
## Tarn & *co*

Text.

Table: Who says what.

| Who | One | Two | Three |
|---|---|---|---|
| **Tarn & *co*** | denies | nothing in these sources | x |
| **The Guild** | alleges | y | z |
"""


def test_rows_that_begin_in_bold_have_headings_and_those_lead_to_their_sections() -> None:
    html = laid_out(HEADED)
    assert html.count('scope="row"') == 2
    assert html.count('scope="col"') == 4
    assert html.count('role="rowheader"') == 2
    assert re.search(r'<th[^>]* scope="row"><strong><a href="#tarn-co">Tarn &amp; <em>co</em></a></strong>', html)
    assert "<strong>The Guild</strong>" in html


def test_a_paragraph_that_says_so_is_the_caption_and_stands_before_the_frame_of_a_wide_table() -> None:
    html = laid_out(HEADED)
    assert "<p>Who says what.</p>" in html
    assert "Table:" not in html
    assert "<caption>What.</caption>" in laid_out("Table: What.\n\n| A | B |\n|---|---|\n| **one** | two |\n")


def test_a_wide_table_stands_in_a_frame_that_the_keyboard_reaches_and_that_has_a_name() -> None:
    html = laid_out(HEADED)
    assert (
        '<div aria-label="Who says what." class="matrix-frame" role="region" tabindex="0">'
        '<table aria-label="Who says what." class="matrix stacks"' in html
    )
    assert html.index("matrix-hint") < html.index("matrix-frame")


def test_a_field_that_holds_nothing_is_told_from_the_others() -> None:
    html = laid_out(HEADED)
    assert html.count('class="says-nothing"') == 1
    assert '<span aria-hidden="true">–</span><span class="heard">nothing in these sources</span>' in html


def test_what_an_empty_field_means_is_said_once_for_tables_and_once_for_cards() -> None:
    html = laid_out(HEADED)
    assert html.count("– means: nothing in these sources.") == 1
    assert html.count("What an entry does not list: nothing in these sources.") == 1
    assert "What an entry" not in laid_out(HEADED.replace("nothing in these sources", "w"))


def test_each_field_of_a_wide_table_says_its_column_where_it_is_a_card() -> None:
    assert 'data-label="Two"' in laid_out(HEADED)


def test_one_row_without_bold_and_no_row_has_a_heading() -> None:
    html = laid_out(HEADED.replace("**The Guild**", "The Guild"))
    assert 'scope="row"' not in html
    assert 'class="plain-table stacks"' in html


def test_a_cell_of_a_card_names_its_column_whatever_that_holds() -> None:
    html = laid_out('| A "b" & <i>c</i> | \\*D\\* |\n|---|---|\n| one | two |\n')
    assert 'class="plain-table stacks pairs"' in html
    assert 'data-label="A &quot;b&quot; &amp; c"' in html
    assert 'data-label="*D*"' in html


def test_a_narrow_table_with_headings_needs_no_frame() -> None:
    html = laid_out("| A | B |\n|---|---|\n| **one** | two |\n")
    assert 'class="plain-table headed"' in html
    assert "matrix" not in html


def test_every_part_of_a_table_that_becomes_cards_says_its_role() -> None:
    html = laid_out("| A | B |\n|---|---|\n| one | two |\n")
    for role in ("table", "rowgroup", "row", "columnheader", "cell"):
        assert f'role="{role}"' in html


def test_an_empty_table_and_a_row_too_short_do_no_harm() -> None:
    assert 'scope="row"' not in laid_out("| A | B |\n|---|---|\n")
    assert 'data-label="A"' in laid_out("| A | B |\n|---|---|\n| one |\n")


def test_a_table_inside_an_item_is_laid_out_too() -> None:
    assert 'class="plain-table stacks pairs"' in laid_out("- Item\n\n    | A | B |\n    |---|---|\n    | one | two |\n")
