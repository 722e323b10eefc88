"""The site's own words about sources and speakers, in one place: notes, source pages and bibliography agree."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator import edtf, english
from generator.model import Passage, Query, Source, Speech, Stated

NOT_STATED = "not stated"
ADDRESS = "Address"
PROMISE = "The words match the source; whether the source is right is another matter."
ALSO = "The same claim in other sources, which need not be independent of this one:"

_LABELS = {
    "title": "Title",
    "author": "Author",
    "container-title": "Published in",
    "issued": "Date",
    "URL": ADDRESS,
    "language": "Language",
    "type": "Kind of text",
}
_TEXTS = {
    "article-journal": "article in a journal",
    "article-magazine": "article in a magazine",
    "article-newspaper": "article in a newspaper",
    "document": "text of no known kind",
    "post-weblog": "blog post",
    "webpage": "web page",
}
"""CSL type -> what readers call it, where that differs."""


def kind_of_text(kind: str) -> str:
    """What readers call a CSL type."""
    return _TEXTS.get(kind, kind.replace("_", " ").replace("-", " "))


def metadata_rows(source: Source) -> list[tuple[str, Stated | None]]:
    """(label, value or None where the source does not state it): the common CSL variables first, then all others."""
    others = sorted(set(source.metadata) - set(_LABELS))
    variables = [*_LABELS.items(), *((name, name.replace("-", " ").capitalize()) for name in others)]
    return [(label, _shown(name, source.metadata.get(name))) for name, label in variables]


_IN_WORDS = {"issued": edtf.in_words, "type": kind_of_text}


def _shown(variable: str, stated: Stated | None) -> Stated | None:
    if stated is None or variable not in _IN_WORDS:
        return stated
    return Stated(_IN_WORDS[variable](stated.value), stated.basis)


def brief_value(source: Source, variable: str, what: str) -> str:
    """The value for a line of text: "26 April 2026", "May 2026 (inferred)", or "date not stated"."""
    stated = _shown(variable, source.metadata.get(variable))
    if stated is None:
        return f"{what} {NOT_STATED}"
    return f"{stated.value} (inferred)" if stated.inferred else stated.value


def attributions(source: Source, passages: Sequence[Passage]) -> list[str]:
    """Who says the cited words and through whom, one line a speaker: "Acme (paraphrased), according to The Paper"."""
    lines = [_attribution(source, passage) for passage in passages] or [_own_voice(source)]
    return [_opening(line) for line in dict.fromkeys(lines)]


def _attribution(source: Source, passage: Passage) -> str:
    if not passage.speaker and not passage.chain:
        return _own_voice(source)
    how = {Speech.QUOTE: " (quoted)", Speech.REPORTED: " (paraphrased)", Speech.VOICE: ""}[passage.kind]
    speaker = f"{passage.speaker}{how}" if passage.speaker else "no speaker named"
    carriers = [name for name in (*passage.chain, source.name) if name != passage.speaker]
    return ", ".join([speaker, *(f"according to {name}" for name in carriers)])


def _own_voice(source: Source) -> str:
    speaks = f" ({source.speaks.value})" if source.speaks.value else ""
    own = "their" if english.is_plural(source.name) else "its"
    return f"{source.name}, in {own} own voice{speaks}"


def _opening(line: str) -> str:
    """`line` at the start of a sentence: an article gets its capital, a name such as "example.org" stays as it is."""
    return f"The {line[4:]}" if line.startswith("the ") else line


def heading(source: Source) -> str:
    """What the page of a source is headed with: its title, else the name it goes by."""
    return source.stated("title") or _opening(source.name)


def caveats(passages: Sequence[Passage]) -> list[str]:
    """The source's own qualifications of the passages, each once."""
    return list(dict.fromkeys(caveat for passage in passages for caveat in passage.caveats))


def ground(query: Query, names: Mapping[str, str]) -> str:
    """The ground of a query as a sentence of its own: readers know a source by its name and not by its key.

    `names` gives the name under each key. A key with an article before it ("the memo") is a word like any other.
    """
    keys = "|".join(re.escape(key) for key in sorted(names, key=len, reverse=True))
    alone = rf"(?<![\w@./-])(?P<article>(?:the|an?|this|that|same)\s+)?(?P<key>{keys})(?![\w/-]|\.\w)"
    named = re.sub(alone, lambda found: found[0] if found["article"] else names[found["key"]], query.ground)
    return english.capital(named)


def percent(part: int, whole: int) -> str:
    """A share for readers: whole percents, but never a rounded 0 or 100."""
    if whole <= 0 or part <= 0:
        return "0 percent"
    if part >= whole:
        return "100 percent"
    share = min(99, max(1, round(100 * part / whole)))
    return f"less than {share} percent" if 100 * part < whole else f"{share} percent"


def rests(count: int) -> str:
    """How many statements rest on a source."""
    return f"{count or 'No'} statement{'s rest' if count > 1 else ' rests'} on this source"
