"""The page of each source and the bibliography, as Markdown.

Templates see view values only, and whatever they print is escaped unless it is `Trusted`, so that nothing in a source
can become markup by being forgotten.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.citations.escape import escape
from generator.model import Block, BlockKind, Document, Passage, Query, Source, Span
from generator.web import wording
from generator.web.anchors import relative
from generator.web.article import Article, article_of
from generator.web.cited import CitedWords, Statement, cited_words
from generator.web.corrections_page import corrections_page
from generator.web.data import SiteData
from generator.web.excerpt import passages_at, segments
from generator.web.machine.coins import context_object
from generator.web.markup import visible
from generator.web.method_page import Coverage, method_page
from generator.web.page_templates import Trusted, templates
from generator.web.publisher import at_publisher, web_address
from generator.web.queries import names_of, queries_at, query_places

_BRIEF = (("container-title", "publication"), ("author", "author"), ("issued", "date"))
_NOTHING = Trusted()


@dataclass(frozen=True, slots=True)
class CitedView:
    """Cited words under the paragraph that holds them."""

    words: str
    """Abridged."""
    speakers: tuple[str, ...]
    caveats: tuple[str, ...]
    statements: tuple[tuple[str, Trusted], ...]
    """(text, link target) of each statement that rests on the words."""
    at_publisher: Trusted
    """Link target, "" where the source does not state its address."""


@dataclass(frozen=True, slots=True)
class BlockView:
    """A paragraph that is shown, or a run of paragraphs that is not."""

    hidden: int = 0
    """Number of paragraphs left out; 0 where this one is shown."""
    heading: bool = False
    """Whether the source sets it as a heading."""
    markdown: Trusted = _NOTHING
    admitted: str = ""
    """Reason why a paragraph of another article is here."""
    cited: tuple[CitedView, ...] = ()
    queries: tuple[Query, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of what is known of a source."""

    label: str
    value: str
    basis: str = ""
    """The ground of an inference, "" where the source states the value."""
    target: Trusted = _NOTHING
    """Where the value leads to, "" for nowhere."""


@dataclass(frozen=True, slots=True)
class SourceView:
    """All that the page of a source and its entry in the bibliography say."""

    key: str
    source: Source
    heading: str
    """The source's title, else the name it goes by."""
    rows: tuple[Row, ...]
    """What is known of the source, a line each."""
    missing: tuple[str, ...]
    """What the source does not state of the rest: "author", "address"."""
    names: Mapping[str, str]
    """Of every source, by key."""
    brief: tuple[str, ...]
    """Publication, author and date, for one line."""
    address: Trusted
    """Link target of the source's address, "" where there is none."""
    coins: Trusted
    """Value of a COinS span's title."""
    readable: bool
    share: str
    """Of the article's characters that are shown: "42 percent"."""
    paragraphs: tuple[int, int]
    """(shown, in the article)."""
    rests: str
    """How many statements of the site rest on this source, as a sentence without its full stop."""
    blocks: tuple[BlockView, ...]
    queries: tuple[Query, ...]
    """Queries whose words are in no paragraph that is shown."""


def source_pages(data: SiteData, words: Mapping[str, Sequence[CitedWords]] | None = None) -> Mapping[str, str]:
    """Path relative to docs/ -> Markdown: `sources/KEY.md` for each source, `sources/index.md`, and the pages of corrections and method.

    `words` is what `cited_words` gives of the data, where that is known already.
    """
    words = cited_words(data) if words is None else words
    views = [_view(data, key, words.get(key, ())) for key in sorted(data.evidence.sources)]
    page = templates().get_template("source.md.j2")
    pages = {f"sources/{view.key}.md": page.render(view=view) for view in views}
    corrections = corrections_page(data)
    bibliography = templates().get_template("bibliography.md.j2")
    pages["sources/index.md"] = bibliography.render(views=views, corrected=bool(corrections))
    return {**pages, **corrections, **method_page(data, words, [_coverage(view, words) for view in views])}


def _coverage(view: SourceView, words: Mapping[str, Sequence[CitedWords]]) -> Coverage:
    statements = sum(len(cited.statements) for cited in words.get(view.key, ()))
    return Coverage(view.source, view.heading, statements, view.share if view.readable else "")


def _view(data: SiteData, key: str, words: Sequence[CitedWords]) -> SourceView:
    source = data.evidence.sources[key]
    document = data.evidence.documents.get(key)
    places = query_places(data.evidence, key)
    article = article_of(source, document, data.analysis, words) if document else Article(())
    blocks = _blocks(data, source, document, article, words) if document else ()
    shown_queries = {query for block in blocks for query in block.queries}
    return SourceView(
        key=key,
        source=source,
        heading=wording.heading(source),
        rows=_rows(source),
        missing=tuple(label.lower() for label, stated in wording.metadata_rows(source) if stated is None),
        names=names_of(data.evidence),
        brief=tuple(wording.brief_value(source, variable, what) for variable, what in _BRIEF),
        address=Trusted(web_address(source)),
        coins=Trusted(html.escape(context_object(source))),
        readable=document is not None,
        share=wording.percent(article.shown_characters, article.characters),
        paragraphs=(len(article.shown), len(article.own)),
        rests=wording.rests(sum(len(cited.statements) for cited in words)),
        blocks=blocks,
        queries=tuple(query for query, _ in places if query not in shown_queries),
    )


def _rows(source: Source) -> tuple[Row, ...]:
    rows = [Row("Who speaks", source.speaks.value or wording.NOT_STATED, source.speaks.basis)]
    for label, stated in wording.metadata_rows(source):
        if stated:
            target = Trusted(web_address(source)) if label == wording.ADDRESS else _NOTHING
            rows.append(Row(label, stated.value, stated.basis, target))
    return tuple(rows)


def _blocks(
    data: SiteData, source: Source, document: Document, article: Article, words: Sequence[CitedWords]
) -> tuple[BlockView, ...]:
    passages = [passage for passage in data.analysis.passages if passage.source == source.key]
    places = query_places(data.evidence, source.key)
    opened: set[str] = set()
    views: list[BlockView] = []
    for shows, run in groupby(article.blocks, key=article.shows):
        if not shows:
            views.append(BlockView(hidden=len(list(run))))
            continue
        for block in run:
            here = [cited for cited in words if any(block.span.overlap(span) for span in cited.spans)]
            ending = [cited for cited in here if block.span.overlap(cited.spans[-1])]
            view = BlockView(
                heading=block.kind is BlockKind.HEADING,
                markdown=_excerpt(document, block, article.parts[block], here, opened),
                admitted=article.reason(block),
                cited=tuple(_cited_view(source, document, passages, cited) for cited in ending),
                queries=tuple(queries_at(places, article.parts[block])),
            )
            views.append(view)
    return tuple(views)


def _cited_view(source: Source, document: Document, passages: Sequence[Passage], cited: CitedWords) -> CitedView:
    around = passages_at(passages, cited.spans)
    return CitedView(
        words=_abridged(document, cited.spans),
        speakers=tuple(wording.attributions(source, around)),
        caveats=tuple(wording.caveats(around)),
        statements=_links_back(cited.statements),
        at_publisher=Trusted(at_publisher(source, document, cited.spans)),
    )


def _excerpt(
    document: Document, block: Block, parts: Sequence[Span], cited: Sequence[CitedWords], opened: set[str]
) -> Trusted:
    """The parts of the paragraph that are shown, with "[…]" for what is left out before, between and after them."""
    shown: list[str] = [_marked(document, part, cited, opened) for part in parts]
    if parts[0].start > block.span.start:
        shown.insert(0, "")
    if parts[-1].end < block.span.end:
        shown.append("")
    return Trusted(f" {escape('[…]')} ".join(shown).strip())


def _marked(document: Document, span: Span, cited: Sequence[CitedWords], opened: set[str]) -> Trusted:
    """The paragraph with its cited words marked. The first segment of each citation on the page carries its id."""
    marks = [(words.anchor, part) for words in cited for part in words.spans]
    shown = []
    for segment in segments(document, span, marks):
        text = escape(visible(segment.text)) if segment.text.strip() else ""
        # Blanks at the edges stay outside of `escape`, which would write them as entities.
        text = f"{' ' if segment.text[:1].isspace() else ''}{text}{' ' if text and segment.text[-1:].isspace() else ''}"
        if not segment.marks:
            shown.append(text)
            continue
        first, *more = [name for name in segment.starts if name not in opened] or [""]
        opened.update(segment.starts)
        identity = f' id="{first}"' if first else ""
        targets = "".join(f'<span id="{name}"></span>' for name in more)
        cites = " ".join(segment.marks)
        shown.append(f'<mark{identity} data-cited="{cites}">{targets}{text}</mark>')
    return Trusted("".join(shown))


def _abridged(document: Document, spans: Sequence[Span]) -> str:
    """Enough of cited words to tell them from others in the same paragraph, where they stand in full."""
    words = " […] ".join(visible(document.slice(span)) for span in spans).split()
    return " ".join(words if len(words) <= 12 else [*words[:6], "…", *words[-3:]])


def _links_back(statements: Sequence[Statement]) -> tuple[tuple[str, Trusted], ...]:
    """(text, target) of each statement: page and heading, and "again" for more under the same heading."""
    links = []
    for where, under in groupby(statements, key=lambda statement: (statement.title, statement.heading)):
        for number, statement in enumerate(under):
            target = Trusted(f"{relative(statement.page, 'sources/')}#{statement.anchor}")
            links.append((" › ".join(filter(None, where)) if number == 0 else "again", target))
    return tuple(links)
