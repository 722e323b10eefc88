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
    r"\b(?:(?:had|has|have)\s+been\s+(?:due|set|scheduled|expected|slated|planned|supposed)|previously\s+(?:planned|scheduled|expected)|(?!(?:un(?!veil|cover|earth|leash|dergo|dertak|folded)|schedul|plann|expect|need|slat)\w*ed\b)\w{2,}ed|had|was|were|did|said|told|came|went|made|took|got|gave|met|held|won|lost|fell|rose|grew|sold|bought|sent|left|began|ran|wrote|"
    r"became|found|led|built|spoke|broke|saw|knew|kept|brought|thought|paid|sat|stood|heard|meant|hit|cut|put|shot|flew|drew|threw|chose|drove|caught|"
    r"taught|struck|sank|spent|died|quit|has|have|been)\b"
)
_PRESENT = re.compile(
    r"\b(?:(?:is|are|does|do|must|can|cannot)\b|(?:meet|hear|vote|rule|decide|open|start|begin|resume|close|end|sit|play|leave|arrive|return|take place|appear|testif(?:y|ie)|speak|go(?:e)?|come)s?\b(?! (?:was|were|had)))",
    re.IGNORECASE,
)
"""Verbs that with a day tell of the coming one: "the council meets on Friday", "the court does not sit on Friday"."""
_CLAUSE = re.compile(r"[;:]|[.!?][\"”’]?\s+(?=[A-Z“\"])|\n\n")
_MARKER = re.compile(rf"(?P<past>{_PAST})|(?P<future>{_FUTURE})", re.IGNORECASE)
_LOOKS_AHEAD = re.compile(
    r"(?:said|told|have|has|had|been|was|were|did|agreed|announced|proposed|vowed|named|set|called|asked|urged|wanted|hoped|promised|decided|ordered|approved|signed|pledged|offered|warned|invited|listed|booked|due|based|stood)$",
    re.IGNORECASE,
)
"""Verbs of the past whose date may be that of what is to come: "agreed to meet in June", "named commander of a mission in December"."""
_NOT_FINITE = re.compile(
    r"\b(?:is|are|be|being|to|will|would|the|an?|its|their|has|have|not)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
"""What stands before a participle: "the reduced dividend", "is heard"."""
_FURTHER = re.compile(r"\b(?:to|until|through|by|for|payable|between|before|after|at|around|as)\b", re.IGNORECASE)
"""What parts a date from the verb before it."""
REACH = 120
"""Characters to either side in which a verb counts; the length of a long clause."""


def tells(text: str) -> bool:
    """Whether a verb in the words tells of the past or of the future; what does neither is a habit, a state or no sentence."""
    return _MARKER.search(text) is not None


def direction(text: str, span: Span) -> int:
    """-1 where the verb before the words, else the one after them, tells of the past, 1 where it tells of the future, 0 where none tells."""
    chosen = _last_marker(text, span) or _MARKER.search(text, span.end, _clause_end(text, span))
    if chosen is None:
        return 0
    return 1 if chosen["future"] else -1


def coming(text: str, span: Span) -> bool:
    """Whether a day of the week is the next one: the verbs near it tell of the future, or are of the present and none is of the past."""
    way = direction(text, span)
    if way or text.startswith(("'s", "’s"), span.end):
        return way > 0
    breaks = list(_CLAUSE.finditer(text, 0, span.start))
    return _PRESENT.search(text, breaks[-1].end() if breaks else 0, span.start) is not None


def happened(text: str, span: Span) -> bool:
    """Whether the words stand beside the finite verb of something that is over, after it ("bought it in June") or at the front of its clause.

    Such a date can't lie ahead.
    """
    chosen = _last_marker(text, span)
    if chosen is None:
        chosen = _MARKER.search(text, span.end, _clause_end(text, span)) if _opens(text, span) else None
        between = ""
    else:
        between = text[chosen.end() : span.end]
    if chosen is None or chosen["future"] or _LOOKS_AHEAD.match(chosen["past"]):
        return False
    return not (_NOT_FINITE.search(text, 0, chosen.start()) or _FURTHER.search(between))


def _opens(text: str, span: Span) -> bool:
    """Whether the words stand at the front of the text or of a clause of it."""
    before = text[: span.start].rstrip()
    return not before or before.endswith((".", ";", ":", "!", "?"))


def _last_marker(text: str, span: Span) -> re.Match[str] | None:
    start = max(0, span.start - REACH)
    breaks = list(_CLAUSE.finditer(text, start, span.start))
    markers = list(_MARKER.finditer(text, breaks[-1].end() if breaks else start, span.start))
    return markers[-1] if markers else None


def _clause_end(text: str, span: Span) -> int:
    end = _CLAUSE.search(text, span.end, span.end + REACH)
    return end.start() if end else min(len(text), span.end + REACH)
