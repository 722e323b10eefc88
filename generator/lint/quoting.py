"""Words between quotation marks in a page's prose, and what the sources have of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from generator.lint.page import LintPage
from generator.lint.statements import Statement
from generator.lint.vocabulary import negation
from generator.lint.words import content, words
from generator.model import Document
from generator.text import completed, find, nearest

_LETTER = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")
_LEFT_OUT = re.compile(r"\[[^\]]*\]|…|\.\.\.")
_EDGE = " \t,.;:!?…–—-'\"‘’“”«»„"
_FIGURE = re.compile(r"\d")
_LEAST_KEPT = 2
"""Words that say something which must be the source's for a passage to be the one that was quoted. With one, "the right way" is "the only way"."""
_WORDS_PER_CHANGE = 4
"""Of a quotation for each word that may differ: one in a short one, two in eight."""


@dataclass(frozen=True, slots=True)
class Lost:
    """Quoted words that no source cited there has."""

    statement: Statement
    start: int
    """Offset in the statement's text of the quotation mark."""
    words: str
    near: str
    """What a source cited there has almost in these words; "" where none has."""
    key: str
    """Key of that source; where there is none, of one that has exactly these words and is not cited; else ""."""


def lost(page: LintPage) -> Iterator[Lost]:
    """For each quotation of the prose the first part of it that no source has which its sentence cites.

    In a heading, and in a sentence without a note, the words may stand in any source that the page cites.
    """
    of_page = {one.citation.key for one in page.notes.cited.values()}
    for statement in page.statements:
        if statement.edited or (statement.derived and not statement.cited):
            continue
        keys = {one.citation.key for one in statement.cited} or of_page
        documents = {key: page.evidence.documents[key] for key in sorted(keys) if key in page.evidence.documents}
        for span in statement.quotations if documents else ():
            part = _lost(statement.text[span.start + 1 : span.end - 1], statement, [*documents.values()], page)
            if part:
                key, near = _nearest(part, documents)
                yield Lost(statement, span.start, part, near, key or _holder(part, page))


def _lost(quotation: str, statement: Statement, documents: Sequence[Document], page: LintPage) -> str:
    """The first part of a quotation that no document has; "" where all are there."""
    for part in _parts(_LETTER.sub(r"\1", quotation), documents):
        if part and not any(_has(document, part) for document in documents) and not _named(part, statement, page):
            return part
    return ""


def _parts(quotation: str, documents: Sequence[Document]) -> Iterator[str]:
    """What the source must have: the words between what was left out or added. Brackets that the source has at that place are its own."""
    start = 0
    for match in _LEFT_OUT.finditer(quotation):
        part = quotation[start : match.start()]
        if not any(find(f"{part.strip()} [", document.text) for document in documents if part.strip()):
            yield part.strip(_EDGE)
            start = match.end()
    yield quotation[start:].strip(_EDGE)


def _has(document: Document, part: str) -> bool:
    return bool(find(part, document.text) or find(part[0].swapcase() + part[1:], document.text))


def _named(part: str, statement: Statement, page: LintPage) -> bool:
    """Whether the words are a title or a name of a source, or what the statement's computations were given."""
    given = [argument for derivation, _ in statement.derived for argument in derivation.arguments]
    of_sources = [stated.value for source in page.evidence.sources.values() for stated in source.metadata.values()]
    return any(find(part, named) for named in (*given, *of_sources))


def _holder(part: str, page: LintPage) -> str:
    holders = (key for key, document in sorted(page.evidence.documents.items()) if _has(document, part))
    return next(holders, "")


def _nearest(part: str, documents: Mapping[str, Document]) -> tuple[str, str]:
    """Key and words of the passage of which the quotation is an alteration; empty where there is none."""
    for key, document in documents.items():
        span = nearest(part, document.text)
        if span and _altered(part, document.slice(span)):
            return key, " ".join(document.slice(completed(span, part, document.text)).split())
    return "", ""


def _altered(part: str, passage: str) -> bool:
    """Whether two wordings are the same but for figures and negations, or for a word in four where enough is left that says something."""
    ours, theirs = words(part), words(passage)
    changes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    changed = [(ours[a:b], theirs[c:d]) for kind, a, b, c, d in changes if kind != "equal"]
    if all(_other_figure(a, b) or _turned(a, b) for a, b in changed):
        return len(changed) < len(ours)
    kept = [word for kind, a, b, _, _ in changes if kind == "equal" for word in ours[a:b]]
    number = sum(max(len(a), len(b)) for a, b in changed)
    return number <= max(1, len(ours) // _WORDS_PER_CHANGE) and len(content(" ".join(kept))) >= _LEAST_KEPT


def _other_figure(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return len(ours) == len(theirs) and all(_FIGURE.search(word) for word in (*ours, *theirs))


def _turned(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    return len(ours) <= 1 and len(theirs) <= 1 and negation(" ".join((*ours, *theirs))) is not None
