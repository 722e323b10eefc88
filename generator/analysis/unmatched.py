"""Rebuttals that may answer a charge though nothing ties them to it: beside them no page says that the charge has no answer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence

from generator.analysis.alleged import Alleged
from generator.analysis.answer_kinds import declines
from generator.analysis.whose import Whose
from generator.model import BlockKind, Passage, Role, Side

_Article = tuple[str, int]


class Unmatched:
    """The rebuttals of all articles, sure or not, by somebody named, that are tied to no charge and make none in return.

    What an article says in its own voice answers the dispute as a whole, and what the accused say elsewhere may be of another charge.
    """

    def __init__(self, passages: Sequence[Passage], told: Collection[str], whose: Whose) -> None:
        """`told`: ids of the claims whose place is known: they answer a charge, or make one in return."""
        self._whose = whose
        self._rebuttals: dict[_Article, list[Passage]] = defaultdict(list)
        for passage in passages:
            if passage.role is Role.REBUTTAL and self._may_stand(passage) and passage.claim not in told:
                self._rebuttals[passage.source, passage.article].append(passage)

    @staticmethod
    def _may_stand(passage: Passage) -> bool:
        return (
            bool(passage.speaker)
            and passage.relevant
            and passage.block is not BlockKind.HEADING
            and not declines(passage)
        )

    def may_answer(self, alleged: Alleged) -> bool:
        """Whether one stands in an article that makes the charge, by its accused or by somebody who may be the accused under another name."""
        own = {passage.id for passage in alleged.passages}
        making = {(passage.source, passage.article) for passage in alleged.passages}
        return any(
            passage.id not in own and self._may(passage, alleged)
            for article in making
            for passage in self._rebuttals.get(article, ())
        )

    def _may(self, passage: Passage, alleged: Alleged) -> bool:
        """Whoever is not with the accuser can be the accused under another name ("the Respondent"), where the charge names none."""
        accuses = Side.ACCUSED if alleged.counter else Side.ACCUSES
        if self._whose.related(passage.speaker, alleged.accuser) or self._whose.side(passage.speaker) is accuses:
            return False
        return not alleged.accused or any(self._whose.related(passage.speaker, one) for one in alleged.accused)
