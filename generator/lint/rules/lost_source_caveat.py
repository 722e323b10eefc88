"""The source marks the claim as unverified, and the sentence does not say so.

A source that writes "[unverified information, requires editorial confirmation]" after a claim has told its readers not to rely on it. Whoever
passes on the claim without that has made it stronger than the source did.

Bad, where the source's sentence ends in "[unverified]":

    The mayor took the money, the Herald wrote.[^money]

    [^money]: @herald "the mayor took the money"

Good:

    The mayor took the money, the Herald wrote, marking this as unverified.[^money]

    [^money]: @herald "the mayor took the money"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.lint.vocabulary import UNVERIFIED
from generator.model import Diagnostic

NAME = "lost-source-caveat"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """At most one finding a sentence, where it begins. Under a heading that says it, the sentences need not."""
    for statement, _ in page.sourced:
        caveat = next((words for p in statement.passages for words in p.caveats if UNVERIFIED.search(words)), "")
        if caveat and not UNVERIFIED.search(statement.text) and not UNVERIFIED.search(page.heading_of(statement)):
            yield page.on(
                statement,
                0,
                NAME,
                f"the source says of this: “{caveat}”, and the sentence does not",
                "say that the source marks it as unverified",
            )
