from __future__ import annotations

import pytest

from generator.errors import SourceError
from generator.ingest.formats import recognise


@pytest.mark.parametrize(
    ("text", "format_name"),
    [
        ("Just words, 3 < 5 and <words>, f(*a, *b) and 2 * 3 * 4.", "text"),
        ("#hashtag and * one asterisk", "text"),
        ("One </p> in a text", "text"),
        ("<size> is no element", "text"),
        ("Fish &amp; chips", "markdown"),
        ("AT&T; R&D &nosuch;", "text"),
        ("One *word*.", "markdown"),
        ("x\n## Heading\n", "markdown"),
        ("x\r\r## Heading\r", "markdown"),
        ("Heading\r\n=======\r\n", "markdown"),
        ("a | b\n---|---\n1 | 2", "markdown"),
        ("See [it](https://example.org).", "markdown"),
        ("See [it][1].\n\n[1]: https://example.org", "markdown"),
        ("<p>One</p>", "html"),
        ("\n<!-- x -->\n<!DOCTYPE html>\n<title>x</title>", "html"),
        ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body># x</body></html>', "html"),
        ("Words<div>more</div><div>still</div>", "html"),
        ("<p align=center>x</p>\n\n# Heading", "markdown"),
        ("<rss><channel></channel></rss>", "feed"),
        ("<?xml version='1.0'?>\n<!-- x -->\n<feed></feed>", "feed"),
        ("<rdf:RDF></rdf:RDF>", "feed"),
    ],
)
def test_the_content_decides(text: str, format_name: str) -> None:
    assert recognise(text, "seeds/x.txt") == format_name


@pytest.mark.parametrize(
    ("text", "name", "format_name"),
    [
        ("Just words", "x.md", "markdown"),
        ("Just words", "x.html", "text"),
        ("Some <b>words</b>", "x.HTML", "html"),
        ("Some <b>words</b>", "x.txt", "text"),
        ("<rss></rss>", "x.md", "feed"),
    ],
)
def test_the_name_is_a_hint(text: str, name: str, format_name: str) -> None:
    assert recognise(text, name) == format_name


def test_other_xml_is_refused_with_its_root() -> None:
    with pytest.raises(SourceError, match=r"x.xml: byte 0: .* found XML whose first element is <urlset>"):
        recognise("<?xml version='1.0'?><urlset/>", "x.xml")
