"""Marks corrected statements: behind the words that a correction names, a link to its entry in the log.

The mark is made while a page is rendered, and is not written into it. The entry leads back only where the words stand on the page exactly
once; where they do not, it says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from operator import itemgetter

from generator import edtf
from generator.citations.places import places
from generator.citations.rows import lines_of
from generator.model import Correction
from generator.web.anchors import relative
from generator.web.data import SiteData

PATH = "corrections.md"
"""Of the log's page, below docs/."""
_MARK = (
    '<sup class="correction-mark" data-search-exclude>\N{NARROW NO-BREAK SPACE}'
    "[corrected](<{target}>){{: #{anchor} title='Corrected on {day}: see what stood here, and why' }}</sup>"
)
"""A link of Markdown, which the builder leads to the page's address; the space keeps the word apart where the words are read out or copied."""


def is_logged(data: SiteData) -> bool:
    """Whether the site has a page of corrections: it has none without a correction, or where people wrote a page of that name."""
    return bool(data.evidence.corrections) and PATH not in dict(data.pages)


def anchor(correction: Correction) -> str:
    """The id of a correction's entry in the log, and of its mark on the corrected page. It depends on the correction alone."""
    told = "\n".join(
        (correction.date, correction.page, correction.source, correction.was, correction.now, correction.why)
    )
    return f"correction-{correction.date}-{hashlib.sha256(told.encode()).hexdigest()[:6]}"


def marked(markdown: str, path: str, corrections: Sequence[Correction]) -> str:
    """The page at `path` with a mark for each of its corrections whose words it holds exactly once."""
    own = [correction for correction in corrections if correction.page == path and correction.now]
    found = {correction: places(correction.now, markdown) for correction in own}
    once = [(where[0], correction) for correction, where in found.items() if len(where) == 1]
    if not once:
        return markdown
    lines = lines_of(markdown)
    for place, correction in sorted(once, key=itemgetter(0), reverse=True):
        line, at = lines[place.line - 1], place.column - 1
        lines[place.line - 1] = f"{line[:at]}{_mark(correction)}{line[at:]}"
    return "\n".join(lines)


def _mark(correction: Correction) -> str:
    own = anchor(correction)
    target = f"{relative(PATH, correction.page)}#{own}"
    return _MARK.format(target=target, anchor=own, day=edtf.in_words(correction.date))
