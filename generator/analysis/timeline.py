"""The events of the timeline: dated happenings of the dispute, each under the day that its words give for it.

Most dates in an article date nothing that belongs on a timeline: notices, adverts, the opening hours, where a count begins, a bound, a figure's year.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.analysis import dates, relevance
from generator.analysis.dates import tense
from generator.analysis.whose import Whose
from generator.model import BlockKind, Conflict, DateMention, Disagreement, Event, Passage, Role, Side, Span, Topic

_BOUND = re.compile(
    r"\b(?:since|until|till|til|by|before|from|through|up to|as of|prior to|than|no later than|within|between|beyond|(?:in|on) or (?:before|after)|(?:twice|once|times?|each|every|per)(?: in)?|an?|any|one|some|most|first|second|third|final)"
    r"\s+(?:at\s+least\s+|about\s+)?(?:the\s+)?(?:(?:start|end|beginning|middle|close)\s+of\s+|early[\s-]|late[\s-]|mid-?)?$",
    re.IGNORECASE,
)
"""What makes of the date after it a limit, the start of a count, one term of a comparison, or a rate."""
_OPENS_WITH_BOUND = re.compile(r"(?:since|until|till|by|before|from|through|between)\b", re.IGNORECASE)
_SECOND = re.compile(r"\b(?:between|from)\s+(?:[\w,]+\s+){1,3}(?:and|to)\s+$", re.IGNORECASE)
"""The other end of a stretch of time."""
_OF_YEAR = re.compile(r"\bof\s+(?:the\s+)?(?:\d{4}(?:,|\s+and|\s+or|\s+to)\s+)?$", re.IGNORECASE)
_FIGURE_OF = re.compile(r"(?:\d|\bper ?cent|%|\b(?:million|billion))\s+in\s+$", re.IGNORECASE)
_IN_NAME = re.compile(r"\b(?!(?:In|By|On|For|And|But|During|Early|Late)\b)[A-Z][\w’'-]+\s+$")
"""A name that ends in a year: "Lisbon 2036"."""
_BEFORE_NOUN = re.compile(r"\b(?:the|an?|its|his|her|their|our|this|that)\s+$", re.IGNORECASE)
_NOUN = re.compile(r"\s+[A-Za-z]")
_POSSESSIVE = re.compile(r"\s*[’']s?\b")
_CLAUSE = re.compile(r"[;:]|,\s+(?:and|but|while|who|which|where|when|as)\b|\s[–—-]\s")
_UNREAL = re.compile(r"\b(?:may|might|could|would|should)\s+(?:\w+\s+)?have\b", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
_MEASURED = re.compile(
    r"\b(?:(?:is|are|was|were|been|averaged|totall?ed|stood at|amounted to|accounted for|numbered|employed)\s+(?:(?:about|around|nearly|almost|some|only|just|over|at)\s+)*"
    r"|(?:costs?|drew|earned|received|sold|made|held|used|produced|spent|slid\w*)\s+(?:\w+\s+){0,2})[$£€]?\d",
    re.IGNORECASE,
)
"""A figure that held for a time: the year is that of the figure, not of a happening."""
_SCHEDULED = re.compile(
    r"\b(?:hears?|meets?|votes?|rules?|decides?|opens?|begins?|starts?|resumes?|closes?|ends?|expires?|takes? (?:effect|place)|comes? into (?:force|effect)|goes (?:to|before)|falls due|returns?)\b"
)
_NOTICE = re.compile(
    r"^(?:next (?:week|month|time|issue)|coming up|in (?:our|the) next (?:issue|edition|episode))\b|\bother news\b|^(?:elsewhere|also (?:this|in the) \w+)\b"
    r"|\b(?:tickets? (?:from|at|cost|are|on)|members go free|free (?:entry|admission)|admission|book (?:now|early|online)|doors open|open (?:daily|until|from)|bake sale|raffle|bring (?:a|your)|sign up|register (?:now|by|at)|rsvp|on sale|opening hours|half price)\b",
    re.IGNORECASE,
)
_PROCEEDINGS = re.compile(
    r"\b(?:courts?|jur(?:y|ies|ors?)|judges?|tribunal|panel|trial|hearing|inquiry|investigat\w+|parliament|senate|senators?|congress|council(?:lors?)?|commission(?:ers?)?|committee|ministers?|ministry|regulators?|inspectors?|prosecutors?|police|"
    r"ruling|ruled|verdict|sued|lawsuit|appeal(?:ed|s)?|bill|law|act|directive|memo(?:randum)?|report|petition|complaint|arrested|resigned|fined|banned|suspended|vot(?:e|es|ed)|ballot|contract|settlement|strike|board|notice|inquest|charged|acquitted|convicted|sentenced)\b",
    re.IGNORECASE,
)
"""What a dispute is carried on by: an article of the topic that tells of it tells of the dispute."""


_WORD = re.compile(r"[^\W\d_]{5,}")
_COMMON = "about after again anyone being before between blame could every first handled should their there these those under until where whether which while would years people public"
"""Words of a question that say nothing of its matter."""


def events(passages: Sequence[Passage], found: Sequence[Disagreement], topic: Topic) -> tuple[Event, ...]:
    """Dated happenings in the order of their first date; one whose date the sources dispute is one event with both dates."""
    disputed = [
        event
        for d in found
        if d.about == "date" and d.kind is Conflict.INCOMPATIBLE and d.values and (event := _disputed(d))
    ]
    taken = {p.id for event in disputed for p in event.passages}
    made = _one_each(disputed)
    about = _About(topic, passages, found)
    for passage in passages:
        if not passage.relevant or passage.block is BlockKind.HEADING or passage.id in taken:
            continue
        mention = _dating(passage)
        if mention and about.tells(passage):
            made.append(Event((mention.value,), (passage,)))
    return tuple(sorted(made, key=_when))


class _About:
    """Whether a passage speaks of the topic, its parties, or of how the dispute is carried on."""

    def __init__(self, topic: Topic, passages: Sequence[Passage], found: Sequence[Disagreement]) -> None:
        self._compared = {passage.id for one in found for passage in one.versions}
        self._terms = relevance.subject_pattern(topic)
        asked = " ".join((topic.title, topic.question, topic.subject, *topic.terms))
        self._words = frozenset(_stems(asked)) - frozenset(_stems(_COMMON))
        self._whose = Whose(topic, passages)
        self._last: dict[tuple[str, int], int] = defaultdict(int)
        for passage in passages:
            article = (passage.source, passage.article)
            self._last[article] = max(self._last[article], passage.paragraph)

    def tells(self, passage: Passage) -> bool:
        """Whether an event of the dispute can be told here; in an article's last paragraph, where notices stand, its own words must say of what."""
        named = passage.id in self._compared or self._names(passage)
        if _NOTICE.search(passage.text) and not self._terms.search(passage.text):
            return False
        if named or self._ends(passage):
            return named
        said = passage.sure and passage.role in {Role.ALLEGATION, Role.REBUTTAL}
        by_party = (
            self._whose.party(passage.speaker) is not None or self._whose.side(passage.speaker) is not Side.NEITHER
        )
        asked = not self._words.isdisjoint(_stems(passage.text))
        return said or by_party or asked or bool(_PROCEEDINGS.search(passage.text))

    def _names(self, passage: Passage) -> bool:
        if self._terms.search(passage.text):
            return True
        return any(self._whose.party(mention.name) for mention in self._whose.mentioned(passage.text))

    def _ends(self, passage: Passage) -> bool:
        last = self._last[passage.source, passage.article]
        return last > 0 and passage.paragraph == last


def _stems(text: str) -> Iterator[str]:
    """Its longer words without what inflects them, as far as that takes no dictionary."""
    for word in _WORD.findall(text.casefold()):
        yield word.removesuffix("s").removesuffix("e")


def _dating(passage: Passage) -> DateMention | None:
    """The first of its dates on which something happened, or is to happen; None where there is none."""
    if passage.text.rstrip("\"”’') ").endswith("?"):
        return None
    return next((m for m, span in _placed(passage) if m.value and _happens(passage.text, m, span)), None)


def _placed(passage: Passage) -> Iterator[tuple[DateMention, Span]]:
    """Each mention with its place in the passage's own text."""
    at = 0
    for mention in passage.dates:
        words = " ".join(mention.words.split())
        start = passage.text.find(words, at)
        if start >= 0:
            yield mention, Span(start, start + len(words))
            at = start + 1


def _happens(text: str, mention: DateMention, span: Span) -> bool:
    """Whether a verb of the sentence tells of something at that time: no bound, no figure's year, no habit, nothing supposed."""
    before, after = text[: span.start], text[span.end :]
    year_only = len(mention.value) <= len("2026")
    if _BOUND.search(before) or _SECOND.search(before) or _OPENS_WITH_BOUND.match(mention.words):
        return False
    if year_only and _is_attribute(mention, before, after):
        return False
    clause = _clause(text, span)
    words = f"{text[clause.start : span.start]} {text[span.end : clause.end]}"
    if (
        _UNREAL.search(words)
        or _SUPPOSED.search(text, clause.start, span.start)
        or (year_only and _MEASURED.search(words))
    ):
        return False
    return tense.tells(words) or bool(_SCHEDULED.search(words))


def _is_attribute(mention: DateMention, before: str, after: str) -> bool:
    """Whether a year belongs to a noun or a figure: "the 1963 Act", "the letter of 1936", "next year's budget", "74 per cent in 2013"."""
    if any(pattern.search(before) for pattern in (_OF_YEAR, _FIGURE_OF, _IN_NAME)):
        return True
    if _POSSESSIVE.match(after) or mention.words.endswith(("’s", "'s")):
        return True
    return bool(_BEFORE_NOUN.search(before) and _NOUN.match(after))


def _clause(text: str, span: Span) -> Span:
    """The clause that holds a place of the text, by the signs that part clauses."""
    starts = [match.end() for match in _CLAUSE.finditer(text, 0, span.start)]
    end = _CLAUSE.search(text, span.end + 1)
    return Span(starts[-1] if starts else 0, end.start() if end else len(text))


def _disputed(disagreement: Disagreement) -> Event | None:
    """The event of a disputed date; None where fewer than two of its dates stand in the passages themselves."""
    stated = [
        (value, passage)
        for value, passage in zip(disagreement.values, disagreement.versions, strict=True)
        if any(mention.value == value for mention in passage.dates)
    ]
    values = sorted({value for value, _ in stated})
    return Event(tuple(values), tuple(passage for _, passage in stated)) if len(values) > 1 else None


def _one_each(disputed: Sequence[Event]) -> list[Event]:
    """A passage is told under one disputed event, the first."""
    kept: list[Event] = []
    for event in disputed:
        if not any(p in other.passages for other in kept for p in event.passages):
            kept.append(event)
    return kept


def _when(event: Event) -> tuple[bool, str, str]:
    first = dates.earliest(event.values[0])
    return (first is None, first.isoformat() if first else event.values[0], event.passages[0].id)
