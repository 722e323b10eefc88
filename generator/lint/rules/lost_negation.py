"""The quotation negates, and the sentence says the same without the negation.

A dropped "not" turns a statement round, and reads as well as the true one. The rule looks at what the negation in the quotation
governs: where the sentence takes up half of those words or more, it must negate as well, by any of the language's ways ("did not",
"unfounded", "rejected"). A note whose words begin right after a negation has lost it as well.

Bad:

    The ministry approved the sale of the mine, its spokesman said.[^sale]

    [^sale]: @gazette "the ministry did not, its spokesman said, approve the sale of the mine"

Good:

    The ministry refused to approve the sale of the mine, its spokesman said.[^sale]

    [^sale]: @gazette "the ministry did not, its spokesman said, approve the sale of the mine"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.lint.scope import governed, near, takes_up
from generator.lint.statements import Statement, word_before
from generator.lint.vocabulary import negating, negation
from generator.model import Diagnostic

NAME = "lost-negation"

_ASIDE = re.compile(r"[;(]")
"""After the result, a computation's explanation tells how it was come by."""


def find(page: LintPage) -> Iterator[Diagnostic]:
    """At most one finding a sentence, where it begins; and one for each note whose words begin right after a negation."""
    for statement, _ in page.sourced:
        quoted = (_lost(one.words, statement.text) for one in statement.cited)
        lost = next(filter(None, quoted), None) or _lost_result(statement)
        if lost:
            yield page.on(statement, 0, NAME, *lost)
    for one in page.notes.cited.values():
        before = word_before(one, page.evidence)
        if negation(before):
            yield page.at(
                one.note.line,
                one.note.body_column,
                NAME,
                f"the quotation begins right after “{before}”",
                f"quote the negation as well: “{before} {one.words}”",
            )


def _lost(words: str, sentence: str) -> tuple[str, str] | None:
    """Message and help where the words negate what the sentence takes up, and no negation of the sentence is near that."""
    found = negation(words)
    stems = governed(words, found.end()) if found else ()
    if (
        found is None
        or not takes_up(sentence, stems)
        or any(near(sentence, span, stems) for span in negating(sentence))
    ):
        return None
    return _message(words, found)


def _lost_result(statement: Statement) -> tuple[str, str] | None:
    """The same for a sentence that rests on nothing but a computation, which says one thing only."""
    if statement.cited:
        return None
    results = (_ASIDE.split(computed.explanation, maxsplit=1)[0] for _, computed in statement.derived)
    lost = ((result, found) for result in results if (found := negation(result)) and not _negates(statement, result))
    return next((_message(result, found) for result, found in lost), None)


def _negates(statement: Statement, result: str) -> bool:
    """Whether a sentence negates in words of its own: not in those of a name that the result has as well ("the unsigned letter")."""
    if negation(statement.text):
        return True
    return any(statement.text[span.start : span.end] not in result for span in negating(statement.text))


def _message(words: str, found: re.Match[str]) -> tuple[str, str]:
    return (
        f"what it rests on says “{found[0]}”, and the sentence does not negate",
        f"write what is negated as it is in the source: “{_around(words, found.start())}”",
    )


def _around(words: str, at: int) -> str:
    start = words.rfind(" ", 0, max(0, at - 30)) + 1 if at > 30 else 0
    end = words.find(" ", at + 50)
    return words[start : end if end >= 0 else None]
