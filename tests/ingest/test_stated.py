from __future__ import annotations

import pytest

from generator.ingest import stated


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("2026-04-26T23:30:00-08:00", "2026-04-26"),
        ("20260426", "2026-04-26"),
        ("2026-04", "2026-04"),
        ("2026", "2026"),
        ("Sun, 26 Apr 2026 14:00:00 +0800", "2026-04-26"),
        ("April 6, 2026", "2026-04-06"),
        ("6 Sept. 2026", "2026-09-06"),
        ("2026-02-30", ""),
        ("2026-4-6", ""),
        ("30 Foo 2026", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_days(value: str, edtf: str) -> None:
    assert stated.day(value) == edtf


@pytest.mark.parametrize(
    "value",
    ["javascript:alert(1)", "data:text/html,x", "//example.org/x", "/x", "ftp://example.org", "https://", "https://exa mple.org",
     "https://example.org/\u202e", 'https://example.org/"onclick=', "https://[", ""],
)  # fmt: skip
def test_only_web_addresses_are_taken(value: str) -> None:
    assert stated.address(value) == ""


def test_addresses_stay_as_they_are() -> None:
    assert stated.address(" HTTPS://example.org/a_(b)?c=1#d ") == "HTTPS://example.org/a_(b)?c=1#d"


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Ana Pires", "Ana Pires"),
        ("desk@example.org (The desk)", "The desk"),
        ("desk@example.org", ""),
        ("https://example.org/ana", ""),
        ("Pires\u202e &amp; Sons", "Pires\ufffd & Sons"),
    ],
)
def test_authors(value: str, name: str) -> None:
    assert stated.author(value) == name


@pytest.mark.parametrize(("value", "tag"), [("en_GB", "en-GB"), ("pt", "pt"), ("English (UK)", ""), ("", "")])
def test_languages(value: str, tag: str) -> None:
    assert stated.language(value) == tag
