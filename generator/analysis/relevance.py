"""Which articles of a file, and which of their units, are about the topic."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.analysis import cues
from generator.analysis.layout import Article
from generator.analysis.units import Unit
from generator.model import BlockKind, Document, Source, Topic
from generator.text import normalise


def subject_pattern(topic: Topic) -> re.Pattern[str]:
    """Finds the topic's terms as whole words, without regard to case; several forms of a word are the topic's business."""
    terms = sorted({topic.subject, *topic.terms}, key=lambda term: (-len(term), term))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(term) for term in terms) + r")(?!\w)", re.IGNORECASE)


def chosen(document: Document, found: Sequence[Article], source: Source, topic: Topic) -> frozenset[int]:
    """Numbers of the articles that belong to the entry: the one it names, else those that speak of the subject."""
    if source.article:
        wanted = headline_key(source.article)
        return frozenset(article.number for article in found if headline_key(article.headline) == wanted)
    if len(found) == 1:
        return frozenset({found[0].number})
    pattern = subject_pattern(topic)
    return frozenset(
        article.number
        for article in found
        if pattern.search(article.headline)
        or sum(len(pattern.findall(p.text(document))) for p in article.paragraphs) >= 2
    )


def headline_key(headline: str) -> str:
    """The form in which headlines are compared."""
    return normalise(headline).text.casefold()


def relevant(unit: Unit, body_before: int) -> bool:
    """Whether a unit of a chosen article says something: not furniture, not a section label.

    `body_before` is the number of sentences of running text before the unit: labels stand above the text.
    """
    if unit.furniture:
        return False
    if unit.block is not BlockKind.HEADING:
        return True
    if cues.GENERIC_HEADING.match(unit.text):
        return False
    return len(unit.text.split()) > 2 or body_before > 0
