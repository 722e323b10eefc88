"""A note quotes a headline where the article's text says it.

Headlines are shortened, sharpened, and written by somebody else than the author. What the article says in its text is to be quoted from
there; a headline only where nothing else says it.

Bad, where the text below the headline "Mine hid accidents, says union" has it as well:

    The mine hid accidents, the union says.[^hid]

    [^hid]: @herald "Mine hid accidents, says union"

Good:

    The mine hid three accidents, the union said.[^hid]

    [^hid]: @herald "The union alleged that the mine hid three accidents"
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.lint.page import LintPage
from generator.lint.words import share
from generator.model import BlockKind, Diagnostic, Passage

NAME = "cited-headline"

_SAYS_IT = 0.6
"""Share of the headline's content words that a sentence of the text must have to say the same. Not tuned: a headline rarely keeps more of the wording."""


def find(page: LintPage) -> Iterator[Diagnostic]:
    """One finding for each such note, where its text begins."""
    for one in page.notes.cited.values():
        if not one.passages or any(passage.block is not BlockKind.HEADING for passage in one.passages):
            continue
        body = _body(one.passages[0], page)
        best = max(body, key=lambda passage: share(one.words, passage.text), default=None)
        if best is not None and share(one.words, best.text) >= _SAYS_IT:
            yield page.at(
                one.note.line,
                one.note.body_column,
                NAME,
                "these are words of a headline, and the text says it",
                f"quote from the text: “{best.text}”",
            )


def _body(headline: Passage, page: LintPage) -> list[Passage]:
    there = page.reading.passages.get(headline.source, ())
    return [p for p in there if p.article == headline.article and p.block is not BlockKind.HEADING]
