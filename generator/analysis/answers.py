"""The answers to the charges: each rebuttal beside what it answers, how it answers, and on what ground it is put there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.analysis.alleged import Alleged
from generator.analysis.answer_kinds import answer_kind, declines
from generator.analysis.matters import Matters
from generator.analysis.pairing import Pairing
from generator.analysis.whose import Whose
from generator.model import Answer, BlockKind, Claim, Passage, Role


def answers(
    alleged: Sequence[Alleged],
    found: Iterable[Claim],
    passages: Sequence[Passage],
    whose: Whose,
    matters: Matters,
    issued: Mapping[str, str],
) -> dict[int, tuple[Answer, ...]]:
    """Answers by the number of the charge in `alleged`, those with none left out. `issued`: date (EDTF) of each dated source."""
    pairing = Pairing(alleged, whose, matters, issued)
    by_id = {claim.id: claim for claim in found}
    paired: dict[int, dict[str, Answer]] = defaultdict(dict)
    for article in _articles(passages):
        for passage, ties in pairing.read(article):
            if passage.claim in by_id and not declines(passage):
                claim, kind = by_id[passage.claim], answer_kind(passage, whose)
                for tie in ties:
                    paired[tie.charge].setdefault(claim.id, Answer(claim, kind, tie.ground))
    return {number: tuple(by_claim.values()) for number, by_claim in paired.items()}


def _articles(passages: Sequence[Passage]) -> list[list[Passage]]:
    """The relevant passages of each article in the order of the text, headings left out."""
    by_article: dict[tuple[str, int], list[Passage]] = defaultdict(list)
    for passage in passages:
        if passage.relevant and passage.role is not Role.IRRELEVANT and passage.block is not BlockKind.HEADING:
            by_article[passage.source, passage.article].append(passage)
    return [sorted(article, key=lambda p: (p.paragraph, p.order)) for article in by_article.values()]
