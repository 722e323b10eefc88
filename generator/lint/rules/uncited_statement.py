"""A sentence states something and carries no note.

The promise of the pages is that a reader can look up every statement. A mark sources the sentence it stands in or directly
after, and no other: where a paragraph has one mark at its end, nobody can tell how far back it reaches.

No statements, and in need of no note, are: headings and the heads of tables; questions; what ends in a colon and leads to
something else; a few words without a full stop; a few words in bold or italics that open a paragraph; a paragraph wholly in
italics, by which a page speaks of itself; a sentence that leads on to another page by a link.

Bad:

    The vote was postponed. The ministry approved the sale of the mine.[^vote]

    [^vote]: @gazette "the vote was postponed"

Good:

    The vote was postponed, the Gazette wrote.[^vote] What happened next?

    [^vote]: @gazette "the vote was postponed"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.citations.structure import TextKind
from generator.lint.page import LintPage
from generator.lint.statements import Statement
from generator.lint.words import words
from generator.model import Diagnostic

NAME = "uncited-statement"

_LEAST_WORDS = 4
"""Fewer make a label ("No speaker named.", "As of May.")."""
_LEAST_WITHOUT_STOP = 8
"""Fewer, without a full stop, make an entry of a list. Both from the generator's pages and edited prose on two topics."""
_STATES = re.compile(r"[.!…][\"'”’)\]]*$")
_NO_STATEMENT = (TextKind.HEADING, TextKind.TITLE, TextKind.HEAD)
_ELSEWHERE = re.compile(r"(?!https?:|mailto:)[^:]*\.md(?:#.*)?$")


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such sentence, where it begins."""
    for statement in page.statements:
        if not statement.labels and _states(statement):
            yield page.on(
                statement,
                0,
                NAME,
                "the sentence states something and carries no note",
                'cite the words it rests on: …[^label] and [^label]: @key "words"; or delete it',
            )


def _states(statement: Statement) -> bool:
    if statement.kind in _NO_STATEMENT or statement.aside or any(_ELSEWHERE.match(to) for _, to in statement.links):
        return False
    text = statement.text.strip()
    if text.endswith((":", "?", "?”", '?"', "?’")):
        return False
    ends = _STATES.search(text) is not None
    return len(words(text)) >= (_LEAST_WORDS if ends else _LEAST_WITHOUT_STOP)
