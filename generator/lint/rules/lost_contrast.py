"""The quotation is cut before its "but".

"The board regretted the accident, but denied that it was at fault": the first half alone says something else. Where the source's
sentence goes on with a contrast right after the quoted words, the sentence on the page must show it, or the quotation take it in.

Bad:

    The board regretted the accident, the Herald wrote.[^regret]

    [^regret]: @herald "The board regretted the accident"

Good:

    The board regretted the accident but denied any fault, the Herald wrote.[^regret]

    [^regret]: @herald "The board regretted the accident, but denied that it was at fault"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.lint.page import LintPage
from generator.lint.statements import Cited
from generator.lint.vocabulary import contrast
from generator.model import Diagnostic

NAME = "lost-contrast"

_TURN = re.compile(
    r"[\"'”’)\]]*(?:\s*[,;—–-]+\s*|\s+)(?P<word>but|yet|although|though|however|whereas)\b", re.IGNORECASE
)
"""A contrast that follows directly. "While", "despite" and "except" are left out: as often as not they only set time or scope."""


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such citation, where the sentence begins."""
    for statement, _ in page.sourced:
        if contrast(statement.text):
            continue
        beside = [one for other in page.statements if other.block == statement.block for one in other.cited]
        for one in statement.cited:
            word = _turn_after(one, beside, page)
            if word:
                yield page.on(
                    statement,
                    0,
                    NAME,
                    f"the source goes on with “{word}” where the quotation of [^{one.note.label}] ends",
                    "quote on to the end of the contrast, and say it in the sentence",
                )


def _turn_after(one: Cited, beside: Sequence[Cited], page: LintPage) -> str:
    """The word of contrast right after the quotation, unless its paragraph quotes from what follows that word in the same sentence."""
    document = page.evidence.documents.get(one.citation.key)
    if document is None or not one.verdict.passes:
        return ""
    end = max(span.end for span in one.verdict.spans)
    turn = _TURN.match(document.text, end)
    if not turn or "\n\n" in turn[0]:
        return ""
    rest = {passage.id for passage in one.passages}
    goes_on = any(
        span.end > turn.end() and rest & {passage.id for passage in other.passages}
        for other in beside
        for span in other.verdict.spans
    )
    return "" if goes_on else turn["word"]
