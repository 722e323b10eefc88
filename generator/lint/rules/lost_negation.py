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

from generator.citations.structure import TextKind
from generator.lint.page import LintPage
from generator.lint.scope import TAKEN_UP, TOUCHED, clause, governed, near, takes_up
from generator.lint.statements import Statement, word_before
from generator.lint.vocabulary import negating, negation
from generator.lint.voices import without_names
from generator.lint.words import content, stem
from generator.model import Diagnostic, Span

NAME = "lost-negation"

_ASIDE = re.compile(r"[;(]")
"""After the result, a computation's explanation tells how it was come by."""


def find(page: LintPage) -> Iterator[Diagnostic]:
    """At most one finding a sentence, where it begins; and one for each note whose words begin right after a negation."""
    for statement, _ in page.sourced:
        sentence = without_names(statement.text, statement, page.evidence)
        quoted = (_lost(one.words, sentence) for one in statement.cited)
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
    if found is None:
        return None
    stems, share = governed(words, found.end()), TAKEN_UP
    if not takes_up(sentence, stems, share):
        stems, share = clause(words, Span(*found.span())), TOUCHED
    lost = takes_up(sentence, stems, share) and not any(near(sentence, one, stems) for one in _own(sentence, words))
    return _message(words, found) if lost else None


def _own(sentence: str, words: str) -> Iterator[Span]:
    """Where a sentence negates: "not" and its like; and other words, unless the quotation has them beside its negation ("not known whether")."""
    there = set(content(words))
    for span in negating(sentence):
        word = sentence[span.start : span.end]
        if negation(word) or stem(word.casefold()) not in there:
            yield span


def _lost_result(statement: Statement) -> tuple[str, str] | None:
    """The same for a sentence that rests on nothing but a computation, which says one thing only, and for a row that has such a cell."""
    if statement.cited and statement.kind is not TextKind.ROW:
        return None
    results = (_ASIDE.split(computed.explanation, maxsplit=1)[0] for _, computed in statement.derived)
    lost = ((result, found) for result in results if (found := negation(result)) and not _negates(statement, result))
    return next((_message(result, found) for result, found in lost), None)


def _negates(statement: Statement, result: str) -> bool:
    """Whether a sentence negates in words of its own: not in those of a name that the result has as well ("the unsigned letter")."""
    outside = statement.outside if statement.cited else statement.text
    if negation(outside):
        return True
    return any(outside[span.start : span.end] not in result for span in negating(outside))


def _message(words: str, found: re.Match[str]) -> tuple[str, str]:
    return (
        f"what it rests on says “{found[0]}”, and the sentence does not negate",
        f"write what is negated as it is in the source: “{_around(words, found.start())}”",
    )


def _around(words: str, at: int) -> str:
    start = words.rfind(" ", 0, max(0, at - 30)) + 1 if at > 30 else 0
    end = words.find(" ", at + 50)
    return words[start : end if end >= 0 else None]
