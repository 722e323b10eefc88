"""A figure stands in a sentence and in nothing that the sentence rests on.

A wrong figure is the fault that readers forgive least, and the one that slips in most easily. The figure must stand in the
quotations, in the sentences they are taken from, or in what a computation gave. However it is written: "some 24,000" is
"approximately 24,000", and "13 million" is "13m" and "13,000,000". Figures between quotation marks are `altered-quotation`'s.

Bad, where the source has "21 percent":

    Traffic fell by 12 percent, the Gazette wrote.[^traffic]

    [^traffic]: @gazette "Traffic fell by 21 percent"

Good:

    Traffic fell by 21%, the Gazette wrote.[^traffic]

    [^traffic]: @gazette "Traffic fell by 21 percent"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.citations.grammar import KEY
from generator.lint.amounts import Amount, amounts
from generator.lint.grounds import Grounds
from generator.lint.names import listings
from generator.lint.page import LintPage
from generator.lint.reading import Reading
from generator.lint.statements import Statement
from generator.model import DateMention, Diagnostic, Span

NAME = "ungrounded-number"

_DIGITS = re.compile(r"(?<![\w-])\d[\w.,]*(?<![.,])(?![\w-])")
_DATE = re.compile(r"[\dX]{4}(?:-|$)")


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such figure."""
    for statement, grounds in page.sourced:
        known = ", ".join(dict.fromkeys(one.words for one in grounds.amounts)) or "no figure"
        for words, at in _unborne(statement, grounds, page.reading):
            yield page.on(
                statement,
                at,
                NAME,
                f"“{words}” stands in nothing that the sentence rests on",
                f"write the source's figure ({known}), or cite the words that have yours",
            )


def _unborne(statement: Statement, grounds: Grounds, reading: Reading) -> Iterator[tuple[str, int]]:
    """The figures that nothing bears out, and where they stand: also what has digits and is read as neither figure nor date, as "73 April"."""
    outside = statement.outside
    dates = reading.dates(outside)
    read = amounts(outside, reading.numbers, [date.span for date in dates])
    for amount in read:
        if not any(amount.same(known) for known in grounds.amounts) and not _counts(amount, statement, grounds):
            yield amount.words, amount.span.start
    for match in _DIGITS.finditer(outside):
        at = Span(*match.span())
        known = any(one.span.overlap(at) for one in read) or _says(dates, at, match[0])
        if not known and match[0].casefold() not in grounds.known.words:
            yield match[0], match.start()


def _says(dates: Sequence[DateMention], at: Span, digits: str) -> bool:
    """Whether a date that stands there has the digits in its value: "14 and 75 May" is read as 14 May."""
    there = [date for date in dates if date.span.overlap(at)]
    return any(not digits.isdigit() or date.relative or f"{int(digits):02d}" in date.value for date in there)


def _counts(amount: Amount, statement: Statement, grounds: Grounds) -> bool:
    """Whether a small figure counts what the sentence rests on or names: its sources and parties, or what its computations were given."""
    of_derived = {
        len({*filter(kind, given.arguments)}) for given, _ in statement.derived for kind in (KEY.fullmatch, _DATE.match)
    }
    if amount.value in of_derived:
        return True
    cited = {len({one.citation.key for one in statement.cited}), len(statement.cited)}
    return not any(map(str.isdigit, amount.words)) and amount.value in cited | listings(statement.text) | listings(
        grounds.text
    )
