"""Words between quotation marks in the prose stand in no source that the sentence cites, nor nearly.

They may be the editor's own marks around a term, or words of somebody whom no note quotes. A reader takes them for the source's.
Words that a source almost has are `altered-quotation`, which is an error.

Bad, where no source speaks of panic:

    There was “panic in the streets” as traffic fell, the Gazette wrote.[^traffic]

    [^traffic]: @gazette "Traffic fell by 21 percent"

Good:

    Traffic “fell by 21 percent”, the Gazette wrote.[^traffic]

    [^traffic]: @gazette "Traffic fell by 21 percent"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.lint.quoting import lost
from generator.model import Diagnostic

NAME = "unfound-quotation"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such quotation, where it begins."""
    for one in lost(page):
        if one.near:
            continue
        message = f"no source cited here has the words “{one.words}”"
        if one.key:
            yield page.on(
                one.statement,
                one.start,
                NAME,
                f"{message}; @{one.key} has them",
                f"cite the words of @{one.key} as well",
            )
        else:
            advice = "quote the source's own words, put what you add into [square brackets], or take the quotation marks away"
            yield page.on(one.statement, one.start, NAME, message, advice)
