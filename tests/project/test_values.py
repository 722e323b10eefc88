from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.project import values


def accepts(kind: Any, value: str) -> bool:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    "value", ["2026", "2026-04", "2026-04-26", "2024-02-29", "2026-04-25/2026-05-14", "2026-04-30/2026-04", "2025/2026"]
)
def test_dates_of_the_edtf_subset(value: str) -> None:
    assert accepts(values.EdtfDate, value)


@pytest.mark.parametrize(
    "value",
    [
        "26",
        "2026-4",
        "2026-13",
        "2026-02-30",
        "2023-02-29",
        "0000",
        "2026-05/2026-04-20",
        "2026/2027/2028",
        "/2026",
        "2026/",
        "2026-04-26T10:00",
        "20260426",
        "May 2026",
        "٢٠٢٦",
        "2026\n",
    ],
)
def test_no_dates(value: str) -> None:
    assert not accepts(values.EdtfDate, value)


@pytest.mark.parametrize(
    ("value", "fine"),
    [("2026-11-22", True), ("2026-11", False), ("2026-11-31", False), ("20261122", False), ("2026-W47-7", False)],
)
def test_a_query_has_a_day(value: str, fine: bool) -> None:
    assert accepts(values.IsoDate, value) is fine


@pytest.mark.parametrize(
    "value",
    ["http://a.example", "https://a.example/x?y=1#z", "https://a.example:8080/(x)", "https://münchen.example/ü"],
)
def test_web_addresses(value: str) -> None:
    assert accepts(values.WebAddress, value)


@pytest.mark.parametrize(
    "value",
    ["javascript:alert(1)", "data:text/html,x", "ftp://a.example", "//a.example", "a.example", "https://", "https:///x", "https://a b", "https://a.example/\nx", "https://a.example/<script>",
     'https://a.example/"onload=', "https://user:word@a.example", "https://[::1", "https://a.example:99999999", "JAVASCRIPT:alert(1)//https://a.example"],
)  # fmt: skip
def test_no_web_addresses(value: str) -> None:
    assert not accepts(values.WebAddress, value)


@pytest.mark.parametrize("value", ["a.txt", "2026/a b.txt", "ü/..x.txt", "a..b", ".hidden"])
def test_files_inside_seeds(value: str) -> None:
    assert accepts(values.RelativeFile, value)


@pytest.mark.parametrize(
    "value",
    [
        "../a.txt",
        "a/../b.txt",
        "a/..",
        "..",
        ".",
        "./a.txt",
        "/a.txt",
        "a\\b.txt",
        "C:/a.txt",
        "c:a.txt",
        "a//b.txt",
        "a/",
        "",
        "  ",
        "a\x00b",
    ],
)
def test_files_that_lead_out_of_seeds_or_nowhere(value: str) -> None:
    assert not accepts(values.RelativeFile, value)


@pytest.mark.parametrize(
    ("value", "fine"),
    [
        ("daily-news", True),
        ("2026", True),
        ("a", True),
        ("-a", False),
        ("Daily", False),
        ("a_b", False),
        ("a b", False),
        ("ä", False),
        ("", False),
    ],
)
def test_keys(value: str, fine: bool) -> None:
    assert accepts(values.Key, value) is fine


@pytest.mark.parametrize(
    ("value", "fine"),
    [("en", True), ("pt-BR", True), ("zh-Hans-CN", True), ("english", False), ("en_GB", False), ("e", False)],
)
def test_language_tags(value: str, fine: bool) -> None:
    assert accepts(values.Language, value) is fine


@pytest.mark.parametrize(
    ("value", "fine"),
    [
        ("index.md", True),
        ("übersicht.md", True),
        ("a/b.md", False),
        ("../b.md", False),
        (".md", False),
        ("a b.md", False),
        ("a.html", False),
    ],
)
def test_page_names(value: str, fine: bool) -> None:
    assert accepts(values.PageName, value) is fine


@pytest.mark.parametrize(("value", "fine"), [("0" * 64, True), ("A" * 64, False), ("0" * 63, False), ("g" * 64, False)])
def test_digests(value: str, fine: bool) -> None:
    assert accepts(values.Digest, value) is fine


def test_a_line_is_folded_and_words_are_not() -> None:
    assert TypeAdapter(values.Line).validate_python(" a\n  b ") == "a b"
    assert TypeAdapter(values.Words).validate_python("a\n b") == "a\n b"


def test_braces_in_a_value_are_no_placeholders() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(values.Key).validate_python("{expected} {0}")
    assert (
        caught.value.errors()[0]["ctx"]["message"] == 'expected a short key such as daily-news; found "{expected} {0}"'
    )
