from __future__ import annotations

from dataclasses import replace

import pytest

from generator import ingest
from generator.analysis.layout import articles
from generator.analysis.relevance import chosen, relevant, subject_pattern
from generator.analysis.units import Unit
from generator.model import BlockKind, Source, Stated, Topic

TOPIC = Topic("The fog", "fog", terms=("cold-fogging", "mist (salted)"))
SOURCE = Source("page", "page.txt", "0" * 64, Stated("a page"))
PAGE = """\
## Fog at the harbour again

By A. Reeve

The fog came.

## Bridge to wait until spring

By T. Ask

The bridge waits.

## Choir wins the coast prize

By T. Ask

It sang in a mist (salted), in a fog.
"""


def numbers_chosen(text: str, source: Source = SOURCE, topic: Topic = TOPIC) -> set[int]:
    document = ingest.read_bytes(text.encode(), "page.txt")
    return set(chosen(document, articles(document), source, topic))


def test_a_term_is_a_whole_word_in_any_case() -> None:
    pattern = subject_pattern(TOPIC)
    assert pattern.findall("Fog, cold-fogging; Mist (salted)") == ["Fog", "cold-fogging", "Mist (salted)"]
    assert not pattern.search("foggy pettifogger")


def test_by_headline_or_by_two_terms() -> None:
    assert numbers_chosen(PAGE) == {0, 2}


def test_the_article_that_the_entry_names_and_no_other() -> None:
    named = replace(SOURCE, article="Bridge  to wait until spring")
    assert numbers_chosen(PAGE, named) == {1}
    assert numbers_chosen(PAGE, replace(SOURCE, article="Bridge")) == set()


def test_quotation_marks_of_the_name_may_differ() -> None:
    page = PAGE.replace("Bridge to wait", "‘Bridge’ to wait")
    assert numbers_chosen(page, replace(SOURCE, article="'Bridge' to wait until spring")) == {1}


def test_a_file_of_one_article_is_taken_whatever_it_speaks_of() -> None:
    assert numbers_chosen("Ferries sail.\n") == {0}


def test_no_article_speaks_of_the_subject() -> None:
    assert numbers_chosen(PAGE, topic=Topic("Herring", "herring")) == set()


def unit(text: str, block: BlockKind = BlockKind.PARAGRAPH, furniture: bool = False) -> Unit:
    return Unit(text, (), block, 0, 0, True, furniture)


@pytest.mark.parametrize(
    ("of", "before", "kept"),
    [
        (unit("It fell."), 0, True),
        (unit("By A. Reeve", furniture=True), 3, False),
        (unit("OPINION", BlockKind.HEADING), 0, False),
        (unit("Plain Speaking", BlockKind.HEADING), 0, False),
        (unit("Plain Speaking", BlockKind.HEADING), 1, True),
        (unit("Conclusion", BlockKind.HEADING), 9, False),
        (unit("The fog hides it", BlockKind.HEADING), 0, True),
    ],
)
def test_furniture_and_labels_say_nothing(of: Unit, before: int, kept: bool) -> None:
    assert relevant(of, before) is kept
