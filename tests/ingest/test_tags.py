from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.ingest.elements import RAW
from generator.ingest.tags import TokenKind, attributes, pairs, tokens

SOUP = st.lists(
    st.sampled_from(
        ["<", ">", "</", "<p", "<a href=", '"', "'", "=", "<!--", "-->", "<![CDATA[", "]]>", "<script>", "x "]
    )
).map("".join)


def _tokens(source: str) -> list[tuple[str, str]]:
    return [(token.kind.name, source[token.start : token.end]) for token in tokens(source, RAW)]


@settings(deadline=None)
@given(SOUP)
def test_tokens_cover_the_text(source: str) -> None:
    assert "".join(text for _, text in _tokens(source)) == source


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("a < b <3", [("TEXT", "a < b <3")]),
        ("<p title='a > b'>x", [("OPEN", "<p title='a > b'>"), ("TEXT", "x")]),
        ("<p it's>x</p >", [("OPEN", "<p it's>"), ("TEXT", "x"), ("CLOSE", "</p >")]),
        ('<a href="x>y', [("OPEN", '<a href="x>'), ("TEXT", "y")]),
        ("<!-- <p> -->x<!doctype html><?pi?>", [("HIDDEN", "<!-- <p> -->"), ("TEXT", "x"), ("HIDDEN", "<!doctype html>"), ("HIDDEN", "<?pi?>")]),
        ("<![CDATA[<p>]]>", [("CDATA", "<![CDATA[<p>]]>")]),
        ("<!-- x", [("TEXT", "<!-- x")]),
        ("<script>a<p></SCRIPT>", [("OPEN", "<script>"), ("TEXT", "a<p>"), ("CLOSE", "</SCRIPT>")]),
        ("<script>a<p>", [("OPEN", "<script>"), ("TEXT", "a"), ("OPEN", "<p>")]),
        ("<p", [("TEXT", "<p")]),
    ],
)  # fmt: skip
def test_tokens(source: str, found: list[tuple[str, str]]) -> None:
    assert _tokens(source) == found


def test_names_are_in_lower_case_with_their_prefix() -> None:
    (token,) = tokens("<Content:Encoded/>")
    assert (token.kind, token.name, token.empty) == (TokenKind.OPEN, "content:encoded", True)


def test_attributes() -> None:
    tag = '<a HREF="x?a=1&amp;b=2" title=\'it"s\' data-x=y checked href=z>'
    assert attributes(tag) == {"href": "x?a=1&b=2", "title": 'it"s', "data-x": "y", "checked": ""}


def test_pairs_leave_out_what_has_no_partner() -> None:
    assert pairs(list(tokens("<p><p><b></p></i><br/></br>"))) == {1: 3}
