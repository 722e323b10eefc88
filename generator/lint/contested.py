"""Which passages of a statement are contested: what one side alleges and what the other answers."""

from __future__ import annotations

from generator.lint.statements import Statement
from generator.model import Passage, Role

CONTESTED = (Role.ALLEGATION, Role.REBUTTAL)


def contested(statement: Statement) -> tuple[Passage, ...]:
    """The passages that a statement rests on, all of them surely allegations or rebuttals; none where one is anything else."""
    found = statement.passages
    return found if all(passage.role in CONTESTED and passage.sure for passage in found) else ()
