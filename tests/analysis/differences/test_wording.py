from __future__ import annotations

import pytest

from generator.model import Conflict
from tests.analysis.differences.telling_apart import found, types
from tests.dispute import Said

CALLED = Said('Ilse Brannock called the report "a cheap fabrication meant to ruin us all".', speaker="Ilse Brannock")


def test_two_wordings_of_one_statement_may_be_two_translations() -> None:
    other = Said('Brannock described the report as "a cheap invention to ruin us".', speaker="Brannock")
    (difference,) = found(CALLED, other)
    assert (difference.about, difference.kind) == ("wording", Conflict.LOOKALIKE)


@pytest.mark.parametrize(
    "other",
    [
        Said('Ilse Brannock called the report "a cheap fabrication".', speaker="Ilse Brannock"),
        Said('Ilse Brannock called the fine "a small price for peace".', speaker="Ilse Brannock"),
        Said('Maren Holt called the report "a cheap invention to ruin us".', speaker="Maren Holt"),
    ],
)
def test_a_shorter_quotation_another_statement_another_speaker(other: Said) -> None:
    assert types(CALLED, other) == []
