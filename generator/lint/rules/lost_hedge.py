"""The quotation hedges, and the sentence says the same as certain.

"May have copied" is no "copied", and "approximately 24,000" is not 24,000. Where the sentence takes up half or more of what a hedge in
the quotation governs, it must hedge as well: in the same words or in others ("allegedly", "is said to"). A figure that the source
gives as near the mark must be so on the page. One hedge of two is half: "is said to have suggested that it may have copied" hedges twice. A note whose words begin right after a hedge has lost it as well.

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
from generator.lint.scope import TAKEN_UP, TOUCHED, clause, governed, takes_up
from generator.lint.statements import Cited, Statement, head, word_before
from generator.lint.vocabulary import DOUBTING
from generator.lint.voices import without_names
from generator.lint.words import content, stem
from generator.model import Diagnostic, Span

NAME = "lost-hedge"

_HEDGE = re.compile(
    r"\b(?:may|might|could|perhaps|possibly|potentially|probably|presumably|likely|allegedly|reportedly|supposedly|purportedly|apparently|seemingly|"
    r"(?:the|an?|of|its|their|his|her) (?:alleged|purported)|unverified|unconfirmed|(?:seem|appear)(?:s|ed)? to|(?:was|were|is|are) (?:reported|said|believed|thought|rumou?red|alleged) to)\b"
)
"""What makes a claim less than certain. "May" with a capital is a month."""
_BEFORE = re.compile(rf"(?:{_HEDGE.pattern})(?:\s+(?:have|has|been|be))*\s+$")
"""A hedge and the auxiliaries between it and its verb, at the end of a text."""
_NEAR = re.compile(r"about|almost|approximately|around|nearly|roughly|some")
"""What makes a figure that follows less than exact."""


def find(page: LintPage) -> Iterator[Diagnostic]:
    """At most one finding a sentence for its words, where it begins, and one for each figure; and one for each note whose words begin right after a hedge."""
    for statement, grounds in page.sourced:
        yield from _certain(page, statement)
        yield from _exact(page, statement, grounds)
    for one in page.notes.cited.values():
        before = _hedge_before(one, page)
        if before:
            yield page.at(
                one.note.line,
                one.note.body_column,
                NAME,
                f"the quotation begins right after “{before}”",
                f"quote the hedge as well: “{before} {one.words}”",
            )


def _hedge_before(one: Cited, page: LintPage) -> str:
    """The hedge right before the words of a note; "" where there is none."""
    hedge = _BEFORE.search(head(one, page.evidence))
    if hedge:
        return hedge[0].strip()
    word = word_before(one, page.evidence)
    return word if _NEAR.fullmatch(word) and one.words.lstrip()[:1].isdigit() else ""


def _certain(page: LintPage, statement: Statement) -> Iterator[Diagnostic]:
    sentence = without_names(statement.text, statement, page.evidence)
    for one in statement.cited:
        hedge = _lost(one.words, sentence)
        if hedge:
            yield page.on(
                statement,
                0,
                NAME,
                f"the quotation says “{hedge}”, and the sentence says it as certain",
                f"hedge as the source does: “{hedge} …”",
            )
            return


def _lost(words: str, sentence: str) -> str:
    """The first hedge of the words that has nothing to stand for it in a sentence that takes up what it governs."""
    hedges = list(_HEDGE.finditer(words))
    own = {*_stems(sentence)} if hedges else set()
    for hedge in hedges:
        others = {*_stems(words[: hedge.start()]), *_stems(words[hedge.end() :])}
        kept = own - others or {*content(hedge[0]), *_stems(hedge[0])} & {*content(sentence), *own}
        if not kept and (
            takes_up(sentence, governed(words, hedge.end()), TAKEN_UP)
            or takes_up(sentence, clause(words, Span(*hedge.span())), TOUCHED)
        ):
            return hedge[0]
    return ""


def _stems(text: str) -> Iterator[str]:
    """Stems of the words by which a text doubts."""
    return (stem(word[0].casefold()) for word in DOUBTING.finditer(text))


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
