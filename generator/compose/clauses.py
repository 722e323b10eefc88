"""Long quotations cut to the clause that matters, without a change of sense.

Only the end of a sentence is cut, and only a part that adds to what is said: a result ("..., making it ..."), a relative clause, an apposition, a
further predicate. What turns, hedges, limits or attributes stays, and so do figures, dates and what the source puts in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator import text
from generator.citations import joins
from generator.model import Document, Span

LONGEST = 25
"""Words of a quotation that is left as it is; 8 to 25 words are the usual length of a quotation in print."""
_SHORTEST = 8
"""Fewer words than this rarely hold a clause with its object; set by reading drafts of eight topics of the bank."""

_CUT = re.compile(
    r",(?P<inside>[”\"])?\s+(?:(?:(?:thereby|thus|effectively|further|also)\s+)?(?P<result>[a-z]{2,}ing)\b"
    r"|(?:which|whose|who|where)\b"
    r"|(?:particularly|especially|notably|including|such as)\b"
    r"|and\s+(?:also\s+)?[a-z]{2,}(?:s|ed)\b)"
    r"|;\s+|\s*—\s*|\s+–\s+"
)
_NO_RESULT = re.compile(
    "according|during|nothing|something|anything|everything|regarding|concerning|following|pending|being|excluding|barring"
)
"""Words in -ing that begin no result."""
_LIMITS = re.compile(
    r"\d|[?\[\](){}]|\b(?:only|when|while|until|because|since|under|provided|some|certain|most|many|few|several|partly|largely|mostly|so far|as far as"
    r"|sa(?:y|ys|ying|id)|told|tell\w*|wr[io]t\w*|written|report\w*|according|cit(?:e|es|ed|ing)|quot\w*|argu\w*|alleg\w*|accus\w*|add(?:s|ed|ing)"
    r"|confirm\w*|verif\w*|critics?|disput\w*|contest\w*)\b",
    re.IGNORECASE,
)
_COORDINATED = re.compile(r"\b(?:and|or)\s+(?:\w+ly\s+)?[a-z]+ing\b")


def shortened(words: str, document: Document, keep: Sequence[str], start: int = 0) -> str:
    """The words, or where they are long their beginning up to a place where a sentence can be cut.

    Args:
        words: as they stand in one place of the document.
        document: the source's text.
        keep: parts that may not be cut off: dates, caveats.
        start: before this character nothing is cut.

    """
    if len(words.split()) <= LONGEST:
        return words
    heads = [words[:at].rstrip() for at in _places(words, start) if not any(part in words[at:] for part in keep)]
    heads = [head for head in heads if len(head.split()) >= _SHORTEST and _whole(head)]
    heads.sort(key=lambda head: (len(head.split()) > LONGEST, abs(len(head.split()) - LONGEST), len(head)))
    return next((head for head in heads if _same_sense(head, words, document)), words)


def _places(words: str, start: int) -> Iterator[int]:
    """Where the words could end, from the end backwards: each rest is of an adding kind, to the end of the sentence."""
    for match in reversed(list(_CUT.finditer(words, start))):
        rest = words[match.start() :]
        if (
            (match["result"] and _NO_RESULT.fullmatch(match["result"]))
            or _LIMITS.search(rest)
            or (match["result"] and _COORDINATED.search(rest))
        ):
            continue
        if _ends_the_sentence(words[match.end() :], match[0]):
            yield match.end("inside") if match["inside"] else match.start()


def _ends_the_sentence(rest: str, mark: str) -> bool:
    """Whether nothing but the added part follows: after an inserted clause or dash the main clause would go on."""
    if mark.strip() == ";":
        return True
    if mark.strip() in ("—", "–"):
        return not re.search(r"—|\s–\s|;", rest)
    return not re.search(r"[—;:]|\s–\s", rest) and all(_CUT.match(rest, at.start()) for at in re.finditer(",", rest))


def _whole(head: str) -> bool:
    """Whether no quotation mark and no bracket is left open."""
    plain = head.count('"') % 2 == 0 and head.count("“") == head.count("”")
    return plain and all(head.count(a) == head.count(b) for a, b in ("()", "[]")) and head.count("—") != 1


def _same_sense(head: str, words: str, document: Document) -> bool:
    """Whether the head stands in one place, and what is left out holds no negation, no hedge and no contrast."""
    places, whole = text.find(head, document.text), text.find(words, document.text)
    if len(places) != 1 or len(whole) != 1:
        return False
    return not joins.lost_word((places[0], Span(whole[0].end, whole[0].end)), document)
