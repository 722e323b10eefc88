"""Where one sentence ends and the next begins, within one paragraph.

A paragraph is never split across layout blocks here: layout comes first (`analysis.layout`), because most splitters glue
headings to sentences when it does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.model import Span

ABBREVIATIONS = frozenset(
    "mr mrs ms dr drs prof sr jr st rev hon gen col lt sgt capt gov sen rep pres inc ltd co corp llc bros dept univ assn assoc ave blvd "  # noqa: SIM905
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun no nos vol ed eds fig figs pp cf al etc vs approx "
    "e.g i.e viz ca est ext tel messrs mmes supt adm brig cpl pvt insp fr hrs mins approx incl resp max min ps".split()
)
"""Words that a full stop usually shortens rather than ends; lower case, without the last stop."""
_NUMBERED = frozenset({"no", "nos", "vol", "fig", "figs", "pp", "ext", "tel"})
"""Shortened only before a figure."""
_TRAILING = frozenset({"inc", "ltd", "co", "corp", "llc", "etc", "al", "jr", "sr"})
"""Shortened at the end of a name or a list: a sentence may end with them."""
_ALSO_WORDS = frozenset({"sat", "sun", "mar", "max", "min", "fr"})
"""Words or names in their own right: shortened only where the sentence goes on in small letters."""

_OPENERS = "\"'“‘«([{—–-*"
_CLOSERS = "\"'”’»)]}*"
_SAYS_WHO = re.compile(
    r"(?:(?:[A-Z][\w’'-]*|Mr\.|Mrs\.|Ms\.|Dr\.|[A-Z]\.)\s){1,3}(?:said|says|asked|asks|added|adds|wrote|writes|replied|demanded|shouted|declared|tweeted|responded|exclaimed|wondered)\b"
)
"""Whose the quotation before it is."""
_FULL_WIDTH = "。！？"
"""Stops of scripts that set no space after them."""
_END = re.compile(rf"(?P<stop>\.\.\.|…|[.!?。！？]+)(?P<close>[{re.escape(_CLOSERS)}]*)")
_AFTERTHOUGHT = re.compile(
    r"\s?(?:\[(?:\d{1,3}|[a-z]|note \d+|citation needed|\.\.\.|…)\]|[⁰¹²³⁴-⁹]+)"
    r"|\s[:;=][-o']?[)(DPp/\\|*\]\[]+(?=\s|$)"
    r"|(?<=[.!?)\"”]) \d{1,2}(?=\s+(?:The|This|That|These|It|In|At|As|We|They|He|She|But|However|While|Even|Although|Because)\s)"
)
"""A reference mark (also a raised figure that lost its height) or an emoticon that belongs to the sentence before it."""
_GAP = re.compile(
    r"(?<=\s)[:;=][-o']?[)(DP](?=\s+[A-Z])"  # an emoticon
    r"|(?:^|(?<=\s))(?:[*=_#~]{3,}|-{4,})(?=\s|$)"  # a line that separates
    r"|(?:^|(?<=\s))\d{1,2}/\d{1,2}/\d{2,4} \d{1,2}:\d{2}(?::\d{2})? ?[AP]M(?=\s)"  # the stamp of a mail
    r"|(?<=[^\W\d_]-) ?[—–](?=\s(?!I\b)[A-Z])"  # speech that breaks off in mid-word
    r"|(?<=\s)(?:—|–|--)(?=\s(?:Yes|No|Oh|Yeah|This|That|See|Do|Did|What|Why|How|Well|You|We|They)\b)"
    r"|(?:^|(?<=[.!?] ))(?:(?:(?:[Bb]est|[Kk]ind|[Ww]arm) )?[Rr]egards|(?:Yours )?[Ss]incerely|Respectfully|Best wishes|Thanks|Cheers),(?=\s[A-Z][a-z])"
    r"|(?:^|(?<=\s))(?:https?://|www\.)\S+(?=\s+https?://)"
)
"""What ends a sentence without a stop."""
_STANDS_ALONE = re.compile(r"[*=_#~]{3,}|-{4,}|\d{1,2}/\d")
"""Gaps that also begin a sentence of their own."""
_LED_IN = re.compile(r"(?<!\S)[a-z]+\s$")
"""A small word before a stamp leads it in: "on 03/27/2001"."""

_INITIALS = re.compile(r"(?<!['’\w])(?:[^\W\d_]\.)+$")
_LAST_WORD = re.compile(r"[\w.'’-]+$")
_WORD_BEFORE = re.compile(r"[^\W\d_]+$")
_NEXT_WORD = re.compile(r"\w[\w'’-]*")
_OPENING_WORD = re.compile(
    r"(?:The|This|That|These|Those|There|In|On|At|It|He|She|They|We|But|And|So|A|An|If|When|While|However|Now|Then|For)\b(?!\.)"
)
"""Words that open sentences and hardly ever names."""
_GLUED = re.compile(r"[A-Z][a-z]*['’]?[a-z]*(?=[\s,])")
_GLUED_SMALL = re.compile(r"[a-z']+(?=\s)")
_LONGEST_WORD = 60
"""How far back a word is looked for; keeps the cost of a stop independent of the paragraph's length."""
_SHORTEST_WHOLE = 4
"""Letters from which a word before a stop is taken to be written out. The unknown abbreviations in EWT dev have three or fewer."""
_SMALL_START = re.compile(r"\s*[\"'“(]?[a-z]+\s|.*?\s(?:i|i'm|i've|i'll)\s", re.DOTALL)
"""The paragraph is written in small letters throughout."""


def split(text: str) -> tuple[Span, ...]:
    """Spans of the sentences in one paragraph, without the white space between them."""
    bounds = [0, *_bounds(text), len(text)]
    trimmed = (_trimmed(text, start, end) for start, end in pairwise(bounds))
    return tuple(span for span in trimmed if span)


def _bounds(text: str) -> list[int]:
    """Where sentences end, in order."""
    found = set(_at_stops(text))
    for gap in _GAP.finditer(text):
        found.add(gap.end())
        if _STANDS_ALONE.match(gap[0]) and not _LED_IN.search(text[max(0, gap.start() - 12) : gap.start()]):
            found.add(gap.start())
    return sorted(found)


def _at_stops(text: str) -> Iterator[int]:
    small = bool(_SMALL_START.match(text[:200]))
    done = 0
    for end in _END.finditer(text):
        if end.start() < done:
            continue
        at = _past_afterthoughts(text, end.end())
        if _ends_sentence(text, end, at, small):
            yield at
            done = at


def _past_afterthoughts(text: str, at: int) -> int:
    while mark := _AFTERTHOUGHT.match(text, at):
        at = mark.end()
    return at


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _ends_sentence(text: str, end: re.Match[str], at: int, small: bool) -> bool:
    if at >= len(text) or end["stop"][-1] in _FULL_WIDTH:
        return True
    if at == end.end() and not text[at].isspace():
        return _missing_space(text, end)
    following = text[at : at + _LONGEST_WORD].lstrip()
    lead = following.lstrip(_OPENERS)
    word = _NEXT_WORD.match(lead)
    if word and word[0].islower():
        return _goes_on_small(text, end, small)
    if end["stop"] == "." and not end["close"]:
        return not _shortens(text, end.start(), lead)
    # A question inside quotation marks that the sentence goes on from: "Why?" Ada Brown asked.
    return not (end["close"][:1] in ("”", '"') and _SAYS_WHO.match(following))


def _goes_on_small(text: str, end: re.Match[str], small: bool) -> bool:
    """Whether a stop ends the sentence although a small letter follows."""
    if end["close"] or end["stop"] == "…" or end["stop"].startswith(".."):
        return False
    before = text[max(0, end.start() - _LONGEST_WORD) : end.start()]
    word = _LAST_WORD.search(before.rstrip())
    if word is None or "." in word[0]:
        return False
    if end["stop"] != ".":
        return word[0].islower() or small
    if word[0].lower() in ABBREVIATIONS or len(word[0]) < 2:
        return False
    return small or (word[0].islower() and len(word[0]) >= _SHORTEST_WHOLE)


def _missing_space(text: str, end: re.Match[str]) -> bool:
    """Whether the dot ends a sentence although no space follows: "response...On April 23", "failed.The"."""
    word = _WORD_BEFORE.search(text[max(0, end.start() - _LONGEST_WORD) : end.start()])
    if word is None or len(word[0]) < 3:
        return False
    if _GLUED.match(text, end.end()):
        return end["stop"] in {"...", "…"} or word[0].islower()
    return end["stop"][0] in "?!" and word[0].islower() and bool(_GLUED_SMALL.match(text, end.end()))


def _shortens(text: str, dot: int, following: str) -> bool:
    """Whether the full stop at `dot` belongs to an abbreviation that the sentence goes on after."""
    start = max(0, dot - _LONGEST_WORD)
    initials = _INITIALS.search(text[start : dot + 1])
    if initials and initials[0][:-1].lower() in ABBREVIATIONS:
        return True
    if initials:
        # "U.S. Officials" may be either; after initials a sentence starts only with a word that opens sentences, and "A. The plan" is an entry.
        opens = start + initials.start() == 0 or text[: start + initials.start()].rstrip()[-1:] in {".", ":", ""}
        return opens or not _OPENING_WORD.match(following)
    word = _LAST_WORD.search(text[start:dot])
    if word is None:
        return False
    shortened = word[0].lower()
    if shortened in _NUMBERED:
        return following[:1].isdigit()
    if shortened in _TRAILING:
        return not re.match(r"[A-Z][a-z]|[A-Z]\s", following)
    return shortened in ABBREVIATIONS and shortened not in _ALSO_WORDS
