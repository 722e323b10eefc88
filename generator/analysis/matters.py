"""What is alleged: the words of an allegation that name its matter, its figures and days, and how alike two matters are."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.analysis import verbs
from generator.analysis.whose import Whose
from generator.model import Passage

_WORD = re.compile(r"[^\W\d_]{3,}")
_ENDING = re.compile(r"(?:ations?|ments?|ings?|ies|ied|ers?|ed|es|ly|s|e|y)$")
_COMMON = frozenset(
    "the and for that this with from have has had was were are been being not its his her their they them who whom which what when where while whose "  # noqa: SIM905
    "also than then there these those such some any all each every other another only more most much many very over under into onto out off about after "
    "before against between during without within through because since until but nor yet however although though would could should may might must can "
    "will shall did does done one two three four five six seven eight nine ten first second last new old own same still even just too again further per "
    "year years month months week weeks day days time times today monday tuesday wednesday thursday friday saturday sunday january february march april "
    "june july august september october november december people person anyone nobody someone everyone thing things way ways make makes made take takes "
    "took give gives gave get got put let use used using called known held according spokesman spokeswoman spokesperson company firm group".split()
)
_SPEAKING = frozenset(
    "claim claims allegation allegations accusation accusations charge charges statement statements report reports reported letter memo memorandum cable "  # noqa: SIM905
    "issued issues published publishes released releases circulated filed signed sent document article paper study petition complaint notice answer "
    "answers answered reply replied response responded speaks spoke spoken".split()
)
_SAYING = frozenset(
    "say tell state add claim allege accuse charge warn report write deny reject argue describe call note repeat reply answer respond insist maintain".split()  # noqa: SIM905
)
LEAST_TELLING = 4.0
"""Weight below which a sentence says too little for its share of common words to mean anything; about two words that stand in no other passage."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A rough stem: forging, forged and forgery are one."""
    return _ENDING.sub("", word)[:6] if len(word) > 4 else word


@dataclass(frozen=True, slots=True)
class Matter:
    """What one passage, or several together, speak of."""

    words: frozenset[str]
    """Stems of content words, without names and without verbs and nouns of saying."""
    figures: frozenset[tuple[float, str]]
    """Value and unit."""
    days: frozenset[str]
    """EDTF values of dates that are days."""
    documents: frozenset[str]
    """Kinds of document it is told in: "memo"."""
    issued: frozenset[str]
    """Those of them that it says were issued, written or sent."""

    def __or__(self, other: Matter) -> Matter:
        return Matter(
            self.words | other.words,
            self.figures | other.figures,
            self.days | other.days,
            self.documents | other.documents,
            self.issued | other.issued,
        )

    def differs(self, other: Matter) -> bool:
        """Whether both count the same thing and none of the counts agree."""
        units = {unit for _, unit in self.figures} & {unit for _, unit in other.figures} - {""}
        return any(
            not {v for v, u in self.figures if u == unit} & {v for v, u in other.figures if u == unit} for unit in units
        )

    def tells_of_document(self, other: Matter) -> bool:
        """Whether both tell that a document of one kind was issued, on days that may be two versions of one day."""
        days = [(_day(mine), _day(theirs)) for mine in self.days for theirs in other.days]
        near = any(abs((mine - theirs).days) <= DAYS_APART for mine, theirs in days)
        return near and bool(self.issued & other.issued)

    def shares_figure(self, other: Matter) -> bool:
        """Whether a figure that is no small count stands in both."""
        return bool({v for v, _ in self.figures if v > SMALL} & {v for v, _ in other.figures if v > SMALL})


SMALL_PILE = 20
"""Passages added to the count, so that in a pile of a few passages a word that two of them share still tells."""
DAYS_APART = 7
"""Days between which two sources may date one document; a body seldom issues two of a kind on one matter within a week."""
_ISSUED = re.compile(
    r"\b(?:issued|published|released|circulated|filed|signed|sent|wrote)\b(?P<what>[^.,;:]{3,60})", re.IGNORECASE
)
SMALL = 12
"""Counts up to a dozen recur by chance."""
_SAME_DOCUMENT = {"memorandum": "memo", "briefing": "brief", "lawsuit": "complaint"}


def documents(text: str) -> frozenset[str]:
    """Kinds of document that a text names, synonyms as one."""
    found = (match[0].lower() for match in verbs.DOCUMENTS.finditer(text))
    return frozenset(_SAME_DOCUMENT.get(word, word) for word in found)


def _day(value: str) -> date:
    return date.fromisoformat(value)


def _is_day(value: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", value))


class Matters:
    """Matters of passages, weighed by how rare their words are among all passages of the pile."""

    def __init__(self, whose: Whose, passages: Iterable[Passage]) -> None:
        self._whose = whose
        terms = (*whose.topic.terms, whose.topic.subject)
        self._of_topic = frozenset(stem(word) for term in terms for word in _WORD.findall(term.lower()))
        self._made = {p.id: self._matter(p) for p in passages if p.relevant}
        count = Counter(word for matter in self._made.values() for word in matter.words)
        total = len(self._made)
        self._weights = {word: math.log((SMALL_PILE + total) / n) for word, n in count.items()}
        self._whole = {matter.words: self.weight(matter.words) for matter in self._made.values()}

    def of(self, passage: Passage) -> Matter:
        """The matter of a relevant passage."""
        return self._made[passage.id]

    def weight(self, words: Iterable[str]) -> float:
        """Sum of the words' weights: the rarer, the heavier."""
        return math.fsum(self._weights[word] for word in words)

    def likeness(self, one: Matter, other: Matter) -> float:
        """0 to 1: how much of the lesser matter's words, by weight, stand in the other."""
        shared = one.words & other.words
        if not shared:
            return 0.0
        wholes = (self._whole.get(matter.words) or self.weight(matter.words) for matter in (one, other))
        least = max(LEAST_TELLING, min(wholes))
        return min(1.0, self.weight(shared) / least)

    def _matter(self, passage: Passage) -> Matter:
        bare = self._whose.without_names(passage.text).lower()
        words = frozenset(
            stem(word)
            for word in _WORD.findall(bare)
            if word not in _COMMON and word not in _SPEAKING and verbs.LEMMAS.get(word) not in _SAYING
        )
        return Matter(
            words - self._of_topic,
            frozenset((number.value, number.unit) for number in passage.numbers),
            frozenset(day.value for day in passage.dates if _is_day(day.value)),
            documents(passage.text),
            documents(" ".join(match["what"] for match in _ISSUED.finditer(passage.text))),
        )
