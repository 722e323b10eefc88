"""Whether a source has the words that a citation quotes. Pure: never logs, never raises.

A verdict is exact, normalised, or a failure that says what the source has instead; never a score. Likeness is used for
messages only.
"""

from __future__ import annotations

from difflib import get_close_matches

from generator.citations import joins
from generator.citations.difference import first_difference
from generator.citations.grammar import write
from generator.model import Citation, Document, Evidence, Match, Span, Verdict
from generator.text import completed, find, longer_word, nearest, normalise, shortest_unique

_PLACES_SHOWN = 3
_KEYS_SHOWN = 12


def verify(citation: Citation, evidence: Evidence) -> Verdict:
    """Compare the citation's words with the clean text of its source.

    Passes where the words stand there exactly once, or where parts joined by `[...]` do. Otherwise the message says what
    was found and the help what to type.
    """
    key = citation.key
    if key not in evidence.sources:
        return _unknown_source(citation, evidence)
    document = evidence.documents.get(key)
    if document is None:
        return Verdict(
            Match.UNREADABLE_SOURCE,
            message=f"the source @{key} cannot be read, so nothing can be compared with it",
            help=f"mend seeds/{evidence.sources[key].file}, or the entry {key} in seeds/sources.yml",
        )
    spans = find(citation.words, document.text)
    if len(spans) == 1:
        return _passed((citation.words,), spans, document)
    if spans:
        return _ambiguous(citation, citation.words, spans, document)
    parts = joins.parts(citation.words)
    if len(parts) > 1:
        return _joined(citation, parts, document, evidence)
    return _absent(citation, citation.words, document, evidence)


def _passed(parts: tuple[str, ...], spans: tuple[Span, ...], document: Document) -> Verdict:
    exact = all(document.slice(span) == part for part, span in zip(parts, spans, strict=True))
    return Verdict(Match.EXACT if exact else Match.NORMALISED, spans)


def _unknown_source(citation: Citation, evidence: Evidence) -> Verdict:
    holders = _holders(citation.words, evidence)
    close = holders or get_close_matches(citation.key, list(evidence.sources), 1, 0.5)
    known = ", ".join(f"@{key}" for key in list(evidence.sources)[:_KEYS_SHOWN]) or "none"
    if len(evidence.sources) > _KEYS_SHOWN:
        known += ", …"
    where = ", which has these words" if holders else ""
    return Verdict(
        Match.UNKNOWN_SOURCE,
        message=f"there is no source @{citation.key}",
        help=f"did you mean @{close[0]}{where}?"
        if close
        else f"the sources are {known}; add new ones to seeds/sources.yml",
    )


def _ambiguous(citation: Citation, part: str, spans: tuple[Span, ...], document: Document) -> Verdict:
    """`part` is the citation's words, or the part of a join that stands in several places."""
    unique = [shortest_unique(span, document.text) for span in spans[:_PLACES_SHOWN]]
    longer = [
        _ready(citation, part, document.slice(new)) for old, new in zip(spans, unique, strict=False) if old != new
    ]
    others = " or one for another place" if len(spans) > _PLACES_SHOWN else ""
    return Verdict(
        Match.AMBIGUOUS,
        spans,
        message=f"“{_clip(part)}” stands {len(spans)} times in @{citation.key}",
        help=f"write {' or '.join(longer)}{others}"
        if longer
        else "quote other words: the passage around these is repeated as well",
    )


def _absent(citation: Citation, part: str, document: Document, evidence: Evidence) -> Verdict:
    """`part` is the citation's words, or the part of a join that the source does not have."""
    key = citation.key
    head = f"@{key} does not have the words “{_clip(part)}”"
    holders = [other for other in _holders(citation.words, evidence) if other != key]
    if holders:
        return Verdict(
            Match.ABSENT,
            message=f"{head}; @{holders[0]} has them",
            help=f"write {write(Citation(holders[0], citation.words))}",
        )
    inside = longer_word(part, document.text)
    if inside:
        whole = _one_line(document.slice(inside))
        return Verdict(
            Match.ABSENT,
            message=f"{head} but inside “{_clip(whole)}”: a quote may not begin or end inside a word or a number",
            help=f"write {_ready(citation, part, whole)}",
        )
    near = nearest(part, document.text)
    if near is None:
        return Verdict(
            Match.ABSENT,
            message=f"{head}, nor anything like them",
            help=f"quote words that stand in seeds/{evidence.sources[key].file}",
        )
    passage = _one_line(document.slice(completed(near, part, document.text)))
    at, ours, theirs = first_difference(part, passage)
    where = f"the source has “{theirs}” where the note has “{ours}”" if ours or theirs else "only the blanks differ"
    return Verdict(
        Match.ABSENT,
        message=f"{where}; nearest in @{key} is “{_around(passage, at)}”",
        help=f"write {_ready(citation, part, passage)}",
    )


def _joined(citation: Citation, parts: tuple[str, ...], document: Document, evidence: Evidence) -> Verdict:
    key = citation.key
    if not all(parts):
        return _bad_join(
            "[...] stands at the beginning, at the end or twice", "write it only between words that are quoted"
        )
    short = next(filter(joins.too_short, parts), "")
    if short:
        return _bad_join(
            f"“{_clip(short)}” is too short to be joined by [...]",
            f"quote at least {joins.LEAST_WORDS} words on either side",
        )
    places = [find(part, document.text) for part in parts]
    for part, found in zip(parts, places, strict=True):
        if not found:
            return _absent(citation, part, document, evidence)
    chains = joins.chains(places, document)
    if not chains:
        return _bad_join(
            f"the parts that [...] joins do not stand in this order in one paragraph of @{key}",
            "cite them in two notes, or in the source's order",
        )
    if len(chains) > 1:
        number = next(n for n in range(len(parts)) if len({chain[n] for chain in chains}) > 1)
        return _ambiguous(citation, parts[number], tuple(sorted({chain[number] for chain in chains})), document)
    lost = joins.lost_word(chains[0], document)
    if lost:
        whole = document.slice(Span(chains[0][0].start, chains[0][-1].end))
        return _bad_join(f"[...] leaves out “{lost}”, which turns the sense", f"write {_line(Citation(key, whole))}")
    return _passed(parts, chains[0], document)


def _bad_join(message: str, help_: str) -> Verdict:
    return Verdict(Match.BAD_JOIN, message=message, help=help_)


def _holders(words: str, evidence: Evidence) -> list[str]:
    """Keys of the sources that have the words."""
    return [key for key, document in evidence.documents.items() if find(words, document.text)]


def _ready(citation: Citation, part: str, instead: str) -> str:
    """The citation's line with a part replaced by what the source has."""
    parts = (part,) if part == citation.words else joins.parts(citation.words)
    return _line(Citation(citation.key, " [...] ".join(instead if each == part else each for each in parts)))


def _line(citation: Citation) -> str:
    return write(Citation(citation.key, _one_line(citation.words)))


def _one_line(words: str) -> str:
    """The same words without line breaks, and without the hyphens that belong to these."""
    return normalise(words).text if "\n" in words else words


def _around(passage: str, at: int, reach: int = 80) -> str:
    """The words of a passage around a place in it, cut between words."""
    start = passage.rfind(" ", 0, at - reach) + 1 if at > reach else 0
    end = passage.find(" ", at + reach)
    tail = f"{passage[start:end]} …" if end >= 0 else passage[start:]
    return f"… {tail}" if start else tail


def _clip(text: str, most: int = 160) -> str:
    """`text` on one line, short enough for a message; cut between words, for half a number is another number."""
    line = " ".join(_one_line(text).split())
    if len(line) <= most:
        return line
    head, tail = line[: most // 2].rpartition(" ")[0], line[-most // 2 :].partition(" ")[2]
    return f"{head} … {tail}"
