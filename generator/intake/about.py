"""Whether an article speaks of the topic at all, and which of its passages are none that a page could take in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.analysis import furniture
from generator.analysis.relevance import headline_key, subject_pattern
from generator.model import BlockKind, Passage, Topic

_ARTICLE = re.compile(r"(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
_CONTACT = re.compile(
    r"^(?:(?:press|media|public relations|investor relations)\s+)?(?:contacts?|enquiries|inquiries|queries)\b.{0,12}:"
    r"|^(?:press|media)\s+(?:contacts?|office|enquiries|inquiries)\b"
    r"|^for (?:more|further) (?:information|details|press information)\b.{0,40}\b(?:contact|call|visit|e-?mail|write)\b"
    r"|^(?:tel|phone|telephone|e-?mail|fax)\b\.?:",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S+@\S+\.\w{2,}|\+?\d[\d ()/-]{7,}\d")
_MOST_WORDS = 12
"""Of a line that gives an e-mail address or a telephone number; a sentence that mentions one is longer."""


def off_topic(passages: Iterable[Passage], topic: Topic) -> frozenset[tuple[str, int]]:
    """Source and number of the articles in whose body, headlines left out, neither a term of the topic nor a party stands."""
    names = _names(topic)
    every: set[tuple[str, int]] = set()
    on: set[tuple[str, int]] = set()
    for passage in passages:
        article = (passage.source, passage.article)
        every.add(article)
        if article not in on and not is_apart(passage) and any(pattern.search(passage.text) for pattern in names):
            on.add(article)
    return frozenset(every - on)


def _names(topic: Topic) -> tuple[re.Pattern[str], ...]:
    names = sorted({_ARTICLE.sub("", name, count=1) for party in topic.parties for name in party.names})
    parties = re.compile(rf"(?<!\w)(?:{'|'.join(map(_either_case, names))})(?!\w)") if names else None
    return tuple(filter(None, (subject_pattern(topic), parties)))


def _either_case(name: str) -> str:
    """A name's pattern; one that is no proper name may begin a sentence."""
    return f"[{name[0]}{name[0].upper()}]{re.escape(name[1:])}" if name[0].islower() else re.escape(name)


def is_apart(passage: Passage) -> bool:
    """Whether a passage is no part of an article's running text: a headline, whom to write to, what the page sets around the article."""
    return any(_signs(passage))


def _signs(passage: Passage) -> Iterator[bool]:
    yield passage.block is BlockKind.HEADING
    yield bool(passage.headline) and headline_key(passage.text) == headline_key(passage.headline)
    yield furniture.is_furniture(passage.text)
    yield bool(_CONTACT.search(passage.text))
    yield bool(_ADDRESS.search(passage.text)) and len(passage.text.split()) <= _MOST_WORDS
