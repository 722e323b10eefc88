"""Which format a file is in. The content decides; the ending of the name is a hint where the content is silent."""

from __future__ import annotations

import re
from pathlib import PurePath

from generator.errors import SourceError
from generator.ingest import entities, web_page
from generator.ingest.elements import KNOWN
from generator.ingest.tags import TokenKind, tokens

TEXT, MARKDOWN, HTML, FEED = "text", "markdown", "html", "feed"

_FEED_ROOTS = frozenset({"feed", "rdf:rdf", "rss"})
_ENDINGS = {"htm": HTML, "html": HTML, "markdown": MARKDOWN, "md": MARKDOWN, "xhtml": HTML}
_PAGE_ROOTS = frozenset({"body", "head", "html"})
_DOCTYPE = re.compile(r"\s*<!doctype\s+html\b", re.IGNORECASE)
_PARAGRAPH_ENDS = re.compile(r"</(?:p|div|li|h[1-6])\s*>", re.IGNORECASE)
_FEWEST_PARAGRAPH_ENDS = 2
"""One may be an example; an article in HTML has more."""
_RETURN = re.compile("\r\n?")
_MARKDOWN = re.compile(
    r"""
    ^\ {0,3}\#{1,6}[ \t]+\S                              # a heading
    | ^\ {0,3}(?:```|~~~)                                # a block of code
    | \]\(\s*<?(?:https?:|mailto:|/|\#|\.)               # a link
    | ^\ {0,3}\[[^\]\n]+\]:[ \t]*<?https?:               # a link's target
    | ^\ {0,3}\[\^[^\]\s]+\]:                            # a note
    | (?<![\w*])\*{1,3}(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*{1,3}(?![\w*])   # emphasis
    | ^[ \t]*+\S[^\n]*+\n={3,}[ \t]*+$                   # an underlined heading
    | ^[ \t]*+\|?[ \t]*+:?-{3,}:?[ \t]*+\|[ \t|:-]*+$        # a table
    """,
    re.VERBOSE | re.MULTILINE,
)


def recognise(text: str, name: str) -> str:
    """One of TEXT, MARKDOWN, HTML and FEED. Raises SourceError for XML of any other kind."""
    root = _root(text)
    hint = _ENDINGS.get(PurePath(name).suffix.lower().lstrip("."), "")
    if root in _FEED_ROOTS:
        return FEED
    if root in _PAGE_ROOTS or _DOCTYPE.match(text):
        return HTML
    if text.lstrip().startswith("<?xml") and root not in KNOWN:
        raise SourceError(
            f"expected RSS, Atom or HTML, found XML whose first element is <{root}>",
            where=f"{name}: byte 0",
            help="save the article's text as UTF-8 text, Markdown or HTML and use that file",
        )
    marked = hint == MARKDOWN or _MARKDOWN.search(_RETURN.sub("\n", text)) is not None
    if _reads_as_html(text, root, hint) and (hint == HTML or not marked):
        return HTML
    return MARKDOWN if marked or _has_references(text) else TEXT


def _root(text: str) -> str:
    """The name of the tag that the text begins with; "" where it begins with anything else."""
    for token in tokens(text):
        if token.kind is TokenKind.OPEN:
            return token.name
        if token.kind is not TokenKind.HIDDEN and text[token.start : token.end].strip():
            break
    return ""


def _reads_as_html(text: str, root: str, hint: str) -> bool:
    if root in KNOWN or (hint == HTML and web_page.has_markup(text)):
        return True
    return len(_PARAGRAPH_ENDS.findall(text)) >= _FEWEST_PARAGRAPH_ENDS


def _has_references(text: str) -> bool:
    """Whether characters are written as references (`&amp;`): a plain text has none, what was converted to Markdown has."""
    return any(entities.is_reference(match[0]) for match in entities.STRICT.finditer(text))
