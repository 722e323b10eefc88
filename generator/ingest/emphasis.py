"""Which asterisks, underscores and tildes of a Markdown text are markup, by the rule of what stands beside them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(slots=True)
class Run:
    """A run of one delimiter: the characters `start` to `end`, of which fewer are left as pairs are found."""

    sign: str
    start: int
    end: int
    opens: bool
    closes: bool

    def __len__(self) -> int:
        return self.end - self.start


def run(text: str, start: int, end: int) -> Run:
    """The run of delimiters at `start` to `end` of `text`, with what it can do there.

    It opens where text follows it, closes where text precedes it; underscores do neither inside a word.
    """
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    opens = not after.isspace() and (not _is_punctuation(after) or before.isspace() or _is_punctuation(before))
    closes = not before.isspace() and (not _is_punctuation(before) or after.isspace() or _is_punctuation(after))
    if text[start] == "_":
        opens, closes = (
            opens and (not closes or _is_punctuation(before)),
            closes and (not opens or _is_punctuation(after)),
        )
    return Run(text[start], start, end, opens, closes)


def markup(runs: list[Run]) -> Iterator[tuple[int, int]]:
    """Ranges of the delimiters that have a partner. `runs` are in order; their lengths are used up."""
    waiting: dict[str, list[Run]] = {}
    for closer in runs:
        openers = waiting.setdefault(closer.sign, [])
        while closer.closes and len(closer) and openers:
            opener = openers[-1]
            length = 2 if min(len(opener), len(closer)) >= 2 else 1
            yield opener.end - length, opener.end
            yield closer.start, closer.start + length
            opener.end -= length
            closer.start += length
            if not len(opener):
                openers.pop()
        if closer.opens and len(closer):
            openers.append(closer)


def _is_punctuation(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
