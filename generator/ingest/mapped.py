"""Text that remembers where each of its characters came from.

Reading a file means taking things out (markup), replacing things (entities, runs of white space) and putting pieces
together, often in several layers: a feed holds escaped HTML, which holds escaped characters. Every step is a `sub`, a
slice or a `join` of `Mapped` values, so the way back to the raw file composes by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain


@dataclass(frozen=True, slots=True, eq=False)
class Mapped:
    """A string with the raw range of each character: `len(text) == len(starts) == len(ends)`.

    Both sequences never fall, and `starts[i] <= ends[i]`. Characters that stand for the same piece of the raw file (the
    two code points that one entity names) share its range.
    """

    text: str
    starts: Sequence[int]
    """Raw start of each character."""
    ends: Sequence[int]
    """Raw end of each character."""

    @classmethod
    def whole(cls, raw: str) -> Mapped:
        """The raw file itself: each character is where it is."""
        return cls(raw, range(len(raw)), range(1, len(raw) + 1))

    @classmethod
    def standing_for(cls, text: str, start: int, end: int) -> Mapped:
        """A text all of whose characters stand for the raw range `start` to `end`."""
        return cls(text, (start,) * len(text), (end,) * len(text))

    @classmethod
    def join(cls, parts: Iterable[Mapped]) -> Mapped:
        """The parts one after the other, with nothing between them."""
        kept = [part for part in parts if part.text]
        if len(kept) == 1:
            return kept[0]
        return cls(
            "".join(part.text for part in kept),
            tuple(chain.from_iterable(part.starts for part in kept)),
            tuple(chain.from_iterable(part.ends for part in kept)),
        )

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, part: slice) -> Mapped:
        return Mapped(self.text[part], self.starts[part], self.ends[part])

    def edited(self, edits: Iterable[tuple[int, int, str]]) -> Mapped:
        """Ranges replaced: (start, end, text), in order, not empty, not overlapping.

        Every character of a replacement stands for the whole range that it replaces.
        """
        parts: list[Mapped] = []
        done = 0
        for start, end, text in edits:
            replacement = Mapped.standing_for(text, self.starts[start], self.ends[end - 1])
            parts += (self[done:start], replacement)
            done = end
        return Mapped.join([*parts, self[done:]]) if done else self

    def sub(self, pattern: re.Pattern[str], replacement: Callable[[re.Match[str]], str]) -> Mapped:
        """Each match replaced, as `re.sub` does. The pattern must not match the empty string."""
        return self.edited((*match.span(), replacement(match)) for match in pattern.finditer(self.text))

    def split(self, pattern: re.Pattern[str]) -> Iterator[Mapped]:
        """The parts between the matches."""
        done = 0
        for match in pattern.finditer(self.text):
            yield self[done : match.start()]
            done = match.end()
        yield self[done:]

    def strip(self) -> Mapped:
        """Without white space at both ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self[start : max(start, len(self.text.rstrip()))]
