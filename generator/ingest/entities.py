"""Character references: `&amp;`, `&#8217;`, `&#x2019;`."""

from __future__ import annotations

import html
import re
from html.entities import html5

from generator.ingest.mapped import Mapped

STRICT = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
"""References that end in a semicolon: the only ones in Markdown."""
_LENIENT = re.compile(STRICT.pattern + "?")
"""As a browser reads them: old names and numbers may lack the semicolon."""


def character(reference: str) -> str:
    """What a reference names, or the reference itself where no such character is defined."""
    if reference[1] == "#" or reference[1:] in html5:
        return html.unescape(reference)
    return reference


def is_reference(text: str) -> bool:
    """Whether the whole text is one reference to a defined character."""
    return STRICT.fullmatch(text) is not None and character(text) != text


def decode(text: Mapped) -> Mapped:
    """One layer of references decoded. Undefined names stay as they are; feeds may use all of HTML's names."""
    return text.sub(_LENIENT, lambda match: character(match[0]))
