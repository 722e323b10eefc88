"""The quotation hedges, and the sentence says the same as certain.

"May have copied" is no "copied", and "approximately 24,000" is not 24,000. Where the sentence takes up half or more of what a hedge in
the quotation governs, it must hedge as well: in the same words or in others ("allegedly", "is said to"). A figure that the source
gives as near the mark must be so on the page. A note whose words begin right after a hedge has lost it as well.

Bad:

    The board approved the sale, the Herald wrote.[^board]

    [^board]: @herald "The board may have approved the sale"

Good:

    The board possibly approved the sale, the Herald wrote.[^board]

    [^board]: @herald "The board may have approved the sale"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.amounts import amounts
from generator.lint.grounds import Grounds
from generator.lint.page import LintPage
from generator.lint.scope import governed, takes_up
from generator.lint.statements import Cited, Statement, word_before
from generator.lint.vocabulary import DOUBTING
from generator.model import Diagnostic

NAME = "lost-hedge"

_HEDGE = re.compile(
    r"\b(?:may|might|could|perhaps|possibly|potentially|probably|presumably|likely|allegedly|reportedly|supposedly|purportedly|apparently|seemingly|"
    r"(?:the|an?|of|its|their|his|her) (?:alleged|purported)|unverified|unconfirmed|(?:seem|appear)(?:s|ed)? to|(?:was|were|is|are) (?:reported|said|believed|thought|rumou?red|alleged) to)\b"
)
"""What makes a claim less than certain. "May" with a capital is a month."""


def find(page: LintPage) -> Iterator[Diagnostic]:
    """At most one finding a sentence for its words, where it begins, and one for each figure; and one for each note whose words begin right after a hedge."""
    for statement, grounds in page.sourced:
        if not DOUBTING.search(statement.text):
            yield from _certain(page, statement)
        yield from _exact(page, statement, grounds)
    for one in page.notes.cited.values():
        before = word_before(one, page.evidence)
        if _HEDGE.fullmatch(before):
            yield page.at(
                one.note.line,
                one.note.body_column,
                NAME,
                f"the quotation begins right after “{before}”",
                f"quote the hedge as well: “{before} {one.words}”",
            )


def _certain(page: LintPage, statement: Statement) -> Iterator[Diagnostic]:
    for one in statement.cited:
        hedge = _lost(one, statement)
        if hedge:
            yield page.on(
                statement,
                0,
                NAME,
                f"the quotation says “{hedge}”, and the sentence says it as certain",
                f"hedge as the source does: “{hedge} …”",
            )
            return


def _lost(one: Cited, statement: Statement) -> str:
    found = (
        hedge for hedge in _HEDGE.finditer(one.words) if takes_up(statement.text, governed(one.words, hedge.end()))
    )
    return next((hedge[0] for hedge in found), "")


def _exact(page: LintPage, statement: Statement, grounds: Grounds) -> Iterator[Diagnostic]:
    for amount in amounts(statement.text, page.reading.numbers):
        known = [one for one in grounds.amounts if amount.same(one)]
        if known and not amount.vague and all(one.vague for one in known):
            yield page.on(
                statement,
                amount.span.start,
                NAME,
                f"the source gives this figure as near the mark: “{known[0].words}”",
                f"write “{known[0].words}”",
            )
