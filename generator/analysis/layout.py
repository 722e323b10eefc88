"""From blocks to paragraphs of articles: what a page's layout interleaves, cuts and decorates is put right here.

A newspaper page interleaves articles, cuts sentences at column ends and sets captions and furniture between the pieces.
Text coordinates are kept throughout: a paragraph is one or more pieces of `Document.text`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import Block, BlockKind, Document, Span

_BYLINE = re.compile(
    r"^(?:(?:story|words|text|edited|written|reported|compiled|photos?|translated)\s+)?by[: ]\s*(?:[^.!?]|(?<=\b[A-Z])\.){2,80}$|^(?:reporting|editing) by\b.{0,120}$",
    re.IGNORECASE,
)
_JUMP = re.compile(r"^(?:from|see|continued (?:on|from)|turn to|→)\s+page\s+\w+\.?$|^page\s+\w+$", re.IGNORECASE)
_CREDIT = re.compile(
    r"[(\[]\s*(?:photo|photos|image|picture|file photo|credit|illustration|graphic|video)s?\b[^)\]]*[)\]]?\s*$"
    r"|^(?:photo|photos|image|picture|caption|credit|illustration|file photo|source|sources)s?\s*[:/]\s*.{1,200}$"
    r"|\b(?:via getty images|/getty images|/reuters|/afp|/ap photo|shutterstock)\b.{0,20}$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^\S*(?:https?://|www\.)\S+$|^\S*/\S+\.(?:jpe?g|png|gif|webp|svg|mp4|pdf)\S*$|^!?\[?\S*\]?\(?/\S+\)$",
    re.IGNORECASE,
)
_PROMOTION = re.compile(
    r"^(?:advertisement|sponsored|promoted|related(?: articles?| stories)?|read (?:more|also|next)|see also|most read|trending)\b.{0,120}(?<!\.)$"
    r"|^(?=.{0,200}$).*\b(?:subscribe (?:now|today|to)|sign up (?:for|to)|our (?:free )?newsletter|follow us|click here|all rights reserved|cookie policy"
    r"|send(?:s|ing)? you (?:the )?(?:top|best|daily|weekly)|share this (?:article|story)|download (?:our|the) app|support our journalism)\b"
    r"|^(?:©|copyright (?:©|\(c\)|\d))",
    re.IGNORECASE | re.DOTALL,
)
_TERMINAL = re.compile(r"[.!?:;…。！？][\"'”’»)\]]*$")
_OPEN_WORD = re.compile(
    r"(?:,|\b(?:a|an|the|its|his|her|their|our|of|to|in|on|at|by|for|with|from|and|or|but|as|that|which|who|is|are|was|were|has|have|had|be|been|this"
    r"|these|new|more|than|into|over|under|between))$|[A-Za-z]-$",
    re.IGNORECASE,
)


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
    for index in range(len(document.items)):
        blocks = [block for block in document.blocks if block.item == index]
        for headline, paragraphs in _split(document, [_paragraph(document, block) for block in blocks]):
            found.append(Article(len(found), _headline(document, index, headline), index, tuple(paragraphs)))
    return _adopt_orphans(document, found)


def _headline(document: Document, item: int, shown: str) -> str:
    """A feed states the headline of each item; elsewhere the headline is what the page shows, and a stated title stands in."""
    stated = document.items[item].metadata.get("title", "")
    return (stated or shown) if document.format == "feed" else (shown or stated)


def _paragraph(document: Document, block: Block) -> Paragraph:
    text = document.slice(block.span)
    furniture = is_furniture(text)
    kind = block.kind
    if kind is BlockKind.PARAGRAPH and not furniture and _looks_like_heading(text):
        kind = BlockKind.HEADING
    return Paragraph(kind, (block.span,), furniture, block.level)


def is_furniture(text: str) -> bool:
    """Whether a block of its own is page furniture rather than part of an article."""
    return any(pattern.search(text) for pattern in (_BYLINE, _JUMP, _CREDIT, _ADDRESS, _PROMOTION))


def is_byline(text: str) -> bool:
    """Whether a block says who wrote the article or on which page it began."""
    return bool(_BYLINE.search(text) or _JUMP.search(text))


def _looks_like_heading(text: str) -> bool:
    words = text.split()
    return len(words) <= 15 and not _TERMINAL.search(text) and not _OPEN_WORD.search(text) and text[:1].isupper()


def _split(document: Document, paragraphs: list[Paragraph]) -> list[tuple[str, list[Paragraph]]]:
    """Parts a file at its headlines, if it is a page of several articles; else one article."""
    starts = _headlines(document, paragraphs)
    if len(starts) < 2:
        return [(_first_headline(document, paragraphs), _join_columns(document, paragraphs))]
    bounds = [0, *starts[1:], len(paragraphs)]
    return [
        (paragraphs[start].text(document), _join_columns(document, paragraphs[low:high]))
        for start, low, high in zip(starts, bounds, bounds[1:], strict=False)
    ]


def _headlines(document: Document, paragraphs: Sequence[Paragraph]) -> list[int]:
    """Where articles begin: marked headings that read as headlines, each followed closely by a byline or a jump line."""
    found: list[int] = []
    for index, paragraph in enumerate(paragraphs):
        if not (paragraph.kind is BlockKind.HEADING and paragraph.level) or len(paragraph.text(document).split()) < 4:
            continue
        near = paragraphs[index + 1 : index + 4]
        if any(is_byline(other.text(document)) for other in near):
            found.append(index)
    return found


def _first_headline(document: Document, paragraphs: Sequence[Paragraph]) -> str:
    headings = [p for p in paragraphs[:4] if p.kind is BlockKind.HEADING and not p.furniture]
    texts = [heading.text(document) for heading in headings]
    long_enough = [text for text in texts if len(text.split()) >= 4]
    return (long_enough or texts or [""])[0]


def _join_columns(document: Document, paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Puts sentences together that a column end has cut, also past a caption."""
    joined: list[Paragraph] = []
    last_body = -1
    for paragraph in paragraphs:
        if last_body >= 0 and _continues(joined[last_body].text(document), paragraph, document):
            before = joined[last_body]
            joined[last_body] = replace(before, pieces=before.pieces + paragraph.pieces)
            continue
        joined.append(paragraph)
        if paragraph.furniture:
            continue
        last_body = len(joined) - 1 if paragraph.kind is BlockKind.PARAGRAPH else -1
    return joined


def _continues(before: str, paragraph: Paragraph, document: Document) -> bool:
    if paragraph.kind is not BlockKind.PARAGRAPH and not paragraph.text(document)[:1].islower():
        return False
    if paragraph.furniture or paragraph.level or paragraph.kind is BlockKind.ITEM or _TERMINAL.search(before):
        return False
    return paragraph.text(document)[:1].islower() or bool(_OPEN_WORD.search(before))


def _adopt_orphans(document: Document, found: list[Article]) -> tuple[Article, ...]:
    """Gives a paragraph that begins in mid-sentence to the article that stops in mid-sentence."""
    for index, article in enumerate(found):
        for paragraph in article.paragraphs:
            if paragraph.furniture or not paragraph.text(document)[:1].islower():
                continue
            home = _unfinished(document, found, paragraph)
            if home is not None and home != index:
                rest = article.paragraphs[article.paragraphs.index(paragraph) :]
                found[index] = replace(article, paragraphs=tuple(p for p in article.paragraphs if p not in rest))
                found[home] = replace(found[home], paragraphs=_attach(found[home].paragraphs, rest))
            break
    return tuple(found)


def _unfinished(document: Document, found: Sequence[Article], orphan: Paragraph) -> int | None:
    for index, article in enumerate(found):
        body = [p for p in article.paragraphs if not p.furniture and p.kind is BlockKind.PARAGRAPH]
        if body and body[-1] != orphan and not _TERMINAL.search(body[-1].text(document)):
            return index
    return None


def _attach(paragraphs: tuple[Paragraph, ...], rest: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    last = max(i for i, p in enumerate(paragraphs) if not p.furniture and p.kind is BlockKind.PARAGRAPH)
    whole = replace(paragraphs[last], pieces=paragraphs[last].pieces + rest[0].pieces)
    return (*paragraphs[:last], whole, *rest[1:], *paragraphs[last + 1 :])
