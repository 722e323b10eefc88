from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from generator.web.reporting import report_address


def fields(address: str) -> dict[str, str]:
    return {name: value[0] for name, value in parse_qs(urlsplit(address).query).items()}


def test_the_form_names_page_note_and_words() -> None:
    address = report_address(
        "https://github.com/us/toll/", "allegations.md", "robs-islanders", "robs “islanders” & more"
    )
    assert address.startswith("https://github.com/us/toll/issues/new?")
    assert fields(address)["title"] == "Error in docs/allegations.md at [^robs-islanders]"
    assert fields(address)["body"] == (
        "Page: docs/allegations.md\nNote: [^robs-islanders]\nWords: “robs “islanders” & more”\n\nWhat is wrong: "
    )


def test_of_a_page_as_a_whole_it_names_the_page() -> None:
    assert fields(report_address("https://forge.example/us/toll", "index.md"))["title"] == "Error in docs/index.md"


@pytest.mark.parametrize("host", ["gitlab.com", "gitlab.example.org"])
def test_gitlab_has_names_of_its_own_for_the_fields(host: str) -> None:
    address = report_address(f"https://{host}/us/toll", "index.md", "a", "words")
    assert address.startswith(f"https://{host}/us/toll/-/issues/new?")
    assert set(fields(address)) == {"issue[title]", "issue[description]"}


@pytest.mark.parametrize("repository", ["", "us/toll", "javascript:alert(1)", "file:///etc", "https:///x"])
def test_where_the_repository_is_no_address_there_is_no_form(repository: str) -> None:
    assert report_address(repository, "index.md") == ""


def test_long_words_are_cut_at_a_blank() -> None:
    body = fields(report_address("https://github.com/us/toll", "index.md", "a", "word " * 100))["body"]
    assert "word …”" in body
    assert len(body) < 300


def test_nothing_in_the_address_can_end_an_attribute_or_a_markdown_link() -> None:
    assert not set("\"'<>() ") & set(report_address("https://github.com/us/toll", "a.md", "a", "\"'<>() "))
