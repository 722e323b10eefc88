"""From blocks to paragraphs of articles: what a page's layout interleaves, cuts and decorates is put right here.

A newspaper page interleaves articles, cuts sentences at column ends and sets captions and furniture between the pieces.
Text coordinates are kept throughout: a paragraph is one or more pieces of `Document.text`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.analysis import columns, headlines
from generator.analysis.columns import Piece
from generator.analysis.furniture import is_byline, is_furniture, is_jump, is_page_number, is_title_line
from generator.analysis.headlines import OPEN_WORD, TERMINAL
from generator.model import Block, BlockKind, Document, Span

_NEAR = 3
"""Blocks after a headline among which a byline or jump line is looked for."""
_FEWEST_HEADLINES = 2
"""Fewer make no page of several articles."""
_FEWEST_BESIDE = 4
"""Words of the blocks beside a running head; cells of a table stand beside shorter ones."""
_LEADING = 4
"""Blocks at the beginning of an article among which its headline is looked for."""
_SHORTEST_HEADLINE = 4
"""Words of a headline that is preferred to a section's label beside it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading or list item, put together again."""

    kind: BlockKind
    pieces: tuple[Span, ...]
    furniture: bool
    """Caption, byline, credit, jump line, address, promotion: never part of what an article says."""
    level: int = 0

    def text(self, document: Document) -> str:
        return " ".join(document.slice(piece) for piece in self.pieces)

    @property
    def body(self) -> bool:
        """Whether it is running text or a list item."""
        return self.kind is not BlockKind.HEADING and not self.furniture


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a file."""

    number: int
    headline: str
    """Empty where none is found."""
    item: int
    """Index into `Document.items`."""
    paragraphs: tuple[Paragraph, ...]


def articles(document: Document) -> tuple[Article, ...]:
    """The articles in a file, in the order of their headlines, their paragraphs put together."""
    found: list[Article] = []
    of_item: list[list[Block]] = [[] for _ in document.items]
    for block in document.blocks:
        of_item[block.item].append(block)
    for index, blocks in enumerate(of_item):
        for paragraphs in _split(document, _paragraphs(document, blocks)):
            headline = _headline(document, index, _shown_headline(document, paragraphs))
            found.append(Article(len(found), headline, index, tuple(_join_columns(document, paragraphs))))
    return tuple(found)


def _headline(document: Document, item: int, shown: str) -> str:
    """A feed states the headline of each item; elsewhere the headline is what the page shows, and a stated title stands in."""
    stated = document.items[item].metadata.get("title", "")
    return (stated or shown) if document.format == "feed" else (shown or stated)


def _paragraphs(document: Document, blocks: Sequence[Block]) -> list[Paragraph]:
    texts = [document.slice(block.span) for block in blocks]
    repeated = {text for text, n in Counter(filter(is_title_line, texts)).items() if n > 1}
    found: list[Paragraph] = []
    after = ""
    for index in reversed(range(len(blocks))):
        block, text = blocks[index], texts[index]
        beside = [*texts[max(0, index - 1) : index], *texts[index + 1 : index + 2]]
        set_off = all(len(other.split()) >= _FEWEST_BESIDE for other in beside)
        running = is_page_number(text) or text in repeated
        found.append(_paragraph(block, text, after, running and set_off))
        after = after if found[-1].furniture else text
    return found[::-1]


def _paragraph(block: Block, text: str, after: str, running: bool) -> Paragraph:
    """A block by itself; `after` is the next one that is no furniture, `running` whether it is a line that pages repeat."""
    marked = block.kind is not BlockKind.PARAGRAPH
    # What stands above words that begin in small letters stands in mid-sentence: a running head, or the end of a column.
    amid = after[:1].islower()
    furniture = is_furniture(text) or (not marked and (running or (amid and is_title_line(text))))
    kind = block.kind
    if not (marked or furniture or amid) and headlines.looks_like_heading(text):
        kind = BlockKind.HEADING
    return Paragraph(kind, (block.span,), furniture, block.level)


def _split(document: Document, paragraphs: Sequence[Paragraph]) -> list[list[Paragraph]]:
    """Parts a file into its articles, if it is a page of several; else it is one article."""
    pieces = [_piece(document, paragraphs, index) for index in range(len(paragraphs))]
    if sum(piece.headline > columns.UNLIKELY for piece in pieces if piece.heading) < _FEWEST_HEADLINES:
        return [list(paragraphs)]
    found: dict[int, list[Paragraph]] = {}
    for paragraph, home in zip(paragraphs, columns.homes(pieces), strict=True):
        found.setdefault(home, []).append(paragraph)
    return _with_text([found[home] for home in sorted(found)])


def _with_text(parts: Sequence[list[Paragraph]]) -> list[list[Paragraph]]:
    """Headlines under which nothing stands, such as links to other articles, go to the part before them."""
    kept: list[list[Paragraph]] = []
    for part in parts:
        if kept and not any(paragraph.kind is BlockKind.PARAGRAPH and paragraph.body for paragraph in part):
            kept[-1] += part
        else:
            kept.append(part)
    return kept


def _piece(document: Document, paragraphs: Sequence[Paragraph], index: int) -> Piece:
    paragraph = paragraphs[index]
    text = paragraph.text(document)
    heading = paragraph.kind is BlockKind.HEADING and not paragraph.furniture
    near = paragraphs[index + 1 : index + 1 + _NEAR] if heading else []
    return Piece(
        text,
        furniture=paragraph.furniture,
        jump=is_jump(text),
        heading=heading,
        headline=headlines.odds(text, paragraph.level > 0) if heading else 0.0,
        signed=any(is_byline(other.text(document)) for other in near),
        item=paragraph.kind is BlockKind.ITEM,
        small=text[:1].islower(),
        open=not heading and not TERMINAL.search(text),
    )


def _shown_headline(document: Document, paragraphs: Sequence[Paragraph]) -> str:
    """The headline that stands at the beginning of an article: no section's label above it, and no line below it."""
    leading = [p for p in paragraphs[:_LEADING] if p.kind is BlockKind.HEADING and not p.furniture]
    long_enough = [p for p in leading if len(p.text(document).split()) >= _SHORTEST_HEADLINE]
    chosen = long_enough or leading
    while len(chosen) > 1 and chosen[0].level == chosen[1].level > 0 and _adjoin(paragraphs, chosen[0], chosen[1]):
        chosen = chosen[1:]
    return chosen[0].text(document) if chosen else ""


def _adjoin(paragraphs: Sequence[Paragraph], first: Paragraph, second: Paragraph) -> bool:
    return paragraphs.index(second) == paragraphs.index(first) + 1


def _join_columns(document: Document, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Puts sentences together that a column end has cut, also past a caption and a heading set between."""
    joined: list[Paragraph] = []
    last_body, past_heading = -1, False
    for paragraph in paragraphs:
        if last_body >= 0 and _continues(document, joined[last_body], paragraph, past_heading):
            before = joined[last_body]
            joined[last_body] = replace(before, pieces=before.pieces + paragraph.pieces)
            past_heading = False
            continue
        joined.append(paragraph)
        if paragraph.furniture:
            continue
        past_heading = paragraph.kind is BlockKind.HEADING
        if not past_heading:
            last_body = len(joined) - 1 if paragraph.kind is BlockKind.PARAGRAPH else -1
    return joined


def _continues(document: Document, before: Paragraph, paragraph: Paragraph, past_heading: bool) -> bool:
    """Whether a paragraph goes on with the sentence in which the one before stops."""
    if paragraph.furniture or paragraph.level or paragraph.kind is BlockKind.ITEM:
        return False
    start, end = paragraph.text(document)[:1], document.slice(before.pieces[-1])
    if TERMINAL.search(end):
        return False
    if start.islower():
        return True
    # A comma before a capital is as often a stop that was read badly.
    adjoins = paragraph.kind is BlockKind.PARAGRAPH and not past_heading
    return adjoins and not end.endswith(",") and bool(OPEN_WORD.search(end))
