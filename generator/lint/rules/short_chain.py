"""The reporter through whom a claim is known is left out where it is first mentioned.

Articles are second-hand. "The mine hid accidents, the union told the Herald, the Gazette wrote" is not the same as the Gazette having
asked the union. At the first mention on a page, the sentence or its paragraph up to there names at least one of those whom the source
names as its own source.

Bad, where the source has it from Coast Radio:

    The minister resigned on 2 May, the Gazette wrote.[^resigned]

    [^resigned]: @gazette "The minister resigned on 2 May, according to Coast Radio"

Good:

    The minister resigned on 2 May, the Gazette wrote, citing Coast Radio.[^resigned]

    [^resigned]: @gazette "The minister resigned on 2 May, according to Coast Radio"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.english import listed
from generator.lint.page import LintPage
from generator.lint.statements import Statement
from generator.lint.voices import aliases, names_one_of
from generator.model import Diagnostic

NAME = "short-chain"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each source and chain, at the first sentence that rests on it."""
    seen: set[tuple[str, tuple[str, ...]]] = set()
    for statement, _ in page.sourced:
        for passage in statement.passages:
            chain = (passage.source, passage.chain)
            if not passage.chain or chain in seen:
                continue
            seen.add(chain)
            called = [name for who in passage.chain for name in aliases(who, page.evidence)]
            if not names_one_of(called, _paragraph(statement, page)):
                through = listed(passage.chain)
                yield page.on(
                    statement,
                    0,
                    NAME,
                    f"@{passage.source} has this through {through}, and the sentence does not say so",
                    f"add “according to {through}”",
                )


def _paragraph(statement: Statement, page: LintPage) -> str:
    """The paragraph up to the end of the statement."""
    before = [one for one in page.statements if one.block == statement.block and one.place() <= statement.place()]
    return " ".join(one.text for one in before)
