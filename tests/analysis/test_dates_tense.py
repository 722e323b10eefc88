from __future__ import annotations

import pytest

from generator.analysis.dates import tense
from generator.model import Span


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("The board said on [Monday] that it will close.", -1),
        ("The board said it will close on [Monday].", 1),
        ("On [Monday], the board will close the kiln.", 1),
        ("On [Monday], the board closed the kiln.", -1),
        ("The kiln had been due to close on [Monday].", -1),
        ("The kiln was due to close on [Monday].", 1),
        ("They planned to march on [Monday].", 1),
        ("The kiln may close as soon as [Monday].", 1),
        ("On May 3 the kiln and, on [Monday], the store", 0),
        ("It will close. The store opened on [Monday].", -1),
        ("It will close; the store opened on [Monday].", -1),
        ("They’ll march on [Monday].", 1),
        ("[Monday]", 0),
    ],
)
def test_direction(text: str, direction: int) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert tense.direction(text.replace("[", "").replace("]", ""), Span(start, end)) == direction
