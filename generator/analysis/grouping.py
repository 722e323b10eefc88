"""Which allegations are one charge: one accuser, nobody else accused, one matter.

The accuser is one by name, alias or short form, or one speaks for the other. The matter is one where the allegations stand together, or share rare
words or a figure, in one source or in several. Where their figures or days conflict they have to be the more alike, so that one happening in two
versions stays one charge and two happenings stay two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from generator.analysis import accusing
from generator.analysis.matters import Matter, Matters
from generator.analysis.whose import Whose
from generator.model import BlockKind, Claim, Passage

ONE_MATTER = 0.34
"""Least likeness of two allegations of one accuser for one charge. Tuned on the piles for development of `benchmarks/quality/answers.py`, as the next two."""
ONE_MATTER_OF_RELATED = 0.4
"""The same where one accuser only speaks for the other."""
ONE_HAPPENING = 0.5
"""The same where figures or days conflict: one happening in two versions."""
SHARED_DOCUMENT = 0.15
"""What it adds that both are told of a document of one kind, by one accuser: "the memo"."""
REACH = 8
"""Passages from a lead-in to the last item of its list, and from an allegation to one that leans on it."""
_THE_SAME = re.compile(r"(?:the|these|those|such) (?:allegations?|accusations?|claims?|charges?)\b", re.IGNORECASE)
_LEANING = re.compile(r"[“\"]?(?:this|that|it|these|those|they|such)(?:['’]s|['’]re)?\b", re.IGNORECASE)


@dataclass(slots=True)
class Group:
    """Claims that are one charge."""

    claims: list[Claim] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    articles: dict[tuple[str, int], list[Passage]] = field(default_factory=dict)
    """The passages by source and article."""
    accused: dict[str, None] = field(default_factory=dict)
    """Names, in the order met."""
    matters: dict[Matter, None] = field(default_factory=dict)
    """What the passages speak of, each once: articles copy from each other."""

    def take(self, claim: Claim, accused: Iterable[str], matters: Matters) -> None:
        self.claims.append(claim)
        self.passages.extend(claim.passages)
        self.accused.update(dict.fromkeys(accused))
        self.matters.update((matters.of(p), None) for p in claim.passages)
        for p in claim.passages:
            self.articles.setdefault((p.source, p.article), []).append(p)

    def beside(self, claim: Claim) -> list[tuple[Passage, Passage]]:
        """Each passage of the claim with each of the group that stands in one article with it."""
        return [(a, b) for b in claim.passages for a in self.articles.get((b.source, b.article), ())]


def grouped(found: Iterable[Claim], whose: Whose, matters: Matters) -> list[Group]:
    """The claims by charge. Only charges of one lineage of accusers are compared."""
    groups: list[Group] = []
    of_accuser: dict[str, dict[int, None]] = defaultdict(dict)
    for claim in found:
        first = claim.passages[0]
        keys = sorted(whose.lineage(first.speaker)) or [f"{first.source}:{first.article}:{first.paragraph}"]
        accused = [name for p in claim.passages for name in accusing.accused(p, whose)]
        near = sorted({number for key in keys for number in of_accuser[key]})
        kin = [(_kinship(groups[number], claim, accused, whose, matters), -number) for number in near]
        best, number = max(kin, default=(0.0, 0))
        if not best:
            number = -len(groups)
            groups.append(Group())
        groups[-number].take(claim, accused, matters)
        for key in keys:
            of_accuser[key][-number] = None
    return groups


def _kinship(group: Group, claim: Claim, accused: Collection[str], whose: Whose, matters: Matters) -> float:
    """How surely a claim goes with a charge: 0 where it does not, the most where it goes on from one of its sentences."""
    speaker, accuser = claim.passages[0].speaker, group.passages[0].speaker
    if not speaker or not accuser:
        return 2.0 * (speaker == accuser)
    if not whose.related(accuser, speaker):
        return 0.0
    beside = group.beside(claim)
    if any(_speaks_of(a, b) for a, b in beside):
        return 3.0
    if not accusing.agree(group.accused, accused, whose):
        return 0.0
    if any(_goes_on(a, b, matters) for a, b in beside):
        return 2.0
    told = dict.fromkeys(matters.of(p) for p in claim.passages)
    alike = max(one_matter(a, b, matters) for a in group.matters for b in told)
    return alike if alike >= (ONE_MATTER if whose.same(accuser, speaker) else ONE_MATTER_OF_RELATED) else 0.0


def one_matter(one: Matter, other: Matter, matters: Matters) -> float:
    """Likeness of two matters of one accuser: 0 where figures or days conflict and little else agrees, over 1 where a figure or a document is in both."""
    alike = matters.likeness(one, other) + SHARED_DOCUMENT * bool(one.documents & other.documents)
    if one.shares_figure(other) or one.tells_of_document(other):
        return 1.0 + alike
    conflict = one.differs(other) or (one.days and other.days and not one.days & other.days)
    return alike if not conflict or alike >= ONE_HAPPENING else 0.0


def _speaks_of(a: Passage, b: Passage) -> bool:
    """Whether the later of two passages of an article begins with the allegations that the earlier one made: "The allegations, detailed in ..."."""
    later = max(a, b, key=lambda p: p.order)
    return 0 < abs(a.order - b.order) <= REACH and bool(_THE_SAME.match(later.text))


def _goes_on(a: Passage, b: Passage, matters: Matters) -> bool:
    """Whether the later of two allegations of an article only goes on with the earlier one and opens no accusation of its own."""
    later = max(a, b, key=lambda p: p.order)
    apart = abs(a.order - b.order)
    if BlockKind.ITEM in (a.block, b.block):
        return apart <= REACH
    one_document = bool(matters.of(a).documents & matters.of(b).documents)
    leans = apart <= REACH and bool(_LEANING.match(later.text))
    together = a.paragraph == b.paragraph or one_document or leans
    return together and not accusing.opens_another(later.text)
