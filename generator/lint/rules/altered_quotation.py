"""Words between quotation marks in the prose stand in no source that the sentence cites.

Quotation marks say: these very words. They are held to the same measure as the words of a note. Words in [square brackets] and a
leading capital are the editor's; `[...]` and an ellipsis leave words out. In a heading, and in a sentence without a note, the
words may stand in any source that the page cites.

Bad, where the source has "fell by 21 percent":

    Traffic “fell steeply by 21 percent”, the Gazette wrote.[^traffic]

    [^traffic]: @gazette "Traffic fell by 21 percent"

Good:

    Traffic “fell by 21 percent”, the Gazette wrote.[^traffic]

    [^traffic]: @gazette "Traffic fell by 21 percent"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.lint.statements import Statement
from generator.model import Diagnostic, Document
from generator.text import find as places

NAME = "altered-quotation"

_LETTER = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")
_LEFT_OUT = re.compile(r"\[[^\]]*\]|…|\.\.\.")
_EDGE = " \t,.;:!?…–—-'\"‘’“”«»„"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such quotation, where it begins."""
    of_page = {one.citation.key for one in page.notes.cited.values()}
    for statement in page.statements:
        if statement.edited or (statement.derived and not statement.cited):
            continue
        keys = {one.citation.key for one in statement.cited} or of_page
        documents = [page.evidence.documents[key] for key in sorted(keys) if key in page.evidence.documents]
        for span in statement.quotations:
            lost = _lost(statement.text[span.start + 1 : span.end - 1], statement, documents)
            if lost and documents:
                yield page.on(
                    statement,
                    span.start,
                    NAME,
                    f"no source cited here has the words “{lost}”",
                    "quote the source's own words, put what you add into [square brackets], or take the quotation marks away",
                )


def _lost(quotation: str, statement: Statement, documents: list[Document]) -> str:
    """The first part of a quotation that no document has; "" where all are there."""
    for part in _LEFT_OUT.split(_LETTER.sub(r"\1", quotation)):
        bare = part.strip(_EDGE)
        if bare and not any(_has(document, bare) for document in documents) and bare not in _given(statement):
            return bare
    return ""


def _has(document: Document, words: str) -> bool:
    return bool(places(words, document.text) or places(words[0].swapcase() + words[1:], document.text))


def _given(statement: Statement) -> str:
    """What the statement's computations have as arguments, which may be a name in quotation marks."""
    return " ".join(argument for derivation, _ in statement.derived for argument in derivation.arguments)
