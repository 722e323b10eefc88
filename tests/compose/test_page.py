from __future__ import annotations

from generator.citations.scanner import scan
from generator.compose.leaning import Setting
from generator.compose.page import Page
from generator.compose.statement import Statement, state
from generator.model import Citation, Derivation
from tests.dispute import Said, analysis, evidence

PILE = {"gazette": [Said("Old fruit is sold as new."), Said('Fog is <b>salted</b> "mist" | *here* {{ x }}.')]}


def statements() -> list[Statement]:
    of = evidence(PILE)
    made = [state(p, of, Setting()) for p in analysis(PILE, of).passages]
    return [statement for statement in made if isinstance(statement, Statement)]


def test_the_same_words_share_a_note() -> None:
    page, (first, second) = Page(), statements()
    assert page.cite(first) == page.cite(first) == "[^fruit-sold]"
    assert page.cite(second) != page.cite(first)
    assert page.label_of(first) == "fruit-sold"
    assert len(page.notes) == 2


def test_the_same_computation_shares_a_note_and_another_gets_a_name_of_its_own() -> None:
    page = Page()
    assert page.derive("covers", "newest", "2031") == page.derive("covers", "newest", "2031") == "[^covers]"
    assert page.derive("other", "newest", "2031") == "[^covers]"
    assert page.derive("covers", "newest", 2032) == "[^covers-2]"
    assert page.notes["covers-2"] == Derivation("newest", ("2032",))


def test_definitions_read_back_as_what_was_cited() -> None:
    page = Page()
    marks = [page.cite(statement) for statement in statements()]
    marks.append(page.derive("open", "unanswered", "gazette", 'a "quoted" word'))
    markdown = " ".join(f"x{mark}" for mark in marks) + "\n\n" + page.definitions() + "\n"
    scanned = scan(markdown, "page.md")
    assert [note.body for note in scanned.notes] == [
        *(statement.citation for statement in statements()),
        Derivation("unanswered", ("gazette", 'a "quoted" word')),
    ]
    assert isinstance(scanned.notes[1].body, Citation)
    assert [reference.label for reference in scanned.references] == [note.label for note in scanned.notes]


def test_a_page_without_notes() -> None:
    assert Page().definitions() == ""
