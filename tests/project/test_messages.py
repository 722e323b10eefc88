from __future__ import annotations

import pytest

from generator.errors import ProjectError
from generator.model import Diagnostic
from generator.project import DescriptionError, load
from generator.project.messages import nearest, path_of, raise_if_any, suggestion
from tests.project.conftest import SOURCES, TOPIC, Make
from tests.project.test_loader import failure

ENTRY = "    speaks: newspaper report\n"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("titel: x", 'seeds/sources.yml:6:5: sources.gazette: there is no field "titel"\n  help: did you mean "title"?'),
        ("url: https://a.example", 'seeds/sources.yml:6:5: sources.gazette: there is no field "url"\n  help: did you mean "URL"?'),
        ("container_title: x", 'seeds/sources.yml:6:5: sources.gazette: there is no field "container_title"\n  help: did you mean "container-title"?'),
        ("<<: {a: b}", 'seeds/sources.yml:6:5: sources.gazette: there is no field "<<"\n  help: known fields: DOI, URL, accessed, '),
        ("<stated>: x", 'seeds/sources.yml:6:5: sources.gazette: there is no field "<stated>"'),
        ("type: newspaper-article", 'seeds/sources.yml:6:11: sources.gazette.type: "newspaper-article" is not a value of this field\n  help: known values: article, article-journal, '),
        ("type: {inferred: webpge, because: x}", 'seeds/sources.yml:6:22: sources.gazette.type.inferred: "webpge" is not a value of this field\n  help: did you mean "webpage"?'),
        ("type: [webpage]", "seeds/sources.yml:6:11: sources.gazette.type: expected one of article, article-journal, "),
        ("title: [a]", "seeds/sources.yml:6:12: sources.gazette.title: expected text, found a list"),
        ("title:", "seeds/sources.yml:6:5: sources.gazette.title: expected text, found nothing\n  help: leave the field out, or give it a value"),
        ("title: {inferred: x}", 'seeds/sources.yml:6:5: sources.gazette.title: the field "because" is missing\n  help: add `because: ...`: The ground'),
        ("author: []", "seeds/sources.yml:6:5: sources.gazette.author: expected at least one entry"),
        ("author: [{name: x}]", "seeds/sources.yml:6:14: sources.gazette.author[0]: expected text, found fields"),
        ("issued: 2026-02-31", 'seeds/sources.yml:6:13: sources.gazette.issued: no such day: "2026-02-31"\n  help: '),
        ("issued: 2026-13-01", 'seeds/sources.yml:6:13: sources.gazette.issued: no such month: "2026-13-01"\n  help: '),
        ("issued: May", 'seeds/sources.yml:6:13: sources.gazette.issued: expected a date; found "May"\n  help: write 2026, '),
        ("publish: all", 'seeds/sources.yml:6:14: sources.gazette.publish: "all" is not a value of this field\n  help: known values: excerpts, full'),
        ("admits: x", 'seeds/sources.yml:6:13: sources.gazette.admits: expected a list, found the text "x"'),
        ("admits: [x]", 'seeds/sources.yml:6:14: sources.gazette.admits[0]: expected fields, found the text "x"\n  help: the fields are words, reason'),
    ],
)  # fmt: skip
def test_a_wrong_field_in_an_entry(make: Make, line: str, expected: str) -> None:
    assert failure(make(sources=SOURCES.replace(ENTRY, f"{ENTRY}    {line}\n"))).startswith(expected)


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ("[]", "seeds/sources.yml:1:1: expected fields, found a list\n  help: write `sources:` and below"),
        ("sources: none", 'seeds/sources.yml:1:10: sources: expected fields, found the text "none"'),
        (
            "sources: {a: b}",
            'seeds/sources.yml:1:14: sources.a: expected fields, found the text "b"\n  help: the fields are type, ',
        ),
        ("", "seeds/sources.yml: the file is empty\n  help: write `sources:` and below it"),
    ],
)
def test_a_file_of_another_shape(make: Make, sources: str, expected: str) -> None:
    assert failure(make(sources=sources, queries=None)).startswith(expected)


def test_a_wrong_key_is_shown_at_the_key(make: Make) -> None:
    message = failure(make(sources=SOURCES.replace("  bulletin:", "  The Bulletin:")))
    assert message.startswith(
        'seeds/sources.yml:6:3: sources.The Bulletin: expected a short key such as daily-news; found "The Bulletin"\n  help: use lower-case'
    )


def test_no_source_takes_the_page_of_the_bibliography(make: Make) -> None:
    message = failure(make(sources=SOURCES.replace("  bulletin:", "  index:")))
    assert message.startswith(
        'seeds/sources.yml:6:3: sources.index: "index" cannot be a key: sources/index is the page'
    )


def test_a_missing_field_hides_no_other_mistake_of_the_entry(make: Make) -> None:
    entry = "    file: gone.txt\n    sha256: {zeros}\n  second:\n    file: gazette.txt\n    sha256: {zeros}\n"
    message = failure(make(sources=f"{SOURCES}  first:\n{entry.format(zeros='0' * 64)}"))
    assert 'sources.first: the field "speaks" is missing' in message
    assert "seeds/sources.yml:13:11: first: seeds/gone.txt cannot be read" in message
    assert "seeds/sources.yml:17:13: second: seeds/gazette.txt is not the file that was described" in message


def test_all_the_mistakes_are_at_hand_as_findings(make: Make) -> None:
    with pytest.raises(DescriptionError) as caught:
        load(make(sources="", queries=""))
    assert [one.path for one in caught.value.findings] == ["seeds/queries.yml", "seeds/sources.yml"]
    assert caught.value.findings[0].help == "write `queries: []`, or delete the file: the project can do without it"


def test_a_misspelt_side(make: Make) -> None:
    message = failure(make(topic=TOPIC.replace("side: accuses", "side: prosecutes")))
    assert message.startswith(
        'seeds/topic.yml:5:11: parties[0].side: "prosecutes" is not a value of this field\n  help: '
    )


def test_the_nearest_name_disregards_case_and_leaves_strangers_alone() -> None:
    assert nearest("ISSUED", ["issued", "title"]) == "issued"
    assert nearest("zebra", ["issued", "title"]) == ""
    assert suggestion("zebra", ["b", "a"], "pages") == "known pages: a, b"
    assert suggestion("zebra", [], "pages") == "there are no pages"


def test_ways_to_values() -> None:
    assert path_of(("parties", 2, "side")) == "parties[2].side"
    assert path_of(()) == ""


def test_problems_are_raised_in_the_order_of_their_places_and_once() -> None:
    raise_if_any([])
    later, earlier = Diagnostic("f.yml", 9, 1, "r", "later", "do b"), Diagnostic("f.yml", 2, 1, "r", "earlier")
    with pytest.raises(ProjectError) as caught:
        raise_if_any([later, earlier, later])
    assert (
        str(caught.value)
        == "2 mistakes in the project's description\nf.yml:2:1: earlier\nf.yml:9:1: later\n  help: do b"
    )
