"""Articles that open as a party's statement, and the sentences that say "we" in them; the carrier of a source, who is no link of its chain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.analysis import names
from generator.analysis.units import Unit
from generator.model import BlockKind, Source, Topic

_GENRE = r"(?:(?:press|public|open|official|joint|full|media)\s)?(?:statement|response|reply|rebuttal|letter|communiqu[eé]|press release|position)"
OPENS = re.compile(
    rf"(?i:(?:(?:an?|the|our)\s)?{_GENRE}\s(?:issued\s|released\s)?(?:by|from|of|on behalf of)\s(?:the\s)?)(?P<by>{names.NAME.pattern})"
    rf"|(?:[Tt]he\s)?(?P<of>{names.NAME.pattern}?)(?:['’]s?)?:?\s(?i:{_GENRE})\b"
)
"""How an article says at its beginning that it is somebody's statement."""
FIRST = 3
"""Units of an article that are its beginning: headline, byline, first sentence."""
_WE = re.compile(r"\b(?:[Ww]e|[Oo]urs?|[Oo]urselves)\b")


def issuer(article: Sequence[Unit], topic: Topic) -> str:
    """Name of the party whose statement the article opens as; "" where it is nobody's."""
    for unit in article[:FIRST]:
        opens = OPENS.match(unit.text)
        party = topic.party((opens["by"] or opens["of"]).rstrip(".")) if opens else None
        if party is not None:
            return party.name
    return ""


def says_we(unit: Unit, outside: str) -> bool:
    """Whether a sentence speaks of its writers, outside quotation marks."""
    return unit.block is not BlockKind.HEADING and not unit.furniture and bool(_WE.search(outside))


def without_carrier(chain: Sequence[str], source: Source | None) -> tuple[str, ...]:
    """The links of a chain but the source that carries it: what the Gazette cites from the Gazette comes through nobody."""
    if source is None:
        return tuple(chain)
    own = set(_names_of(source))
    return tuple(link for link in chain if _bare(link) not in own)


def _names_of(source: Source) -> Iterator[str]:
    yield from (_bare(name) for name in (source.called, source.key.replace("-", " ")) if name)
    yield from (_bare(name) for field in ("container-title", "publisher") if (name := source.stated(field)))


def _bare(name: str) -> str:
    return names.strip_determiner(name).casefold()
