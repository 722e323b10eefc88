"""A date stands in a sentence and in nothing that the sentence rests on.

A date must be the source's: it stands in the quotations or in the sentences they are taken from, also where these leave the
year to the article's own date. A page may say less than the source ("in April"), never more. Where the source's
sentence has no date, that of its article may be named. Words that only point ("last week", "the next day") are not compared.

Bad, where the source has "On 14 April":

    The ministry did not approve the sale on 15 April, its spokesman said.[^sale]

    [^sale]: @gazette "On 14 April the ministry did not, its spokesman said, approve the sale of the mine"

Good:

    The ministry did not approve the sale in April, its spokesman said.[^sale]

    [^sale]: @gazette "On 14 April the ministry did not, its spokesman said, approve the sale of the mine"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.edtf import in_words
from generator.lint.days import borne_out
from generator.lint.page import LintPage
from generator.model import Diagnostic

NAME = "ungrounded-date"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such date."""
    for statement, grounds in page.sourced:
        for date in page.reading.dates(statement.outside):
            if date.value and not date.relative and not borne_out(date.value, grounds.dates):
                known = ", ".join(dict.fromkeys(in_words(value) for value in grounds.dates if value)) or "no date"
                yield page.on(
                    statement,
                    date.span.start,
                    NAME,
                    f"“{date.words}” stands in nothing that the sentence rests on",
                    f"write the source's date ({known}), or cite the words that have yours",
                )
