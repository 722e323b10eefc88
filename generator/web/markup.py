"""Building HTML elements from text that nobody vouches for.

Python-Markdown's serialiser leaves anything that looks like an entity alone and its later steps act on control
characters, so text cannot be put into the tree as it is: `plain` makes it safe for both, in text and in attributes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias
from xml.etree.ElementTree import Element

from markdown.util import AMP_SUBSTITUTE

_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

Child: TypeAlias = str | Element


def visible(text: str) -> str:
    """`text` with control and direction characters shown as U+FFFD and white space folded to single blanks."""
    return " ".join(_UNSAFE.sub("\ufffd", text).split())


def plain(text: str) -> str:
    """`text` so that the finished page shows exactly its characters."""
    return _UNSAFE.sub("\ufffd", text).replace("&", f"{AMP_SUBSTITUTE}amp;")


def element(tag: str, *children: Child, cls: str = "", attributes: Mapping[str, str] | None = None) -> Element:
    """An element whose string children and attribute values appear as plain text."""
    made = Element(tag)
    if cls:
        made.set("class", cls)
    for name, value in (attributes or {}).items():
        made.set(name, plain(value))
    last: Element | None = None
    for child in children:
        if isinstance(child, str):
            if last is None:
                made.text = (made.text or "") + plain(child)
            else:
                last.tail = (last.tail or "") + plain(child)
        else:
            made.append(child)
            last = child
    return made
