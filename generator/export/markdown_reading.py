"""The citations of a copy in Markdown, read back from its text."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.citations.escape import unescape
from generator.export.citations import Carried

_NOTE = re.compile(r"^\[\^(?P<address>[^\]\s]+)\]: (?P<first>.*)(?P<rest>(?:\n(?:    .*)?)*)", re.MULTILINE)
_MARKED = re.compile(r"\\.|\*\*(?P<words>(?:\\.|[^\\*]|\*(?!\*))+)\*\*")
_CONTEXT = re.compile(r"\[in context\]\(#(?P<anchor>[^)]+)\)")
_QUOTATION = "> "
_PLACE = re.compile(r'<a id="(?P<anchor>[^"]+)"></a>')


def carried(markdown: str) -> Mapping[str, Carried]:
    """What the notes quote and what stands where they lead, by the note's address, which is its label."""
    places = _places(markdown.split("\n"))
    return {
        note["address"]: Carried(_quoted(note["first"]), places.get(_anchor(note["rest"]), ""))
        for note in _NOTE.finditer(markdown)
    }


def _places(lines: list[str]) -> Mapping[str, str]:
    """By each place that a link may lead to: its line, and the quotations after it up to the next heading.

    The layout of a source may cut cited words into several paragraphs.
    """
    found: dict[str, str] = {}
    below = ""
    for line in reversed(lines):
        quotation = line.startswith(_QUOTATION)
        shown = unescape(_PLACE.sub("", line.removeprefix(_QUOTATION)))
        for place in _PLACE.finditer(line):
            found[place["anchor"]] = f"{shown}\n{below}"
        if line.startswith("#"):
            below = ""
        elif quotation:
            below = f"{shown}\n{below}"
    return found


def _quoted(line: str) -> str:
    return " ".join(unescape(found["words"]) for found in _MARKED.finditer(line) if found["words"])


def _anchor(rest: str) -> str:
    found = _CONTEXT.search(rest)
    return found["anchor"] if found else ""
