"""What the check is told of the sources beyond their text, and how it reads the sentences of a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import DateMention, Number, Passage, Span


def _whole(text: str) -> Sequence[Span]:
    return (Span(0, len(text)),) if text else ()


@dataclass(frozen=True, slots=True)
class Reading:
    """Handed to the check by whoever calls it. The default knows nothing: a paragraph is one sentence, no figure is read."""

    passages: Mapping[str, Sequence[Passage]] = field(default_factory=dict)
    """By key of the source, in the source's order."""
    sentences: Callable[[str], Sequence[Span]] = _whole
    """Where the sentences of a paragraph are."""
    numbers: Callable[[str], Sequence[Number]] = lambda _: ()
    """The figures in a text, without those of dates."""
    dates: Callable[[str], Sequence[DateMention]] = lambda _: ()
    """The dates in a text, read without knowing when it was written."""


NOTHING = Reading()
