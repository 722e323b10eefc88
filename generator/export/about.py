"""What a copy says of itself to its reader: where it comes from, what it leaves out, under which licence it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from generator import edtf
from generator.export.edition import Edition
from generator.export.tree import make

TITLE = "About this copy"
SLUG = "about-this-copy"
NO_LICENCE = "The project states no licence: nothing but what the law allows of itself is allowed."

_PARAGRAPHS = re.compile(r"\n\s*\n")
_RULE = re.compile(r"[-=_*\s]+")


def facts(edition: Edition, file: str) -> tuple[str, ...]:
    """Sentences on where the copy comes from and how it is checked."""
    return (
        f"“{edition.site.title}”, as of {edtf.in_words(f'{edition.made:%Y-%m-%d}')}.",
        f"{edition.statements} statements have a note. {len(edition.citations)} notes quote a source; their words stand in its excerpts.",
        "“The words match the source” means that the source says so, not that it is so.",
        f"Made by explainer-generator {edition.version} from evidence with the sha256 digest {edition.evidence.digest}.",
        f"Whether the copy is whole and unaltered: explainer verify {file}. That shows integrity, not authorship.",
        "To replace an old copy, delete it and put a newer one in its place; nothing outside it is needed.",
    )


def licence_paragraphs(licence: str) -> list[str]:
    """The licence's paragraphs, each on one line; rules between them are left out."""
    folded = (" ".join(paragraph.split()) for paragraph in _PARAGRAPHS.split(licence))
    return [line for line in folded if line and not _RULE.fullmatch(line)] or [NO_LICENCE]


def chapter(edition: Edition, file: str, leaves_out: Sequence[str]) -> Element:
    """The same as the last chapter of a text."""
    return make(
        "section",
        make("h1", TITLE),
        *(make("p", fact) for fact in facts(edition, file)),
        make("h2", "What it leaves out", id=f"{SLUG}--leaves-out"),
        make("ul", *(make("li", each) for each in leaves_out)),
        make("h2", "Licence", id=f"{SLUG}--licence"),
        *(make("p", paragraph) for paragraph in licence_paragraphs(edition.licence)),
        id=SLUG,
        cls="chapter",
    )


def readme(edition: Edition, file: str, leaves_out: Sequence[str]) -> str:
    """The same as plain text."""
    lines = [
        edition.site.title,
        "",
        "Open index.html in a browser. No network is needed.",
        "",
        *facts(edition, file),
        "",
        "What it leaves out:",
        *(f"- {each}" for each in leaves_out),
        "",
        "The licence stands in LICENSE.txt.",
        "",
    ]
    return "\n".join(lines)
