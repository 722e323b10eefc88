"""Words between quotation marks in the prose are almost a source's, and not quite.

Quotation marks say: these very words. Where a source that the sentence cites has the words but for a figure, a name or a word in four,
they were quoted and altered. They are held to the same measure as the words of a note: a changed digit in the prose stops the
build too. Words in [square brackets] and a leading capital are the editor's; `[...]` and an ellipsis leave words out. In a heading, and
in a sentence without a note, any source counts that the page cites. Words that stand nowhere near are `unfound-quotation`.

Bad, where the source has "fell by 21 percent":

    Traffic “fell by 12 percent”, the Gazette wrote.[^traffic]

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

NAME = "altered-quotation"


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such quotation, where it begins."""
    for one in lost(page):
        if one.near:
            yield page.on(
                one.statement,
                one.start,
                NAME,
                f"the prose quotes “{one.words}” where @{one.key} has “{one.near}”",
                f"write “{one.near}”; what you add goes into [square brackets], what you leave out is […]",
            )
