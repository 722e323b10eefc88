"""The sentence makes the actor larger than the source does.

"China" for Chinese companies, the ministry for one official, "three" for several, "all" for some: the charge grows with nobody having
made it. Parties, and which belongs to which, come from `topic.yml`.

Bad, where the source has "Several residents complained of the noise":

    Three residents complained of the noise, the Herald wrote.[^noise]

    [^noise]: @herald "Several residents complained of the noise"

Good:

    Several residents complained of the noise, the Herald wrote.[^noise]

    [^noise]: @herald "Several residents complained of the noise"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.lint.amounts import amounts
from generator.lint.grounds import Grounds
from generator.lint.names import Known, mentions, pattern
from generator.lint.page import LintPage
from generator.lint.statements import Statement
from generator.lint.words import stem
from generator.model import Diagnostic, Party, Span

NAME = "actor-inflation"
INSTEAD_OF = ("ungrounded-name", "ungrounded-number")

_VAGUE_COUNT = r"(?:several|some|many|various|numerous|certain|a few|a number of|a handful of|most)"
_ALL = re.compile(r"(?<!\bat )(?<!\bnot )\b(?:all|every|each)(?: (?:of )?the)? (?P<noun>[^\W\d_]+)", re.IGNORECASE)
_NOUN = re.compile(r"(?: [^\W\d_]+)?? (?P<noun>[^\W\d_]{4,})")
_OWNS = re.compile(r"['’]s\b|-")
_SETTING = re.compile(
    r"\b(?:in|to|from|at|of|across|into|near|for|between|and|with|against|over|on)\s+(?:the\s+)?$", re.IGNORECASE
)
"""What stands before a name that is a place or the second of two, and no actor."""


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each actor and each count."""
    for statement, grounds in page.sourced:
        yield from _larger_parties(page, statement, grounds)
        yield from _larger_counts(page, statement, grounds)


def _larger_parties(page: LintPage, statement: Statement, grounds: Grounds) -> Iterator[Diagnostic]:
    for party, span in _actors(page, statement.outside):
        if party in grounds.parties:
            continue
        smaller = _smaller(party, grounds, page)
        if smaller and not pattern(smaller).search(statement.text):
            yield page.on(
                statement,
                span.start,
                NAME,
                f"the source speaks of {smaller}, not of {party.name}",
                f"write “{smaller}”, or cite words that name {party.name}",
            )


def _actors(page: LintPage, text: str) -> Iterator[tuple[Party, Span]]:
    """The parties named as acting: not as a place, nor as the owner of what acts."""
    for party, span in mentions(page.evidence.topic.parties, text):
        if not _SETTING.search(text[: span.start]) and not _OWNS.match(text, span.end):
            yield party, span


def _smaller(party: Party, grounds: Grounds, page: LintPage) -> str:
    """A party of the evidence that belongs to this one, or whose name is a form of its name; "" where there is none."""
    for other in grounds.parties:
        if page.evidence.topic.party(other.of) is party:
            return other.name
        if any(Known.of([called]).related(party.name) for called in other.names):
            return other.name
    return ""


def _larger_counts(page: LintPage, statement: Statement, grounds: Grounds) -> Iterator[Diagnostic]:
    outside = statement.outside
    for amount in amounts(outside, page.reading.numbers):
        noun = _NOUN.match(outside, amount.span.end)
        known = any(amount.same(one) for one in grounds.amounts)
        if noun and not known and (source := _vaguely(noun["noun"], grounds.text)):
            yield _counted(page, statement, amount.span.start, amount.words, source)
    for match in _ALL.finditer(outside):
        if source := _vaguely(match["noun"], grounds.text):
            yield _counted(page, statement, match.start(), match[0].split()[0], source)


def _vaguely(noun: str, text: str) -> str:
    """How the evidence counts the noun without a figure; "" where it does not."""
    found = re.search(rf"\b{_VAGUE_COUNT}(?: [^\W\d_]+){{0,2}} {re.escape(stem(noun))}\w*", text, re.IGNORECASE)
    return found[0] if found else ""


def _counted(page: LintPage, statement: Statement, at: int, words: str, source: str) -> Diagnostic:
    return page.on(
        statement,
        at,
        NAME,
        f"“{words}” is more than the source says: “{source}”",
        f"write “{source}”, as the source does",
    )
