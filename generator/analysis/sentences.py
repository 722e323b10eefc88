"""Where one sentence ends and the next begins, within one paragraph.

A paragraph is never split across layout blocks here: layout comes first (`analysis.layout`), because most splitters glue
headings to sentences when it does not.
"""

from __future__ import annotations

import re

from generator.model import Span

ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sr jr st rev hon gen col lt sgt capt gov sen rep pres inc ltd co corp llc bros dept univ assn ave blvd "  # noqa: SIM905
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun no nos vol ed eds fig figs pp cf al etc vs approx "
    "e.g i.e viz ca est".split()
)
"""Words that a full stop usually shortens rather than ends; lower case, without the last stop."""

_OPENERS = "\"'“‘«([{—–-*"
_CLOSERS = "\"'”’»)]}*"
_END = re.compile(rf"(?P<stop>\.\.\.|…|[.!?。！？]+)(?P<close>[{re.escape(_CLOSERS)}]*)")
_FULL_WIDTH = "。！？"
"""Stops of scripts that set no space after them."""
_INITIALS = re.compile(r"(?:\b[^\W\d_]\.)+$")
_LOWER_AFTER = re.compile(r"[a-zß-öø-ÿ]")


def split(text: str) -> tuple[Span, ...]:
    """Spans of the sentences in one paragraph, without the white space between them."""
    spans: list[Span] = []
    start = 0
    for end in _END.finditer(text):
        if end.start() < start or not _ends_sentence(text, end):
            continue
        _add(spans, text, start, end.end())
        start = end.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))


def _ends_sentence(text: str, end: re.Match[str]) -> bool:
    after = text[end.end() :]
    if not after.strip() or end["stop"][-1] in _FULL_WIDTH:
        return True
    if not after[0].isspace():
        return _missing_space(text, end)
    following = after.lstrip()
    lead = following.lstrip(_OPENERS)
    if lead and _LOWER_AFTER.match(lead):
        return False
    if end["stop"] == "." and not end["close"]:
        return not _shortens(text, end.start(), lead)
    # A question inside quotation marks that the sentence goes on from: "Why?" he asked.
    return True


def _missing_space(text: str, end: re.Match[str]) -> bool:
    """Whether the dot ends a sentence although no space follows: "response...On April 23", "failed.The"."""
    word = re.search(r"[^\W\d_]+$", text[: end.start()])
    following = re.match(r"[A-Z][a-z]+(?=[\s,])|[A-Z][a-z]*\s", text[end.end() :])
    if word is None or following is None or len(word[0]) < 3:
        return False
    return end["stop"] in {"...", "…"} or word[0].islower()


def _shortens(text: str, dot: int, following: str) -> bool:
    """Whether the full stop at `dot` belongs to an abbreviation that the sentence goes on after."""
    before = text[: dot + 1]
    initials = _INITIALS.search(before)
    if initials:
        # "U.S. Officials" may be either; after initials a sentence starts only with a word that opens sentences.
        return not (
            len(initials[0]) > 2 and re.match(r"(The|This|That|These|In|On|It|He|She|They|But|And|A|An)\b", following)
        )
    word = re.search(r"[\w.]+$", before[:-1])
    if word is None:
        return False
    if word[0].lower() in {"no", "nos", "vol", "fig", "pp"}:
        return bool(following[:1].isdigit())
    if word[0].lower() in {"inc", "ltd", "co", "corp", "llc", "etc", "al"}:
        return not re.match(r"[A-Z][a-z]", following)
    return word[0].lower() in ABBREVIATIONS and word[0].lower() not in {"sat", "sun", "mar"}
