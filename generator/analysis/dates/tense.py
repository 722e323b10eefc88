"""Whether a sentence speaks of the past or of the future, near the words that name a time."""

from __future__ import annotations

import re

from generator.model import Span

_FUTURE = (
    r"\b(?:will|won[’']t|shall|would|(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:due|set|scheduled|expected|slated|likely|going|planned|supposed)"
    r"|(?:hope|intend|expect|aim|want|vow|promise|agree)(?:s|e?d|ing)?\s+to|plan(?:s|ned|ning)?|schedul(?:es?|ed|ing)|(?:set|due|ready|slated)\s+(?:to|for)"
    r"|(?-i:may)|might|could|upcoming|(?:is|are|was|were)\s+to|as\s+(?:soon|early)\s+as|(?-i:until)|ahead\s+of|effective|starting|beginning)\b|[’']ll\b"
)
_PAST = (
    r"\b(?:(?:had|has|have)\s+been\s+(?:due|set|scheduled|expected|slated|planned|supposed)|previously\s+(?:planned|scheduled|expected)|(?!(?:un|schedul|plann|expect|need|slat)\w*ed\b)\w{2,}ed|had|was|were|did|said|told|came|went|made|took|got|gave|met|held|won|lost|fell|rose|grew|sold|bought|sent|left|began|ran|wrote|"
    r"became|found|led|built|spoke|broke|saw|knew|kept|brought|thought|paid|sat|stood|heard|meant|hit|cut|put|shot|flew|drew|threw|chose|drove|caught|"
    r"taught|struck|sank|spent|died|quit|has|have|been)\b"
)
_CLAUSE = re.compile(r"[;:]|[.!?][\"”’]?\s+(?=[A-Z“\"])|\n\n")
_MARKER = re.compile(rf"(?P<past>{_PAST})|(?P<future>{_FUTURE})", re.IGNORECASE)
REACH = 120
"""Characters to either side in which a verb counts; the length of a long clause."""


def direction(text: str, span: Span) -> int:
    """-1 where the verb before the words, else the one after them, tells of the past, 1 where it tells of the future, 0 where none tells."""
    before = text[max(0, span.start - REACH) : span.start]
    after = text[span.end : span.end + REACH]
    breaks = list(_CLAUSE.finditer(before))
    before = before[breaks[-1].end() :] if breaks else before
    end = _CLAUSE.search(after)
    after = after[: end.start()] if end else after
    markers = list(_MARKER.finditer(before))
    chosen = markers[-1] if markers else _MARKER.search(after)
    if chosen is None:
        return 0
    return 1 if chosen["future"] else -1
