"""What a page sets around its articles: bylines, jump lines, credits, running heads, addresses, promotion."""

from __future__ import annotations

import re

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_BYLINE = re.compile(
    r"^(?:(?:story|words|text|edited|written|reported|compiled|photos?|translated)\s+)?by[: ]\s*(?:[^.!?]|(?<=\b[A-Z])\.){2,80}$|^\(?(?:(?:additional )?reporting|editing) by\b.{0,160}$",
    re.IGNORECASE,
)
_JUMP = re.compile(
    r"^(?:→\s*)?\(?(?:from|see|cont(?:inue[ds]|['’]?d)?\.? (?:on|from)|turn to|→)\s+(?:page|p\.)\s*\w+\)?\.?$|^page\s+\w+$",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[(\[]\s*(?:photo|photos|image|picture|file photo|credit|illustration|graphic|video)s?\b[^)\]]*[)\]]?\s*$"
    r"|^[(\[]\s*(?:photo|photos|image|picture|file photo|credit|illustration|graphic|video)s?\s*[:/].{1,300}$"
    r"|^(?:photo|photos|image|picture|caption|credit|illustration|file photo|source|sources)s?\s*[:/]\s*.{1,200}$"
    r"|\b(?:via getty images|/getty images|/reuters|/afp|/ap photo|shutterstock)\b.{0,20}$",
    re.IGNORECASE,
)
_CAPITAL_CREDIT = re.compile(r"[(\[][A-Z0-9'.,-]{3,9}[:;] ?[A-Z0-9 '&.,/-]{3,40}[)\]]?$")
"""The same in capitals, whatever optical recognition made of the first word."""
_ADDRESS = re.compile(
    r"^\S*(?:https?://|www\.)\S+$|^\S*/\S+\.(?:jpe?g|png|gif|webp|svg|mp4|pdf)\S*$|^!?\[?\S*\]?\(?/\S+\)$",
    re.IGNORECASE,
)
_PROMOTION = re.compile(
    r"^(?:next (?:week|month|time|issue|episode)|in (?:our|the) next (?:issue|edition|episode)|coming (?:up|soon)|tomorrow) ?[:–—-] .{1,200}$"
    r"|^(?:advertisement|sponsored|promoted|related(?: articles?| stories)?|read (?:more|also|next)|see also|most read|trending)\b.{0,120}(?<!\.)$"
    r"|^(?=.{0,200}$).*\b(?:subscribe (?:now|today|to)|sign up (?:for|to)|our (?:free )?newsletter|follow us|click here|all rights reserved|cookie policy"
    r"|send(?:s|ing)? you (?:the )?(?:top|best|daily|weekly)|share this (?:article|story)|download (?:our|the) app|support our journalism)\b"
    r"|^(?:©|copyright (?:©|\(c\)|\d))",
    re.IGNORECASE | re.DOTALL,
)
_PAGE_NUMBER = re.compile(r"^(?:page )?\d{1,3}$", re.IGNORECASE)
_DAY = re.compile(rf"\b{_WEEKDAY},?\s+(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})", re.IGNORECASE)
_NUMBERED_TITLE = re.compile(r"^(?:\d{1,3}\s+[A-Z][A-Z &|'’.-]{4,}|[A-Z][A-Z &|'’.-]{4,}\s+(?:PAGE )?\d{1,3})$")
_LONGEST_RUNNING_HEAD = 90
"""Characters."""
_TITLE_WORDS = 6


def is_furniture(text: str) -> bool:
    """Whether a block of its own is page furniture rather than part of an article."""
    return any(
        pattern.search(text) for pattern in (_BYLINE, _JUMP, _CREDIT, _CAPITAL_CREDIT, _ADDRESS, _PROMOTION)
    ) or _is_running_head(text)


def _is_running_head(text: str) -> bool:
    """A page number beside a title in capitals, or a line that names a weekday with its date and says nothing."""
    words = text.split()
    if len(text) > _LONGEST_RUNNING_HEAD or any(word.islower() for word in words):
        return False
    return bool(_DAY.search(text)) or bool(_NUMBERED_TITLE.match(text))


def is_page_number(text: str) -> bool:
    """Whether a block is a figure that may number a page; so may a cell of a table be."""
    return bool(_PAGE_NUMBER.match(text))


def is_title_line(text: str) -> bool:
    """Whether a block is a few words in capitals only, as running heads and names of sections are."""
    return len(text.split()) <= _TITLE_WORDS and not any(c.islower() for c in text) and any(c.isalpha() for c in text)


def is_byline(text: str) -> bool:
    """Whether a block says who wrote the article or on which page it began."""
    return bool(_BYLINE.search(text) or _JUMP.search(text))


def is_jump(text: str) -> bool:
    """Whether a block says on which page the article began or goes on."""
    return bool(_JUMP.search(text))
