from __future__ import annotations

import pytest

from generator.ingest.entities import decode, is_reference
from generator.ingest.mapped import Mapped


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&amp;", "&"),
        ("&lsquo;&#8217;&#x2019;", "‘’’"),
        ("&copy 2020, &ampx", "© 2020, &ampx"),
        ("&amp;lt;", "&lt;"),
        ("&#150;", "–"),
        ("&#0;&#xD800;", "\ufffd\ufffd"),
        ("R&D, AT&T; &nosuch; & &; &#; &#x;", "R&D, AT&T; &nosuch; & &; &#; &#x;"),
    ],
)
def test_one_layer_is_decoded(written: str, read: str) -> None:
    assert decode(Mapped.whole(written)).text == read


def test_a_character_stands_for_its_reference() -> None:
    text = decode(Mapped.whole("x&NotEqualTilde;y"))
    assert text.text == "x≂̸y"
    assert list(text.starts) == [0, 1, 1, 16]
    assert list(text.ends) == [1, 16, 16, 17]


def test_only_defined_names_with_their_semicolon_are_references() -> None:
    assert is_reference("&amp;")
    assert is_reference("&#39;")
    assert not is_reference("&amp")
    assert not is_reference("&nosuch;")
