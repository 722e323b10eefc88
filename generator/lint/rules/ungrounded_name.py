"""A proper name stands in a sentence and in nothing that the sentence rests on.

Who did it and who said it is the heart of a dispute. A name must stand in the quotations, in the sentences they are taken from
or before these in their paragraph (which name whom a pronoun means), be the resolved speaker or the one who passes the words on, or
belong to the source itself: its author, its publisher, what it is called. All names that the topic gives a party count as one.

Bad:

    The Harbour Board did not approve the sale of the mine.[^sale]

    [^sale]: @gazette "the ministry did not, its spokesman said, approve the sale of the mine"

Good:

    The ministry did not approve the sale of the mine, the Gazette wrote.[^sale]

    [^sale]: @gazette "the ministry did not, its spokesman said, approve the sale of the mine"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.grounds import Grounds
from generator.lint.names import Name, mentions, names
from generator.lint.page import LintPage
from generator.lint.statements import Statement
from generator.model import Diagnostic, Span

NAME = "ungrounded-name"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each party and for each run of words that nothing names."""
    for statement, grounds in page.sourced:
        end = -2
        for words, span in sorted(_unnamed(statement, grounds, page), key=lambda found: found[1]):
            if span.start > end + 1:
                yield page.on(
                    statement,
                    span.start,
                    NAME,
                    f"“{words}” stands in nothing that the sentence rests on",
                    "name whom the quotation names, or cite the words that have the name",
                )
            end = max(end, span.end)


def _unnamed(statement: Statement, grounds: Grounds, page: LintPage) -> Iterator[tuple[str, Span]]:
    """What is named and not known: parties whose every name is missing, although others may share a word with them; and words."""
    for party, span in mentions(page.evidence.topic.parties, statement.outside):
        if party not in grounds.parties and not grounds.names(party):
            yield statement.text[span.start : span.end], span
    for name in names(statement.outside):
        if not _is_known(name, grounds, page):
            yield name.word, name.span


def _is_known(name: Name, grounds: Grounds, page: LintPage) -> bool:
    """Whether the evidence has the name; a word that opens a sentence is one only where the sources write it with a capital elsewhere."""
    return grounds.known.has(name.word) or (name.opens and name.word.casefold() not in page.proper)
